"""What follows a clause says of it: where what was hit stands, in which quarters a town is fought over, in which battle the dead fell."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from waqai.code.act.draft import Draft
from waqai.code.act.made_heard import leave_out_blasts
from waqai.code.act.placed import share_places
from waqai.code.act.rest_of_list import leave_to_the_rest
from waqai.code.clause.scene import Role
from waqai.code.family import FOUGHT
from waqai.lexicon.entry import Kind, Pos
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.chunk_words import IN
from waqai.values.place import PlacePrecision


def look_ahead(row: Sequence[Chunk], told: list[Draft]) -> None:
    """Give an act without a place the place of what follows it: "attacked positions, where they reached A"; "hit a car. In A"; blasts, the strike they came of."""
    leave_out_blasts(row, told)
    leave_to_the_rest(row, told)
    for n, draft in enumerate(told):
        if draft.method is None or draft.places or draft.homes or draft.family_name in FOUGHT:
            continue
        if (how := _spelt_out(draft, told[n + 1 : n + 1 + _SOON])) is not None:
            share_places(draft, how)
    for draft, after in pairwise(told):
        if draft.method is None:
            if _is_remembered(row, draft, after):
                after.marks["trend"] = after.clause.lo
            elif draft.harm and not draft.places:
                _bring_toll(row, draft, after, told)
            continue
        if not after.places:
            continue
        if _goes_on_to_others(draft, after) or _is_arrest_for(row, draft, after):
            draft.places, draft.place_chunks = after.places, after.place_chunks
            continue
        if (
            after.clause.tells_of >= 0
            or (after.clause.earlier and any(h.kind == "killed" for h in after.harm))
            or after.method is not None
            or after.opens_with("and_that")
            or "hover" in after.marks  # "raids on X, adding that aircraft |flew over| A too"
            or (draft.places and not _says_where(draft, after))
            or (draft.homes and not draft.places)
        ):
            continue
        first = after.places[0][0]
        goes_on = (
            after.clause.sentence == draft.clause.sentence
            or _is_cause_alone(row, draft, after)
            or (
                after.clause.block - draft.clause.block in (0, 1 - bool(after.harm))
                and first == after.clause.lo
                and row[first].prep != ""
            )
        )
        if goes_on:
            share_places(draft, after)
            draft.dates = draft.dates or after.dates


_SOON: Final = 2
"""Clauses on in which a deed is spelt out: when it was may stand between."""


def _spelt_out(draft: Draft, later: Sequence[Draft]) -> Draft | None:
    """Find the clause that tells by "as" or "where" what was done and in which place: "X committed a massacre yesterday, |as its aircraft raided A|"."""
    for after in later:
        if after.clause.sentence != draft.clause.sentence:
            return None
        if after.method is not None:
            how = "how" in after.marks and after.family_name == draft.family_name and after.places
            return after if how and not after.dates else None
        if after.places or after.harm:
            return None
    return None


def _is_cause_alone(row: Sequence[Chunk], draft: Draft, after: Draft) -> bool:
    """Tell whether dots part a cause from what came of it: "|owing to a strike by drones|.. a man killed in A"."""
    lo, hi = draft.clause.lo, draft.clause.hi
    lo += row[lo].sort is Sort.STOP
    if after.clause.block != draft.clause.block or not after.harm or draft.method is None:
        return False
    led = row[lo].particle == _CAUSE or (draft.method.at == lo and row[lo].text.startswith(_BY))
    return led and all(chunk.text == "." for chunk in row[hi - 1 : hi + 1]) and after.clause.lo <= hi + 1


_CAUSE: Final = "cause"
_BY: Final = "ب"


def _goes_on_to_others(draft: Draft, after: Draft) -> bool:
    """Tell whether an act's toll goes on with "others" and then its place: "a massacre that killed seven, |and 13 others were hurt in A|"."""
    if draft.method is None or not draft.harm or draft.places or draft.homes:
        return False
    if after.clause.sentence != draft.clause.sentence or after.clause.lo != draft.clause.hi:
        return False
    same = after.method is None or after.method.method == draft.method.method
    first = bool(after.harm) and after.harm[0].others and "joint" not in after.marks
    return same and first and not (draft.dates and after.dates)


def _is_arrest_for(row: Sequence[Chunk], draft: Draft, after: Draft) -> bool:
    """Tell whether those behind a blow were arrested, nobody says where: there it was, for all that is known (ruling 25)."""
    if draft.method is None or draft.places or draft.homes or not after.clause.earlier:
        return False
    if after.clause.sentence != draft.clause.sentence or after.clause.lo != draft.clause.hi:
        return False
    arrest = row[draft.method.at]
    return arrest.has(_ARREST) and not arrest.text.startswith(_THE) and draft.clause.hi - draft.method.at <= _SOON


_ARREST: Final = "trigger.arrest"
_THE: Final = "ال"
"""The article of arrests told before: "|the arrests| come after the attack in A"."""


def _says_where(draft: Draft, after: Draft) -> bool:
    """Tell whether fighting in a town is put in its quarters by what follows: "clashes in A, which centred on B and C"."""
    if draft.family_name != "clash" or after.harm or after.marks.keys() - {"joint", "how"}:
        return False
    if after.clause.sentence != draft.clause.sentence or any(p.ids for p in after.parts):
        return False
    whole = draft.places[0][1].precision
    return len(draft.places) == 1 and len(after.places) > 1 and whole is PlacePrecision.TOWN


def _was_before(row: Sequence[Chunk], at: int) -> bool:
    """Tell whether the noun of a killing stands behind "after", "in the wake of"."""
    harm = row[at].reading(Kind.HARM)
    after = row[at].prior or (at > 0 and row[at - 1].particle == _CAUSE and row[at - 1].text == _IN_THE_WAKE)
    return after and harm is not None and harm.form.pos is Pos.NOUN


_IN_THE_WAKE: Final = "اثر"


def _bring_toll(row: Sequence[Chunk], draft: Draft, after: Draft, told: Sequence[Draft]) -> None:
    """Give dead told ahead of the act, without a place, to it: "four of X fell, |and eighteen of Y, in battles in A|"."""
    if after.method is None and not (after.places and after.harm):
        return
    if after.method is not None and "did" in after.marks and _was_before(row, draft.harm[0].at):
        return  # "|after the killing of one of its men|, X shelled A"
    # "the death of nine |in a bombing| in a town"
    elsewhere = "region" in after.marks and row[after.clause.lo].prep in IN
    before = [d for d in told if d.method is not None and d.clause.lo < draft.clause.lo and not elsewhere]
    if not after.harm and before:
        return  # it is the toll of what was told
    same = after.clause.sentence == draft.clause.sentence
    if not same or any(d.clause.sentence == draft.clause.sentence for d in before):
        return
    after.harm = [*draft.harm, *after.harm]
    after.parts = [*(p for p in draft.parts if p.role is Role.TARGET), *after.parts]
    draft.harm = []


def _is_remembered(row: Sequence[Chunk], draft: Draft, after: Draft) -> bool:
    """Tell whether "where" goes on with the act that an anniversary is of: "on the anniversary of the bombings of A, |where 50 died|"."""
    day = draft.marks.get("anniversary")
    if day is None or after.clause.sentence != draft.clause.sentence:
        return False
    of_act = day + 1 < len(row) and row[day + 1].reading(Kind.TRIGGER) is not None
    return of_act and after.opens_with("how")
