"""The whole coder: a page with everything that makes coding hard, and what must hold for every article."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strategies import texts
from waqai.code.coder import Coder
from waqai.model import Article, CodedArticle, Excluded, Report, Span
from waqai.read import article_from_record, read_file
from waqai.text.fold import fold_key

ROOT = Path(__file__).resolve().parents[2]
PAGES = [
    *sorted((ROOT / "samples/pages").iterdir()),
    ROOT / "samples/sentence.txt",
    ROOT / "tests/cases/failed_raid.txt",
]
CODER = Coder.load()
INFERRED = {
    "date": ("date.news", "date.open", "date.published"),
    "initiators": ("roles.nobody_named", "judge."),
    "targets": ("judge.",),
    "sources": ("sources.outlet",),
}
"""Rules that give a value without words of its own: the page's day, nobody named, whom the act itself tells."""


@pytest.fixture(scope="module")
def raid() -> CodedArticle:
    return CODER.code(read_file(ROOT / "tests/cases/failed_raid.txt"))


def test_a_failed_raid_a_shot_and_landings_and_nothing_else(raid):
    said = [
        (
            r.sub_event_type,
            r.method,
            r.outcome,
            r.count,
            r.place.name,
            str(r.date),
            r.initiators,
            r.targets,
            [(h.kind, h.who, h.min, h.max) for h in r.harm],
            r.sources,
        )
        for r in raid.reports
    ]
    both = ("COALITION", "SDF")
    assert said == [
        ("Arrests", "raid", "failed", 1, "المنصورة", "?", both, ("IS",), [("detained", "civilians", 1, 1), ("wounded", "unspecified", 0, 0)], ("المرقاب",)),
        ("Attack", "sniper", "completed", 1, "الطبقة", "2026-05-14…2026-05-21 (week)", both, ("CIVILIANS",), [("killed", "civilians", 1, 1)], ("شبكة الضفاف",)),
        ("Armed clash", "air_landing", "completed", 3, "الكرامة", "2026-05-17", ("COALITION",), ("IS",), [("killed", "unspecified", 1, None), ("wounded", "unspecified", 1, None)], ("شبكة الضفاف",)),
    ]  # fmt: skip


def test_the_open_date_says_that_it_is_open(raid):
    first = raid.reports[0]
    assert first.date.start is None
    assert "date" not in first.evidence
    assert first.rule["date"] == "date.open"


def test_related_headlines_are_set_apart_and_never_coded(raid):
    left_out = " ".join(block.text for block in raid.article.excluded)
    assert "مدينة الشدادي" in left_out
    assert all(r.place.name not in ("الشدادي", "الباب") for r in raid.reports)


def test_the_evasive_title_names_the_group_by_its_own_letters(raid):
    quoted = [span.quote(raid.article.full) for r in raid.reports for span in r.evidence.get("targets", ())]
    assert any(fold_key(words) == "دا.عش" for words in quoted)


def test_persons_stand_apart(raid):
    assert {p.name for p in raid.persons} == {"هلال نواف الجربوعان"}
    assert "الجربوعان" not in msgspec.json.encode(raid.reports).decode()


def check_spans(coded: CodedArticle) -> None:
    article, full = coded.article, coded.article.full
    story = [*([article.headline] if article.headline else []), *article.paragraphs]
    for report in coded.reports:
        for field, spans in report.evidence.items():
            assert spans, field
            for span in spans:
                assert span.quote(full).strip(), field
                assert any(s.start <= span.start and span.end <= s.end for s in story), field
        assert {"event", "place"} <= report.evidence.keys()
        for field in told(report):
            rule = report.rule[field]
            assert field in report.evidence or rule.startswith(INFERRED.get(field, ("nothing",))), (field, rule)
        assert len(report.evidence.get("harm", ())) >= len(report.harm)
        assert report.place.text in full


def told(report: Report) -> list[str]:
    values = {
        "date": report.date.start,
        "initiators": set(report.initiators) - {"UNKNOWN", "PROTESTERS"},
        "targets": set(report.targets) - {"UNKNOWN"},
        "harm": report.harm,
        "sources": report.sources,
    }
    return [field for field, value in values.items() if value]


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_every_value_has_words_of_the_article_or_says_how_it_was_inferred(page):
    coded = CODER.code(read_file(page))
    check_spans(coded)


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_the_same_text_gives_the_same_codes(page):
    article = read_file(page)
    assert msgspec.json.encode(CODER.code(article)) == msgspec.json.encode(Coder.load().code(article))


PIECES = [
    "قُتل مدنيان وأصيب ثلاثة آخرون",
    "بقصف مدفعي لقوات النظام",
    "على بلدة كنصفرة بريف إدلب الجنوبي",
    "في مدينة الباب",
    "واعتقلت قسد شاباً",
    "صباح الاثنين",
    "يوم الأحد 17 أيار",
    "قبل ثلاثة أيام",
    "وفق المرصد",
    "دون وقوع إصابات",
    "انفجرت عبوة ناسفة بسيارة",
    "من دا-عش",
    "فيما شنت الطائرات الروسية 4 غارات",
    "الشاب مازن الحايكان",
    "وفشلت في القبض على قيادي",
    "حلب::",
    "على طريق الحسكة - الرقة",
    "،",
    ".",
    "\n",
    "مقالات ذات صلة",
    "#الرقة",
    "منذ بداية العام",
]
stories = st.lists(st.one_of(st.sampled_from(PIECES), texts), max_size=25).map(" ".join)


@settings(max_examples=60)
@given(st.sampled_from(PIECES), stories, st.one_of(st.none(), st.dates()))
def test_no_text_breaks_the_coder_and_every_value_keeps_its_words(title, text, day):
    record = {"id": "x", "title": title, "text": text, "published": day.isoformat() if day else None}
    coded = CODER.code(article_from_record(record))
    check_spans(coded)
    assert msgspec.json.decode(msgspec.json.encode(coded.reports), type=tuple[Report, ...]) == coded.reports


def test_nothing_to_read_gives_nothing():
    assert CODER.code(Article(id="x", title="", text="")).reports == ()


def test_persons_of_what_is_set_apart_are_listed_too(coder):
    """Whoever shows the whole page has to know every name that is to be hidden."""
    title, story, apart = "أخبار", "قصف الجيش بلدة نوى أمس.", "اقرأ أيضا: مقتل الناشط سالم الجبري"
    start = len(title) + 1
    span, rest = Span(start, start + len(story)), Span(start + len(story) + 1, start + len(story) + 1 + len(apart))
    article = Article(
        id="1", title=title, text=f"{story}\n{apart}", paragraphs=(span,), excluded=(Excluded("related", apart, rest),)
    )
    assert [person.name for person in coder.code(article).persons] == ["سالم الجبري"]
