"""``waqai run`` as a user calls it."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

import killable
from coded_factory import coding, user
from statement_factory import on, report
from waqai.cli import app
from waqai.cli.register import register
from waqai.model import Span
from waqai.settings import home
from waqai.values import DatePrecision
from waqai_desk.store import decide
from waqai_desk.store.models import Article, Incident, Original, Report, Silence


@pytest.fixture
def call(own_store):
    if not app.registered_commands:
        register(app)
    return lambda *arguments: CliRunner().invoke(app, [str(a) for a in arguments])


def test_the_samples_end_as_incidents_joined_across_outlets(call):
    done = call("run")
    assert done.exit_code == 0, done.output
    shelling = Incident.objects.get(place="البارة")
    assert (shelling.accounts, shelling.killed_low, shelling.killed_best, shelling.killed_high) == (2, 1, 2, 2)
    raid = Incident.objects.get(place="الزر")
    assert [(t.kind, t.low, t.high) for t in raid.content().toll] == [("wounded", 0, 0), ("detained", 2, 3)]
    told = call("incidents", "show", shelling.public_id).stdout
    assert "killed: 1–2, best 2 civilians" in told
    assert "1 · 2022-11-08 وكالة السهل" in told
    assert "2 · 2022-11-09 شبكة الجبل" in told
    before = list(Incident.objects.values_list("public_id", "body", "version"))
    assert call("run").exit_code == 0
    assert list(Incident.objects.values_list("public_id", "body", "version")) == before


def test_a_page_that_cannot_be_read_is_named_and_stops_nothing(call, tmp_path):
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "empty.html").write_bytes(b"")
    (pages / "english.txt").write_text("Nothing here is Arabic.", encoding="utf-8")
    (pages / "nul.txt").write_text(
        "قصف على \x00\x01 بلدة البارة\n\nقتل مدني بقصف مدفعي على بلدة البارة", encoding="utf-8"
    )
    (pages / "good.txt").write_text("قصف\n\nقُتل مدنيان بقصف مدفعي لقوات النظام على بلدة كنصفرة.", encoding="utf-8")
    sources = tmp_path / "sources.toml"
    sources.write_text('[[source]]\nname = "p"\nkind = "folder"\npath = "pages"\n', encoding="utf-8")
    done = call("run", sources)
    assert done.exit_code == 1
    assert "waqai: urn:waqai:p:empty.html: is empty: nothing to read\n" in done.stderr
    assert "waqai: urn:waqai:p:nul.txt: is binary" in done.stderr
    assert Original.objects.filter(state="refused", error_code__startswith="W-IN").count() == 2
    english = Article.objects.get(key="urn:waqai:p:english.txt")
    assert (english.content().paragraphs, english.reports.count()) == ((), 0), "set aside, with its reason"
    assert Report.objects.filter(article__key="urn:waqai:p:good.txt").count() == 1
    assert call("run", sources).exit_code == 0, "what was refused is kept, and not told again"


def test_what_a_person_read_in_a_silent_page_outlasts_every_run(call, tmp_path):
    pages = tmp_path / "pages"
    pages.mkdir()
    body = "ليلة في قسطون\n\nكان أهالي قرية قسطون يسمعون القصف كل يوم تقريباً منذ أسابيع، وخافوا غارة أخرى."
    (pages / "night.txt").write_text(body, encoding="utf-8")
    sources = tmp_path / "sources.toml"
    sources.write_text('[[source]]\nname = "p"\nkind = "folder"\npath = "pages"\n', encoding="utf-8")
    assert call("run", sources).exit_code == 0
    silence = Silence.objects.get()
    assert (silence.acts, silence.article.reports.count()) == (2, 0)
    Silence.objects.all().delete()  # as in a store from before silent pages were kept
    assert call("run", sources).exit_code == 0
    silence = Silence.objects.get()
    full = silence.article.content().full
    evidence = {"event": (_at(full, "غارة"),), "place": (_at(full, "قرية قسطون"),)}
    read = report(evidence=evidence, initiators=("UNKNOWN",), targets=(), date=on(precision=DatePrecision.APPROX))
    entered = decide.enter(silence.article, user(), read)
    Article.objects.update(coding=coding("an older one"))
    assert call("run", sources, "--recode").exit_code == 0
    assert [i.public_id for i in Incident.objects.live()] == [entered.public_id]
    assert "entered by a person" in call("incidents", "show", entered.public_id).stdout
    assert '"by_person":true' in call("incidents", "list", "--json").stdout


def _at(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def test_a_pages_later_version_takes_the_earlier_ones_place(call, tmp_path):
    pages = tmp_path / "pages"
    pages.mkdir()
    sources = tmp_path / "sources.toml"
    sources.write_text('[[source]]\nname = "p"\nkind = "folder"\npath = "pages"\n', encoding="utf-8")
    page = "قصف على كنصفرة\n\nقُتل {} مدنيين بقصف مدفعي لقوات النظام على بلدة كنصفرة بريف إدلب الجنوبي يوم 3 آذار 2022."
    (pages / "one.txt").write_text(page.format("ثلاثة"), encoding="utf-8")
    assert call("run", sources).exit_code == 0
    first = Incident.objects.live().get()
    (pages / "one.txt").write_text(page.format("أربعة"), encoding="utf-8")
    assert call("run", sources).exit_code == 0
    later = Incident.objects.live().get()
    assert (first.killed_best, later.killed_best, later.accounts) == (3, 4, 1)
    assert later.public_id == first.public_id
    assert (Original.objects.count(), Article.objects.count(), Report.objects.count()) == (2, 1, 1)


def test_a_newer_coder_is_shown_before_it_is_used(call, tmp_path, monkeypatch):
    sources = killable.write_corpus(tmp_path, days=1)
    assert call("run", sources).exit_code == 0
    assert "reports of 0 differ" in call("run", "--recode", "--dry-run").stdout
    row = Report.objects.filter(article__key="p0-0-0").get()
    spoilt = row.body.replace('"shelling"', '"airstrike"', 1)
    Report.objects.filter(pk=row.pk).update(body=spoilt)
    monkeypatch.setattr("waqai_desk.store.coding._coder", lambda: "newer")
    told = call("run", "--recode", "--dry-run").stdout
    assert "method: airstrike → shelling" in told
    assert "0 come, 0 go, 1 change" in told
    assert Report.objects.get(pk=row.pk).body == spoilt
    Article.objects.update(coding=coding("an older one"))
    assert call("run", sources, "--recode").exit_code == 0
    assert Report.objects.get(pk=row.pk).body == row.body
    assert set(Article.objects.values_list("coding__coder", flat=True)) == {
        row for row in Article.objects.values_list("coding__coder", flat=True) if row.endswith("+newer")
    }


def test_the_homes_own_sources_go_before_the_samples(call, tmp_path):
    killable.write_corpus(tmp_path, days=1)
    home().mkdir(exist_ok=True)
    (home() / "sources.toml").write_text((tmp_path / "sources.toml").read_text(encoding="utf-8"), encoding="utf-8")
    assert call("run").exit_code == 0
    assert Article.objects.filter(key__startswith="p").count() == 12


def test_a_dry_run_is_of_recoding_only(call):
    assert call("run", "--dry-run").exit_code == 2
