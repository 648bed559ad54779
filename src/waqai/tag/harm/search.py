"""Where the victims of a harm word stand: behind it, before its verb, or told before and meant by a pronoun.

In: a row of chunks and the chunk of the harm word. Out: the group of victims, or ``None``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from waqai.lexicon.entry import Kind, Pos, Reading
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.harm.before import (
    beginnings,
    is_custody,
    is_in_act,
    is_nationality,
    is_whose,
    leads_by_word,
    mans_post,
    met_by_him,
    number_before,
    with_class,
)
from waqai.tag.harm.cell import cell_of
from waqai.tag.harm.doer import (
    OF_NAME,
    fired_it,
    is_act,
    is_agent,
    is_murderer,
    is_of_act,
    is_one_act,
    is_ridden,
    is_sniper_of,
    object_of,
    owns_act,
)
from waqai.tag.harm.group import REACH, Group, read_group
from waqai.tag.harm.member import COMBATANTS
from waqai.tag.harm.names import listed, names_of_each
from waqai.tag.harm.next import NATIONALS, begins_victims, is_adjective, is_man_seized, is_what_force_does
from waqai.tag.harm.tail import counts, is_another_act, is_at_least
from waqai.tag.harm.titled import is_officer, leads_whom

_THAT: Final = ("", "ان")
"""What may stand before the subject of a verb."""
_PASSED: Final = frozenset({"native", "quiet"})
"""Classes of particles that may stand right behind a harm word: "of A", "later on"."""
_LATELY: Final = frozenset({"lately", "manner"})
"""Classes of words of when and how, which may stand between a harm word or its doer and the victims."""
IN_THE_FIELD: Final = "particle.joint.apart"
_FOUND: Final = "found"
"""Class of words for how somebody was found, who stands before them."""
_SUBSET: Final = 4
"""Chunks that "among them" may tell of."""
_OF_THESE: Final = 2
"""Unread words between a number and the verb of dying: "27 |of these| met their death"."""


def group_after(
    row: Sequence[Chunk], i: int, hi: int, last_who: str, *, takes_agent: bool, past_act: bool = False
) -> Group | None:
    """Read the victims behind a harm word, past dates, commas and, behind an active verb, past who did it.

    ``past_act`` lets the act stand between: "the shelling on A cost the lives of six".
    """
    agents: list[int] = []
    steps, doer = 0, False
    by_act = i < hi and ((takes_agent and is_act(row[i])) or (past_act and row[i].reading(Kind.TRIGGER) is not None))
    while i < hi and steps < REACH:
        chunk = row[i]
        if _is_cited(row, i):
            return None
        if agents and (chunk.particle in OF_NAME or _is_of_name(row, i)):
            steps -= 1  # "members of X |belonging to Y, loyal to Z| arrested …"
        elif by_act and (
            is_of_act(chunk) or fired_it(row, i) or (past_act and owns_act(row, i)) or is_another_act(row, i)
        ):
            pass  # "a raid |by X on A| killed six"
        elif not takes_agent and is_custody(row, i):
            pass
        elif takes_agent and is_one_act(row, i, hi):
            by_act = True  # "|one of the raids| hit …"
        elif takes_agent and not agents and (is_sniper_of(row, i, hi) or mans_post(row, i, hi)):
            agents.append(i + 1)
            i += 1  # "|a sniper of X| hit a woman", "|men of a checkpoint| of X held a man"
        elif takes_agent and chunk.sort is Sort.ACTOR and is_agent(row, i, hi, agents):
            agents.append(i)
        elif takes_agent and not agents and (victims := object_of(row, i, hi)) is not None:
            i, steps = victims, steps - 1
            continue
        elif (
            steps
            and _is_by_what(row, i, hi)
            or (steps == 0 and is_murderer(row, i))
            or ((agents or doer) and is_in_act(row, i))
        ):
            pass
        elif (chunk.each and (named := names_of_each(row, i, hi)) is not None) or (
            chunk.text == ":" and chunk.sort is Sort.STOP and (named := listed(row, i, hi)) is not None
        ):
            return msgspec.structs.replace(named, agents=tuple(agents))
        elif (begins_victims(chunk) and not (by_act and chunk.prep == "مع")) or is_man_seized(row, i):
            group = read_group(row, i, hi, last_who)
            return msgspec.structs.replace(with_class(group, row, i), agents=tuple(agents)) if group else None
        elif _is_rank(row, i, hi) or is_adjective(chunk) or is_what_force_does(row, i):
            pass
        elif takes_agent and chunk.reading(Kind.FORCE) is not None and not chunk.prep:
            doer = True
        elif not (
            _is_passed(chunk, steps, doer or bool(agents))
            or (takes_agent and chunk.reading(Kind.FORCE) is not None)
            or ((doer or agents) and _is_how(chunk))
            or (past_act and (chunk.sort is Sort.PLACE or chunk.reading(Kind.TRIGGER) is not None))
        ):
            return None
        i += 1
        steps += 1
    return None


def _is_cited(row: Sequence[Chunk], i: int) -> bool:
    """Tell whether an actor is who says so: "some were slaughtered, as |the police| said"."""
    if row[i].sort is not Sort.ACTOR or row[i].gap or row[i].prep or row[i].joined or not i:
        return False
    said = row[i - 1].reading(Kind.SOURCE)
    return said is not None and said.form.pos is not Pos.NOUN


def _is_of_name(row: Sequence[Chunk], i: int) -> bool:
    """Tell whether a chunk is whose those who did it are, behind "belonging to"; not the victims behind a name nobody knows."""
    return row[i - 1].particle in OF_NAME and not (row[i].gap and counts(row[i].mention))


def _is_rank(row: Sequence[Chunk], i: int, hi: int) -> bool:
    """Tell whether a force is the rank of whoever is named behind it, which is spelt alike: "the killing of |the general| So-and-so"."""
    named = i + 1 < hi and is_officer(row[i + 1]) and not (row[i + 1].gap or row[i + 1].joined)
    return named and not (row[i].gap or row[i].prep or row[i].joined) and row[i].reading(Kind.FORCE) is not None


def _is_by_what(row: Sequence[Chunk], i: int, hi: int) -> bool:
    """Tell whether a weapon stands right before the number of those killed by it: "X executed on Thursday |by bullets| 22 soldiers"."""
    by = row[i].reading(Kind.WEAPON) is not None and not row[i].gap and row[i].text[0] == "ب"
    return by and i + 1 < hi and counts(row[i + 1].mention) and not (row[i + 1].gap or row[i + 1].joined)


def _is_how(chunk: Chunk) -> bool:
    """Tell whether a phrase says how somebody was killed: "X executed |by shooting| three men"."""
    how = chunk.reading(Kind.TRIGGER)
    return how is not None and how.form.pos is Pos.PHRASE and not (chunk.gap or chunk.prep or chunk.joined)


def _is_passed(chunk: Chunk, steps: int, has_agent: bool) -> bool:
    """Tell whether the search for victims may step over this chunk."""
    return (
        (chunk.sort is Sort.STOP and chunk.text in ',"(')
        or chunk.sort is Sort.DATE
        or chunk.reading(Kind.SOURCE) is not None
        or (steps == 0 and (_is_manned(chunk) or chunk.particle in _PASSED))  # "the governor of A, So-and-so"
        or chunk.has("particle.of_them")
        or chunk.has(NATIONALS)  # "arrested |Syrians|, two of them"
        or chunk.particle in _LATELY  # "the police arrested |lately| three men"
        or (chunk.has(IN_THE_FIELD) and chunk.last - chunk.first == 1)  # "X put to death |in the field| three men"
        or (chunk.sort is Sort.PLACE and (steps <= 2 or has_agent))
        or (
            has_agent
            and (
                chunk.prep == "ب"
                or chunk.reading(Kind.WEAPON) is not None
                or is_ridden(chunk)
                or chunk.sort is Sort.STOP
                and chunk.text == ")"
            )
        )
    )


def _is_manned(chunk: Chunk) -> bool:
    """Tell whether a checkpoint is the verb's subject: "a checkpoint of [l-] X arrested two men"."""
    return chunk.entry(Kind.OBJECT).id == "object.checkpoint" and not chunk.prep and not chunk.gap


def group_before(row: Sequence[Chunk], at: int, lo: int) -> Group | None:
    """Read a victim that stands before its verb: "the fighter was killed", "a girl and her mother were hit"."""
    if at > lo and not (row[at].gap or row[at].joined) and (many := number_before(row, at, at - 1, lo)) is not None:
        return many  # "that |four| were killed"
    i = at - 1
    steps = 0
    while i >= lo and steps < 4:
        chunk = row[i]
        act = chunk.reading(Kind.TRIGGER)
        if chunk.reading(Kind.HARM) is not None or (act is not None and not met_by_him(row, i, at)):
            return None
        if is_adjective(chunk) or act is not None:
            i -= 1
            continue  # "an |armed| band was hit", "a boy stepped |on a mine| and was killed"
        if chunk.sort is Sort.STOP and chunk.text == ".":
            return None
        if chunk.sort is Sort.STOP and chunk.text == ")":
            i = next((k for k in range(i - 1, max(lo, i - _SUBSET) - 1, -1) if row[k].text == "("), i) - 1
            continue  # "two hundred of the battalions (the armed wing of X) |were killed|"
        ahead = i - 1 - (i - 1 > lo and is_at_least(row[i - 1]))
        counted = chunk.sort is Sort.ACTOR and i > lo and counts(row[ahead].mention) and chunk.gap <= 1
        counted = counted or (
            chunk.sort is Sort.ACTOR
            and (chunk.joined or (i == at - 1 and chunk.prep in _THAT))
            and chunk.men in ("sg", "du")
        )
        if is_nationality(row, i, lo):
            i -= 1
            continue  # "ten soldiers, |Libyans,| were killed"
        if chunk.sort is Sort.PERSON or counted or chunk.reading(Kind.VICTIM) is not None:
            if chunk.joined and any(row[k].prep == "بين" for k in range(max(lo, i - 2), i)):
                return None  # "clashes |between youths and the soldiers|, in which one was hit"
            if i > lo and row[i - 1].particle == "agent":
                return None  # "was hit |by the bullets of| gunmen, and died"
            whole = _whole_of(row, i, lo)
            if whole is not None:
                if (many := number_before(row, at, whole, lo)) is not None:
                    return many  # "that |four|, two women among them, were killed"
                i = whole
                continue
            if chunk.prep == "من" and chunk.gap <= 1 and i > lo and _is_one_of(row[i - 1]):
                i -= 1
                continue  # "|a girl| of the family was hit"
            whose = is_whose(row, i)
            group = next(
                (g for s in beginnings(row, i, lo) if (g := read_group(row, s, at, "")) and g.last > i - whose), None
            )
            if group is not None and chunk.sort is Sort.PERSON and leads_by_word(row, i, lo):
                group = msgspec.structs.replace(
                    group, parts=tuple((COMBATANTS, n) for _, n in group.parts), plain=False
                )
            if group is not None and not group.actors and (of := leads_whom(row, i, lo)) >= 0:
                ids = row[of].ids
                group = msgspec.structs.replace(group, owner=ids, owners=ids, actors=(of,))
            return msgspec.structs.replace(group, last=at) if group is not None else None
        if i == at - 1 and counts(chunk.mention) and row[at].gap == _OF_THESE:
            return Group(i, at, (("", chunk.mention.count),))  # type: ignore[union-attr]
        i -= 1
        steps += 1
    return None


def _is_one_of(chunk: Chunk) -> bool:
    """Tell whether a chunk is one person, of whom more may be said behind "of"."""
    people = (r.form for r in chunk.readings if r.entry.kind is Kind.VICTIM)
    return chunk.prep in _THAT and any(form.number == "sg" and not form.definite for form in people)


def _whole_of(row: Sequence[Chunk], i: int, lo: int) -> int | None:
    """Give the chunk before "among them" when the victims at ``i`` are only some of all: "seven, among them a child, were killed"."""
    for k in range(i - 1, max(lo, i - _SUBSET) - 1, -1):
        if row[k].particle == "subset":
            return k - 1
        if row[k].sort is Sort.STOP and row[k].text != "(":
            return None
    return None


def group_by_word(row: Sequence[Chunk], at: int, after: int, lo: int, hi: int, first: Reading) -> Group | None:
    """Read the victims where the harm word itself says where they stand: found killed, before it; of a cell, behind it."""
    if first.entry.cls == _FOUND:
        return _found_man_of(row, at, lo) or group_before(row, at, lo)
    return cell_of(row, after, hi) if first.entry.harm == "detained" else None


def _found_man_of(row: Sequence[Chunk], at: int, lo: int) -> Group | None:
    """Read a force's man whom somebody came "upon": "came |upon a member of X| killed"."""
    i = at - 1
    if i <= lo or row[i].sort is not Sort.ACTOR or row[i].prep != _UPON or row[i].gap > 1 or row[at].gap:
        return None
    return read_group([*row[:i], msgspec.structs.replace(row[i], prep="")], i, at, "")


_UPON: Final = "علي"


def who_they_are(row: Sequence[Chunk], at: int, after: int, hi: int, kinds: Sequence[Reading]) -> Group | None:
    """Read who "the dead" are, by number and class: "that the dead [are] |four civilians and two policemen|"."""
    form = kinds[0].form
    if kinds[0].entry.cls != _COUNTED or len(kinds) > 1 or not (form.definite and form.number == "pl"):
        return None
    if row[at].prep not in _THAT or after + 1 >= hi or row[after].gap > 1 or row[after].prep or row[after].joined:
        return None
    victim = row[after].reading(Kind.VICTIM)
    if not counts(row[after].mention) and (victim is None or victim.form.definite or victim.form.number == "sg"):
        return None
    group = read_group(row, after, hi, "")
    several = group is not None and (
        len(group.parts) > 1 or group.parts[0][1] != getattr(row[after].mention, "count", None)
    )
    return group if several else None


_COUNTED: Final = "headcount"
