"""What the word before a name of an actor says of it: somebody of theirs, a thing of theirs, a place that bears the name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from waqai.lexicon.entry import Entry, Kind, Pos, Reading
from waqai.lexicon.index import Hit
from waqai.tag.actor_words import (
    AND,
    ARMS,
    BELONGS,
    CAPITAL,
    FROM_ELEVEN,
    LAND_ENDING,
    MACHINES,
    MADE,
    OF_UNIT,
    ORDINALS,
    PASSPORT,
    THE,
    WAGED_BEFORE,
    WAGES,
    is_capital_meant,
)
from waqai.tag.chunk_words import BESIDE_IT
from waqai.tag.setting import LAND, STAGES, lives
from waqai.tag.words import Words
from waqai.text.segment import Token

if TYPE_CHECKING:
    from waqai.tag.actor.find import ActorPhrase
    from waqai.tag.place.find import PlacePhrase

_FIGHT: Final = "combatants"
_FORCES: Final = "force.forces"
_MEN: Final = "force.members"
_THEIRS: Final = "actor.sna.theirs"
_TURKEYS: Final = frozenset({"TURKEY_MIL", "SNA"})
_NOMINATIVE: Final = "ون"
_MEMBERS: Final = 4
"""Tokens between somebody of a group and its name: "gunmen thought to be of |the Base|"."""
_ENDS: Final = frozenset({".", "\n"})
_NAMED_AFTER: Final = frozenset(
    {f"place_kind.{kind}" for kind in ("city", "town", "village", "neighbourhood", "street", "square")}
)


def is_no_doer(
    words: Words, phrase: ActorPhrase, persons: set[int], places: Sequence[PlacePhrase], named_so: set[int]
) -> bool:
    """Tell whether a land is a word in a name: of one of ``persons`` (tokens), of one of ``places``, whose names are ``named_so`` (tokens), of a city ("the |Iraqi| capital A"), that city itself, or a force a word for a place ("the |police| station of A")."""
    first = phrase.first
    if phrase.cls == "nationality":
        made = words.texts[phrase.last : phrase.last + 1]
        if made and made[0] in MADE:
            return True
        if first and ({first - 1, first} <= persons or words.texts[first - 1].endswith((CAPITAL, *PASSPORT))):
            return True  # "Sami |al-Urduni|", "of |the Yemeni| nationality"
        if first and _is_name_of_place(words, first):
            return True
        return first in named_so and any(p.name_first < first < p.name_last and p.kind in _SETTLED for p in places)
    if phrase.cls == "generic":
        if first and _is_dual_man(words, first):
            return True
        if words.texts[phrase.last - 1].isdigit() and any(p.head_first < first < p.head_last for p in places):
            return True  # "the camp of |the Brigade 17| of foot"
        at = [p.first for p in places if p.first < first and phrase.last <= p.name_first]
        return bool(at) and words.texts[at[0] - 1] in BESIDE_IT  # "in front of the |police| station of A"
    if phrase.cls != "country":
        return False
    return (first in persons and not is_protested(words, first)) or (
        is_capital_meant(words.texts, first) and any(place.first <= first < place.last for place in places)
    )


def _is_dual_man(words: Words, first: int) -> bool:
    """Tell whether a force is the second word for two men of it: "two officers |of the police|"."""
    ahead = (hit for hit in words.by_first.get(first - 1, ()) if hit.last == first + 1)
    return any(r.entry.kind is Kind.VICTIM and r.form.number == "du" for hit in ahead for r in hit.readings)


def is_protested(words: Words, first: int) -> bool:
    """Tell whether protesters name a ruler, whose name stands for who rules: "down with |So-and-so|", "against |So-and-so|"."""
    before = words.reading(first - 1, (Kind.PARTICLE,)) if first else None
    cue = before is not None and before[1].entry.cls == _PROTESTED
    return cue or (first > 0 and words.texts[first - 1] == _AGAINST)


_PROTESTED: Final = "protests_at"
_AGAINST: Final = "ضد"
_ABSOLUTE: Final = ("ون", "ين", "ان")
"""Endings that a plural or dual of men loses before whose they are."""
_SETTLED: Final = frozenset({"", "town", "village"})
"""Kinds of place whose name may hold a people's: "Duwayr |of the Kurds|"; an embassy is that people's own."""


def _is_name_of_place(words: Words, first: int) -> bool:
    """Tell whether a place bears a people's name: "the district |of the Chinese|", but not "a |Chinese| town"."""
    kind = words.reading(first - 1, (Kind.PLACE_KIND,))
    named = kind is not None and kind[0].last == first and not kind[1].form.definite and not kind[1].form.suffix
    return named and words.texts[first].startswith(THE) and not words.texts[first - 1].startswith(THE)


def arm_of(words: Words, named: Sequence[ActorPhrase], phrase: ActorPhrase) -> int | None:
    """Find who is only said to be an arm of the actor of ``phrase``: "X, |the Syrian branch of [l-]| Y"; ``None`` where nobody is."""
    if phrase.cls == "nationality":
        return None
    for at in range(len(named) - 1, max(-1, len(named) - 1 - _ADJECTIVES), -1):
        between = words.texts[named[at].last : phrase.first]
        if not ARMS.isdisjoint(between):
            said = [text for text in between if text not in _APART]
            if said[0] in ARMS:
                return at if named[at].ids and len(said) <= 1 + _ADJECTIVES else None
        if named[at].cls != "nationality":
            return None
    return None


_ADJECTIVES: Final = 2
"""Words between "the arm" and whose it is: "the |armed Syrian| wing of"."""
_APART: Final = frozenset(',"()')


def is_army(words: Words, phrase: ActorPhrase) -> bool:
    """Tell whether a state is meant by its forces: the subject of a verb of waging, whose object says what it did."""
    if phrase.cls != "country" or not phrase.first:
        return False
    verb = words.texts[phrase.first - 1]
    if verb not in WAGES and not (verb[:1] in ("و", "ف") and verb[1:] in WAGES):
        return False
    for k in range(phrase.last, min(phrase.last + _OBJECT, len(words.texts))):
        if words.texts[k] in WAGED_BEFORE:
            return False
        if any(r.entry.kind is Kind.TRIGGER for hit in words.by_first.get(k, ()) for r in hit.readings):
            return True
    return False


_OBJECT: Final = 4
"""Words behind a state up to what it waged: "waged X |yesterday a number of raids|"."""


_SET: Final = 2
"""Words up to which a generic name is no set phrase of one country."""


def only_says_how(words: Words, first: int, reading: Reading) -> bool:
    """Tell whether "armed" says how an act was: "an |armed| attack of"."""
    if first == 0 or reading.entry.id != _MEN or reading.form.number != "sg":
        return False
    act = words.reading(first - 1, (Kind.TRIGGER,))
    return act is not None and act[0].last == first and act[1].form.pos is Pos.NOUN


def names_the_land(entry: Entry, words: Words, at: int) -> bool:
    """Tell whether what is spelt like the accusative of a people's adjective is the name of its country: Nigeria, not "20 |Nigerians|"."""
    if entry.id != _OTHER_STATE or not words.texts[at].endswith(LAND_ENDING):
        return False
    before = words.texts[at - 1] if at else ""
    return not (before.isdigit() or before.endswith(FROM_ELEVEN))


_OTHER_STATE: Final = "actor.abroad.state"


def is_of_elsewhere(entry: Entry, hit: Hit, country: str) -> bool:
    """Tell whether a set phrase means another country's army: "units of the army |of so-and-so|" are not Syria's here."""
    return (
        hit.last - hit.first > (1 if country in STAGES else _SET)
        and entry.cls == "generic"
        and bool(entry.countries and country and country not in entry.countries)
    )


def is_named_after(words: Words, first: int) -> bool:
    """Tell whether a place bears the word for its name: "the |quarter| of the Police"."""
    kind = words.reading(first - 1, (Kind.PLACE_KIND,)) if first else None
    return kind is not None and kind[0].last == first and kind[1].entry.id in _NAMED_AFTER and not kind[1].form.definite


def opens_doubt(words: Words, at: int) -> bool:
    """Tell whether a word of doubt stands here, behind the comma: "aircraft|, thought to be of X,| struck"."""
    doubt = words.reading(at, (Kind.PARTICLE,))
    return doubt is not None and doubt[1].entry.cls in DOUBTS


DOUBTS: Final = frozenset({"hedge", "suspected"})
_TO: Final = "ل"


def is_linked(words: Words, first: int) -> bool:
    """Tell whether "l-" in front of a name is "belonging to", "loyal to"."""
    link = words.reading(first - 1, (Kind.PARTICLE,)) if first else None
    return link is not None and link[1].entry.cls in ("link", "loyal")


def is_joined(words: Words, at: int) -> bool:
    """Tell whether "and" brings another here, who owns nothing that stands before: "armed groups |and clans|"."""
    hit = next(iter(words.by_first.get(at, ())), None)
    return hit is not None and hit.proclitic[:1] == AND


def is_hit(words: Words, unit: tuple[Hit, Reading], *, machine: bool) -> bool:
    """Tell whether a unit or men are what the words before them hit, and no part of their name.

    A machine hits a unit that is a noun of its own ("a drone hit |a patrol of [l-] X|"), men in the nominative hit others
    ("gunmen killed |two members| of X", "gunmen attacked |the army|").
    """
    hit, reading = unit
    tokens = words.tokens
    if not machine:
        doers, hurt = tokens[hit.first - 1].text if hit.first else "", tokens[hit.first].text
        belongs = hit.proclitic[-1:] == _TO and opens_doubt(words, hit.first - 1)  # "gunmen |who belong to| X"
        return doers.endswith(_NOMINATIVE) and not (hurt.endswith(_NOMINATIVE) or belongs)
    if reading.form.definite or reading.entry.method or hit.proclitic:
        return False
    after = words.by_first.get(hit.last, ())
    return (hit.last < len(tokens) and tokens[hit.last].text in BELONGS) or any(h.proclitic == "ل" for h in after)


def is_other(words: Words, head: tuple[Hit, Reading], owner: int) -> bool:
    """Tell whether who is named behind a force or machine with the article is another, whom it hit: "|the artillery| shelled |the men of| X"."""
    (hit, reading), texts = head, words.texts
    doers = owner == hit.last and texts[owner - 1].endswith(_NOMINATIVE)  # "|gunmen| attacked |demonstrators (acc.)|"
    if _hits_a_thing(words, head) or (doers and texts[owner].endswith("ين")):
        return True
    if not (reading.form.definite and texts[hit.last - 1].startswith(THE)):
        return False
    at = hit.last
    while at < owner and texts[at].startswith(THE) and words.reading(at, (Kind.FORCE,)) is None:
        at += 1
    if texts[at].startswith((THE, "ل")):
        return False
    men = words.reading(at, (Kind.FORCE,))
    return (men is not None and not men[0].proclitic) or (at == owner and bool(reading.entry.method))


def is_thing(words: Words, at: int) -> bool:
    """Tell whether what stands behind a machine is what it hit: "hit with artillery |positions| belonging to X"."""
    return words.reading(at, (Kind.OBJECT,)) is not None


def is_machine_of_others(words: Words, at: int) -> bool:
    """Tell whether a machine right behind men is what they hit, and no adjective of theirs: "gunmen hit |an armoured car| of [l-] X"."""
    men = words.reading(at - 1, (Kind.FORCE,)) if words.texts[at] in MACHINES else None
    return men is not None and men[1].entry.id == _MEN and men[1].form.number != "sg"


def is_its_land(tokens: Sequence[Token], hit: Hit, land: Entry, last: int, day: date | None) -> bool:
    """Tell whether a people's name says whose the force is that ends before ``last``: "the police |of Saudi Arabia|", not "the police arrested |a Saudi|"."""
    if land.cls != "nationality" or hit.proclitic or not lives(land, day):
        return False
    return tokens[hit.first].text.startswith(THE) or not tokens[last - 1].text.startswith(THE)


def _hits_a_thing(words: Words, men: tuple[Hit, Reading]) -> bool:
    """Tell whether a thing stands behind men who are in no construct with it, so that its owner is not theirs: "gunmen hit |a car that belongs to X|"."""
    hit, reading = men
    return reading.entry.id == _MEN and words.texts[hit.last - 1].endswith(_ABSOLUTE) and is_thing(words, hit.last)


def is_of_unit(words: Words, at: int) -> bool:
    """Tell whether a word goes on about a numbered unit: "a force of the brigade |Eight in| the army", "the brigade |35 of armour loyal| to X"."""
    text, before = words.texts[at], words.texts[at - 1]
    if text.isdigit() or text in ORDINALS:
        unit = words.reading(at - 1, (Kind.FORCE,))
        return unit is not None and unit[1].entry.id == _FORCES and unit[1].form.number == "sg"
    return text in OF_UNIT and (before.isdigit() or before in ORDINALS or before in OF_UNIT)


def has_members(words: Words, first: int) -> bool:
    """Tell whether somebody of it stands before the name: "a leader in |the Base|"."""
    kinds = (Kind.VICTIM, Kind.FORCE)
    before = (words.reading(i, kinds) for i in range(max(0, first - _MEMBERS), first))
    return any(r is not None and (r[1].entry.who == _FIGHT or r[1].entry.id == _MEN) for r in before)


def are_of_others(words: Words, phrase: ActorPhrase, named: Iterable[ActorPhrase]) -> bool:
    """Tell whether "the factions loyal to it" are not Turkey's: of those ``named`` so far and no lands, its sentence has only others."""
    if _THEIRS not in phrase.entries:
        return False
    before = range(phrase.first - 1, -1, -1)
    begin = next((i for i in before if words.tokens[i].text in _ENDS), 0)
    ids = {i for p in named if p.first >= begin and p.cls not in LAND for i in p.ids}
    return bool(ids) and not ids & _TURKEYS
