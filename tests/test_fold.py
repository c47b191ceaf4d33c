"""Folding: one spelling to match on, and the way back to the text as read."""

import unicodedata

import pytest

from danvan_cli.text.fold import compose, fold, fold_string

SPELLINGS = [
    # as read, as matched on
    ("Uỷ ban nhân dân tỉnh Hoà Bình", "Ủy ban nhân dân tỉnh Hòa Bình"),
    ("THUỶ LỢI", "THỦY LỢI"),
    ("Quý, quỳ, Quỹ", "Quý, quỳ, Quỹ"),                      # the u belongs to the q
    ("hoàn toàn, thuyền", "hoàn toàn, thuyền"),              # closed syllables have one spelling
    ("Ðồng Nai, ðồng", "Đồng Nai, đồng"),                    # Icelandic letters that look alike
    ("H’Linh K‘Brêu H`Yim", "H'Linh K'Brêu H'Yim"),
    ("“Dân vận khéo” – «2024»", '"Dân vận khéo" - "2024"'),
    ("Hà\u00a0Nội\u3000Huế\t1", "Hà Nội Huế 1"),
    ("dân\u200b vận, Hà\u00ad Nội\ufeff", "dân vận, Hà Nội"),
    ("một\r\nhai\rba", "một \nhai\nba"),                     # a Windows line end is one line end
    ("300 \u212a", "300 K"),                                 # the sign of the kelvin
    ("\ud55c\uae00", "\ud55c\uae00"),
    ("Nguyễn V\u0430n \u0410n", "Nguyễn Van An"),              # Cyrillic letters in Latin words
    ("\u0441\u0430 b\u0115nh, Ch\u03bf Lớn", "ca b\u0115nh, Cho Lớn"),  # a word all of look-alikes; Greek
    ("\u041f\u0443\u0442\u0438\u043d g\u1eb7p H\u0430", "\u041f\u0443\u0442\u0438\u043d g\u1eb7p Ha"),  # a Russian name stays
    ("đô\x07 thị\x00", "đô thị"),
    ("lu\u00ad\nật, bộ\u00ad\nBan", "luật, bộ\nBan"),           # a soft hyphen that broke a word
    ("trƣờng, Ƣớc", "trường, Ước"),                          # what PDF writers make of ư
    ("\uff35\uff22\uff2e\uff24 \uff11\uff12\uff0c\uff15\uff05", "UBND 12,5%"),  # fullwidth
    ("\U0001d414\U0001d401\U0001d40d\U0001d403", "UBND"),      # mathematical letters, as posts have them
    ("một\x85hai\u2028ba", "một\nhai\nba"),
    ("m²", "m²"),
    ("## Kết quả\n**Ông An**, *12* hộ", " Kết quả\nÔng An, 12 hộ"),   # Markdown
    ("- [Bà Hoa](http://a.vn/b?c=1), ![ảnh](a.jpg)", "- Bà Hoa, ảnh"),
    ("* mục 1, (*) chú thích, 2*3, #danvan, [3] (4)", "* mục 1, (*) chú thích, 2*3, #danvan, [3] (4)"),
]


@pytest.mark.parametrize(("raw", "folded"), SPELLINGS)
def test_one_spelling_to_match_on(raw: str, folded: str) -> None:
    assert fold(raw).text == folded


@pytest.mark.parametrize(("raw", "folded"), SPELLINGS)
def test_decomposed_text_folds_alike(raw: str, folded: str) -> None:
    assert fold(unicodedata.normalize("NFD", raw)).text == folded


@pytest.mark.parametrize(("raw", "word", "quoted"), [
    ("tỉnh Hoà Bình", "Hòa", "Hoà"),
    ("tỉnh Ho\u0300a Bình", "Hòa", "Ho\u0300a"),
    ("\ufeffSở Nội\u200b vụ", "Nội", "Nội"),                # invisible marks around a word stay outside
    ("Sở Nô\u200b\u0323i vụ", "Nội", "Nô\u200b\u0323i"),       # and inside it within
    ("**Sở Nội vụ**", "Sở Nội vụ", "Sở Nội vụ"),
    ("x\u0958y", "y", "y"),                                 # one character that composes to two
])
def test_spans_lead_back_to_the_raw_text(raw: str, word: str, quoted: str) -> None:
    folded = fold(raw)
    start = folded.text.index(word)
    first, last = folded.raw(start, start + len(word))
    assert raw[first:last] == quoted


def test_lower_case_keeps_the_offsets() -> None:
    folded = fold("İSTANBUL và UBND")
    assert len(folded.lower) == len(folded.text)
    assert folded.lower.endswith("ubnd")


def test_a_string_folds_to_single_spaces() -> None:
    assert fold_string(" Uỷ  ban\r\nMTTQ ") == "Ủy ban MTTQ"


@pytest.mark.parametrize(("raw", "composed"), [
    ("Thuỳ", "Thuỳ"),                                        # a name is spelt as its bearer spells it
    ("Nguyê\u0303n\n Văn\u00a0An", "Nguyễn\n Văn\u00a0An"),
    ("Ðinh V\u0430\u00adn", "Đinh Van"),
])
def test_a_string_is_composed_otherwise_as_it_is_written(raw: str, composed: str) -> None:
    assert compose(raw) == composed
