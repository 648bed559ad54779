"""What is worked out once for a form: which of its readings stand in the row, steer, tell, need more, or name no place."""

from __future__ import annotations

import pytest

from waqai.lexicon.entry import Entry, Form, Kind, Pos, Reading
from waqai.lexicon.readings import NOTHING, Readings


def reading(kind: Kind, cls: str = "", *, pos: Pos = Pos.NOUN, ident: str = "", needs: tuple[str, ...] = ()) -> Reading:
    form = Form(text="كلمه", pos=pos)
    return Reading(Entry(id=ident or f"{kind}.word", kind=kind, gloss="", forms=(form,), cls=cls, needs=needs), form)


ACT = reading(Kind.TRIGGER, pos=Pos.VERB)
NAMED_ACT = reading(Kind.TRIGGER)
MONTH = reading(Kind.TIME, "month")
SEEN = reading(Kind.PARTICLE, "result")
UNSEEN = reading(Kind.PARTICLE, "zero_light")
WEAPON = reading(Kind.WEAPON)
TOWN = reading(Kind.PLACE_KIND, "town")
TREE = reading(Kind.OBJECT, "thing")


def test_the_first_reading_of_each_kind_is_its_sense():
    other = reading(Kind.WEAPON, ident="weapon.other")
    assert Readings((WEAPON, ACT, other)).senses == {Kind.WEAPON: WEAPON, Kind.TRIGGER: ACT}


def test_what_no_chunk_is_made_of_does_not_stand_in_the_row():
    assert Readings((MONTH, WEAPON, UNSEEN, TOWN, SEEN)).in_row == (WEAPON, SEEN)
    assert Readings((MONTH, UNSEEN)).in_row == NOTHING


def test_where_all_stand_in_the_row_it_is_they_themselves():
    readings = Readings((WEAPON, ACT))
    assert readings.in_row is readings


@pytest.mark.parametrize(
    ("readings", "worded"),
    [
        ((ACT, NAMED_ACT), 2),
        ((NAMED_ACT,), 1),
        ((reading(Kind.VICTIM, ident="victim.civilian"),), 2),
        ((reading(Kind.TRIGGER, "thing"),), 0),
        ((TOWN, TREE), 0),
        ((), 0),
    ],
)
def test_verbs_can_be_part_of_no_name_and_kind_words_can(readings: tuple[Reading, ...], worded: int):
    assert Readings(readings).worded == worded


@pytest.mark.parametrize(("one", "steers"), [(ACT, True), (SEEN, True), (WEAPON, False), (MONTH, False)])
def test_acts_and_particles_steer_and_weapons_do_not(one: Reading, steers: bool):
    assert Readings((TOWN, one)).steers is steers


@pytest.mark.parametrize(
    ("readings", "tell"),
    [
        ((ACT, WEAPON), True),
        ((ACT, NAMED_ACT), False),
        ((reading(Kind.TRIGGER, pos=Pos.VERB, needs=("weapon",)),), False),
        ((WEAPON,), False),
    ],
)
def test_only_a_verb_that_needs_nothing_tells_an_act_by_itself(readings: tuple[Reading, ...], tell: bool):
    assert Readings(readings).tell is tell


def test_a_particle_gives_its_class_and_other_words_none():
    assert Readings((WEAPON, SEEN, UNSEEN)).particle == "result"
    assert Readings((WEAPON,)).particle == NOTHING.particle == ""


def test_they_are_named_by_entry_and_kind_as_what_another_word_needs():
    readings = Readings((WEAPON, TREE))
    assert readings.names == {"weapon.word", "weapon", "object.word", "object"}
    assert readings.thing
    assert not Readings((WEAPON,)).thing


def test_one_that_needs_more_makes_the_form_one_to_be_settled():
    assert Readings((WEAPON, reading(Kind.TRIGGER, needs=("weapon",)))).needs
    assert not Readings((WEAPON, ACT)).needs
