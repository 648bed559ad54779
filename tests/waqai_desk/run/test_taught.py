"""What a team teaches at the desk, the next run codes with: what it touches is coded again."""

from __future__ import annotations

import json

import pytest
from django.utils import timezone

from coded_factory import user
from waqai.fetch import load_sources
from waqai_desk.run.runner import Runner
from waqai_desk.run.taught import apply_taught
from waqai_desk.store import decide
from waqai_desk.store.models import Article, Decision, DecisionKind, Report, TeamActor, TeamAlias, TeamPlace

TEXT = "قُتل مدنيان بقصف مدفعي لكتائب الغيم على بلدة مرجانة النبع بريف إدلب الجنوبي، اليوم."


def teach(**what) -> Decision:
    return Decision.objects.create(at=timezone.now(), who=user(), kind=DecisionKind.TEACH, what=what)


@pytest.fixture
def go(own_store, tmp_path):
    lines = tmp_path / "pages.jsonl"
    pages = [
        {"id": "touched", "title": "قصف", "text": TEXT, "published": "2022-03-01"},
        {"id": "other", "title": "هدوء", "text": "هدوء في حلب"},
    ]
    lines.write_text("\n".join(json.dumps(page) for page in pages), encoding="utf-8")
    config = tmp_path / "sources.toml"
    config.write_text(f'[[source]]\nname = "p"\nkind = "jsonl"\npath = "{lines}"\n', encoding="utf-8")
    runner = lambda: Runner(workers=1).run(load_sources(config))  # noqa: E731 - short and local
    assert runner().articles == 2
    return runner


def told():
    return Report.objects.get(article__key="touched").content()


def test_a_place_is_known_from_the_next_run_on_and_forgotten_when_taken_back(go):
    assert told().place.lat != 35.5
    made = teach(place="مرجانة النبع")
    TeamPlace.objects.create(
        name="مرجانة النبع", precision="town", country="SY", admin1="Idlib", lat=35.5, lon=36.5, decision=made
    )
    summary = go()
    assert (summary.articles, summary.incidents.changed) == (1, 1)
    assert (told().place.name, told().place.lat, told().place.lon) == ("مرجانة النبع", 35.5, 36.5)
    assert go().articles == 0
    decide.undo(made, user())
    assert go().articles == 1
    assert told().place.lat != 35.5


def test_an_actor_and_its_other_names_are_known_from_the_next_run_on(go):
    assert "CLOUD_BRIGADES" not in told().initiators
    TeamActor.objects.create(actor="CLOUD_BRIGADES", name="كتائب الغيمة", decision=teach(actor="CLOUD_BRIGADES"))
    TeamAlias.objects.create(actor="CLOUD_BRIGADES", name='كتائب "الغيم"', decision=teach(alias="x"))
    TeamAlias.objects.create(actor="CLOUD_BRIGADES", name="كتائب الغيم", decision=teach(alias="y"))
    assert go().articles == 1
    assert told().initiators == ("CLOUD_BRIGADES",)


def test_nothing_taught_is_nothing_done(own_store):
    assert apply_taught() == 0
    assert Article.objects.count() == 0
