"""Where victims begin that end right before their verb: "|a leader of X and five others| were killed".

In: a row of chunks and the last chunk of the victims.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from waqai.lexicon.entry import Kind, Pos, Reading
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.chunk_words import IN
from waqai.tag.harm.group import REACH, Group
from waqai.tag.harm.held import is_captive
from waqai.tag.harm.member import CIVILIANS, COMBATANTS
from waqai.tag.harm.next import NATIONALS, begins_victims
from waqai.tag.harm.tail import OTHER, counts, is_at_least, is_one_of_them
from waqai.tag.number.find import NumberMention
from waqai.values.actor import PROTESTERS
from waqai.values.count import Count

_THAT: Final = ("", "ان")
"""What may stand before the subject of a verb."""
_GAP: Final = 2
"""Unread words between a man and his group: his nationality, and "in"."""


def beginnings(row: Sequence[Chunk], i: int, lo: int) -> list[int]:
    """Give the chunks where the victims that end at ``i`` may begin, the farthest first: "a leader of X and five others"."""
    found = [i]
    start = i
    while start - 1 >= lo and len(found) < REACH:
        prior = start - 1
        prior -= prior > lo and is_at_least(row[prior])  # "12 civilians |at least| and a soldier"
        before = row[prior]
        victim = row[start].reading(Kind.VICTIM)
        adds = (row[start].joined and begins_victims(before)) or (
            before.sort is Sort.NUMBER and counts(before.mention) and row[start].gap <= (row[start].prep == "من")
        )
        adds = adds or is_whose(row, start) or (row[start].joined and _is_of_group(row, prior, lo))
        others = victim is not None and victim.entry.id == OTHER and not row[start].joined and row[start].gap <= 1
        if not adds and not (others and before.reading(Kind.VICTIM) is not None):
            break
        start = prior
        if before.sort is Sort.ACTOR and start - 1 >= lo and row[start - 1].reading(Kind.VICTIM) is not None:
            start -= 1
        found.append(start)
    return found[::-1]


def is_whose(row: Sequence[Chunk], i: int) -> bool:
    """Tell whether a chunk says whose men stand before it: "five of the guards |of the commander| were killed"."""
    men, man = row[i - 1].reading(Kind.VICTIM), row[i].reading(Kind.VICTIM)
    if men is None or man is None or row[i].gap or row[i].prep or row[i].joined:
        return False
    return men.form.number in ("du", "pl") and not men.form.definite and man.form.definite and man.form.number == "sg"


def _is_of_group(row: Sequence[Chunk], i: int, lo: int) -> bool:
    """Tell whether a chunk is the group of the man before it, whose nationality may stand between: "a [Tunisian] leader |in X| and five others"."""
    one = row[i - 1].reading(Kind.VICTIM) if i > lo and row[i].sort is Sort.ACTOR and row[i].prep == "في" else None
    return one is not None and one.form.number == "sg" and row[i].gap <= _GAP


def is_nationality(row: Sequence[Chunk], i: int, lo: int) -> bool:
    """Tell whether a chunk only says of what people the victims before it are: "ten soldiers, |Libyans|"."""
    if i <= lo or row[i].gap or row[i].prep or row[i].joined or row[i - 1].sort is not Sort.WORD:
        return False
    return (row[i].has(NATIONALS) or row[i].is_land) and row[i - 1].reading(Kind.VICTIM) is not None


def met_by_him(row: Sequence[Chunk], i: int, at: int) -> bool:
    """Tell whether a bomb at ``i`` is what the one ahead of it met, of whom the verb at ``at`` goes on: "a boy stepped |on a mine| and was killed", "survived |an attempt| and was hit"."""
    harm, act = row[at].reading(Kind.HARM), row[i].reading(Kind.TRIGGER)
    if harm is None or act is None or not row[at].joined or harm.form.number != "sg" or act.form.pos is Pos.VERB:
        return False
    return act.entry.method in _MET and (row[i].prep in _BY or row[i].text.startswith(_CLITIC))


_MET: Final = frozenset({"landmine", "unexploded_ordnance", "ied", "vehicle_bomb", "assassination"})
_BY: Final = frozenset({"علي", "ل", "من", "ب", "في"})
_CLITIC: Final = ("ب", "ل")


def is_of_many(chunk: Chunk) -> bool:
    """Tell whether a chunk is a verb of harm in the plural or dual, or a phrase that begins with one: "met their death"."""
    return any(
        r.entry.kind is Kind.HARM
        and (
            (r.form.pos is Pos.VERB and r.form.number in ("pl", "du"))
            or (r.form.pos is Pos.PHRASE and chunk.text.endswith(_MANY))
        )
        for r in chunk.readings
    )


_MANY: Final = "وا"


def is_told_of_many(row: Sequence[Chunk], at: int, lo: int, first: Reading) -> bool:
    """Tell whether a verb in the plural has the unarmed right before it as its subject: "that |five civilians were killed|, most of them women".

    Not where it has an object: "that worshippers killed |the attacker|".
    """
    if _singles_one_out(row, at, lo, first):
        return True
    if any(not (c.prep or c.joined) and begins_victims(c) for c in row[at + 1 : at + 2]):
        return False
    if _is_their_death(first) and not (row[at].gap or row[at].joined):
        k = at - 1 - (at - 1 > lo and is_at_least(row[at - 1]))
        return counts(row[k].mention) or row[k].reading(Kind.VICTIM) is not None
    if first.form.number != "pl" or first.form.pos is not Pos.VERB or at <= lo or row[at].gap or row[at].joined:
        return False
    return row[at - 1].entry(Kind.VICTIM).who == CIVILIANS and row[at - 1].prep in _THAT


def _singles_one_out(row: Sequence[Chunk], at: int, lo: int, first: Reading) -> bool:
    """Tell whether "one of them" stands behind a verb of many, those right before it being its subject: "four members |were killed, one of them| a leader"."""
    if first.form.pos is not Pos.VERB or first.form.number not in ("pl", "du") or at <= lo or row[at].joined:
        return False
    behind = at + 1 + (at + 1 < len(row) and row[at + 1].text == ",")
    one = behind < len(row) and is_one_of_them(row[behind])
    men = row[at - 1]
    return one and not row[at].gap and (men.sort is Sort.ACTOR or men.reading(Kind.VICTIM) is not None)


def _is_their_death(first: Reading) -> bool:
    """Tell whether a phrase has its verb in the plural, whose subject stands before it: "32 persons |met their death|"."""
    if first.form.pos is not Pos.PHRASE or first.entry.cls != "subject":
        return False
    verb = first.form.text.split(" ")[0]
    return verb.endswith(_THEY)


_THEY: Final = ("وا", "ون")
"""Endings of verbs in the plural."""


def is_custody(row: Sequence[Chunk], i: int) -> bool:
    """Tell whether a chunk is where or how somebody died in the hands of his keepers: "died |under torture| in |the prisons| of |X|, So-and-so"."""
    if is_captive(row[i]):
        return True
    kept = i > 0 and row[i - 1].entry(Kind.OBJECT).cls == _PRISON
    if kept and row[i].sort is Sort.ACTOR:
        return not (row[i].joined or row[i].prep)
    return row[i].has("trigger.torture") or (row[i].entry(Kind.OBJECT).cls == _PRISON and row[i].prep in IN)


_PRISON: Final = "prison"


def leads_by_word(row: Sequence[Chunk], i: int, lo: int) -> bool:
    """Tell whether a person was called a commander far ahead of his name: "that |the commander of the front| of X in A, called So-and-so, died"."""
    for k in range(i - 1, max(lo, i - _CALLED) - 1, -1):
        who = row[k].reading(Kind.VICTIM)
        if who is not None:
            leads = who.entry.who == COMBATANTS and who.form.number == "sg"
            return leads and k + 1 < i and row[k + 1].sort in (Sort.ACTOR, Sort.PLACE)
        if row[k].sort not in (Sort.ACTOR, Sort.PLACE) and row[k].reading(Kind.FORCE) is None:
            return False
    return False


_CALLED: Final = 5
"""Chunks of whose commander somebody is and where, ahead of his name."""


def number_before(row: Sequence[Chunk], at: int, k: int, lo: int) -> Group | None:
    """Read a number of people that ends at ``k`` as the subject of a verb of harm in the plural: "that |four| were killed", "that |four of them| were killed"."""
    if k >= lo and is_one_of_them(row[k]) and row[at].entry(Kind.HARM).harm == _KILLED:
        return Group(k, at, ((_last_told(row, k), Count.exactly(1)),))  # "five were hit, |one of them| died"
    least = False
    while k > lo and (row[k].text == "," or row[k].particle == "quiet" or is_at_least(row[k])) and not row[k].joined:
        least = least or is_at_least(row[k])
        k -= 1
    if k < lo or not is_of_many(row[at]):
        return None
    first = k - (k > lo and row[k].has(_OF_THEM) and not row[k].gap)
    number = row[first].mention
    if not isinstance(number, NumberMention) or not number.counts or number.count == Count.exactly(1):
        return None
    if row[first].prep not in _THAT or _says_two(row, first, lo, number.count):
        return None
    count = Count.at_least(number.count.min or 1) if least and number.count.is_exact else number.count
    return Group(first, at, ((_last_told(row, k - 1) if first < k else "", count),))


def _says_two(row: Sequence[Chunk], i: int, lo: int, count: Count) -> bool:
    """Tell whether a number only says once more that those before it are two: "that two soldiers, |two|, were killed"."""
    if i <= lo or row[i].gap or row[i].joined or count != Count.exactly(2):
        return False
    men = row[i - 1].reading(Kind.VICTIM)
    return men is not None and not men.form.definite and row[i - 1].text.endswith(_TWO)


_TWO: Final = ("ين", "ان")
"""Endings of two men."""


def with_class(group: Group, row: Sequence[Chunk], i: int) -> Group:
    """Give "14 of them", read from chunk ``i``, the class of the people told last before; others stay as they are."""
    of_them = i + 1 < len(row) and row[i].sort is Sort.NUMBER and row[i + 1].has(_OF_THEM) and not row[i + 1].gap
    if not of_them or [who for who, _ in group.parts] != [""]:
        return group
    return replace(group, parts=((_last_told(row, i, doers=False), group.parts[0][1]),))


def _last_told(row: Sequence[Chunk], at: int, *, doers: bool = True) -> str:
    """Give the class of the people told last before a number of them; empty where it is not plain.

    ``doers``: those in the nominative too, who may have done it.
    """
    for chunk in row[max(0, at - _BACK) : at][::-1]:
        people = chunk.reading(Kind.VICTIM)
        if chunk.ids == (PROTESTERS,) or (people is not None and people.entry.id == _PROTESTER):
            return CIVILIANS
        if people is not None and people.form.number != "sg":
            plain = people.entry.who == COMBATANTS and (doers or not chunk.text.endswith(_NOMINATIVE))
            return COMBATANTS if plain else ""
        if chunk.men and chunk.prep not in ("", "ل"):
            return COMBATANTS
        if chunk.sort is Sort.NUMBER or chunk.text == "\n":
            break
    return ""


_NOMINATIVE: Final = ("ون", "ان")
_OF_THEM: Final = "particle.of_them"
_KILLED: Final = "killed"
_PROTESTER: Final = "victim.protester"
_BACK: Final = 10
"""Chunks from "of them" back to whom it means."""


def mans_post(row: Sequence[Chunk], i: int, hi: int) -> bool:
    """Tell whether men stand here with the checkpoint that is theirs: "|men of a checkpoint| arrested a youth"."""
    if not row[i].has(_MEN) or row[i].prep or row[i].joined or i + 1 >= hi:
        return False
    if not row[i + 1].has(_POST) or row[i + 1].prep or row[i + 1].gap or row[i + 1].joined:
        return False
    for chunk in row[i + 2 : min(hi, i + _BEHIND_POST)]:
        if chunk.joined or chunk.sort is Sort.STOP:
            return False
        if begins_victims(chunk) and not chunk.prep:
            return True
    return False


_MEN: Final = "force.members"
_POST: Final = "object.checkpoint"
_BEHIND_POST: Final = 5
"""Chunks from the men to their victims: the checkpoint, whose it is, when."""


def is_in_act(row: Sequence[Chunk], i: int) -> bool:
    """Tell whether a chunk says in the course of what a doer did it, before whom he did it to: "X arrested |during a raid on a house| two men"."""
    chunk, before = row[i], row[i - 1]
    if chunk.joined:
        return False
    if chunk.reading(Kind.OBJECT) is not None:
        return not chunk.gap and chunk.prep in _ON_IT and before.reading(Kind.TRIGGER) is not None
    if chunk.particle == _CAUSE:
        return not chunk.gap
    if not any(r.entry.kind is Kind.TRIGGER and r.form.pos is not Pos.VERB for r in chunk.readings):
        return False
    during = before.particle == _CAUSE or 0 < chunk.gap <= _DURING
    return Kind.HARM not in chunk.senses and (chunk.prep == _IN or (not chunk.prep and during))


_ON_IT: Final = frozenset({"", "علي"})
_CAUSE: Final = "cause"
_IN: Final = "في"
_DURING: Final = 2
"""Words of "during" and what nobody knows of whoever did it."""
