"""Notes from codes alone, in both languages."""

from __future__ import annotations

import pytest

from incident_factory import clash, failed_raid, incident, week
from waqai.publish.day import dictionary
from waqai.publish.note import figure, note
from waqai.publish.reference import Reference


def test_a_note_in_english():
    assert note(incident(), "en") == (
        "On 8 November 2021, shelling in Kansafra (Idlib, Syria), by Syrian state forces of the Assad government (army and security "
        "branches), against Civilians. Toll: 2 to 3 civilians killed. Sources give different figures. "
        "Sources: وكالة السهل 0, الدفاع المدني. Attestation: weak, 1 independent."
    )


def test_a_note_in_arabic():
    assert note(incident(), "ar") == (
        "في 8 تشرين الثاني/نوفمبر 2021: قصف في كنصفرة (إدلب، سوريا)، المنفذ: قوات النظام، المستهدف: مدنيون. "
        "الحصيلة: قتلى مدنيون: من 2 إلى 3. تختلف المصادر في الأرقام. "
        "المصادر: وكالة السهل 0، الدفاع المدني. التوثيق: ضعيف، شهود مستقلون: 1."
    )


def test_what_failed_and_what_nobody_dates():
    text = note(failed_raid(), "en")
    assert "On a day that the reports do not fix" in text
    assert "it missed its aim" in text
    assert "no people wounded" in text


def test_a_span_and_a_denial():
    text = note(week(), "en")
    assert "Between 1 November 2021 and 7 November 2021" in text
    assert "denied by the other side" in text
    assert "3 times" in text


@pytest.mark.parametrize(
    ("toll", "english"),
    [
        ((3, 3, 3), "3"),
        ((1, 1, None), "at least 1"),
        ((5, 7, None), "5 or more, 7 most likely"),
        ((None, None, 4), "up to 4"),
        ((2, 2, 5), "2 to 5"),
    ],
)
def test_figures(toll, english):
    assert figure(*toll, "en") == english
    assert not set("+–≤") & set(figure(*toll, "ar")), "signs change sides where text runs from right to left"


@pytest.mark.parametrize("language", ["en", "ar"])
def test_there_are_words_for_every_code(language):
    words, taxonomy = dictionary()[language], Reference.load().taxonomy
    assert words["sub_event"].keys() == taxonomy.event_types.keys()
    assert words["event_type"].keys() == set(taxonomy.event_types.values())
    assert len(words["months"]) == 12
    assert note(clash(), language)
