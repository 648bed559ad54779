"""Sentences full of words of war that tell no incident, and beside them those that do."""

from __future__ import annotations

import pytest

from waqai.read import article_from_record


def _acts(coder, text: str) -> list[tuple[str, str]]:
    article = article_from_record({"id": "a", "title": "", "text": text, "published": "2015-07-24"})
    return [(r.sub_event_type, r.place.name if r.place else "") for r in coder.code(article).reports]


@pytest.mark.parametrize(
    "text",
    [
        "ويستخدم الجيش قاعدة الحبانية منطلقا لطائراته المروحية التي تستهدف مواقع التنظيم.",
        "وأغلقت الشرطة مكان التفجير في بغداد.",
        "ضبطت الشرطة في الإسكندرية تاجرا قتل زوجته بسبب خلافات مالية.",
        "انتشل خفر السواحل أمس 12 جثة قبالة مدينة الخمس إثر غرق زورق مطاطي.",
        "ورأى مراقبون أن الحزب يريد إنهاء المعركة في الزبداني سريعا.",
        "طالب المدعي بإنزال أقصى العقوبة على المتهمين في مدينة الكويت.",
        "ويقول ناشطون إن الجيش هدم مئات المنازل في رفح لإقامة منطقة عازلة.",
        "وصلت إلى ميناء الحديدة سفينة تحمل الغذاء بعد أن منعها القصف من الرسو الشهر الماضي.",
        "بحث المبعوث في عدن فرص التوصل إلى وقف دائم لإطلاق النار.",
        "وتفرض السلطات حظر التجول في مناطق من شمال سيناء منذ أكتوبر الماضي.",
        "وأدى التفجير إلى انهيار عدد من المباني.",
        "قالت الحكومة إن الشرطة أوقفت 90 شخصا في أنحاء البلاد. ومقرها أنقرة.",
    ],
)
def test_it_is_no_incident(coder, text: str):
    assert _acts(coder, text) == []


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("استهدفت طائرات الجيش أمس مواقع التنظيم في الحبانية.", [("Air/drone strike", "الحبانية")]),
        (
            "وقعت مجزرة في مدينة المخا أمس. وقتل 65 شخصا في غارة استهدفت مجمعا سكنيا لعمال محطة الكهرباء.",
            [("Air/drone strike", "المخا")],
        ),
        ("هدمت قوات الاحتلال أمس ستة منازل في بلدة يطا.", [("Looting/property destruction", "يطا")]),
        (
            "توعد الرئيس بملاحقة المسؤولين عن التفجير الانتحاري الذي قتل فيه 32 شخصا في مدينة سروج أول من أمس.",
            [("Suicide bomb", "سروج")],
        ),
        ("هددت الجماعة بتنفيذ تفجير انتحاري في مدينة سروج.", []),
        ("قتل شرطي بالرصاص خلال مواجهات مع محتجين في إسطنبول أمس.", [("Violent demonstration", "إسطنبول")]),
    ],
)
def test_it_is_one(coder, text: str, want: list[tuple[str, str]]):
    assert _acts(coder, text) == want


def test_a_number_counts_more_than_the_dozens_of_the_headline(coder):
    article = article_from_record(
        {
            "id": "a",
            "title": "عشرات القتلى بتفجير انتحاري في كانو",
            "text": "قتل 19 شخصا على الأقل حين فجر انتحاري نفسه أمس في مدينة كانو.",
            "published": "2015-07-24",
        }
    )
    assert [[(h.kind, h.min, h.max) for h in r.harm] for r in coder.code(article).reports] == [[("killed", 19, None)]]
