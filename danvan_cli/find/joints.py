"""Joints: what stands between a name and an office, or between two offices, and how it binds them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache

from danvan_cli.lexicon import Gazetteer, Lexicon
from danvan_cli.text.tokens import Token

LONGEST_CLAUSE = 18  # words between a person and the office that a verb gives them


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


@dataclass(frozen=True, slots=True)
class JointReader:
    """Reads joints with the words of a lexicon."""

    roles: dict[str, Gazetteer]
    asides: Gazetteer

    def read(self, gap: Sequence[Token]) -> Joint:
        """Tell the joint that the tokens of a gap make."""
        whole = list(gap)
        words = self._without_fillers(_without_brackets(whole))
        if not words:
            return Joint.ADJACENT if not whole else Joint.COMMA
        if (lone := self._lone(words)) is not None:
            return lone
        words = self._without_asides(words)
        if (lone := self._lone(words)) is not None:
            return lone
        lead, tail = self._marks(words)
        if not tail:
            return _BY_MARK.get(lead[-1].text, Joint.NONE) if lead else Joint.ADJACENT
        if self._is_all(tail, "copula") or (tail[-1].text == ":" and self._is_all(tail[:-1], "copula")):
            return Joint.IS
        return Joint.BECOMING if self._becomes(words) else Joint.NONE

    def is_list(self, gap: Sequence[Token]) -> bool:
        """Whether a gap separates two members of a list."""
        words = _without_brackets(list(gap))
        return bool(words) and len(words) <= 3 and all(
            token.text in ",;-" or token.lower in ("và", "cùng", "với") for token in words)

    def ends_with(self, gap: Sequence[Token], role: str) -> bool:
        """Whether a gap ends with words of a role."""
        return any(match.end == len(gap) for at in range(max(0, len(gap) - 3), len(gap))
                   for match in self.roles[role].matches(gap, at))

    def is_opening(self, words: Sequence[Token]) -> bool:
        """Whether words that open a sentence introduce an office: "Từng là", "Trên cương vị"."""
        return bool(words) and any(self._is_all(words, role) for role in ("copula", "becoming"))

    def _lone(self, words: Sequence[Token]) -> Joint | None:
        if len(words) == 1:
            token = words[0]
            if token.text in _BY_MARK:
                return _BY_MARK[token.text]
            if token.lower in ("và", "kiêm", "&"):
                return Joint.AND
        if len(words) == 2 and words[0].text in ",-" and words[1].lower in ("kiêm", "và"):
            return Joint.AND
        return None

    def _marks(self, words: Sequence[Token]) -> tuple[Sequence[Token], Sequence[Token]]:
        at = 0
        while at < len(words) and words[at].text in _BY_MARK:
            at += 1
        return words[:at], words[at:]

    def _without_asides(self, words: Sequence[Token]) -> Sequence[Token]:
        """Leave out what is told of a person by the way, up to the next comma: ", 78 tuổi,", ", trú xã X,"."""
        at = 0
        while at + 1 < len(words) and words[at].text in ",(-" and self._opens_aside(words, at + 1):
            end = at + 1
            while end < len(words) and words[end].text not in (",", ")", "-"):
                end += 1
            if end == len(words):
                return words
            at = end + 1 if words[end].text == ")" and end + 1 < len(words) else end
        return words[at:]

    def _opens_aside(self, words: Sequence[Token], at: int) -> bool:
        number = words[at].kind == "number" and at + 1 < len(words) and words[at + 1].lower == "tuổi"
        return number or self.asides.match(words, at) is not None

    def _without_fillers(self, words: list[Token]) -> list[Token]:
        """Leave out what still belongs to the office before: "này", "khóa XV", "nhiệm kỳ 2015-2020"."""
        at = 0
        while at < len(words) and (match := self.roles["filler"].match(words, at)):
            at = match.end
            while at < len(words) and (words[at].kind == "number" or words[at].text in "-." or (
                    words[at].text.strip("IVX") == "" and words[at].kind == "word")):
                at += 1
        return words[at:]

    def _is_all(self, words: Sequence[Token], role: str) -> bool:
        return any(match.end == len(words) for match in self.roles[role].matches(words, 0))

    def _becomes(self, words: Sequence[Token]) -> bool:
        if len(words) > LONGEST_CLAUSE or any(token.text in ';:?!."' for token in words):
            return False
        blocking = (self.roles["candidacy"], self.roles["other"])
        if any(role.match(words, at) for role in blocking for at in range(len(words))):
            return False
        return self.ends_with(words[-4:], "becoming")


@cache
def joint_reader(lexicon: Lexicon) -> JointReader:
    """Give the reader of joints of a lexicon."""
    entries = lexicon.entries("appointments")
    roles = {role: Gazetteer(entry for entry in entries if entry.get("role") == role)
             for role in ("becoming", "copula", "candidacy", "replacing", "aside", "filler", "other", "presenting")}
    return JointReader(roles, roles["aside"])


def _without_brackets(words: list[Token]) -> list[Token]:
    """Leave out bracketed remarks."""
    kept: list[Token] = []
    depth_start: int | None = None
    for token in words:
        if token.text == "(":
            depth_start = len(kept)
        kept.append(token)
        if token.text == ")" and depth_start is not None:
            del kept[depth_start:]
            depth_start = None
    return [token for token in kept if token.text not in ")"] if not any(t.text == "(" for t in kept) else kept
