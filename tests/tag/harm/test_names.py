"""The dead whose names stand beneath a heading, one a line, are counted."""

from __future__ import annotations

import pytest

from waqai.read import article_from_record


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("شهداء بلدة سرمين اليوم:\nسمير فاضل النهري\nنبيل سمير النهري\nرحمهم الله", 2),
        ("أسماء شهداء القصف على بلدة سرمين:\n1- سمير فاضل\n2- نبيل سمير\n3- الطفل ماجد سمير", 3),
        ("أسماء الشهداء نتيجة الغارة على بلدة سرمين\n1- سمير فاضل\n2- نبيل سمير", 2),
        ("استشهاد كل من:\nسمير النهري\nنبيل النهري\nسعاد النهري\nبقصف الطيران الحربي على بلدة سرمين", 3),
        ("مجزرة في بلدة سرمين\nعدد الشهداء 9 شهداء\nنوع القصف: غارات من الطيران الحربي", 9),
    ],
)
def test_names_one_a_line_are_counted(coder, text: str, want: int):
    record = {"id": "a", "title": "", "text": text, "published": "2016-06-15", "url": "https://www.facebook.com/p/1"}
    (report,) = coder.code(article_from_record(record)).reports
    assert [h.min for h in report.harm if h.kind == "killed"] == [want]
