"""Score coded reports against gold (codebook, section 5).

Gold and system reports of one article are matched one to one, best total first. Two can match when the
event type is the same and either the place names agree, or both lie in one governorate and the dates overlap.
"""

from __future__ import annotations

import hashlib
import itertools
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Final, TypeAlias

import msgspec

from waqai.errors import InputError, SettingError
from waqai.text.fold import fold_key

CHECKS: Final = ("sub_event", "place", "date", "initiators", "targets", "harm", "killed", "outcome")
_EXACT: Final = ("sub_event", "place", "date", "initiators", "targets", "killed")
_PARTS: Final = ("all", "work", "aside")
_KINDS: Final = frozenset(
    fold_key(w)
    for w in (
        "في",
        "محافظة",
        "مدينة",
        "بلدة",
        "قرية",
        "ناحية",
        "مخيم",
        "حي",
        "منطقة",
        "بلدتي",
        "قريتي",
        "ريف",
        "مديرية",
        "قضاء",
    )
)
_MATCH_SLACK_DAYS: Final = 31

Report: TypeAlias = Mapping[str, Any]


class Score(msgspec.Struct):
    """Counts of a comparison; shares are computed from them."""

    articles: int = 0
    gold: int = 0
    system: int = 0
    matched: int = 0
    exact: int = 0
    f1_sum: float = 0.0
    both_have: int = 0
    gold_has: int = 0
    system_has: int = 0
    right: dict[str, float] = {}

    @property
    def precision(self) -> float:
        """Share of coded reports that match gold."""
        return self.matched / self.system if self.system else 0.0

    @property
    def recall(self) -> float:
        """Share of gold reports that were found."""
        return self.matched / self.gold if self.gold else 0.0

    @property
    def macro_f1(self) -> float:
        """Mean over articles, so that one round-up does not outweigh thirty pages."""
        return self.f1_sum / self.articles if self.articles else 0.0

    def lines(self) -> Iterable[str]:
        """Give the table, one figure a line."""
        p, r = self.precision, self.recall
        figures: dict[str, float] = {
            "articles": self.articles,
            "gold": self.gold,
            "system": self.system,
            "matched": self.matched,
            "precision": p,
            "recall": r,
            "f1": 2 * p * r / (p + r) if p + r else 0.0,
            "macro_f1": self.macro_f1,
            "exact_incident_rate": self.exact / self.gold if self.gold else 0.0,
            "article_precision": self.both_have / self.system_has if self.system_has else 0.0,
            "article_recall": self.both_have / self.gold_has if self.gold_has else 0.0,
        }
        figures |= {f"matched_{k}": self.right.get(k, 0.0) / self.matched if self.matched else 0.0 for k in CHECKS}
        for name, value in figures.items():
            yield f"{name:22} {value}" if isinstance(value, int) else f"{name:22} {value:.3f}"


def load_reports(path: Path, part: str) -> dict[str, list[Report]]:
    """Load the reports of each article from a JSONL file; ``part`` is all, work (two thirds) or aside (one third).

    Raises: SettingError for another part, InputError for a line that is no JSON object with an id.
    """
    if part not in _PARTS:
        raise SettingError(f"part must be one of {', '.join(_PARTS)}, not {part!r}")
    found: dict[str, list[Report]] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            item = json.loads(line)
            ident = str(item["id"])
        except (ValueError, KeyError, TypeError) as error:
            raise InputError("is no JSON object with an id", where=f"{path}:{number}") from error
        if part == "all" or is_aside(ident) == (part == "aside"):
            found[ident] = list(item.get("reports") or [])
    return found


def is_aside(ident: str) -> bool:
    """Tell whether an article is in the third that is set aside, by a hash of its id."""
    return int(hashlib.sha256(ident.encode()).hexdigest()[:8], 16) % 3 == 0


def score(gold: Mapping[str, Sequence[Report]], system: Mapping[str, Sequence[Report]]) -> Score:
    """Compare system reports with gold, article by article."""
    total = Score(right={})
    for ident, wanted in gold.items():
        got = system.get(ident, ())
        pairs = match(wanted, got)
        total.articles += 1
        total.gold += len(wanted)
        total.system += len(got)
        total.matched += len(pairs)
        total.f1_sum += 2 * len(pairs) / (len(wanted) + len(got)) if wanted or got else 1.0
        total.gold_has += bool(wanted)
        total.system_has += bool(got)
        total.both_have += bool(wanted) and bool(got)
        for i, j in pairs:
            found = checks(wanted[i], got[j])
            for key, value in found.items():
                total.right[key] = total.right.get(key, 0.0) + value
            total.exact += all(found[key] == 1.0 for key in _EXACT)
    return total


def match(gold: Sequence[Report], system: Sequence[Report]) -> list[tuple[int, int]]:
    """Pair gold and system reports one to one, best first; pairs of indexes."""
    rated = sorted(
        ((_pair_score(g, s), i, j) for (i, g), (j, s) in itertools.product(enumerate(gold), enumerate(system))),
        reverse=True,
    )
    pairs: list[tuple[int, int]] = []
    used_gold: set[int] = set()
    used_system: set[int] = set()
    for value, i, j in rated:
        if value <= 0:
            break
        if i not in used_gold and j not in used_system:
            pairs.append((i, j))
            used_gold.add(i)
            used_system.add(j)
    return pairs


def checks(gold: Report, system: Report) -> dict[str, float]:
    """Tell for each field how right it is, 0 to 1."""
    return {
        "sub_event": float(gold["sub_event_type"] == system.get("sub_event_type")),
        "place": float(_same_place(gold, system)),
        "date": float(_span(gold) == _span(system)),
        "initiators": _f1(set(gold.get("initiators") or ()), set(system.get("initiators") or ())),
        "targets": _f1(set(gold.get("targets") or ()), set(system.get("targets") or ())),
        "harm": _f1(_harm(gold), _harm(system)),
        "killed": float(_harm(gold, "killed") == _harm(system, "killed")),
        "outcome": float((gold.get("outcome") or "completed") == (system.get("outcome") or "completed")),
    }


def _pair_score(g: Report, s: Report) -> float:
    if g["event_type"] != s.get("event_type"):
        return 0.0
    if not (_same_place(g, s) or (_same_admin(g, s) and _overlap(g, s, 1))) or not _overlap(g, s, _MATCH_SLACK_DAYS):
        return 0.0
    c = checks(g, s)
    shared = c["sub_event"] + c["date"] + c["initiators"] + c["targets"] + c["harm"]
    return 1 + 2 * c["place"] + _overlap(g, s, 1) + shared


def _names(place: Mapping[str, Any]) -> set[str]:
    return {name for key in ("name", "text") if (name := _bare(place.get(key) or ""))}


def _bare(name: str) -> str:
    words = fold_key(name).replace('"', "").split()
    while words and words[0] in _KINDS:
        words = words[1:]
    return " ".join(words).removeprefix("ال")


_LONG_NAME = 4


def _same_place(g: Report, s: Report) -> bool:
    a, b = _names(g.get("place") or {}), _names(s.get("place") or {})
    if a & b:
        return True
    return any((x in y or y in x) and min(len(x), len(y)) >= _LONG_NAME for x in a for y in b)


def _same_admin(g: Report, s: Report) -> bool:
    a, b = _admin(g), _admin(s)
    return bool(a[1]) and a == b


def _admin(report: Report) -> tuple[str | None, str]:
    place = report.get("place") or {}
    country, name = place.get("country"), _latin(place.get("admin1") or "")
    return country, _spellings().get((country, name), name)


def _latin(name: str) -> str:
    return "".join(c for c in name.lower() if c.isascii() and c.isalpha())


@cache
def _spellings() -> dict[tuple[str | None, str], str]:
    table: dict[tuple[str | None, str], str] = {}
    lines = (files("waqai") / "data" / "admin1.csv").read_text(encoding="utf-8").splitlines()[1:]
    for line in lines:
        country, admin1, _, others = line.split(",", 3)
        for spelling in (admin1, *others.split("|")):
            if spelling:
                table[country, _latin(spelling)] = _latin(admin1)
    return table


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def _span(report: Report) -> tuple[date | None, date | None]:
    when = report.get("date") or {}
    start, end = _day(when.get("start")), _day(when.get("end"))
    return start or end, end or start


def _overlap(g: Report, s: Report, slack: int) -> bool:
    (a, b), (c, d) = _span(g), _span(s)
    if a is None or b is None or c is None or d is None:
        return True
    return (c - b).days <= slack and (a - d).days <= slack


def _harm(report: Report, kind: str = "") -> Counter[tuple[Any, ...]]:
    rows = report.get("harm") or ()
    return Counter((h["kind"], h["who"], h.get("min"), h.get("max")) for h in rows if not kind or h["kind"] == kind)


def _f1(a: Iterable[Any], b: Iterable[Any]) -> float:
    x, y = Counter(a), Counter(b)
    if isinstance(a, Counter):
        x = a
    if isinstance(b, Counter):
        y = b
    if not x and not y:
        return 1.0
    return 2 * sum((x & y).values()) / (sum(x.values()) + sum(y.values()))
