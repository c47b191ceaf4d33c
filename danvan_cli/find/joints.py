"""Joints: what stands between a name and an office, or between two offices, and how it binds them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum, auto
from functools import cache

from msgspec import Struct

from danvan_cli.lexicon import Gazetteer, Lexicon, Match
from danvan_cli.text.tokens import Token

LONGEST_CLAUSE = 18
"""How many words may stand between a person and the office that a verb gives them."""
LONGEST_PHRASE = 4
"""How many words the longest phrase of `appointments.toml` has, at the least."""

LONGEST_ABSENCE = 8
"""How many words may stand between several office holders and their names: "3 đại biểu vắng mặt có lý do là"."""

_ROLES = ("becoming", "copula", "candidacy", "replacing", "aside", "filler", "other", "presenting", "and",
          "listing", "upon", "employment", "renaming", "each", "respective", "kin", "time", "trait", "by",
          "appointing", "passive", "while")


class Joint(Enum):
    """How two neighbours are bound."""

    ADJACENT = auto()
    COMMA = auto()
    DASH = auto()
    OPEN = auto()  # an opening bracket
    COLON = auto()
    SLASH = auto()
    SEMICOLON = auto()
    AND = auto()
    IS = auto()
    BECOMING = auto()
    NONE = auto()


_BY_MARK = {",": Joint.COMMA, "-": Joint.DASH, "(": Joint.OPEN, ":": Joint.COLON, "/": Joint.SLASH,
            ";": Joint.SEMICOLON}


class JointReader(Struct, frozen=True):
    """Reads joints with the words of `appointments.toml`, by role, and the pronouns of `honorifics.toml`."""

    roles: Mapping[str, Gazetteer]
    pronouns: Gazetteer

    def read(self, gap: Sequence[Token]) -> Joint:
        """Tell the joint that the tokens of a gap make."""
        words = self._without_fillers(_without_brackets(gap))
        if not words:
            return Joint.ADJACENT
        words = self._without_trait(self._without_asides(words))
        if not words:
            return Joint.COMMA
        at = 0
        while at < len(words) and words[at].text in _BY_MARK:
            at += 1
        tail = self._without_fillers(words[at:]) if at else words
        if not tail:
            return _BY_MARK[words[at - 1].text]
        if self._is_all(tail, "and"):
            return Joint.AND
        if self._is_all(tail, "copula") or (tail[-1].text == ":" and self._is_all(tail[:-1], "copula")):
            return Joint.IS
        if at and words[at - 1].text == ";":  # "…; năm 1996 làm"
            words = tail
        return Joint.BECOMING if self._becomes(words) else Joint.NONE

    def is_list(self, gap: Sequence[Token]) -> bool:
        """Whether a gap separates two members of a list."""
        words = _without_brackets(gap)
        return 0 < len(words) <= 3 and all(
            word.text in ",;-" or self.roles["listing"].match(words, at) for at, word in enumerate(words))

    def is_row(self, gap: Sequence[Token]) -> bool:
        """Whether a gap goes on with a row of people, by a comma or "và"; a semicolon ends it."""
        return self.is_list(gap) and all(token.text not in ";-" for token in gap)

    def ends_with(self, gap: Sequence[Token], role: str) -> bool:
        """Whether a gap ends with words of a role."""
        words = self.roles[role]
        return any(match.end == len(gap) for at in range(max(0, len(gap) - LONGEST_PHRASE), len(gap))
                   if gap[at].lower in words.first_words for match in words.matches(gap, at))

    def pronoun(self, gap: Sequence[Token]) -> Match | None:
        """Give the pronoun in a gap that the office after it is told of: "Trước đó, | ông từng giữ chức"."""
        for at in range(max(0, len(gap) - LONGEST_CLAUSE), len(gap) - 1):
            if at and gap[at - 1].kind != "mark":
                continue
            found = self.pronouns.match(gap, at)
            if found and found.end < len(gap) and not gap[found.end].is_capital and self.read(
                    gap[found.end:]) in (Joint.BECOMING, Joint.IS):
                return found
        return None

    def names_several(self, gap: Sequence[Token]) -> bool:
        """Whether a gap after the office of several people opens the list of their names."""
        words = gap[:-1] if gap and gap[-1].text == ":" else gap
        if len(words) > 1 and words[0].text == ",":  # ", gồm:"
            words = words[1:]
        if len(words) > LONGEST_ABSENCE or any(token.kind == "mark" for token in words):
            return False
        return (not words and len(gap) > 0) or self.ends_with(words, "copula")

    def binds_all(self, joint: Joint, gap: Sequence[Token]) -> bool:
        """Whether an office after a list of names is that of each of them: "A và B giữ chức", "A, B đều là"."""
        if joint is Joint.IS:
            return any(self.roles["each"].match(gap, at) for at in range(min(len(gap), 2)))  # after a bracket too
        return (joint is Joint.BECOMING and self.roles["while"].match(gap, 0) is None
                and not any(self.roles["respective"].match(gap, at) for at in range(len(gap))))

    def gives(self, before: Sequence[Token], gap: Sequence[Token], *roles: str) -> bool:
        """Whether the words before an office, and those of certain roles after it, give it to who is named next."""
        words = self._without_fillers(_without_brackets(gap))
        if len(words) > 1 and words[0].text == ",":  # ", nhiệm kỳ 2016 - 2021 đối với"
            words = self._without_fillers(words[1:])
        return any(self._is_all(words, role) for role in roles) and self.ends_with(before, "becoming")

    def replaces(self, gap: Sequence[Token]) -> bool:
        """Whether words after an office open with who held it before: ", thay (ông B)"."""
        words = self._without_fillers(_without_brackets(gap))
        return self._is_all(words[1:] if words and words[0].text == "," else words, "replacing")

    def renames(self, words: Sequence[Token]) -> bool:
        """Whether words after an office tell its name of today: "Chủ tịch Hội đồng Bộ trưởng (nay là Thủ tướng)"."""
        return len(words) > 1 and words[0].text == "(" and self._is_all(words[1:], "renaming")

    def goes_on(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether the words after an office belong to it or join it to another: "khóa IX", "và"."""
        return any(self.roles[role].match(tokens, at) for role in ("filler", "and"))

    def introduces(self, words: Sequence[Token]) -> bool:
        """Whether words that open a line say nothing but that the person after them is a candidate, if anything."""
        spoken = [word for word in words if word.kind == "word"]
        return not spoken or self._is_all(spoken, "candidacy")

    def is_opening(self, words: Sequence[Token]) -> bool:
        """Whether words that open a sentence introduce an office: "Từng là", "Trên cương vị"."""
        return any(self._is_all(words, role) for role in ("copula", "becoming"))

    def tells_time(self, words: Sequence[Token]) -> bool:
        """Whether a clause tells how long or since when somebody holds the office after it: "Sau 12 năm làm"."""
        return (bool(words) and self.roles["time"].match(words, 0) is not None and self.ends_with(words, "becoming")
                and not self.appoints(words))

    def _becomes(self, words: Sequence[Token]) -> bool:
        """Whether a clause gives the person before it the office after it: "được bầu giữ chức"."""
        if words and words[-1].text == ":":  # "trải qua các chức vụ:"
            words = words[:-1]
        if len(words) > LONGEST_CLAUSE or not self.ends_with(words, "becoming"):
            return False
        if any(token.text in ';:?!."' for token in words):
            return False
        blocking = (self.roles["candidacy"], self.roles["other"], self.roles["kin"])
        return not any(role.match(words, at) for role in blocking for at in range(len(words)))

    def appoints(self, words: Sequence[Token]) -> bool:
        """Whether a clause tells that the person before it appoints another: "vừa ký quyết định phê chuẩn chức vụ"."""
        for at in range(len(words)):
            if self.roles["passive"].match(words, at):
                return False
            if self.roles["appointing"].match(words, at):
                return True
        return False

    def _is_all(self, words: Sequence[Token], role: str) -> bool:
        wordings = self.roles[role]
        return bool(words) and words[0].lower in wordings.first_words and any(
            match.end == len(words) for match in wordings.matches(words, 0))

    def _without_fillers(self, words: Sequence[Token]) -> Sequence[Token]:
        """Leave out what still belongs to the office before: "này", "các khóa IX, X", "từ năm 1988 đến nay"."""
        at = 0
        while at < len(words) and (match := self.roles["filler"].match(words, at)):
            at = match.end
            while at < len(words) and (_is_ordinal(words[at]) or (
                    words[at].text in (",", "và") and at + 1 < len(words) and _is_ordinal(words[at + 1]))):
                at += 1
        return words[at:]

    def _without_trait(self, words: Sequence[Token]) -> Sequence[Token]:
        """Leave out what is said of the holder right before the office: "trở thành | tân"."""
        return words[:-1] if words and self.roles["trait"].match(words, len(words) - 1) else words

    def _without_asides(self, words: Sequence[Token]) -> Sequence[Token]:
        """Leave out what is told of a person by the way, to the next comma: ", 78 tuổi,", ", trú xã X,".

        An employment is left out to the dash before the office: ", công chức Văn hóa - Xã hội - Thư ký".
        """
        at = 0
        if self._opens_aside(words, 0) and (mark := next((i for i, word in enumerate(words) if word.text == ","), 0)):
            at = mark  # "sinh năm 1964 tại Nghệ An, là …"
        while at + 1 < len(words) and words[at].text in ",(-":
            if words[-1].text == "-" and self.roles["employment"].match(words, at + 1):
                return words[-1:]
            if not self._opens_aside(words, at + 1):
                break
            end = at + 1
            while end < len(words) and words[end].text not in ",)-":
                end += 1
            if end == len(words):
                return words
            at = end + 1 if words[end].text == ")" and end + 1 < len(words) else end
        return words[at:]

    def _opens_aside(self, words: Sequence[Token], at: int) -> bool:
        if words[at].kind == "number" and at + 1 < len(words):  # "78 tuổi"
            at += 1
        return self.roles["aside"].match(words, at) is not None


@cache
def joint_reader(lexicon: Lexicon) -> JointReader:
    """Give the reader of joints of a lexicon."""
    entries = lexicon.entries("appointments")
    return JointReader({role: Gazetteer(e for e in entries if e.get("role") == role) for role in _ROLES},
                       Gazetteer(e for e in lexicon.entries("honorifics") if e.get("pronoun")))


def _is_ordinal(token: Token) -> bool:
    """Whether a token is a number, Roman ones and the marks inside numbers included."""
    return token.kind == "number" or token.text.strip("IVX-./") == ""


def _without_brackets(words: Sequence[Token]) -> Sequence[Token]:
    """Leave out bracketed remarks, and a bracket that closes one opened before the gap."""
    texts = [word.text for word in words]
    if "(" not in texts and ")" not in texts:
        return words  # most gaps
    kept: list[Token] = []
    opened: int | None = None
    for token in words:
        if token.text == "(":
            opened = len(kept)
        if token.text != ")":
            kept.append(token)
        elif opened is not None:
            del kept[opened:]
            opened = None
    return kept
