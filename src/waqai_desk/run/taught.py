"""What the team taught at the desk, given to the gazetteer and the word lists before a run codes anything.

Places go into the team's own gazetteer, names of actors into ``WAQAI_HOME/lexicon/team.toml``. Articles that hold a name taught
since the last run are coded again by this one.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Final

from django.db.models import Q

from waqai.gazetteer.added import DESK, Added
from waqai.gazetteer.place import Place
from waqai.lexicon.own import own_folder
from waqai.replacing import replacing
from waqai.values.place import PlacePrecision
from waqai_desk.store.lock import changing_incidents
from waqai_desk.store.models import Article, Decision, DecisionKind, Mark, TeamActor, TeamAlias, TeamPlace
from waqai_desk.store.search import search_articles
from waqai_desk.store.statements import chunks

_MARK: Final = "taught"
_HEAD: Final = '# What the team taught at the desk; written anew by each run.\n\n[file]\nkind    = "actor"\nlicence = "the team\'s"\n'


def apply_taught() -> int:
    """Give the coder what was taught since the last run, and tell how many articles are to be coded again.

    Killed half-way, the next run does it again: nothing is marked as done before all of it is.
    """
    last = int(Mark.objects.filter(name=_MARK).values_list("value", flat=True).first() or 0)
    new = Decision.objects.filter(Q(kind=DecisionKind.TEACH) | Q(undoes__kind=DecisionKind.TEACH), pk__gt=last)
    newest = new.order_by("-pk").values_list("pk", flat=True).first()
    if newest is None:
        return 0
    undone = Q(decision__undone_by__isnull=False)
    _write_places(TeamPlace.objects.exclude(undone))
    _write_actors(TeamActor.objects.exclude(undone), TeamAlias.objects.exclude(undone))
    touched: set[int] = set()
    for name in _names([*new.values_list("pk", flat=True), *new.values_list("undoes", flat=True)]):
        touched.update(search_articles(name).values_list("pk", flat=True))
    with changing_incidents():
        for some in chunks(touched):
            Article.objects.filter(pk__in=some).update(coding=None)
        Mark.objects.update_or_create(name=_MARK, defaults={"value": str(newest)})
    return len(touched)


def _names(decisions: Iterable[int | None]) -> Iterator[str]:
    """Give the names that these decisions taught."""
    pks = [pk for pk in decisions if pk is not None]
    for place in TeamPlace.objects.filter(decision__in=pks):
        yield from (place.name, *place.other_names)
    yield from TeamActor.objects.filter(decision__in=pks).values_list("name", flat=True)
    yield from TeamAlias.objects.filter(decision__in=pks).values_list("name", flat=True)


def _write_places(rows: Iterable[TeamPlace]) -> None:
    added = Added()
    added.remove(DESK)
    for row in rows:
        added.teach(_place(row))
    added.rebuild(lambda *_: None)


def _place(row: TeamPlace) -> Place:
    return Place(
        id=f"team:{row.pk}",
        ids=(f"team:{row.pk}",),
        names=(row.name, *row.other_names),
        name_en=row.name_en,
        kind=row.kind or row.precision,
        precision=PlacePrecision(row.precision),
        country=row.country,
        lat=row.lat,
        lon=row.lon,
        admin1=row.admin1,
    )


def _write_actors(actors: Iterable[TeamActor], aliases: Iterable[TeamAlias]) -> None:
    """Write one entry a name; JSON's strings are TOML's too."""
    names = sorted({*((a.actor, a.name) for a in actors), *((a.actor, a.name) for a in aliases)})
    entries = [
        f"\n[[entry]]\nid     = {_text(f'actor.team_{n:04}.name')}\ngloss  = {_text(actor)}\nactor  = {_text(actor)}\n"
        f'cls    = "name"\nphrase = [{_text(name)}]\n'
        for n, (actor, name) in enumerate(names, 1)
    ]
    path = own_folder() / "team.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    with replacing(path) as part:
        part.write_text(_HEAD + "".join(entries), encoding="utf-8")


def _text(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)
