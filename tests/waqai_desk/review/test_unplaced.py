"""The queue of reports without an incident, and the page of one."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from coded_factory import coded, keep, run, told
from desk_members import NAME, client, one_incident, unplaced_report
from statement_factory import killed, village
from waqai_desk.accounts.rights import Role
from waqai_desk.store.models import Report


def listed(query: str = "", **more) -> list[str]:
    text = client(**more).get(f"/queue/reports/{query}").content.decode()
    return [
        key for key in Report.objects.order_by("pk").values_list("key", flat=True) if f"/reports/{key}/accept/" in text
    ]


@pytest.fixture
def two(store) -> tuple[Report, Report]:
    """Give a report that the coder no longer tells and one that waits."""
    return unplaced_report(), unplaced_report("waiting", waits=True)


def test_both_kinds_are_shown_and_told_apart(two):
    gone, waits = two
    one_incident_is_elsewhere = listed()
    assert one_incident_is_elsewhere == [gone.key, waits.key]
    assert listed("?waits=withdrawn") == [gone.key]
    assert listed("?waits=waiting") == [waits.key]


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("?place=ذيبان", 1),
        ("?place=حلب", 0),
        ("?killed=1", 1),
        ("?killed=2", 0),
        ("?type=Strategic developments", 1),
        ("?type=Battles", 0),
        ("?actor=COALITION", 1),
        ("?actor=HTS", 0),
        ("?country=SY&admin1=Deir ez-Zor&method=raid", 1),
        ("?grade=confirmed&review=accepted&disputed=on", 1),
        ("?order=doubt", 1),
        ("?order=nothing", 1),
        ("?page=99", 1),
    ],
)
def test_the_filters_of_the_address_narrow_it(store, query, count):
    unplaced_report()
    assert len(listed(query)) == count


def test_the_gravest_come_first_and_of_these_the_least_sure(store):
    for n, (dead, sure) in enumerate([(1, 0.9), (7, 0.9), (7, 0.1)]):
        keep(coded(f"r{n}", told(place=village(f"قرية {n}"), harm=(killed(dead, dead),), confidence=sure)))
    text = client().get("/queue/reports/").content.decode()
    assert text.index("قرية 2") < text.index("قرية 1") < text.index("قرية 0")


def test_the_queue_of_incidents_counts_them(two):
    one_incident()
    assert 'href="/queue/reports/"' in client().get("/queue/").content.decode()


def test_the_page_shows_words_without_names_and_leads_on(two):
    gone, waits = two
    text = client().get(f"/reports/{waits.key}/?queue=order%3Dseverity").content.decode()
    assert '<mark data-field="event"' in text
    assert NAME not in text
    assert f"/reports/{gone.key}/?queue=order%3Dseverity" in text


def test_a_report_in_an_incident_leads_there_and_an_unknown_key_nowhere(store):
    incident = one_incident()
    report = Report.objects.first()
    response = client().get(f"/reports/{report.key}/", follow=True)
    assert incident.public_id in response.content.decode()
    assert client().get("/reports/none/").status_code == 404


def test_a_reader_sees_no_button(two):
    text = client(Role.READER).get("/queue/reports/").content.decode()
    assert 'data-key="a"' not in text
    assert 'data-key="t"' not in text


def test_more_reports_do_not_mean_more_queries(store):
    unplaced_report("first", waits=True)
    someone = client()
    someone.get("/queue/reports/")
    with CaptureQueriesContext(connection) as few:
        someone.get("/queue/reports/")
    keep(*(coded(f"r{n}", told(place=village(f"قرية {n}"))) for n in range(9)))
    with CaptureQueriesContext(connection) as many:
        someone.get("/queue/reports/")
    assert len(many) <= len(few) <= 22


def test_what_was_linked_is_gone_from_it(two):
    run()
    assert listed() == [two[0].key]
