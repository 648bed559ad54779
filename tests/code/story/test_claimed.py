"""Doers whom only a claim or an accusation names, near the act or far from it."""

from __future__ import annotations

import pytest

from waqai.read import article_from_record

_BOMB = "انفجرت عبوة ناسفة في سوق بعقوبة أمس فقتل ستة مدنيين. "


@pytest.mark.parametrize(
    ("text", "by"),
    [
        (_BOMB + "وأعلن تنظيم داعش بعد ساعات مسؤوليته عن التفجير.", "IS"),
        (_BOMB + "وقال رئيس المجلس المحلي إن تنظيم داعش يقف وراء التفجير.", "IS"),
        (_BOMB + "واتهم المسؤولون تنظيم داعش، بالوقوف خلف التفجير.", "IS"),
        (_BOMB + "وأعلن ما يسمى تنظيم داعش وقوفه خلفه.", "IS"),
        (_BOMB + "ونقل الجرحى إلى المستشفى.\nوقال طبيب إن أحدهم توفي لاحقا.\nوتبنى تنظيم داعش التفجير.", "IS"),
        (_BOMB + "ونفى تنظيم داعش مسؤوليته عن التفجير.", "UNKNOWN"),
        (_BOMB + "واتهم المسؤولون تنظيم داعش بالوقوف خلف تفجير وقع الشهر الماضي في مدينة الموصل.", "UNKNOWN"),
    ],
)
def test_the_claim_names_the_doer(coder, text, by):
    article = article_from_record({"id": "a", "title": "", "text": text, "published": "2015-07-28"})
    told = {r.place.name: list(r.initiators) for r in coder.code(article).reports if r.place}
    assert told["سوق بعقوبة"] == [by]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("فجر انتحاري يعتقد أنه من تنظيم داعش نفسه في بلدة سوروتش التركية أمس فقتل 32 شخصا.", ["IS"]),
        (
            "رجح مسؤولون أن يكون الهجوم الانتحاري الذي وقع في سوروتش التركية أمس وأوقع 30 قتيلا من تنفيذ داعش.",
            ["IS"],
        ),
        (
            "قتل مسلحون أربعة جنود في كمين بولاية باتنة أمس. وأوضح مصدر أمني أن المهاجمين من القاعدة في بلاد المغرب الإسلامي.",
            ["OTHER:تنظيم القاعدة في بلاد المغرب الإسلامي"],
        ),
        (
            "قتل 12 شخصا في تفجيرين في مدينة مايدوغوري أمس. وأعلن الجيش أن المهاجمين ينتمون إلى بوكو حرام.",
            ["OTHER:بوكو حرام"],
        ),
        ("اغتال مسلحون مجهولون ضابطا في مدينة عدن أمس. وتبنى تنظيم القاعدة في وقت لاحق العملية.", ["AQAP"]),
    ],
)
def test_whose_the_attacker_is_names_the_doer(coder, text, by):
    article = article_from_record({"id": "a", "title": "", "text": text, "published": "2015-07-28"})
    assert [list(r.initiators) for r in coder.code(article).reports] == [by]


def test_a_claim_of_several_is_of_all_told_before(coder):
    text = (
        "انفجرت سيارة مفخخة في حي البياع في بغداد أمس فقتلت تسعة. وانفجرت عبوة ناسفة في حي الأمين فقتلت أربعة مدنيين. "
        "وتبنى تنظيم داعش في بيان هذه التفجيرات."
    )
    article = article_from_record({"id": "a", "title": "", "text": text, "published": "2015-07-28"})
    assert [list(r.initiators) for r in coder.code(article).reports] == [["IS"], ["IS"]]


def test_the_lead_says_whose_the_attacks_are_that_the_body_tells(coder):
    title = "عشرات القتلى في هجمات لبوكو حرام"
    text = "ففي مدينة غومبي وقع انفجار قرب محطة للحافلات أوقع 18 قتيلا أمس.\nوانفجرت قنبلة في سوق مدينة جوس فقتل أربعة."
    article = article_from_record({"id": "a", "title": title, "text": text, "published": "2015-08-12"})
    reports = coder.code(article).reports
    assert len(reports) > 1
    assert {r.initiators for r in reports} == {("OTHER:بوكو حرام",)}


@pytest.mark.parametrize(
    "told",
    [
        "قال مسؤول إن خلايا تنظيم داعش هي التي نفذت تفجير مدينة كركوك أمس.",
        "أكد الوزير أن تنظيم داعش هو الذي يقف وراء التفجير الذي وقع أمس في مدينة كركوك.",
        "أوضح المحافظ أن تنظيم داعش هو من نفذ التفجير في مدينة كركوك أمس.",
    ],
)
def test_it_is_he_who_did_it(coder, told):
    article = article_from_record({"id": "a", "title": "", "text": told, "published": "2015-07-28"})
    assert [list(r.initiators) for r in coder.code(article).reports] == [["IS"]]
