"""An act as one clause tells it: the draft that assembly joins with others into a report.

Everything here is still words: chunks of the row, not resolved places or days.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from waqai.code.clauses import Clause
from waqai.code.family import FAMILY
from waqai.code.method import MethodFound, find_method
from waqai.code.roles import Part, Role, Scene, read_roles
from waqai.lexicon.entry import Kind, Pos
from waqai.tag.chunks import Chunk, Sort
from waqai.tag.dates import DateMention
from waqai.tag.harm import HarmMention, find_harm
from waqai.tag.numbers import NumberMention
from waqai.tag.places import PlacePhrase

_NEAR = 3
"""Chunks that a negation reaches."""


@dataclass(slots=True)
class Draft:
    """One clause's account of one act, or of harm alone when ``method`` is ``None``."""

    clause: Clause
    method: MethodFound | None
    parts: list[Part]
    places: list[tuple[int, PlacePhrase]]
    dates: list[tuple[int, DateMention]]
    harm: list[HarmMention]
    objects: list[tuple[int, str]]
    place_chunks: list[Chunk] = field(default_factory=list)
    marks: dict[str, int] = field(default_factory=dict)
    count: int | None = None
    count_at: int | None = None
    refers_back: bool = False
    """Whether its trigger only takes up an act told before ("the shelling", "this battle")."""

    @property
    def is_told(self) -> bool:
        """Whether the clause tells an act that happened: no habit, no running total, no plan ahead of it."""
        if "total" in self.marks or "trend" in self.marks or any(m.is_trend for _, m in self.dates):
            return False
        denied = self.marks.get("negation")
        if self.method is not None and denied is not None and denied < self.method.at <= denied + _NEAR:
            return False
        plan = self.marks.get("plan")
        return plan is None or self.method is None or plan > self.method.at

    @property
    def agents(self) -> list[Part]:
        """Parts that did it."""
        return [p for p in self.parts if p.role is Role.AGENT]

    @property
    def targets(self) -> list[Part]:
        """Parts to whom it was done."""
        return [p for p in self.parts if p.role is Role.TARGET]

    @property
    def sides(self) -> list[Part]:
        """Parts of a two-sided act."""
        return [p for p in self.parts if p.role is Role.SIDE]


def read_clause(row: Sequence[Chunk], clause: Clause, speakers: frozenset[int] = frozenset()) -> Draft:
    """Read one clause of the row; ``speakers`` are the chunks of actors whom the text only cites."""
    lo, hi = clause.lo, clause.hi
    method = find_method(row, lo, hi)
    at = method.at if method is not None else _first_harm(row, lo, hi)
    harm = find_harm(row, lo, hi)
    scene = Scene(
        row,
        lo,
        hi,
        at,
        family=FAMILY[method.method].name if method is not None else "",
        victims=frozenset(k for h in harm for k in h.actors),
        doers=frozenset(k for h in harm for k in h.agents),
        speakers=speakers,
    )
    draft = Draft(
        clause=clause,
        method=method,
        parts=read_roles(scene),
        places=_places(row, lo, hi),
        dates=[(k, row[k].mention) for k in range(lo, hi) if isinstance(row[k].mention, DateMention)],  # type: ignore[misc]
        harm=harm,
        objects=_objects(row, lo, hi),
    )
    draft.place_chunks = [row[k] for k, _ in draft.places]
    _marks(row, lo, hi, draft)
    if method is not None:
        _count(row, method, draft)
        draft.refers_back = _refers_back(row, method)
    failed = draft.marks.get("failure")
    if failed is not None:
        draft.harm = [
            h for h in draft.harm if not failed < h.at <= failed + _NEAR or row[h.at].reading(Kind.PARTICLE) is not None
        ]
    return draft


def _refers_back(row: Sequence[Chunk], method: MethodFound) -> bool:
    trigger = row[method.at].reading(Kind.TRIGGER)
    return (
        trigger is not None and trigger.form.pos is not Pos.VERB and trigger.form.definite and not trigger.form.suffix
    )


def _first_harm(row: Sequence[Chunk], lo: int, hi: int) -> int | None:
    return next((k for k in range(lo, hi) if row[k].reading(Kind.HARM) is not None), None)


_BETWEEN = frozenset({"between", "road"})
_TOWARDS = frozenset({"الي", "باتجاه", "نحو"})
_ASIDE = frozenset({"origin", "destination", "control", "located"})


def _places(row: Sequence[Chunk], lo: int, hi: int) -> list[tuple[int, PlacePhrase]]:
    """Places where the act can have happened: not its origin, not where the wounded were taken."""
    found: list[tuple[int, PlacePhrase]] = []
    home: list[tuple[int, PlacePhrase]] = []
    aside_list = -1
    paired = False
    between = -1
    for k in range(lo, hi):
        mention = row[k].mention
        if not isinstance(mention, PlacePhrase):
            continue
        if mention.relation in _BETWEEN and mention.list_id >= 0 and mention.list_id == between:
            continue
        if paired and row[k].joined:
            paired = False
            continue
        paired = mention.relation in _BETWEEN
        between = mention.list_id if paired else -1
        if row[k].prep == "من" and _is_home(row, lo, k):
            home.append((k, mention))
            continue
        if _is_header(row, lo, hi, k):
            continue
        if _is_aside(row, lo, k):
            aside_list = mention.list_id
            continue
        if mention.list_id >= 0 and mention.list_id == aside_list:
            continue
        found.append((k, mention))
    return found or home


def _is_home(row: Sequence[Chunk], lo: int, k: int) -> bool:
    """Tell whether "from" gives a person's home: "a youth from the town of X"."""
    before = row[k - 1] if k > lo else None
    return before is not None and (before.sort is Sort.PERSON or before.reading(Kind.VICTIM) is not None)


def _is_header(row: Sequence[Chunk], lo: int, hi: int, k: int) -> bool:
    """Tell whether a place heads a section of a round-up ("حلب::")."""
    return (
        k <= lo + 2
        and k + 1 < hi
        and row[k + 1].sort is Sort.STOP
        and row[k + 1].text in (":", "-")
        and row[k + 1].gap <= 2
    )


def _is_aside(row: Sequence[Chunk], lo: int, k: int) -> bool:
    mention = row[k].mention
    if isinstance(mention, PlacePhrase) and mention.relation == "from":
        return True
    if row[k].prep in _TOWARDS or row[k].text in _TOWARDS:
        return True
    for j in range(k - 1, max(lo - 1, k - 4), -1):
        particle = row[j].reading(Kind.PARTICLE)
        if particle is not None and particle.entry.cls in _ASIDE:
            return True
        if row[j].sort is Sort.PLACE or row[j].reading(Kind.TRIGGER) is not None:
            return False
        if row[j].sort is Sort.STOP and row[j].text == ",":
            return False
    return False


def _objects(row: Sequence[Chunk], lo: int, hi: int) -> list[tuple[int, str]]:
    found = []
    for k in range(lo, hi):
        reading = row[k].reading(Kind.OBJECT)
        if reading is not None:
            found.append((k, reading.entry.cls))
    return found


def _marks(row: Sequence[Chunk], lo: int, hi: int, draft: Draft) -> None:
    """Note the steering particles of the clause by class, each with its chunk."""
    for k in range(lo, hi):
        particle = row[k].reading(Kind.PARTICLE)
        if particle is not None:
            draft.marks.setdefault(particle.entry.cls, k)
        elif getattr(row[k].mention, "hedged", False):
            draft.marks.setdefault("hedge", k)


def _count(row: Sequence[Chunk], method: MethodFound, draft: Draft) -> None:
    """Read how many times: "three landings", "two raids (dual)", "several strikes" (ruling 8)."""
    at = method.at
    trigger = row[at].reading(Kind.TRIGGER)
    if at > draft.clause.lo and row[at].gap == 0:
        mention = row[at - 1].mention
        if isinstance(mention, NumberMention) and mention.cls not in _LABELS:
            low = mention.count.min
            draft.count = max(low, 2) if mention.count.max is None and low is not None and low < 2 else low
            draft.count_at = at - 1
            return
    if (trigger is not None and trigger.form.number == "du") or (trigger is not None and trigger.form.number == "pl"):
        draft.count, draft.count_at = 2, at


_LABELS = frozenset({"age", "time", "measure", "label", "ordinal"})
