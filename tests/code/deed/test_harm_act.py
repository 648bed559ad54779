"""Harm that is the act itself: who did it makes an incident of it; a death of nobody's doing is none."""

from __future__ import annotations

import pytest

from waqai.read import article_from_record


def told(coder, text: str) -> list[tuple[str, str]]:
    article = article_from_record({"id": "a", "title": "", "text": text, "published": "2022-06-15"})
    return [(report.sub_event_type, report.method) for report in coder.code(article).reports]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("قتل شاب على يد مسلحين مجهولين في بلدة الحراك.", ("Attack", "other")),
        ("قتل عنصران من قسد على أيدي مسلحين مجهولين في بلدة الشحيل.", ("Armed clash", "other")),
        ("قوات النظام تقتل رجلاً في بلدة خان شيخون.", ("Attack", "other")),
        ("قتل رجل بالرصاص في بلدة الحراك.", ("Attack", "small_arms")),
        ("اختطف شاب في بلدة الحراك.", ("Abduction/forced disappearance", "kidnapping")),
    ],
)
def test_harm_with_a_doer_or_a_weapon_is_an_act(coder, text: str, want: tuple[str, str]):
    assert told(coder, text) == [want]


@pytest.mark.parametrize(
    "text",
    [
        "قتل ثلاثة أشخاص في حادث سير في بلدة الحراك.",
        "توفي رجل في بلدة الحراك.",
        "قتل رجل وأصيب أخوه في بلدة الحراك. وقال مسلحون مجهولون إنهم لا يعرفونه.",
    ],
)
def test_harm_that_nobody_did_is_none(coder, text: str):
    assert told(coder, text) == []
