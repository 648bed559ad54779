"""What stands ahead of the main verb, or behind it, as its setting: "|While the fighting in A went on,| X shelled B".

The places, actors and tolls of the setting are those of its own acts, not of the main one, so a clause ends where the
setting ends: at the comma before the main verb, or at a verb right behind a place or a day. Behind the main act, an earlier
one that cannot be part of it begins a clause: "a curfew was imposed |after a blast that killed three|".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from waqai.code.clause.ahead import another_begins
from waqai.code.clause.parted import parted_replies
from waqai.code.family import FAMILY, FROM_AFAR
from waqai.lexicon.entry import Kind, Pos, Reading
from waqai.lexicon.index import Hit
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.chunk_words import IN
from waqai.tag.harm.find import HURT
from waqai.tag.relative import goes_on, is_bare_verb
from waqai.tag.words import Words

_FRONTS: Final = "fronts"
_AFTER: Final = "after"
_SINCE: Final = "ever_since"
_REPLY: Final = "reply"
_RETALIATES: Final = "retaliates"
_AVENGES: Final = "avenges"
_GROUNDS: Final = "grounds"
"""Class of "on account of", by which an act told before heads a sentence: "|on account of the arrest|, clashes broke out in A"."""
_OVER: Final = "over"
"""Class of "against the background of", behind which the earlier act is told."""
BLAMES: Final = "accuses"
_ACCUSED: Final = "accused"
_TELLS: Final = frozenset({"agent", "result", "ascribes"})
_NEAR: Final = 5


class Fronts(msgspec.Struct, frozen=True, gc=False):
    """Where words stand that open a setting: the tokens of all of them, and those right behind "after", "in reply to"."""

    opens: frozenset[int] = frozenset()
    after: frozenset[int] = frozenset()
    reply: frozenset[int] = frozenset()
    behind: frozenset[int] = frozenset()
    """Those of ``after`` and of ``reply``, and words that say both, "in reply to the attack"."""


def find_fronts(words: Words) -> Fronts:
    """Find the words that can open a setting: while, after, despite, in reply to."""
    opens, after = _hits_of(words, _OPEN_IT), _hits_of(words, _LOOK_BACK)
    reply = frozenset(hit.last for hit in words.particles.get(_REPLY, ())).union(parted_replies(words))
    earlier = frozenset(hit.last for hit in after)
    answers = frozenset(hit.first for hit in words.particles.get(_RETALIATES, ()))
    return Fronts(frozenset(hit.first for hit in opens), earlier, reply, earlier | reply | answers)


def _hits_of(words: Words, classes: Sequence[str]) -> list[Hit]:
    return [hit for cls in classes for hit in words.particles.get(cls, ())]


def is_fronted(row: Sequence[Chunk], k: int, hi: int, fronts: Fronts) -> bool:
    """Tell whether the clause that begins with chunk ``k`` begins with such a word."""
    if not fronts.opens:
        return False
    while k < hi and row[k].sort is Sort.STOP:
        k += 1
    return k < hi and not fronts.opens.isdisjoint(range(row[k].first - row[k].gap, row[k].first + 1))


def looks_back(row: Sequence[Chunk], k: int, hi: int, fronts: Fronts, told: str, *, elsewhere: bool) -> bool:
    """Tell whether the act named at ``k``, a chunk of ``fronts.behind`` or one that says what was answered, is earlier, of a kind that cannot be part of the act ``told`` (a method).

    ``elsewhere`` tells whether each of the two has a place of its own.
    """
    first = row[k].first
    if row[k].particle == BLAMES:
        return _blames_for(row, k, hi, FAMILY[told].name if told in FAMILY else "")
    if first not in fronts.behind:
        return _answers_deed(row[k], fronts)
    if row[k].particle == _UNDERGOES and row[k - 1].text == "," and _is_amid(row, k, hi):
        return False
    if row[k].particle == _RETALIATES:
        return k + 1 < len(row) and ((row[k + 1].gap > 0 and _says_by_whom(row[k + 1])) or _says_with_what(row[k + 1]))
    main, trigger = FAMILY.get(told), row[k].reading(Kind.TRIGGER)
    if first in fronts.reply:
        if row[k].particle == _UNDERGOES:
            return row[k - 1].particle != _AVENGES  # "in reply to |what A underwent|"
        if trigger is None and k + 1 < hi and Kind.WEAPON in row[k].senses and _says_by_whom(row[k + 1]):
            return True  # "in reply to |rockets that X fired|"
        if trigger is None and elsewhere:
            harm = row[k].reading(Kind.HARM)  # "in reply to |the slaughter of| 21 in A"
            return harm is not None and (harm.form.pos is Pos.NOUN or bool(row[k].prep))
        noun = trigger is not None and (trigger.form.pos is not Pos.VERB or bool(row[k].prep))
        return noun and row[k - 1].particle != _AVENGES
    if main is not None and _is_blast_placed(row, k, hi, main.name):
        return True
    if main is None or not (elsewhere or main.name in _ANSWERS):
        return False
    if trigger is None:
        return _is_killing_by(row, k, hi)
    if _is_blow(trigger) or (main.name in _ANSWERS and _is_attack_with_toll(row, k, hi)):
        return True
    if elsewhere and row[k + 1].particle == "agent" and not trigger.form.definite:
        return True
    return is_blow_told(row, k)


def _is_blast_placed(row: Sequence[Chunk], k: int, hi: int, main: str) -> bool:
    """Tell whether strikes follow upon a known blow of another kind, whose place stands behind it: "the raids went on since |the bombing in A|"."""
    trigger = row[k].reading(Kind.TRIGGER)
    if trigger is None or trigger.form.pos is Pos.VERB or not is_of_blows(trigger):
        return False
    follows = main in FROM_AFAR or main == _PROTEST or (main == _OPEN and _is_done(row, k))
    if main == FAMILY[trigger.entry.method].name or not follows:
        return False
    costs = row[k + 1].particle == "result" and row[k + 1].gap in (1, 2)
    for chunk in row[k + 1 : min(hi, k + _NEAR + 3 * costs)]:
        if chunk.sort is Sort.PLACE:
            return chunk.prep in IN
        if (chunk.tells and not (costs and Kind.TRIGGER not in chunk.senses)) or chunk.sort is Sort.STOP:
            return False  # "|that cost| 32 dead in A" is all of the bombing
    return False


_OPEN: Final = "open"
_PROTEST: Final = "protest"


def _blames_for(row: Sequence[Chunk], k: int, hi: int, main: str) -> bool:
    """Tell whether a side is blamed for an earlier blow, told with its place: "hit A after |it had laid the blame for the blast in B| on X"."""
    j = next((j for j in range(k + 1, min(hi - 1, k + _NEAR)) if row[j].particle == _ACCUSED), -1)
    return bool(main) and j > 0 and _is_blast_placed(row, j + 1, hi, main)


def _is_done(row: Sequence[Chunk], k: int) -> bool:
    """Tell whether a verb in the past tells the act ahead of ``k``: "X |hit| A after the bombing in B", not "attacks that hit"."""
    told = next((t for j in range(k - 1, -1, -1) if (t := row[j].reading(Kind.TRIGGER)) is not None), None)
    return told is not None and told.form.pos is Pos.VERB and told.form.tense == "past"


def _is_amid(row: Sequence[Chunk], k: int, hi: int) -> bool:
    """Tell whether an aside amid the main act ends behind ``k``: "shelled, |in reply to what A underwent|, the posts of X"."""
    behind = (row[j + 1] for j in range(k, hi - 1) if row[j].text == ",")
    return any(not (c.joined or c.particle or Kind.SOURCE in c.senses) for c in behind)


def _answers_deed(chunk: Chunk, fronts: Fronts) -> bool:
    """Tell whether a relative clause says who did what was answered, a thing nobody reads: "in reply to |the campaign that| X |began|"."""
    if chunk.particle != ANSWERED or chunk.gap < _THING:
        return False
    return not fronts.reply.isdisjoint(range(chunk.first - chunk.gap, chunk.first))


ANSWERED: Final = "agent"
"""Class of the particle behind which stands who did what was answered."""
_THING: Final = 2
"""Words of the thing and of "that"."""


def _says_by_whom(chunk: Chunk) -> bool:
    """Tell whether a relative clause goes on about the act before: "in reply to the attack |that X launched|"."""
    verb = chunk.reading(Kind.TRIGGER)
    return chunk.particle == "agent" or (verb is not None and verb.form.pos is Pos.VERB)


def _says_with_what(chunk: Chunk) -> bool:
    """Tell whether an adjective says what kind of attack it was: "in reply to the |suicide| attack"."""
    if chunk.gap or chunk.prep or chunk.joined:
        return False
    return chunk.reading(Kind.WEAPON) is not None and chunk.text.startswith(_THE)


def _is_attack_with_toll(row: Sequence[Chunk], k: int, hi: int) -> bool:
    """Tell whether an attack of no kind is named with whom it cost: "searched A after |an attack on a post that killed two|"."""
    trigger = row[k].reading(Kind.TRIGGER)
    if trigger is None or trigger.form.definite or trigger.form.pos is Pos.VERB or trigger.entry.method != "other":
        return False
    for chunk in row[k + 1 : min(hi, k + _TOLL)]:
        if chunk.sort is Sort.STOP or chunk.joined:
            return False
        if chunk.entry(Kind.HARM).harm in HURT or _is_with_weapon(chunk):
            return True
    return False


def _is_with_weapon(chunk: Chunk) -> bool:
    """Tell whether a chunk says with what somebody was hit: "after a car was hit |with a charge|"."""
    means = (chunk.reading(kind) for kind in (Kind.TRIGGER, Kind.WEAPON))
    return chunk.text.startswith(_WITH) and any(m is not None and is_of_blows(m) for m in means)


_WITH: Final = "ب"
_TOLL: Final = 9
"""Chunks from an attack to its toll: whom it hit, where, and what it led to."""


def _is_killing_by(row: Sequence[Chunk], k: int, hi: int) -> bool:
    """Tell whether a killing is named with what or who did it: "after |the killing of an officer by gunfire|"."""
    harm = row[k].reading(Kind.HARM)
    if harm is None or harm.form.pos is not Pos.NOUN:
        return False
    return any(
        c.particle == "agent" or c.reading(Kind.WEAPON) is not None or _is_blow(c.reading(Kind.TRIGGER)) or _is_open(c)
        for c in row[k + 1 : min(hi, k + _NEAR)]
    )


def _is_open(chunk: Chunk) -> bool:
    """Tell whether somebody fell by an attack of no kind: "after the death of two |in an armed attack|"."""
    trigger = chunk.reading(Kind.TRIGGER)
    by = trigger is not None and not trigger.form.definite and trigger.form.pos is not Pos.VERB
    return by and chunk.prep in IN and chunk.entry(Kind.TRIGGER).method == "other"


def is_blow_told(row: Sequence[Chunk], k: int) -> bool:
    """Tell whether a relative clause tells of a definite blow at ``k``: "since |the attack that X carried out| in A"."""
    trigger = row[k].reading(Kind.TRIGGER)
    if trigger is None or trigger.form.pos is Pos.VERB or not is_of_blows(trigger) or k + 1 >= len(row):
        return False
    after = row[k + 1]
    verb = after.reading(Kind.TRIGGER) or after.reading(Kind.HARM)
    tells = after.particle in _TELLS or (verb is not None and verb.form.is_active_verb)
    return tells and after.gap == 1 and not (after.prep or after.joined)


def is_of_blows(trigger: Reading) -> bool:
    """Tell whether a word names a blow, new or told before."""
    family = FAMILY.get(trigger.entry.method)
    return family is not None and family.name in _BLOWS


def _is_blow(trigger: Reading | None) -> bool:
    """Tell whether a word names a blow, new to the text."""
    return trigger is not None and not trigger.form.definite and is_of_blows(trigger)


_ANSWERS: Final = frozenset({"closure", "raid", "protest", "movement", "property", "release"})
"""Families of acts that follow upon a blow and are told with it."""
_BLOWS: Final = frozenset({"bomb", "fire", "air", "violence"})
_UNDERGOES: Final = "undergo"
_BEGIN: Final = frozenset({"undergo", "claims"})
"""Classes of verbs with which a main clause begins: "two days after the attack in A |X claimed| the killing of …"."""
_LATER_BY: Final = "later_by"
"""Class of "by hours" behind "after the blast", before the main verb."""
_OPEN_IT: Final = (_FRONTS, _AFTER, _REPLY, _GROUNDS)
"""Classes of particles that can open a setting."""
_LOOK_BACK: Final = (_AFTER, _SINCE, _OVER)
"""Those behind which stands what came earlier."""


def ends_setting(row: Sequence[Chunk], k: int, hi: int) -> bool:
    """Tell whether the setting that an act was told in ends with chunk ``k``."""
    if k + 1 >= hi:
        return False
    after = row[k + 1]
    if after.joined or after.prep:
        return False
    if row[k].sort is Sort.STOP and row[k].text == ",":
        first = after.sort is Sort.ACTOR and k + 2 < hi and not row[k + 2].joined
        if goes_on(after) or (first and is_bare_verb(row[k + 2])):  # "after that attack, |X| shelled A"
            return True
        return _is_act_known_ahead(row, k) and another_begins(row, k, hi)
    starts = is_bare_verb(after) or after.particle in _BEGIN
    settled = row[k].sort in (Sort.PLACE, Sort.DATE) or row[k].particle == _LATER_BY
    if (settled or _is_act_known(row[k])) and after.gap == 0:
        return starts
    return starts and _begins_anew(row, k, hi)


_DESCRIBED: Final = 3
"""Words at most that describe what the setting ends with: "the villages |of the steadfast south|"."""
_THE: Final = "ال"


def _begins_anew(row: Sequence[Chunk], k: int, hi: int) -> bool:
    """Tell whether a verb with its doer behind cannot be about what stands before it, which is definite: "in answer to attacks on |the villages, X shelled| A"."""
    verb = row[k + 1].reading(Kind.TRIGGER)
    if verb is None or verb.form.tense != "past" or row[k + 1].gap > _DESCRIBED or k + 2 >= hi:
        return False
    hit = row[k].reading(Kind.OBJECT) is not None and row[k].text.startswith(_THE)
    doer = row[k + 2]
    return hit and doer.sort is Sort.ACTOR and not (doer.gap or doer.prep or doer.joined)


def _is_act_known_ahead(row: Sequence[Chunk], k: int) -> bool:
    """Tell whether a setting that ends at a comma is an act told before, be it by how long: "|hours after the shelling|, …"."""
    return _is_act_known(row[k - 1]) or (row[k - 1].particle == _LATER_BY and _is_act_known(row[k - 2]))


def _is_act_known(chunk: Chunk) -> bool:
    """Tell whether a chunk names an act with the article, of which no bare verb behind it can tell: "in reply to |the raids| X shelled A"."""
    trigger = chunk.reading(Kind.TRIGGER)
    return trigger is not None and trigger.form.pos is not Pos.VERB and chunk.text.startswith(_THE)
