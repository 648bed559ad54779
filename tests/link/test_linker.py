import random
from collections.abc import Collection, Iterable
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statement_factory import DAY, killed, on, statement, statements, village
from waqai.link.linker import Linker, keys_of
from waqai.link.statement import Statement
from waqai.values import DatePrecision, DateValue, PlacePrecision


class Store:
    """A store as small as one can be: statements under their keys, incidents as what each statement is in."""

    def __init__(self, linker: Linker) -> None:
        self.linker = linker
        self.told: dict[str, Statement] = {}
        self.under: dict[int, set[str]] = {}
        self.incident: dict[str, frozenset[str]] = {}

    def standing_under(self, keys: Collection[int]) -> Iterable[Statement]:
        return [self.told[i] for key in keys for i in self.under.get(key, ())]

    def with_ids(self, ids: Collection[str]) -> Iterable[Statement]:
        return [self.told[i] for i in ids if i in self.told]

    def add(self, *new: Statement) -> None:
        for cluster in self.linker.relink(new, self):
            self.incident.update(dict.fromkeys((s.id for s in cluster), frozenset(s.id for s in cluster)))
        for s in new:
            self.told[s.id] = s
            for key in keys_of(s).stands:
                self.under.setdefault(key, set()).add(s.id)

    def remove(self, gone: Statement) -> None:
        left = [s for s in self.linker.component([gone], self) if s.id != gone.id]
        for members in self.under.values():
            members.discard(gone.id)
        del self.told[gone.id], self.incident[gone.id]
        self.add(*left)


def incidents(clusters) -> set[frozenset[str]]:
    return {frozenset(s.id for s in cluster) for cluster in clusters}


def test_pages_that_tell_one_incident_are_joined_and_others_are_not():
    told = [
        statement("a"),
        statement("b", initiators=("US_MIL", "SDF"), method="air_landing"),
        statement("c", place=village("هجين")),
        statement("d", date=on(DAY + timedelta(5)), published=DAY + timedelta(5)),
    ]
    assert [[s.article for s in c] for c in Linker().link(told)] in (
        [["a", "b"], ["c"], ["d"]],
        [["b", "a"], ["c"], ["d"]],
        [["c"], ["a", "b"], ["d"]],
        [["c"], ["b", "a"], ["d"]],
    )


def test_two_incidents_of_one_village_on_one_day_stay_two():
    """Each page tells a raid in which one man was held and a mine that killed three."""
    raid = {"harm": (killed(None, 1),), "targets": ("IS",)}
    mine = {"event_type": "Explosions/Remote violence", "sub_event_type": "Remote explosive/landmine/IED", "method": "landmine", "harm": (killed(3, 3),), "initiators": ("UNKNOWN",), "targets": ("CIVILIANS",)}  # fmt: skip
    told = [s for page in "abc" for s in statements(page, [raid, mine])]
    clusters = Linker().link(told)
    assert sorted(len(c) for c in clusters) == [3, 3]
    assert all(len({s.report.method for s in c}) == 1 for c in clusters)


def test_a_town_shelled_every_day_has_an_incident_a_day():
    shelling = {"sub_event_type": "Shelling/artillery/missile attack", "method": "shelling", "initiators": ("SYR_GOV",)}
    days = [DAY + timedelta(n) for n in range(8)]
    told = [statement(f"{page} {day}", date=on(day), published=day, **shelling) for day in days for page in "abc"]
    clusters = Linker().link(told)
    assert [len(c) for c in clusters] == [3] * 8
    assert all(len({s.report.date for s in c}) == 1 for c in clusters)


def test_two_reports_of_one_page_never_join_whatever_they_say():
    assert len(Linker().link(statements("a", [{}, {}]))) == 2


def test_a_village_joins_its_countryside_when_the_rest_agrees():
    around = village("دير الزور", precision=PlacePrecision.COUNTRYSIDE, lat=35.3, lon=40.1)
    toll = (killed(7, 7),)
    assert len(Linker().link([statement("a", harm=toll), statement("b", harm=toll, place=around)])) == 1


def test_the_first_published_gives_the_incident_its_id():
    early, late = statement("z", published=DAY), statement("a", published=DAY + timedelta(1))
    assert Linker().link([late, early])[0][0].id == early.id


def test_people_are_obeyed():
    a, b = statement("a"), statement("b")
    far = statement("c", place=village("هجين"), date=on(DAY + timedelta(40)))
    apart = Linker(judged={tuple(sorted((a.id, b.id))): False})
    assert len(apart.link([a, b])) == 2
    joined = Linker(judged={tuple(sorted((a.id, far.id))): True})
    assert incidents(joined.link([a, far])) == {frozenset({a.id, far.id})}
    store = Store(joined)
    store.add(a)
    store.add(far)
    assert store.incident[a.id] == {a.id, far.id}


villages = st.sampled_from(["الزر", "الشحيل", "ذيبان"]).map(village) | st.just(
    village("دير الزور", precision=PlacePrecision.COUNTRYSIDE, lat=35.3, lon=40.1)
)
dates = st.integers(0, 3).map(lambda d: on(DAY + timedelta(d))) | st.sampled_from(
    [DateValue(), DateValue(DAY - timedelta(2), DAY + timedelta(4), DatePrecision.WEEK)]
)
fields = st.fixed_dictionaries(
    {
        "place": villages,
        "date": dates,
        "sub_event_type": st.sampled_from(["Arrests", "Armed clash", "Peaceful protest"]),
        "initiators": st.sampled_from([("COALITION",), ("US_MIL",), ("UNKNOWN",), ("TURKEY_MIL",)]),
        "harm": st.sampled_from([(), (killed(1, 1),), (killed(5, 5),), (killed(5, None),)]),
    }
)
pages = st.lists(st.lists(fields, min_size=1, max_size=3), min_size=1, max_size=8).map(
    lambda told: [s for i, reports in enumerate(told) for s in statements(f"page-{i}", reports)]
)


@given(pages, st.randoms(use_true_random=False))
def test_the_order_of_arrival_changes_nothing(told, chance: random.Random):
    linker = Linker()
    batch = linker.link(told)
    shuffled = chance.sample(told, len(told))
    assert linker.link(shuffled) == batch
    store = Store(linker)
    while shuffled:
        some = chance.randint(1, len(shuffled))
        store.add(*shuffled[:some])
        shuffled = shuffled[some:]
    assert set(store.incident.values()) == incidents(batch)


@given(pages)
def test_running_twice_changes_nothing(told):
    store = Store(Linker())
    store.add(*told)
    once = dict(store.incident)
    store.add(*told)
    assert store.incident == once


@given(pages, st.data())
def test_taking_a_report_out_leaves_what_would_be_without_it(told, data):
    store = Store(Linker())
    store.add(*told)
    gone = data.draw(st.sampled_from(told))
    store.remove(gone)
    assert set(store.incident.values()) == incidents(Linker().link([s for s in told if s.id != gone.id]))


@pytest.mark.parametrize("times", [2, 3])
def test_the_same_statement_given_twice_is_one(times):
    assert len(Linker().link([statement("a")] * times)) == 1
