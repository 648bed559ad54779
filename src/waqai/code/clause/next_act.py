"""What else begins a second act: an announcement, the toll of another place, the bombing for which people were arrested."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from waqai.code.clause.ahead import BESIDES, act_ahead, place_ahead
from waqai.code.clause.fronted import is_of_blows
from waqai.code.family import FAMILY, REPELS
from waqai.lexicon.entry import Kind, Pos, Reading
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.chunk_words import ENDS, IN
from waqai.tag.number.find import NumberMention

_OVER: Final = 6
"""Chunks between an arrest and what it was for."""


def verb_of_act(chunk: Chunk) -> Reading | None:
    """Give the verb of an act, or of beating one off."""
    act = chunk.reading(Kind.TRIGGER)
    if act is None:
        return next((r for r in chunk.readings if r.entry.id in REPELS and r.form.pos is Pos.VERB), None)
    return act if act.form.pos is Pos.VERB and act.entry.tells_act else None


def announces(row: Sequence[Chunk], k: int, hi: int) -> bool:
    """Tell whether somebody goes on to announce an act: "the factions entered A, |and announced| that they took B"."""
    return row[k].entry(Kind.SOURCE).cls == "verb" and act_ahead(row, k, hi)


def breaks_out(row: Sequence[Chunk], k: int, hi: int) -> bool:
    """Tell whether another act begins behind a verb nobody reads, "and |clashes| broke out in A", or a place falls into hands."""
    trigger = row[k].reading(Kind.TRIGGER)
    if trigger is None:
        return False
    if trigger.entry.id == _FALL:
        return row[k].joined and k + 2 < hi and row[k + 1].sort is Sort.PLACE and row[k + 2].particle in _INTO
    named = trigger.entry.names_act or trigger.entry.id == _ADVANCE  # "and made |an advance| at B"
    noun = trigger.form.pos is not Pos.VERB and not trigger.form.definite and named
    return noun and row[k].linked and row[k].gap == 1 and not row[k].prep and place_ahead(row, k, hi)


def drops_bombs(row: Sequence[Chunk], k: int, hi: int, told: str) -> bool:
    """Tell whether who came (``told``, a method) or his drone also threw bombs: "a force entered A, |and a drone dropped| a bomb on it"."""
    family, throw = FAMILY.get(told), row[k].reading(Kind.TRIGGER)
    if family is None or family.name != "movement" or throw is None or throw.entry.id != _THROW:
        return False
    return row[k].joined and any(Kind.WEAPON in c.senses for c in row[k + 1 : min(hi, k + 4)])


_ADVANCE, _THROW = "trigger.advance", "trigger.throw"
_FALL: Final = "trigger.fall"
_INTO: Final = frozenset({"hands", "agent"})


def is_next_toll(row: Sequence[Chunk], lo: int, k: int, hi: int, *, by: bool) -> bool:
    """Tell whether the toll of another place and act follows: "eleven were killed in A by raids, |and seven| in B by barrel bombs", "|and a woman| in shelling of B".

    Where no act goes before (``by``), a weapon does: what stands behind the last toll is told of all.
    """
    if row[k - 1].sort is not Sort.STOP or not _counts_somebody(row[k]):
        return False
    if not by and all(Kind.WEAPON not in row[j].senses for j in range(lo, k)):
        return False
    at = next((j for j in range(k + 1, min(hi, k + 3)) if row[j].sort is Sort.PLACE), None)
    if at is not None and row[at].prep == "في" and act_ahead(row, at, min(hi, at + 4)):
        return True
    act = next((j for j in range(k + 1, min(hi, k + 4)) if _DID_IT & row[j].senses.keys()), None)
    if act is None or row[act].joined or any(not _counts_somebody(c) for c in row[k:act]):
        return False
    if row[act].prep not in IN and not (row[act].text.startswith(_WITH) and not row[act].prep):
        return False  # "by gunfire" is one word
    return any(row[j].sort is Sort.PLACE for j in range(act + 1, min(hi, act + _AT)))


def _counts_somebody(chunk: Chunk) -> bool:
    """Tell whether a chunk is a number, or one or two who are called by a word of their own: "and |a woman| and her son"."""
    mention = chunk.mention
    if isinstance(mention, NumberMention):
        return mention.counts
    who = chunk.reading(Kind.VICTIM)
    return (
        who is not None
        and not chunk.prep
        and chunk.reading(Kind.HARM) is None
        and bool(who.form.suffix or not who.form.definite)
    )


_DID_IT: Final = frozenset({Kind.TRIGGER, Kind.WEAPON})
"""What a toll was by: an act, or what it was done with."""
_WITH: Final = "ب"
_AT: Final = 4
"""Chunks between an act and its place."""


def goes_on_hurting(row: Sequence[Chunk], k: int) -> bool:
    """Tell whether a verb goes on with the toll of one act, which follows: "a soldier was killed |and four were hurt| by a mine in A"."""
    verb = row[k].reading(Kind.HARM)
    for j in range(k - 1, max(0, k - _VICTIMS) - 1, -1):
        harm = row[j].reading(Kind.HARM)
        if harm is not None:
            return verb is not None and harm.form.pos is Pos.VERB and harm.entry.harm != verb.entry.harm
        if row[j].sort in (Sort.STOP, Sort.PLACE, Sort.ACTOR) or row[j].reading(Kind.TRIGGER) is not None:
            return False
    return False


_VICTIMS: Final = 4
"""Chunks of the victims of a verb."""


def is_protested(row: Sequence[Chunk], k: int, hi: int, told: str) -> bool:
    """Tell whether a blow is told, with its place and day, against which people took to the streets (``told``, a method)."""
    family, trigger = FAMILY.get(told), row[k].reading(Kind.TRIGGER)
    if family is None or family.name != "protest" or trigger is None or row[k].prep not in _AGAINST:
        return False
    if trigger.form.pos is Pos.VERB or not is_of_blows(trigger):
        return False
    return place_ahead(row, k, hi) and any(c.sort is Sort.DATE for c in row[k + 1 : hi])


_AGAINST: Final = frozenset({"ب", "علي"})


def is_toll_besides(row: Sequence[Chunk], k: int, hi: int) -> bool:
    """Tell whether "besides" brings a toll or an act and its place: "|besides| the killing of three by shells on A", "|besides| the freeing of A"."""
    if not (row[k].particle == BESIDES or row[k].has(ALONGSIDE)) or not place_ahead(row, k, hi):
        return False
    if row[k].particle == BESIDES and any(row[j].reading(Kind.HARM) is not None for j in range(k + 1, min(hi, k + 3))):
        return True
    act = row[k + 1].reading(Kind.TRIGGER)
    if act is None or act.form.definite or not (act.entry.names_act or (not row[k + 1].gap and _is_deed(act))):
        return False
    new = row[k + 1].gap <= 1 and not row[k + 1].joined and not _is_habit(row, k)  # "besides |laying an ambush| in B"
    return new or any(row[j].particle == "result" for j in range(k + 2, hi))


ALONGSIDE: Final = "particle.alongside"


def _is_deed(act: Reading) -> bool:
    """Tell whether a word of less weight tells a deed of its own: "besides |tearing down a house| in B"."""
    return act.entry.tells_act and not act.entry.needs and act.entry.method not in _LOOSE


_LOOSE: Final = frozenset({"other", "clash"})


def _is_habit(row: Sequence[Chunk], k: int) -> bool:
    """Tell whether what the sentence told before goes on for long: "for months A |has seen| shelling, besides air raids"."""
    told = takewhile(lambda c: c.text not in ENDS, reversed(row[max(0, k - _SENTENCE) : k]))
    return any(c.particle == "ongoing" for c in told)


_SENTENCE: Final = 30


def is_looked_into(row: Sequence[Chunk], lo: int, k: int, hi: int) -> bool:
    """Tell whether an act is told of for which people were arrested: "arrested a man over |the bombing which| killed ten"."""
    trigger = row[k].reading(Kind.TRIGGER)
    if trigger is None or k + 1 >= hi or (row[k + 1].gap != 1 and row[k - 1].particle != _GROUNDS):
        return False
    if _is_charged(row, k, hi, trigger):
        return any(_detains(row[j]) or row[j].has("trigger.arrest") for j in range(max(lo, k - 2 * _OVER), k))
    if row[k + 1].gap != 1 or not trigger.entry.names_act:
        return False
    dated = row[k + 1].sort is Sort.DATE and trigger.form.pos is not Pos.VERB  # "a blast |that was on Friday|"
    named = dated or trigger.form.definite or (trigger.form.pos is Pos.PHRASE and row[k].text.startswith("ال"))
    came = dated or row[k + 1].particle == "result" or verb_of_act(row[k + 1]) is not None
    return named and came and any(_detains(row[j]) for j in range(max(lo, k - _OVER), k))


def _is_charged(row: Sequence[Chunk], k: int, hi: int, trigger: Reading) -> bool:
    """Tell whether an act with a day or toll of its own is what the arrested had done: "arrested |over his part in| the attack on Sunday"."""
    if trigger.form.pos is Pos.VERB or not trigger.entry.tells_act or row[k].supposed:
        return False
    over = row[k - 1].particle == _GROUNDS and row[k].gap <= 1 and not row[k - 1].text.startswith(_PLANNED)
    return over and any(
        row[j].sort is Sort.DATE or Kind.HARM in row[j].senses for j in range(k + 1, min(hi, k + _ITS_OWN))
    )


_GROUNDS: Final = "grounds"
_PLANNED: Final = ("كان", "خطط")
_ITS_OWN: Final = 8
"""Chunks from an act to its day or toll."""


def _detains(chunk: Chunk) -> bool:
    return chunk.entry(Kind.HARM).harm == "detained"


def coincides(row: Sequence[Chunk], lo: int, k: int, hi: int) -> bool:
    """Tell whether an act begins with which one told before coincided: "the Turkish shelling coincided |with clashes| in A"."""
    trigger = row[k].reading(Kind.TRIGGER)
    if row[k].prep != "مع" or trigger is None or trigger.form.definite or not trigger.entry.tells_act:
        return False
    return any(row[j].particle == _COINCIDES for j in range(max(lo, k - _OVER), k)) and place_ahead(row, k, hi)


_COINCIDES: Final = "coincides"
_MEANWHILE: Final = "meanwhile"
_LAUNCH: Final = "trigger.launch"


def is_beside(row: Sequence[Chunk], k: int, hi: int, *, by: bool) -> bool:
    """Tell whether an act is told with the one before it, by a doer and at a place of its own: "… , with shelling of X's on A".

    Where only a killing goes before, and no act (``by``), the word for it is "meanwhile", and no fight follows, which may have cost it.
    """
    meanwhile = row[k - 1].particle == _MEANWHILE
    if not meanwhile and row[k].prep != "مع":
        return False
    trigger = row[k].reading(Kind.TRIGGER)
    with_it = row[k].prep == "مع" or (meanwhile and not (row[k].prep or row[k].joined or row[k].gap))  # "parallel |to|"
    if by and meanwhile and with_it and _are_launched(row, k, hi):
        return place_ahead(row, k, hi)
    if not with_it or trigger is None or trigger.form.definite:
        return False
    if not (by or (meanwhile and trigger.entry.method != "clash")):
        return False
    if not (trigger.entry.names_act or (meanwhile and trigger.entry.tells_act)):
        return False
    named = meanwhile or any(row[j].sort is Sort.ACTOR for j in range(k + 1, min(hi, k + 6)))
    return named and place_ahead(row, k, hi)


def _are_launched(row: Sequence[Chunk], k: int, hi: int) -> bool:
    """Tell whether shells are told with their firing: "at the same time as |shells that X fired| at A", "as |the firing of shells| at A"."""
    if k + 1 >= hi or row[k + 1].gap > 1:
        return False
    if row[k].has(_LAUNCH):
        return Kind.WEAPON in row[k + 1].senses
    launch = row[k + 1].reading(Kind.TRIGGER) if Kind.WEAPON in row[k].senses else None
    return launch is not None and launch.entry.id == _LAUNCH and bool(launch.form.suffix)


def bears_out(row: Sequence[Chunk], begin: int, k: int, hi: int) -> bool:
    """Tell whether an act is told as proof of the background before it: "this comes amid an escalation, |for they shelled| A yesterday"."""
    verb = row[k].reading(Kind.TRIGGER)
    if verb is None or verb.form.pos is not Pos.VERB or verb.form.tense != "past" or not verb.entry.tells_act:
        return False
    told = any(chunk.entry(Kind.TRIGGER).tells_act for chunk in row[begin:k])
    return row[k - 1].text == "," and row[k].gap == 1 and not told and place_ahead(row, k, hi)


def ends_in_taking(row: Sequence[Chunk], k: int, hi: int) -> bool:
    """Tell whether a fight led to somebody's taking of places that stand behind: "clashes in A |that led to X's control of| B and C"."""
    if row[k].particle != "result" or k + 2 >= hi:
        return False
    act = row[k + 1].reading(Kind.TRIGGER)
    if act is None or act.entry.method != "capture" or act.form.pos is Pos.VERB or row[k + 1].gap:
        return False
    who = row[k + 2]
    return who.sort is Sort.ACTOR and not (who.gap or who.prep) and place_ahead(row, k + 1, hi)


def is_told_of(row: Sequence[Chunk], k: int, hi: int) -> bool:
    """Tell whether an act told before is taken up and told of: "… the shelling that hit A"."""
    trigger = row[k].reading(Kind.TRIGGER)
    if trigger is None or not trigger.form.definite or trigger.form.pos is Pos.VERB:
        return False
    then = row[k + 1].reading(Kind.TRIGGER) if k + 1 < hi and row[k + 1].gap == 1 else None
    return then is not None and then.form.pos is Pos.VERB


def is_of_same_toll(row: Sequence[Chunk], k: int) -> bool:
    """Tell whether a noun of harm goes on with the toll that another began: "the killing of an officer |and the wounding| of two"."""
    if not any(r.entry.kind is Kind.HARM and r.entry.cls in KILLINGS for r in row[k].readings):
        return False
    for chunk in reversed(row[max(0, k - _TOLL) : k]):
        if chunk.entry(Kind.HARM).cls in KILLINGS:
            return True
        if chunk.sort in (Sort.STOP, Sort.PLACE) or Kind.TRIGGER in chunk.senses:
            return False
    return False


KILLINGS: Final = frozenset({"idafa", "idafa_act"})
"""Classes of verbal nouns of harm."""
_TOLL: Final = 5
"""Chunks of the noun of harm ahead and its victims."""


def is_his_arrest(chunk: Chunk) -> bool:
    """Tell whether a chunk is the arrest or abduction of somebody whom a pronoun names."""
    act = chunk.reading(Kind.TRIGGER)
    return act is not None and act.entry.method in TAKINGS and act.form.pos is not Pos.VERB and bool(act.form.suffix)


TAKINGS: Final = frozenset({"raid", "kidnapping"})
"""Methods of acts that take people away."""
