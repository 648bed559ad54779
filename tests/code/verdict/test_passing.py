"""Acts that a page about other things names in passing are no incidents; the same words are one in news, and so is news in such a page."""

from __future__ import annotations

import pytest

from waqai.read import article_from_record

_ELSE = """\
تحدث الأديب عن سنوات الطفولة بين الحقول وعن المدرسة القديمة التي تعلم فيها القراءة والكتابة.
وقال إن الحنين إلى البيوت الطينية لا يفارقه وإن رائحة الخبز تعيده إلى أمه كل صباح.
وأشار إلى أن القصيدة الأولى كتبها في السابعة عشرة ثم مزقها خجلا من أبيه وأصدقائه.
وأضاف أن الناشرين لا يهتمون بالشعر وأن القراء يفضلون الرواية منذ أعوام طويلة.
{act}
ورأى أن الترجمة جسر بين الثقافات وأن المكتبات العامة تحتاج إلى كتب جديدة وإلى موظفين أكثر.
وختم بأن الصداقة أجمل ما في العمر وأن السفر يعلم الصبر ويوسع الصدر ويفتح العين على الجمال.
"""


def _told(coder, text):
    article = article_from_record(
        {"id": "a", "title": "حوار مع أديب", "text": text.replace("\n", " "), "published": "2016-05-12"}
    )
    return [r.sub_event_type for r in coder.code(article).reports]


@pytest.mark.parametrize(
    ("act", "told"),
    [
        ("ويشبه حاله بحال الناس وسط المعارك التي تخوضها القوات الحكومية مع داعش في محافظة كركوك.", []),
        ("ورأى أن مشهد الهجوم الذي شنه داعش على محافظة كركوك يشبه قصائد الحرب.", []),
        ("وتذكر أياما صودرت فيها مكتبات ودمر المسلحون بيوت الطين في محافظة إدلب.", []),
        ("وقد قتل أمس ثمانية جنود في اشتباكات مع داعش في بلدة الحويجة بمحافظة كركوك.", ["Armed clash"]),
        ("وروى أن طائرات التحالف قصفت فجر أمس مواقع لداعش في بلدة الحويجة.", ["Air/drone strike"]),
    ],
)
def test_what_a_page_about_else_tells(coder, act, told):
    assert _told(coder, _ELSE.format(act=act)) == told


def test_a_page_of_acts_is_about_nothing_else(coder):
    text = (
        "وقتل أمس ثمانية جنود في اشتباكات في بلدة الحويجة. وقصفت طائرات التحالف مواقع داعش في بلدة الرياض. "
        "ورأى الشهود أن مشهد الهجوم الذي شنه داعش على محافظة نينوى يشبه قصائد الحرب."
    )
    assert len(_told(coder, text)) == 3
