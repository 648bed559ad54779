"""An incident's toll: every figure that was given, and low, best and high over them; never a mean.

A witness that corrects itself is held to its newest figure for ``best`` and kept with all its figures in ``claims``. What the
side that did it admits is kept apart, as Airwars does: admitting is not counting.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from waqai.link.kin import Kin
from waqai.link.origin import Voices
from waqai.link.statement import Statement
from waqai.model import Harm, Toll, TollClaim

_KINDS = ("killed", "wounded", "detained", "abducted", "missing", "released")
_WHO = ("civilians", "combatants", "unspecified")


def tolls_of(statements: Sequence[Statement], origins: Sequence[str], initiators: Iterable[str]) -> tuple[Toll, ...]:
    """Give the rows of the toll, in the codebook's order of kinds and of who."""
    said = [(by, row) for by, s in enumerate(statements) for row in _rows(s.report.harm)]
    admitted = [_concedes(s, initiators) for s in statements]
    found = []
    for kind in _KINDS:
        mine = [(by, row) for by, row in said if row.kind == kind]
        home = _home_of_unspecified(mine)
        for who in _WHO:
            rows = [(by, row) for by, row in mine if (home if row.who == "unspecified" else row.who) == who]
            if rows:
                claims = tuple(_claim(by, row, statements[by], conceded=admitted[by]) for by, row in rows)
                found.append(_toll(kind, who, claims, origins))
    return tuple(found)


def _rows(harm: Sequence[Harm]) -> Iterable[Harm]:
    """Give an account's rows, one a kind and who: rows of one kind and who are read as one sum."""
    seen: dict[tuple[str, str], Harm] = {}
    for row in harm:
        old = seen.get((row.kind, row.who))
        seen[row.kind, row.who] = row if old is None else _sum(old, row)
    return seen.values()


def _sum(a: Harm, b: Harm) -> Harm:
    low = None if a.min is None and b.min is None else (a.min or 0) + (b.min or 0)
    return Harm(a.kind, a.who, low, None if a.max is None or b.max is None else a.max + b.max)


def _home_of_unspecified(rows: Sequence[tuple[int, Harm]]) -> str:
    """Give the row in which "five people" without more counts.

    Where all who say more say the same, and nobody tells the unspecified beside them, it is the same five; a row of its own
    would have readers add it up twice.
    """
    said = {row.who for _, row in rows} - {"unspecified"}
    plain = {by for by, row in rows if row.who == "unspecified"}
    both = any(by in plain for by, row in rows if row.who != "unspecified")
    return said.pop() if len(said) == 1 and not both else "unspecified"


def _concedes(s: Statement, initiators: Iterable[str]) -> bool:
    """Tell whether the account is the word of the side that did it and of nobody else."""
    kin, voices = Kin.load(), Voices.load()
    by = set(initiators)
    sides = voices.sides_of(s.report.sources)
    return len(sides) == len(s.report.sources) > 0 and all(
        side in by or kin.of_actors([side]) & kin.of_actors(by) for side in sides
    )


def _claim(by: int, row: Harm, s: Statement, *, conceded: bool) -> TollClaim:
    source = s.report.sources[0] if s.report.sources else None
    return TollClaim(by=by, who=row.who, min=row.min, max=row.max, source=source, as_of=s.published, conceded=conceded)


def _toll(kind: str, who: str, claims: tuple[TollClaim, ...], origins: Sequence[str]) -> Toll:
    counted = [c for c in claims if not c.conceded]
    admitted = [c for c in claims if c.conceded]
    low, high = _span(counted or admitted)
    conceded_low, conceded_high = _span(admitted)
    return Toll(
        kind=kind,
        who=who,
        low=low,
        best=_best(counted or admitted, origins),
        high=high,
        conceded_low=conceded_low,
        conceded_high=conceded_high,
        claims=claims,
    )


def _span(claims: Sequence[TollClaim]) -> tuple[int | None, int | None]:
    """Give the lowest and the highest figure; ``None`` for a high that an account leaves open."""
    lows = [c.min for c in claims if c.min is not None]
    highs = [c.max for c in claims if c.max is not None]
    return min(lows, default=None), max(highs) if highs and len(highs) == len(claims) else None


def _best(claims: Sequence[TollClaim], origins: Sequence[str]) -> int | None:
    """Give the figure that fits most witnesses' newest word; of several the one most often said so, then the newest."""
    newest: dict[str, TollClaim] = {}
    for claim in sorted(claims, key=_when):
        newest[origins[claim.by]] = claim
    words = list(newest.values())

    def weigh(claim: TollClaim) -> tuple[int, int, date, int]:
        figure = _figure(claim)
        fits = sum(_fits(figure, other) for other in words)
        same = sum(other.min == other.max == figure for other in words)
        return fits, same, *_when(claim)

    return _figure(max(words, key=weigh)) if words else None


def _when(claim: TollClaim) -> tuple[date, int]:
    return claim.as_of or date.min, claim.by


def _figure(claim: TollClaim) -> int | None:
    return claim.min if claim.min is not None else claim.max


def _fits(figure: int | None, claim: TollClaim) -> bool:
    if figure is None:
        return False
    return (claim.min is None or claim.min <= figure) and (claim.max is None or figure <= claim.max)
