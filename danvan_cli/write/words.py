"""The words of tables: headings, and what the codes of the data model are called, in both languages."""

from __future__ import annotations

_WORDS = {
    # kinds
    "officials": ("Cán bộ", "Officials"),
    "organisations": ("Tổ chức", "Organisations"),
    "indicators": ("Số liệu", "Indicators"),
    "documents": ("Văn bản", "Documents"),
    "movements": ("Phong trào", "Movements"),
    # headings
    "name": ("Tên", "Name"),
    "full_name": ("Họ tên", "Name"),
    "office": ("Chức vụ", "Office"),
    "body": ("Cơ quan", "Body"),
    "mentions": ("Số lần", "Times"),
    "kind": ("Loại", "Kind"),
    "level": ("Cấp", "Level"),
    "value": ("Giá trị", "Value"),
    "unit": ("Đơn vị", "Unit"),
    "measure": ("Chỉ tiêu", "Measure"),
    "change": ("Biến động", "Change"),
    "period": ("Thời gian", "Period"),
    "type": ("Loại", "Type"),
    "number": ("Số hiệu", "Number"),
    "issuer": ("Cơ quan ban hành", "Issuer"),
    "date": ("Ngày", "Date"),
    "rule": ("Quy tắc", "Rule"),
    # phrases
    "none": ("không có", "none found"),
    "now": ("nay là", "now"),
    "now_in": ("nay thuộc", "now in"),
    "from_baseline": ("so với", "vs"),
    # kinds of bodies
    "party": ("Đảng", "Party"),
    "state": ("nhà nước", "state"),
    "council": ("dân cử", "council"),
    "front": ("Mặt trận", "Front"),
    "mass_organisation": ("đoàn thể", "mass organisation"),
    "military_police": ("quân đội, công an", "military, police"),
    "justice": ("tư pháp", "justice"),
    "public_service": ("sự nghiệp công", "public service"),
    "press": ("báo chí", "press"),
    "company": ("doanh nghiệp", "company"),
    "international": ("quốc tế", "international"),
    "other": ("khác", "other"),
    # levels
    "central": ("trung ương", "central"),
    "province": ("tỉnh", "province"),
    "district": ("huyện", "district"),
    "commune": ("xã", "commune"),
    # bounds
    "over": ("hơn", "over"),
    "nearly": ("gần", "nearly"),
    "about": ("khoảng", "about"),
    "at_least": ("ít nhất", "at least"),
    "at_most": ("tối đa", "at most"),
    # changes and units
    "up": ("tăng", "up"),
    "down": ("giảm", "down"),
    "ratio": ("phần", "ratio"),
}


def word(key: str | None, lang: str) -> str:
    """Give the word for a heading or code in `lang` (`vi` or `en`); an unknown key stands for itself.

    >>> word("province", "vi"), word("ha", "vi"), word(None, "vi")
    ('tỉnh', 'ha', '')
    """
    if key is None:
        return ""
    vietnamese, english = _WORDS.get(key, (key, key))
    return vietnamese if lang == "vi" else english
