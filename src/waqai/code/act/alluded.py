"""Acts that a clause only alludes to: what a side carries out, what people flee from, whose victims are buried."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from waqai.code.act.placed import put_at
from waqai.code.deed.method import MethodFound
from waqai.code.deed.no_politics import without_grievance
from waqai.code.family import FROM_AFAR
from waqai.code.taxonomy import Taxonomy
from waqai.lexicon.entry import Kind, Pos, Reading
from waqai.tag.chunk import Chunk, Sort
from waqai.tag.date.expression import Open
from waqai.tag.date.find import DateMention

if TYPE_CHECKING:
    from waqai.code.act.draft import Draft

_CLASH: Final = "clash"
_CALM: Final = "particle.calm"
_FROM: Final = "من"
_BEHIND: Final = frozenset({"علي", "من"})
"""Prepositions by which an act lies years behind what is told: "two years after [upon] it"."""
_BEHIND_IT: Final = 2
"""Chunks from attacks in the plural to who carries them out."""
_FLEES: Final = "flees"
_OF_AN_EVENT: Final = frozenset({"failure", "cause"})
"""What tells that attacks in the plural were an event: they were beaten off, or did something."""
_CASUALTIES: Final = "harm.casualties"
_TWO: Final = 2
_FROM_AFAR: Final = FROM_AFAR | {"open"}
"""Families of acts that are nobody's plan: battles go on for what they are to take."""


def mark_allusions(row: Sequence[Chunk], draft: Draft, method: MethodFound) -> None:
    """Mark a clause that names an act by the way; leave out who is held where it was, and where its victims are buried."""
    at = method.at
    named = row[at].reading(Kind.TRIGGER)
    if (contains := draft.marks.get("contains", -1)) >= 0:  # "the prison of A, |which has in it detainees| of X"
        draft.harm = [h for h in draft.harm if h.kind != "detained" or h.at != contains + 1]
    if draft.family_name == _CLASH:
        _settle_fight(row, draft, at)
    if 0 < draft.marks.get("agent_now", at) - at <= _BEHIND_IT and not (
        draft.harm or draft.dates or draft.clause.headline
    ):
        if named is not None and named.form.number == "pl" and _OF_AN_EVENT.isdisjoint(draft.marks):
            draft.marks.setdefault("trend", at)  # "|attacks| that X carries out on A"
    if row[at].prep == _FROM and (_is_anybody(named) or _is_what_befell(draft, at)):
        draft.marks.setdefault("trend", at)
    if row[at].prep in _BEHIND and any(k == at - 1 and is_of_old(m) for k, m in draft.dates):
        draft.marks.setdefault("year", at - 1)  # "opened again yesterday, two years after |an attack|"
    # "the arrest of |the former general|"
    of_him = draft.family_name == "raid" and at + 1 < len(row) and row[at + 1].gap > 0
    if draft.marks.get("earlier") == at + 1 and (of_him or _died_there(row, draft, at)):
        del draft.marks["earlier"]
    if "accuses" in draft.marks or "accused" in draft.marks:
        _leave_out_accuser(row, draft, at)
    if not draft.refers_back:
        return
    if at < draft.marks.get("plan", -1) and draft.family_name in _FROM_AFAR:
        # "decried the strikes, |called| to leave A"
        put_at(draft, row, [(k, phrase) for k, phrase in draft.places if k < draft.marks["plan"]])
    buried = row[at - 1].has(_CASUALTIES) and not any(k > at for k, _ in draft.dates)
    if buried and all((h.count.min or 0) < _TWO for h in draft.harm):
        # "buried in A |the victims of the attack|"
        put_at(draft, row, [(k, phrase) for k, phrase in draft.places if k > at])
    told = draft.dates or draft.names_doer or method.method == "capture"
    if row[at].prep == _FROM and _FLEES in draft.marks and draft.marks[_FLEES] < at and not told:
        draft.marks.setdefault("landmark", at)  # "fled to A |from the shelling|"


def _is_anybody(named: Reading | None) -> bool:
    """Tell whether a verb behind "from" is what anybody does of whom something is said: "|who shells| A is no partner"; no preposition stands before a verb."""
    return named is not None and named.form.pos is Pos.VERB and named.form.tense == "present"


def _died_there(row: Sequence[Chunk], draft: Draft, at: int) -> bool:
    """Tell whether somebody is told to have died of the earlier act, and where: "a man |died in A| owing to an earlier raid"."""
    for toll in draft.harm:
        death = row[toll.at].reading(Kind.HARM)
        if toll.kind == "killed" and toll.at < at and death is not None and death.form.pos is not Pos.NOUN:
            return bool(draft.places) and draft.family_name in FROM_AFAR
    return False


def _is_what_befell(draft: Draft, at: int) -> bool:
    """Tell whether an act behind "of" is named as what everybody knows: "|what happened| in A |of bombings| is but a link in a chain"."""
    return 0 <= draft.marks.get("befell", at) < at and not (draft.harm or draft.dates)


def _settle_fight(row: Sequence[Chunk], draft: Draft, at: int) -> None:
    """Take for told, and for no plan, the fight after which calm came back; leave out whom the quarrel behind it cost; what an armed group fights smugglers for is no common crime."""
    plan = draft.marks.get("plan", -1)
    if plan >= 0 and row[at].prior and row[plan].has(_CALM) and any(p.ids for p in draft.sides):
        del draft.marks["plan"]  # "calm came back to A |after clashes between X and Y|"
    if at < (over := draft.marks.get("grounds", -1)) and over > draft.marks.get("result", -1):
        draft.harm = [h for h in draft.harm if h.at < over]  # "clashes |over the arrest of| a leader"
    if "crime" in draft.marks:
        sides = (i for p in (*draft.agents, *draft.sides) for i in p.ids)
        if any(Taxonomy.load().is_armed_group(i) for i in sides):
            del draft.marks["crime"]


def _leave_out_accuser(row: Sequence[Chunk], draft: Draft, at: int) -> None:
    """Leave out where those are who hold somebody responsible for an act told behind: "the factions |in A| hold X responsible for the crime"."""
    marks = draft.marks
    blamed = marks.get("claims" if "accuses" in marks else "accused", at)
    if blamed >= at:
        return
    said = marks.get("accuses", min((p.at for p in draft.parts if p.rule == _SOURCE), default=at))
    if any(said < k < blamed for k, _ in draft.places):
        put_at(draft, row, [(k, phrase) for k, phrase in draft.places if not said < k < blamed])


_SOURCE: Final = "roles.source"


def is_of_old(mention: DateMention) -> bool:
    """Tell whether a time is counted in months or years, not in days that nobody counts."""
    return isinstance(mention.expression, Open) and not mention.expression.days


def leave_out_grievance(row: Sequence[Chunk], draft: Draft) -> None:
    """Leave out of a protest the place and toll of the act that it is against."""
    places, draft.harm = without_grievance(row, draft.places, draft.harm, draft.marks)
    put_at(draft, row, places)


def is_called_by_place(row: Sequence[Chunk], draft: Draft) -> bool:
    """Tell whether attacks go by the name of their places: "losses after |the two attacks of A and B|"."""
    assert draft.method is not None
    at = draft.method.at
    act = row[at].reading(Kind.TRIGGER)
    if act is None or act.form.number != "du" or act.form.definite or draft.names_doer:
        return False
    return at + 1 < len(row) and row[at + 1].sort is Sort.PLACE and not (row[at + 1].gap or row[at + 1].prep)
