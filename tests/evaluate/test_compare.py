import pytest
from hypothesis import given
from hypothesis import strategies as st

from waqai.evaluate.compare import affinity, check, days_meet, pairs
from waqai.evaluate.record import ScoredDate, ScoredHarm, ScoredPlace, ScoredReport

NAMES = ("تل القمر", "عين السدر", "وادي الرمان")
reports = st.builds(
    ScoredReport,
    event_type=st.sampled_from(("Battles", "Riots")),
    sub_event_type=st.sampled_from(("Armed clash", "Mob violence")),
    date=st.none() | st.builds(ScoredDate, st.sampled_from(("2021-03-04", "2021-03-09", None))),
    place=st.builds(ScoredPlace, name=st.sampled_from(NAMES), admin1=st.just("Hama"), country=st.just("SY")),
    initiators=st.lists(st.sampled_from(("SDF", "IS", "UNKNOWN")), max_size=2).map(tuple),
)


@given(reports, reports)
def test_affinity_is_symmetric(a, b):
    assert affinity(a, b) == pytest.approx(affinity(b, a))


@given(reports)
def test_a_report_is_exact_against_itself(report):
    assert check(report, report).is_exact


@given(st.lists(reports, max_size=5), st.lists(reports, max_size=5))
def test_pairs_use_each_report_once_and_only_where_it_can_match(gold, system):
    found = pairs(gold, system)
    assert len({i for i, _ in found}) == len({j for _, j in found}) == len(found)
    assert all(affinity(gold[i], system[j]) > 0 for i, j in found)


@given(st.lists(reports, min_size=1, max_size=5))
def test_pairs_of_a_list_with_itself_leave_nobody(gold):
    assert len(pairs(gold, gold)) == len(gold)


def on(start, end=None):
    return ScoredReport(date=ScoredDate(start, end))


@pytest.mark.parametrize(
    ("a", "b", "meet"),
    [
        (on("2021-03-04"), on("2021-03-05"), True),
        (on("2021-03-04"), on("2021-03-06"), False),
        (on("2021-03-01", "2021-03-07"), on("2021-03-08"), True),
        (on("2021-03-04"), ScoredReport(), True),
    ],
)
def test_days_meet_with_a_day_of_slack(a, b, meet):
    assert days_meet(a, b, 1) is meet
    assert days_meet(b, a, 1) is meet


def test_harm_rows_count_once_each():
    two = ScoredReport(harm=(ScoredHarm("killed", "civilians", 2, 2), ScoredHarm("wounded", "civilians", 1)))
    one = ScoredReport(harm=(ScoredHarm("killed", "civilians", 2, 2),))
    found = check(two, one)
    assert (found.harm, found.killed) == (pytest.approx(2 / 3), 1.0)
