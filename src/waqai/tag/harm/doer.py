"""Who or what stands between a verb of harm and its victims: "the forces |killed|", "gunmen in a car …", "mortar bombs …", "a raid by X …".

In: a row of chunks and a chunk behind the verb. Out: whether it is the verb's subject, or where the victims begin.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from waqai.lexicon.entry import Kind, Pos, Reading
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.chunk_words import IN
from waqai.tag.harm.group import Group, read_group
from waqai.tag.harm.member import COMBATANTS
from waqai.tag.harm.names import names_listed
from waqai.tag.harm.next import begins_victims
from waqai.tag.harm.tail import OTHER, counts, is_countryman
from waqai.tag.number.label import NumberClass
from waqai.values.actor import UNKNOWN

_PEOPLE: Final = ("ين", "ون", "يي", "يو", "يان")
"""Endings of plurals and duals of people, in names of actors: such an actor can be killed, an organisation cannot."""
_OBJECT: Final = 8
"""Chunks from a doer to a victim whom only the accusative shows."""
_NAME: Final = 4
"""Words of a rank and a name that nobody knows, before "one of the officers of X"."""
_LET_GO: Final = "عن"
"""What stands before whom somebody released."""


def object_of(row: Sequence[Chunk], i: int, hi: int) -> int | None:
    """Find the victims of armed men who did it: "gunmen kidnapped |a teacher|", "a gunman in a car killed yesterday |a judge (acc.)|".

    In the nominative plural they can have them right behind; farther off, or behind one man, the ending has to say it.
    """
    chunk = row[i]
    victim = chunk.reading(Kind.VICTIM)
    if victim is not None and not chunk.prep and i + 2 < hi and row[i + 1].has(_BELT) and _counts_people(row, i + 2):
        return i + 2  # "two young women with explosive belts killed |13 persons|"
    if victim is None or victim.entry.who != COMBATANTS or chunk.prep or i + 1 >= hi:
        return None
    past = next((k for k in range(i + 1, min(hi, i + 4)) if not _is_between(row[k])), hi)
    if past < hi and row[past].prep == _LET_GO and not row[past].joined and begins_victims(row[past]):
        return past  # "gunmen let go |of [`an] five captives|"
    if victim.form.definite:
        return None
    nominative = chunk.text.endswith("ون") or (chunk.text.endswith("ان") and victim.form.number == "du")
    if not nominative and victim.form.number != "sg":
        return None
    if nominative and past < hi:
        after = row[past]
        named = _NAME if after.number_cls == NumberClass.ONE_OF else 1
        bare = counts(after.mention) and row[past - 1].text == "," and not _counts_people(row, past)
        if (
            not (after.joined or bare)
            and after.gap <= named
            and after.prep in ("", "ل", _ABOUT)
            and begins_victims(after)
        ):
            return past
    if past + 1 < hi and _counts_people(row, past):
        return past  # "a bomber killed |14 persons|"
    for j in range(i + 1, min(hi, i + _OBJECT)):
        if _counts_people(row, j):
            return j
        hit = row[j].reading(Kind.VICTIM)
        if hit is not None and victim.form.number == "sg" and _is_someone_else(row, i, j):
            return j
        if hit is not None and not row[j].joined and not row[j].prep and not hit.form.definite:
            return j if row[j].text.endswith("ا") and hit.form.number in ("", "sg") else None
        if row[j].prep == "مع" or row[j].joined:
            return None
        if row[j].reading(Kind.HARM) is not None or row[j].reading(Kind.TRIGGER) is not None:
            return None
        if row[j].sort is Sort.STOP and row[j].text in ".:":
            return None
    return None


def is_murderer(row: Sequence[Chunk], i: int) -> bool:
    """Tell whether armed men stand behind "murdered", whose passive is spelt otherwise: they did it, whoever fell is told or not."""
    verb = row[i - 1].reading(Kind.HARM) if i else None
    if verb is None or verb.entry.id != _KILLED or verb.form.voice != "active" or verb.form.suffix:
        return False
    if row[i].prep or row[i].gap or row[i].joined:
        return False
    return row[i].entry(Kind.VICTIM).who == COMBATANTS and not row[i].text.endswith(_ACCUSATIVE)


_KILLED: Final = "harm.killed_passive"
_ACCUSATIVE: Final = "ا"


def _is_someone_else(row: Sequence[Chunk], i: int, j: int) -> bool:
    """Tell whether a man with the article cannot be the one without it before him: "a masked gunman killed |the former member| of X"."""
    if row[j].joined or row[j].prep or row[j].gap or not row[j].text.startswith(_THE):
        return False
    between = row[i + 1 : j]
    dated = not between or any(chunk.sort is Sort.DATE for chunk in between)
    return dated and all(chunk.sort is Sort.DATE or chunk.text == "," for chunk in between)


_THE: Final = "ال"


def _is_between(chunk: Chunk) -> bool:
    """Tell whether a chunk may stand between who killed and whom: a day, a comma, what they rode, wore or killed with, whose men they are."""
    if chunk.sort in (Sort.DATE, Sort.ACTOR):
        return chunk.sort is Sort.DATE or (chunk.prep == "من" and not chunk.joined)
    if chunk.particle == _MANNER:
        return True
    return chunk.text == "," or (chunk.prep == "ب" and chunk.reading(Kind.WEAPON) is not None) or is_ridden(chunk)


_MANNER: Final = "manner"
"""Class of particles that say how somebody was killed, or in what clothes."""


def _counts_people(row: Sequence[Chunk], j: int) -> bool:
    """Tell whether a bare number of victims stands at a chunk: whoever stands before it is not among them."""
    if not counts(row[j].mention) or row[j].prep or row[j].joined or row[j].gap > 1 or j + 1 >= len(row):
        return False
    after = row[j + 1]
    return after.gap <= 1 and not after.joined and (after.reading(Kind.VICTIM) is not None or after.sort is Sort.ACTOR)


def is_act(chunk: Chunk) -> bool:
    """Tell whether what killed is the subject, right behind the verb: "|mortar bombs| killed …", "|a raid| killed …"."""
    if chunk.prep or chunk.joined or chunk.gap or chunk.sort is not Sort.WORD:
        return False
    if chunk.reading(Kind.VICTIM) is not None or chunk.reading(Kind.HARM) is not None:
        return False
    trigger = chunk.reading(Kind.TRIGGER)
    return (
        chunk.reading(Kind.WEAPON) is not None
        or chunk.particle == "fire_word"
        or (trigger is not None and trigger.form.pos is not Pos.VERB and not is_by_phrase(trigger))
    )


def is_by_phrase(act: Reading) -> bool:
    """Tell whether a set phrase says by what somebody was hurt: "three were wounded |by the blast of a mine|"."""
    return act.form.pos is Pos.PHRASE and act.form.text.startswith(_BY)


_BY: Final = "بان"


def is_one_act(row: Sequence[Chunk], i: int, hi: int) -> bool:
    """Tell whether acts are counted as the subject, right behind the verb: "|one of the raids| hit …"."""
    chunk = row[i]
    if chunk.sort is not Sort.NUMBER or chunk.prep or chunk.gap or chunk.joined or i + 1 >= hi:
        return False
    return row[i + 1].gap <= 0 and is_act(row[i + 1]) and row[i + 1].particle != "agent"  # "three |by gunfire|"


def is_of_act(chunk: Chunk) -> bool:
    """Tell whether a chunk says more of the act that killed: its weapon, whose it was, where and when."""
    if chunk.joined:
        return False
    if chunk.sort is Sort.ACTOR:
        return chunk.prep == "ل" or (not chunk.prep and chunk.is_land and not chunk.men)
    if chunk.sort in (Sort.PLACE, Sort.DATE):
        return True
    return (
        chunk.sort is Sort.WORD
        and (chunk.reading(Kind.VICTIM) is None or chunk.has(_BELT))
        and (bool(_OF_ACT & chunk.senses.keys()) or chunk.particle in ("agent", "fire_word"))
    )


def owns_act(row: Sequence[Chunk], i: int) -> bool:
    """Tell whether an actor is whose act it was, right behind its noun: "victims of |the shelling of X| were six"."""
    chunk = row[i]
    return (
        chunk.sort is Sort.ACTOR and not (chunk.prep or chunk.gap or chunk.joined) and Kind.TRIGGER in row[i - 1].senses
    )


def fired_it(row: Sequence[Chunk], i: int) -> bool:
    """Tell whether an actor is who fired what hit, right behind that verb: "a shell |that X fired| hit their house"."""
    chunk = row[i]
    return chunk.sort is Sort.ACTOR and not (chunk.prep or chunk.gap or chunk.joined) and row[i - 1].particle == "agent"


def is_sniper_of(row: Sequence[Chunk], i: int, hi: int) -> bool:
    """Tell whether a sniper with whose man he is stands before whom he shot: "|a sniper of X| hit a woman"."""
    if not row[i].has(_SNIPER) or row[i].prep or row[i].joined or i + 1 >= hi or row[i + 1].sort is not Sort.ACTOR:
        return False
    return not (row[i + 1].prep or row[i + 1].gap or row[i + 1].joined) and _hits_somebody(row, i + 1, hi)


_SNIPER: Final = "weapon.sniper"
_BELT: Final = "weapon.belt"
"""Also "suicide", of an attack and of who makes it."""
_OF_ACT: Final = frozenset({Kind.WEAPON, Kind.TRIGGER, Kind.FORCE})


def is_agent(row: Sequence[Chunk], i: int, hi: int, agents: list[int]) -> bool:
    """Tell whether an actor behind a verb of harm did it: "the forces killed …", not "fighters of X were killed"."""
    chunk = row[i]
    if chunk.prep not in ("", "ل") or (agents and not chunk.joined and chunk.gap > 1):
        return False
    told = row[i - 1].reading(Kind.HARM) if chunk.men == "sg" and chunk.last == chunk.first + 1 else None
    if told is not None and told.form.pos is Pos.NOUN:
        return False  # "the arrest of |So-and-so al-Huthi|, a brother of …"
    return not names_people(chunk) or chunk.ids == (UNKNOWN,) or _hits_somebody(row, i, hi)


def _hits_somebody(row: Sequence[Chunk], i: int, hi: int) -> bool:
    """Tell whether victims follow an actor who is people too, with nothing between but more of him, a day, a place."""
    chunk = row[i]
    for j in range(i + 1, min(i + _OWN_NAME, hi)):
        after = row[j]
        if after.particle in OF_NAME or after.text == "," or _is_by_weapon(after):
            continue  # "members of X, |belonging| to Y |loyal| to Z, arrested a man"
        if after.joined or after.reading(Kind.HARM) is not None or after.reading(Kind.TRIGGER) is not None:
            return False
        if after.has(OTHER) and chunk.men == "sg" and not (after.gap or after.joined):
            return False  # "X hit |a third soldier of Y|", who is no doer
        if after.sort in (Sort.NUMBER, Sort.PERSON) or after.reading(Kind.VICTIM) is not None:
            freed = after.prep == "عن" and any(c.has(_RELEASED) for c in row[max(0, i - 2) : i])
            return (
                freed or after.prep in ("", "ل", _ABOUT)
            ) and after.gap <= 2  # "X released |from (prison)| 14 students"
        if after.sort not in (Sort.DATE, Sort.PLACE, Sort.ACTOR) and after.text != "," and not is_ridden(after):
            return False
    return False


_RELEASED: Final = "harm.released_verb"


def _is_by_weapon(chunk: Chunk) -> bool:
    """Tell whether a chunk says with what it was done, and not by whom: "with bullets", not "by the bullets of"."""
    return chunk.reading(Kind.WEAPON) is not None and chunk.particle != "agent"


_ABOUT: Final = "عن"
"""Behind "released", before whom."""
_OWN_NAME: Final = 9
"""Chunks that may say more of whoever arrests, before whom he arrests."""
OF_NAME: Final = frozenset({"link", "loyal", "backed", "partner"})


def is_ridden(chunk: Chunk) -> bool:
    """Tell whether a chunk is what whoever did it sat on: "two gunmen |on a motorcycle| killed …", "who rode |a motorcycle|"."""
    thing = chunk.reading(Kind.OBJECT)
    if thing is None or thing.entry.cls != "vehicle":
        return False
    return chunk.prep == "علي" or (chunk.gap > 0 and not chunk.prep and not chunk.joined)


def names_people(chunk: Chunk) -> bool:
    """Tell whether an actor phrase names people who can be hit, not only an organisation."""
    if chunk.men or is_countryman(chunk):
        return True
    return chunk.actor_cls == "name" and chunk.last - chunk.first == 1 and chunk.text.endswith(_PEOPLE)


def group_past_act(row: Sequence[Chunk], i: int, hi: int, last_who: str) -> Group | None:
    """Read victims behind the act that a verb puts before them: "were killed |owing to the shelling of A| five civilians"."""
    at = i + (i < hi and row[i].particle == "cause")
    act = row[at].reading(Kind.TRIGGER) if at < hi else None
    fire = at + 1 < hi and row[at + 1].particle == _FIRE  # "the exchange of |fire|", which is spelt like its verb
    if (
        act is None
        or row[at].joined
        or (at == i and row[at].prep not in IN and ((act.form.pos is Pos.VERB and not fire) or not _is_during(row[at])))
    ):
        return None
    for k in range(at + 1, min(hi, at + _ACT)):
        chunk = row[k]
        if chunk.text == ":" and chunk.sort is Sort.STOP:
            return names_listed(row, k, hi)
        if chunk.joined or chunk.sort is Sort.STOP:
            return None
        if not chunk.prep and (counts(chunk.mention) or chunk.sort is Sort.PERSON or chunk.reading(Kind.VICTIM)):
            return read_group(row, k, hi, last_who)
        if chunk.men in _FEW and not (chunk.prep or chunk.gap) and row[at].text.startswith(_THE):
            return read_group(row, k, hi, last_who)  # "were killed |in the blast| two men of X"
        part = chunk.sort in (Sort.ACTOR, Sort.PLACE, Sort.DATE) or chunk.particle == _FIRE
        if not part and not _PARTS_OF_ACT & chunk.senses.keys():
            return None
    return None


_FIRE: Final = "fire_word"
_FEW: Final = frozenset({"sg", "du"})


def _is_during(chunk: Chunk) -> bool:
    """Tell whether a word that no lexicon knows stands before the act: "were killed |during| the attack on A six …"."""
    return chunk.gap == 1 and not chunk.prep


_ACT: Final = 6
"""Chunks of an act, with whose it was, where and when."""
_PARTS_OF_ACT: Final = frozenset({Kind.TRIGGER, Kind.FORCE, Kind.WEAPON, Kind.OBJECT})
