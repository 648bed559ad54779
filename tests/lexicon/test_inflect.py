"""Forms are generated: article, dual, sound plurals, possessives, agreement, conjugation."""

from __future__ import annotations

import pytest

from waqai.lexicon.entry import Pos
from waqai.lexicon.inflect import adjective_forms, noun_forms, phrase_forms, verb_forms, verb_table


def texts(forms):
    return {f.text for f in forms}


def test_a_noun():
    got = texts(noun_forms("مقاتل", sound="m"))
    assert {
        "مقاتل",
        "المقاتل",
        "مقاتلا",
        "مقاتلان",
        "مقاتلين",
        "المقاتلين",
        "مقاتلون",
        "مقاتلو",
        "مقاتلي",
        "مقاتله",
        "مقاتلهم",
    } <= got


def test_a_noun_with_taa_marbuta():
    got = {f.text: f for f in noun_forms("غارة", sound="f")}
    assert {"غاره", "الغاره", "غارتان", "غارتين", "الغارتين", "غارات", "الغارات", "غارته", "غاراتها"} <= got.keys()
    assert got["غارتان"].number == "du"
    assert got["غارات"].number == "pl"


def test_a_hamza_at_the_end_takes_the_seat_of_its_case():
    assert {"ابناءه", "ابنايه", "ابناوه", "ابنايهم"} <= texts(noun_forms("أبناء", "pl"))


def test_an_adjective_agrees():
    assert {"روسي", "روسيه", "الروسي", "الروسيه", "روسيان", "روسيتين", "روسيون", "روسيات"} <= texts(
        adjective_forms("روسي")
    )


def test_a_phrase_stands_as_it_is():
    (form,) = phrase_forms("المدفعية  الثقيلة")
    assert (form.text, form.pos, form.definite) == ("المدفعيه الثقيله", Pos.PHRASE, True)


def test_a_phrase_is_found_in_every_spelling_of_its_words():
    assert {"ميليشيا قسد", "مليشيا قسد", "ميلشيا قسد"} <= texts(phrase_forms("ميليشيا قسد"))


@pytest.mark.parametrize(
    ("lemma", "form", "voice", "tense"),
    [
        ("قَصَفَ", "قصفت", "", "past"),
        ("قَصَفَ", "يقصف", "", "present"),
        ("اِعْتَقَلَ", "اعتقلوا", "", "past"),
        ("أَصَابَ", "اصيب", "passive", "past"),
        ("اِغْتَالَ", "اغتيل", "passive", "past"),
    ],
)
def test_a_verb_comes_conjugated(lemma, form, voice, tense):
    got = [f for f in verb_forms(lemma) if f.text == form and f.tense == tense]
    assert got
    assert voice in ("", *(f.voice for f in got))


def test_object_pronouns_behind_active_verbs_only():
    forms = list(verb_forms("قَصَفَ"))
    assert any(f.text == "قصفته" and f.suffix == "ه" for f in forms)
    assert all(f.voice == "active" for f in forms if f.suffix)


def test_a_verb_without_a_table_has_no_forms():
    assert "مجهول" not in verb_table()
    assert list(verb_forms("مجهول")) == []
