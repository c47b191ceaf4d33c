"""Documents and movements that a text names."""

from __future__ import annotations

import pytest

from danvan_cli import extract

# A sentence and the documents in it: wording, type, number, issuer (None: not said), date.
CITATIONS = [
    ("Triển khai Công văn số 212-CV/TU của Ban Thường vụ Tỉnh ủy.",
     [("Công văn số 212-CV/TU", "Công văn", "212-CV/TU", "Ban Thường vụ Tỉnh ủy", None)]),
    ("Thực hiện Quyết định số 23-QĐ/TW ngày 30/7/2021 của Bộ Chính trị, huyện đã họp.",
     [("Quyết định số 23-QĐ/TW", "Quyết định", "23-QĐ/TW", "Bộ Chính trị", "2021-07-30")]),
    ("Căn cứ Nghị định số 30/2020/NĐ-CP ngày 5 tháng 3 năm 2020 của Chính phủ.",
     [("Nghị định số 30/2020/NĐ-CP", "Nghị định", "30/2020/NĐ-CP", "Chính phủ", "2020-03-05")]),
    ("Nghị quyết 39 về tinh giản biên chế", [("Nghị quyết 39", "Nghị quyết", "39", None, None)]),
    ("Theo Luật Đất đai 2024 và Luật Hôn nhân và gia đình.",
     [("Luật Đất đai 2024", "Luật", None, None, None),
      ("Luật Hôn nhân và gia đình", "Luật", None, None, None)]),
    ("Luật Thực hiện dân chủ ở cơ sở đã được phổ biến.",
     [("Luật Thực hiện dân chủ ở cơ sở", "Luật", None, None, None)]),
    ("Số 87-BC/BDV", [("Số 87-BC/BDV", "Báo cáo", "87-BC/BDV", None, None)]),
    ("Huyện có kế hoạch 5 năm và báo cáo 12 vụ việc.", []),
    ("Sinh viên Trường Đại học Luật Hà Nội.", []),
]


@pytest.mark.parametrize(("text", "expected"), CITATIONS, ids=[row[0][:40] for row in CITATIONS])
def test_documents(text, expected):
    given = [(c.text, c.type, c.number, c.issuer, c.date) for c in extract(text).documents]
    assert given == expected


# A sentence and the movements in it with their number of mentions.
MOVEMENTS = [
    ("Phong trào thi đua “Dân vận khéo” lan rộng; nhiều mô hình “Dân vận khéo” ra đời.", [("Dân vận khéo", 2)]),
    ("Thi đua “Dân vận khéo trong xây dựng nông thôn mới”.", [("Dân vận khéo trong xây dựng nông thôn mới", 1)]),
    ("Hưởng ứng cuộc vận động “Mỗi tuần một việc tốt vì dân”.", [("Mỗi tuần một việc tốt vì dân", 1)]),
    ("Xã đẩy mạnh xây dựng nông thôn mới.", [("Xây dựng nông thôn mới", 1)]),
    ("Ông nói “thi đua” và “khen thưởng” phải đi đôi.", []),
]


@pytest.mark.parametrize(("text", "expected"), MOVEMENTS, ids=[row[0][:40] for row in MOVEMENTS])
def test_movements(text, expected):
    assert [(m.name, len(m.mentions)) for m in extract(text).movements] == expected
