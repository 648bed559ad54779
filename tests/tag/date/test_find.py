"""Date phrases found and resolved, by table and by properties that hold for every day."""

from __future__ import annotations

import itertools
import tomllib
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waqai.lexicon.load import load_lexicon
from waqai.tag.date.anchor import HORIZON, Anchor, Facts, fix_year, latest_fixed_day, read_facts
from waqai.tag.date.expression import CalendarDay, Relation
from waqai.tag.date.find import DateMention, find_dates
from waqai.tag.date.page import PageSign, page_day
from waqai.tag.date.phrase import numeric_day
from waqai.tag.date.resolve import resolve, resolve_mention
from waqai.tag.words import Words
from waqai.text.fold import fold, fold_key
from waqai.values.date import DatePrecision

TABLE = tomllib.loads((Path(__file__).parents[2] / "cases" / "dates.toml").read_text(encoding="utf-8"))
LEVANTINE = (
    "كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني", "كانون الأول",
)  # fmt: skip
WEEKDAYS = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
DAYS = st.dates(date(2011, 1, 1), date(2026, 12, 31))


def words_of(text: str) -> tuple[str, Words]:
    folded = fold(text).text
    return folded, Words.of(folded, load_lexicon())


def phrase(folded: str, words: Words, mention: DateMention) -> str:
    return folded[words.tokens[mention.first].start : words.tokens[mention.last - 1].end]


def anchor_of(case: dict[str, Any], words: Words) -> Anchor:
    published = case.get("published", TABLE["published"])
    return Anchor(
        published=None if published == "none" else published,
        fixed=case.get("fixed"),
        told=case.get("told"),
        facts=read_facts(words),
    )


@pytest.mark.parametrize("case", TABLE["case"], ids=lambda c: c["id"])
def test_table(case: dict[str, Any]) -> None:
    folded, words = words_of(case["text"])
    anchor = anchor_of(case, words)
    found = [f"{phrase(folded, words, m)} = {resolve(m.expression, anchor)}" for m in find_dates(words)]
    want = [f"{fold_key(left)} = {right}" for left, _, right in (w.rpartition(" = ") for w in case["want"])]
    assert found == want


def test_table_has_no_case_twice() -> None:
    ids = [case["id"] for case in TABLE["case"]]
    assert len(ids) == len(set(ids)) >= 120


@given(
    day=DAYS,
    form=st.sampled_from(
        ["{d}/{m}/{y}", "{y}-{m:02}-{d:02}", "{d} - {m} - {y}", "{d}.{m}.{y}", "{d} {name} {y}", "{wd} {d} {name} {y}"]
    ),
)
def test_a_written_day_is_that_day(day: date, form: str) -> None:
    text = form.format(d=day.day, m=day.month, y=day.year, name=LEVANTINE[day.month - 1], wd=WEEKDAYS[day.weekday()])
    _, words = words_of(f"انفجر لغم بتاريخ {text} في الحقل")
    if "/" in form or "-" in form or "." in form:
        assert numeric_day([str(day.day), str(day.month), str(day.year)]) == (day.day, day.month, day.year)
    values = [resolve(m.expression, Anchor()) for m in find_dates(words)]
    assert [v.start for v in values] == [day]


@given(day=DAYS, published=DAYS)
def test_a_day_without_a_year_is_past_and_within_a_leap_cycle(day: date, published: date) -> None:
    _, words = words_of(f"انفجر لغم في {day.day} {LEVANTINE[day.month - 1]}")
    (mention,) = find_dates(words)
    value = resolve(mention.expression, Anchor(published=published))
    assert value.start is not None
    assert (value.start.day, value.start.month) == (day.day, day.month)
    assert published - timedelta(days=8 * 366) <= value.start <= published + timedelta(days=1)


@given(weekday=st.integers(0, 6), published=DAYS)
def test_a_weekday_is_the_latest_one(weekday: int, published: date) -> None:
    _, words = words_of(f"انفجر لغم {WEEKDAYS[weekday]} في الحقل")
    (mention,) = find_dates(words)
    value = resolve(mention.expression, Anchor(published=published))
    assert value.start is not None
    assert value.precision is DatePrecision.DAY
    assert value.start.weekday() == weekday
    assert timedelta(0) <= published - value.start < timedelta(days=7)


@given(st.lists(st.sampled_from([c["text"] for c in TABLE["case"]]), max_size=6))
def test_mentions_are_in_order_and_apart(texts: list[str]) -> None:
    _, words = words_of("\n".join(texts))
    mentions = find_dates(words)
    assert all(a.last <= b.first for a, b in itertools.pairwise(mentions))
    assert all(0 <= m.first < m.last <= len(words.tokens) for m in mentions)


@given(st.text(max_size=60))
def test_any_text_is_read_without_error(text: str) -> None:
    _, words = words_of(text)
    for mention in find_dates(words):
        resolve_mention(mention, Anchor(published=date(2020, 5, 20)))


def one(text: str) -> DateMention:
    (mention,) = find_dates(words_of(text)[1])
    return mention


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("ونفذت مداهمات بشكل شبه يومي", "is_trend"),
        ("ونشطت القوات في الأسابيع الأخيرة", "is_trend"),
        ("تصل القافلة غداً", "is_plan"),
        ("تعقد الجلسة الاثنين المقبل", "is_plan"),
        ("خلال اليومين الماضيين", "is_period"),
        ("شنت الأسبوع الماضي غارات", "is_period"),
        ("يومي السبت والأحد", "is_period"),
        ("داهمت الدورية المزرعة فجراً", "is_daypart_only"),
        ("انفجر لغم قبل قليل", "is_daypart_only"),
        ("انفجر لغم السبت", "has_day_word"),
        ("انفجر لغم الليلة الماضية", "has_day_word"),
        ("10:22 PM · Dec 1, 2024", "chrome"),
        ("3 أيام مضت", "chrome"),
    ],
)
def test_flags(text: str, flag: str) -> None:
    flags = ("is_trend", "is_plan", "is_period", "is_daypart_only", "chrome")
    mention = one(text)
    assert getattr(mention, flag)
    if flag in flags and flag != "is_period" and flag != "chrome":
        assert [f for f in flags if getattr(mention, f)] == [flag]


@pytest.mark.parametrize(
    ("text", "relation", "days"),
    [
        ("تقصف الطائرات القرية منذ ليلة أمس", Relation.SINCE, "2020-05-19…2020-05-20 (approx)"),
        ("فقد الراعي منذ ثلاثة أيام", Relation.SINCE, "2020-05-17…2020-05-20 (approx)"),
        ("تستمر الهدنة حتى 18 أيار", Relation.UNTIL, "?"),
        ("الجرائم المرتكبة قبل 18 أيار", Relation.BEFORE, "?"),
        ("عادوا بعد الجمعة", Relation.AFTER, "?"),
        ("توقفت الرحلات منذ 25 شباط", Relation.SINCE, "?"),
        ("وقتل حارس السبت", Relation.ON, "2020-05-16"),
    ],
)
def test_relation_to_the_day(text: str, relation: Relation, days: str) -> None:
    mention = one(text)
    assert mention.relation is relation
    assert str(resolve_mention(mention, Anchor(published=date(2020, 5, 20)))) == days


@pytest.mark.parametrize(
    ("text", "hour"), [("فجر السبت", 4), ("السبت ليلاً", 21), ("بعد منتصف ليل السبت", 24), ("السبت", None)]
)
def test_part_of_the_day(text: str, hour: int | None) -> None:
    assert one(text).daypart == hour


# --- which year (ruling 23) ---


def test_year_is_the_latest_that_fits() -> None:
    year, why = fix_year(17, 5, 6, Anchor())
    assert year == 2026
    assert "2015, 2020, 2026" in why


def test_year_before_an_actor_existed_is_dropped() -> None:
    facts = Facts(actors=((date(2015, 10, 1), date(2022, 1, 1)),))
    year, why = fix_year(17, 5, 6, Anchor(facts=facts))
    assert year == 2020
    assert "did not exist in 2015, 2026" in why


def test_year_next_to_a_season_is_preferred() -> None:
    year, why = fix_year(17, 5, 6, Anchor(facts=Facts(seasons=(900,))))
    assert year == 2020
    assert "season" in why


def test_no_year_fits() -> None:
    year, why = fix_year(29, 2, 0, Anchor(horizon=date(2015, 12, 31)))
    assert year is None
    assert "no year" in why


@given(day=DAYS)
def test_fixed_year_has_that_weekday(day: date) -> None:
    year, _ = fix_year(day.day, day.month, day.weekday(), Anchor())
    assert year is not None
    assert day.year <= year <= HORIZON.year
    assert date(year, day.month, day.day).weekday() == day.weekday()


def test_latest_fixed_day_takes_written_years_and_weekdays() -> None:
    _, words = words_of("في 3 آذار 2020 ثم الأحد 17 أيار، ومن المتوقع أن تنشط في شهر رمضان، وفي 20 أيار")
    day, how = latest_fixed_day(find_dates(words), read_facts(words))
    assert day == date(2020, 5, 17)
    assert "season" in how


def test_nothing_fixes_a_day() -> None:
    _, words = words_of("انفجر لغم أمس وفي 3 آذار")
    assert latest_fixed_day(find_dates(words), read_facts(words)) == (None, "the text fixes no day")


def test_seasons_of_a_text() -> None:
    _, words = words_of("قبل عيد الأضحى وفي شهر رمضان ومع موسم الحصاد")
    assert set(read_facts(words).seasons) == {900, 1210}


# --- the page's own day (ruling 34) ---


@pytest.mark.parametrize(
    ("text", "published", "day", "sign"),
    [
        ("عنوان\n10:22 PM · Dec 1, 2024\nقصفت القرية", date(2024, 11, 30), date(2024, 12, 1), PageSign.STAMP),
        (
            "عنوان\nVerified accountDecember 30, 2025 · Shared with Public",
            date(2025, 12, 31),
            date(2025, 12, 30),
            PageSign.STAMP,
        ),
        (
            "عنوان\nصفحة كذاAugust 9, 2025 · Shared with Public",
            date(2025, 1, 1),
            date(2025, 8, 9),
            PageSign.STAMP,
        ),
        (
            "عنوان\nصفحة كذا٩ أغسطس ٢٠٢٥ · \u200fتمت المشاركة مع العامة\u200fقصفت القرية أمس",
            date(2025, 1, 1),
            date(2025, 8, 9),
            PageSign.STAMP,
        ),
        (
            "عنوان\nقصفت القرية أمس٧:٤٠ ص · ٤ ديسمبر ٢٠٢٤٣١٩ مشاهدة",
            date(2024, 12, 5),
            date(2024, 12, 4),
            PageSign.STAMP,
        ),
        ("عنوان\nالخميس, ١٩ يناير ٢٠٢٣, ١٨:٢٣\nقصفت القرية", date(2023, 1, 18), date(2023, 1, 19), PageSign.DATELINE),
        ("عنوان\n23/03/2022\nقصفت القرية", date(2022, 3, 22), date(2022, 3, 23), PageSign.DATELINE),
        ("عنوان\n5/6/2015\nقصفت القرية", date(2015, 5, 6), date(2015, 5, 6), PageSign.DATELINE),
        ("عنوان\n5/6/2015\nقصفت القرية", date(2015, 6, 6), date(2015, 6, 5), PageSign.DATELINE),
        ("حصاد الأحداث ليوم الأربعاء 24-11-2021\nقصفت القرية", date(2021, 11, 25), date(2021, 11, 24), PageSign.TITLE),
        ("عنوان\nقصفت القرية اليوم الأحد 12 كانون الأول", date(2021, 12, 11), date(2021, 12, 12), PageSign.TODAY),
        ("عنوان\nقصفت القرية اليوم الأحد", date(2021, 12, 11), date(2021, 12, 12), PageSign.TODAY),
        ("عنوان\nقصفت القرية أمس الجمعة", date(2021, 12, 10), date(2021, 12, 11), PageSign.TODAY),
        ("عنوان\nعثر مدنيون صباح اليوم السبت 13 آب على جثة", date(2021, 8, 30), date(2022, 8, 13), PageSign.TODAY),
        ("عنوان\nDec 1, 2024\nقصفت القرية", None, date(2024, 12, 1), PageSign.STAMP),
    ],
)
def test_page_day(text: str, published: date | None, day: date, sign: PageSign) -> None:
    _, words = words_of(text)
    found = page_day(words, find_dates(words), published)
    assert found is not None
    assert (found.day, found.sign) == (day, sign)


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("عنوان\nقصفت القرية أمس", date(2021, 12, 11)),
        ("عنوان\nالجمعة 31 تموز, 2026\nقصفت القرية", date(2021, 12, 11)),
        ("عنوان\nوقع الاتفاق بين الطرفين في مدينة بعيدة عن القرية بتاريخ 5 آذار 2020 برعاية", date(2020, 3, 10)),
        ("", date(2021, 12, 11)),
    ],
)
def test_no_page_day(text: str, published: date) -> None:
    _, words = words_of(text)
    assert page_day(words, find_dates(words), published) is None


def test_stamp_names_the_tokens_it_stands_on() -> None:
    _, words = words_of("عنوان\n10:22 PM · Dec 1, 2024")
    found = page_day(words, find_dates(words), None)
    assert found is not None
    assert [t.text for t in words.tokens[found.first : found.last]] == ["dec", "1", ",", "2024"]


def test_month_names_are_those_of_cldr() -> None:
    babel = pytest.importorskip("babel.dates")
    for locale in ("ar", "ar_SY", "ar_IQ", "ar_DZ", "ar_TN", "ar_MA", "ar_MR", "ar_SA"):
        for month, name in babel.get_month_names("wide", locale=locale).items():
            expression = one(f"في 3 {name} 2020").expression
            assert isinstance(expression, CalendarDay) and expression.month == month, (locale, name)


def test_weekday_names_are_those_of_cldr() -> None:
    babel = pytest.importorskip("babel.dates")
    for weekday, name in babel.get_day_names("wide", locale="ar").items():
        assert getattr(one(f"انفجر لغم {name}").expression, "weekday", None) == weekday
