"""What holds for every text: spans quote it, order, normal forms, determinism, linear time."""

import time
import unicodedata
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from danvan_cli import extract
from danvan_cli.lexicon import Lexicon
from danvan_cli.segment import segment
from danvan_cli.text.fold import fold

LEXICON = Lexicon()
SOME = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
MANY = settings(max_examples=300, deadline=None)

# Any text at all, with more of what is difficult than chance gives: marks, invisibles, line ends, stops.
DIFFICULT = st.sampled_from(
    "aâăơưuoyđĐÐOUYàòẩệỷ\u0300\u0301\u0302\u0306\u031b\u0323\u200b\u00ad\u034f\u1100\u1161\u11a8\uac00\u0958\u0344"
    "İK\r\n\u2028 \u00a0.,;:!?…'’\"“”()[]-–/%0123456789")
ANY_TEXT = st.text(st.one_of(st.characters(exclude_categories=()), DIFFICULT), max_size=80)


def _forms(*files: str) -> list[str]:
    """Give wordings of lexicon files, a regular sample of each; patterns ("{y}") are no wordings."""
    forms = []
    for file in files:
        words = sorted({entry.form for entry in LEXICON.entries(file) if not set("{}[]") & set(entry.form)})
        forms += words[::max(1, len(words) // 80)]
    return forms


# Sentences such as a press article has, in an order that no article has.
WORDS = st.one_of(
    st.sampled_from(_forms("titles", "honorifics", "ranks", "academic_titles")),
    st.sampled_from(_forms("organisation_heads", "organisation_names", "titles")),
    st.sampled_from(_forms("name_places", "qualifiers", "units", "number_words", "scales", "periods")),
    st.sampled_from(_forms("surnames", "movements", "document_types", "word_classes", "abbreviations_with_stop")),
    st.sampled_from(["Nguyễn Văn Bình", "Lê Thị Hoà", "H’Yim Niê", "UBND", "tỉnh", "xã", "ông", "bà", "nguyên"]),
    st.integers(0, 3_000_000).map(lambda number: f"{number:,}".replace(",", ".")),
    st.sampled_from(["3,5%", "12/5/2024", "2-3", "1.250,5", "năm 2023", "từ", "đến", "và", "là", "của", "tăng", "giảm"]),
    st.sampled_from([",", ".", ";", ":", "(", ")", "“", "”", "-", "–", "…", "\n", "\r\n", "\n\n", "- "]),
)
SENTENCES = st.lists(WORDS, max_size=25).map(" ".join)


# Folding and segmentation

@MANY
@given(ANY_TEXT)
def test_folding_leads_back_to_the_text(raw: str) -> None:
    folded = fold(raw)
    assert len(folded.lower) == len(folded.text)
    for index in range(len(folded.text)):
        start, end = folded.raw(index, index + 1)
        assert 0 <= start < end <= len(raw)
    start, end = folded.raw(0, len(folded.text))
    assert fold(raw[start:end]).text == folded.text


@MANY
@given(ANY_TEXT)
def test_normal_forms_fold_alike(raw: str) -> None:
    composed, decomposed = (fold(unicodedata.normalize(form, raw)).text for form in ("NFC", "NFD"))
    assert fold(raw).text == composed == decomposed


@MANY
@given(st.one_of(ANY_TEXT, SENTENCES))
def test_segments_are_ordered_and_cover_the_text(raw: str) -> None:
    page = segment(raw, LEXICON)
    spans = {
        "paragraphs": [(p.start, p.end) for p in page.paragraphs],
        "sentences": [(s.start, s.end) for p in page.paragraphs for s in p.sentences],
        "tokens": [(t.start, t.end) for p in page.paragraphs for s in p.sentences for t in s.tokens],
    }
    for kind in spans.values():
        last = 0
        for start, end in kind:
            assert last <= start < end <= len(page.folded.text)
            assert page.quote(start, end).text == raw[slice(*page.folded.raw(start, end))]
            last = end
    tokens = [token for p in page.paragraphs for s in p.sentences for token in s.tokens]
    assert all(page.folded.text[token.start:token.end] == token.text for token in tokens)
    assert "".join(token.text for token in tokens) == "".join(page.folded.text.split())


# Extraction

def quotes(value: Any) -> Iterator[tuple[str, int, int]]:
    """Give every piece of the document that says where it stands."""
    if isinstance(value, dict):
        if isinstance(value.get("start"), int):
            yield value["text"], value["start"], value["end"]
        for part in value.values():
            yield from quotes(part)
    elif isinstance(value, list):
        for part in value:
            yield from quotes(part)


def reading(value: Any) -> Any:
    """Give what the document says without where and in which characters: names, values, canonical fields."""
    if isinstance(value, dict):
        return {key: reading(part) for key, part in value.items()
                if not (isinstance(part, int) and key in ("start", "end"))}
    if isinstance(value, list):
        return [reading(part) for part in value]
    return " ".join(fold(value).text.split()) if isinstance(value, str) else value


def check_document(raw: str) -> None:
    document = extract(raw).to_dict()
    for text, start, end in quotes(document):
        assert 0 <= start < end <= len(raw)
        assert raw[start:end] == text
    assert extract(raw).to_dict() == document
    composed, decomposed = (extract(unicodedata.normalize(form, raw)).to_dict() for form in ("NFC", "NFD"))
    assert reading(composed) == reading(decomposed)


@SOME
@given(ANY_TEXT)
def test_any_text_is_read(raw: str) -> None:
    check_document(raw)


@SOME
@given(SENTENCES)
def test_any_words_are_read(raw: str) -> None:
    check_document(raw)


# Canonical fields are the same in both normal forms, not only when folded: what is quoted differs, nothing else.
CANONICAL = {
    "officials": ("name", "honorific", "rank", "gender"),
    "organisations": ("name", "kind", "level", "place"),
    "indicators": ("value", "value_max", "bound", "unit", "measure_key", "change", "place"),
}


@SOME
@given(SENTENCES)
def test_canonical_fields_do_not_depend_on_the_normal_form(raw: str) -> None:
    composed, decomposed = (extract(unicodedata.normalize(form, raw)).to_dict() for form in ("NFC", "NFD"))
    for kind, keys in CANONICAL.items():
        assert [[row[key] for key in keys] for row in composed[kind]] == [
            [row[key] for key in keys] for row in decomposed[kind]]


# Time

HOSTILE = [
    "Nguyễn ", "ông Nguyễn Văn A, ", "Chủ tịch ", "Phó Chủ tịch Thường trực ", "Trưởng Ban Dân vận ", "nguyên ",
    "UBND ", "Ủy ban nhân dân tỉnh ", "Sở Y tế và ", "Hội ", "Công ty cổ phần ", "tỉnh ", "xã ", "TP. ",
    "1", "1.", "1 ", "12% ", "hơn 3,5 triệu ", "từ 1 đến 2, ", "hai mươi ", "năm ", "ngày 1/1/2024 ", "tăng ",
    "và ", "của ", ", ", ". ", "...", "( ", ") ", "“", '." ', "- ", "\n", "\r\n", "a\n", "A. ", "H'", "Dân vận khéo ",
    "số 1/", "Quyết định số ", "\u0301", "\u200b", "a\u0301", "a", "A", "một", "\u00a0", "đồng chí ", "không ", "\t",
]
CHARACTERS = 2_000
TRIES = 3
OPENING = "Báo cáo nêu rõ. "  # a sentence: words that only repeat themselves are a page's search terms, and skipped


def seconds(text: str) -> float:
    """Give the time of the processor, not of the clock, that reading a text takes."""
    before = time.process_time()
    extract(text)
    return time.process_time() - before


@pytest.mark.parametrize("trigger", HOSTILE, ids=repr)
def test_time_grows_with_the_length_only(trigger: str) -> None:
    """Eight times the text may take twenty times the time; what grows with its square takes 64 times."""
    count = CHARACTERS // len(trigger)
    measured = []
    for _ in range(TRIES):
        measured.append((seconds(OPENING + trigger * count), seconds(OPENING + trigger * count * 8)))
        if measured[-1][1] <= 20 * measured[-1][0] + 0.05:
            return
    pytest.fail(f"seconds for {count} and {count * 8} times {trigger!r}: {measured}")
