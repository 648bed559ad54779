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
        (
            "أنعي إليكم الشهداء الذين غدر بهم القصف الروسي على بلدة سرمين أثناء عملهم.\n#الشاب_سمير_عبد_النهري\n#الطفل_نبيل_خالد_النهري",
            2,
        ),
        (
            "قصف على بلدة سرمين بخمس غارات أدى إلى ارتقاء\nالشهداء\nسمير عبد الله النهري\nخالد حميد قرعوش\nنسأل الله أن يتقبلهم.",
            2,
        ),
        ("مجزرة في بلدة سرمين\nعدد الشهداء 9 شهداء\nنوع القصف: غارات من الطيران الحربي", 9),
    ],
)
def test_names_one_a_line_are_counted(coder, text: str, want: int):
    record = {"id": "a", "title": "", "text": text, "published": "2016-06-15", "url": "https://www.facebook.com/p/1"}
    (report,) = coder.code(article_from_record(record)).reports
    assert [h.min for h in report.harm if h.kind == "killed"] == [want]


def test_names_that_a_post_cuts_off_are_counted_where_it_begins_again(coder):
    head = "اسماء الشهداء نتيجة القصف الذي استهدف بلدة #سرمين\n#تحديث\n"
    names = "1- سمير عبد النهري\n2-نبيل أحمد قرعوش\n3- سلام العاهي من مدينة كفرنبل\n"
    text = f"{head}1- سمير عبد النهري\n2-نبيل أحمد قرعوش\n3- سلام...\n\n{head}{names}4- حسون احسان..."
    record = {"id": "a", "title": "", "text": text, "published": "2016-06-15", "url": "https://www.facebook.com/p/1"}
    (report,) = coder.code(article_from_record(record)).reports
    assert [(h.min, h.max) for h in report.harm if h.kind == "killed"] == [(4, None)]


def test_a_list_of_dead_and_wounded_below_a_sentence_is_not_the_wounded(coder):
    text = "قصفت الطائرات الروسية بلدة سرمين، ما أدى لمقتل 2 مدنيين وإصابة 1، كما تعرض المسعفون لغارة أثناء إنقاذهم المصابين\nسمير عبد النهري\nنبيل أحمد قرعوش\nسعاد قرعوش"
    record = {"id": "a", "title": "", "text": text, "published": "2016-06-15", "url": "https://www.facebook.com/p/1"}
    (report,) = coder.code(article_from_record(record)).reports
    assert [(h.kind, h.min) for h in report.harm] == [("killed", 2), ("wounded", 1)]
