"""Entering what the coder missed: the form, its words, and the incident that follows."""

from __future__ import annotations

import html

import pytest

from coded_factory import coded, keep, live, run, silent_page, told
from desk_members import NAME, client
from waqai_desk.accounts.models import AuditEntry
from waqai_desk.accounts.rights import Role
from waqai_desk.review.entry_form import MARKED
from waqai_desk.store.models import Article, Decision, Report
from waqai_desk.store.silent import article_print, silent

FILLED = {
    "event_type": "Strategic developments", "sub_event_type": "Arrests", "method": "raid", "outcome": "completed",
    "count": "1", "status": "reported", "words_event": "داهمت قوة", "words_place": "بلدة الزر", "place_name": "الزر",
    "place_precision": "town", "admin1": "Deir ez-Zor", "country": "SY", "lat": "35.09", "lon": "40.45",
    "start": "2024-05-17", "end": "2024-05-17", "date_precision": "approx", "words_initiators": "قوة مشتركة",
    "initiators": "COALITION", "words_targets": "رجلا", "targets": "IS", "words_harm": "واعتقلت رجلا",
    "harm-TOTAL_FORMS": "2", "harm-INITIAL_FORMS": "0", "harm-0-kind": "detained", "harm-0-who": "unspecified",
    "harm-0-figure": "1", "harm-1-kind": "", "harm-1-who": "civilians", "harm-1-figure": "", "why": "the lead says so",
}  # fmt: skip


def article() -> Article:
    return Article.objects.get(key="a")


@pytest.fixture
def missed(store) -> str:
    """Keep a page in which the coder reads nothing, and give the address of its form."""
    run(silent_page("a"))
    return f"/articles/{article().pk}/enter/"


def post(someone, address: str, **changes):
    return someone.post(address, FILLED | {"seen": article_print(article())} | changes)


def text_of(response) -> str:
    return html.unescape(response.content.decode())


def test_the_form_shows_the_article_without_names_and_a_box_for_every_field(missed):
    text = client(Role.CODER).get(missed).content.decode()
    assert all(f'data-words="{field}"' in text for field in MARKED)
    assert NAME not in text
    assert 'data-at="0"' in text
    assert 'value="2024-05-17"' in text, "the day of publication, as a guess"


def test_what_is_entered_is_an_incident_that_says_so(missed):
    response = post(client(Role.CODER), missed)
    (incident,) = live()
    assert response.headers["Location"] == f"/incidents/{incident.public_id}/"
    assert (incident.place, incident.lat, incident.review) == ("الزر", 35.09, "unreviewed")
    report, full = Report.objects.get().content(), article().content().full
    assert {field: [span.quote(full) for span in spans] for field, spans in report.evidence.items()} == {
        "event": ["داهمت قوة"],
        "place": ["بلدة الزر"],
        "initiators": ["قوة مشتركة"],
        "targets": ["رجلا"],
        "harm": ["واعتقلت رجلا"],
    }
    assert (report.place.text, report.initiators, report.harm[0].max) == ("بلدة الزر", ("COALITION",), 1)
    page = client(language="en").get(f"/incidents/{incident.public_id}/").content.decode()
    assert "entered by a person" in page
    assert "entered from an article" in page
    assert "the lead says so" in page
    assert AuditEntry.objects.filter(act="enter", what=incident.public_id).count() == 1
    assert not silent().exists()


def test_it_can_be_undone_and_the_page_waits_again(missed):
    post(client(Role.CODER), missed)
    (incident,) = live()
    client().post(f"/incidents/{incident.public_id}/undo/", {"version": incident.version})
    assert live() == []
    assert silent().get().article == article()
    assert "undone" in client(language="en").get(f"/articles/{article().pk}/").content.decode()


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"words_place": "بلدة البصيرة"}, "The article does not say this: “بلدة البصيرة”."),
        ({"words_event": ""}, "Mark the words of the article that say this."),
        ({"date_precision": "day"}, "Mark the words of the article that say this."),
        ({"words_harm": ""}, "Mark the words of the article that say this."),
        ({"harm-0-figure": "many"}, "Write 3, 2–5, 3+"),
        ({"harm-0-figure": "5-2"}, "Write 3, 2–5, 3+"),
        ({"harm-0-figure": ""}, "Give a figure."),
        ({"event_type": "Battles"}, "This sub-type belongs to another type."),
        ({"place_name": ""}, "This field is required."),
        ({"lon": ""}, "A point has both latitude and longitude."),
    ],
)
def test_what_does_not_hold_is_said_beside_its_field(missed, changes, says):
    response = post(client(Role.CODER, language="en"), missed, **changes)
    assert response.status_code == 200
    assert says in text_of(response)
    assert "داهمت قوة" in text_of(response)
    assert not Decision.objects.exists()


@pytest.mark.parametrize(
    ("figure", "ends"),
    [("3", (3, 3)), ("٣", (3, 3)), ("2–5", (2, 5)), ("2 - 5", (2, 5)), ("3+", (3, None)), ("≤5", (None, 5))],
)
def test_figures_are_written_as_counts_are(missed, figure, ends):
    post(client(Role.CODER), missed, **{"harm-0-figure": figure})
    (harm,) = Report.objects.get().content().harm
    assert (harm.min, harm.max) == ends


def test_who_is_not_named_is_unknown_and_a_place_known_once_has_its_point(missed):
    changes = {"initiators": "", "words_initiators": "", "lat": "", "lon": "", "place_name": "الميادين"}
    post(client(Role.CODER), missed, **changes)
    report = Report.objects.get().content()
    assert report.initiators == ("UNKNOWN",)
    assert report.place.lat is not None
    assert (report.place.country, report.place.name) == ("SY", "الميادين")


def test_several_words_stand_on_lines_and_hints_choose_among_several_places(store):
    keep(silent_page("a", text="داهمت قوة بلدة الزر. ثم داهمت قوة بلدة الزر واعتقلت رجلا. قوة مشتركة."))
    full = article().content().full
    second = full.rindex("بلدة الزر")
    address = f"/articles/{article().pk}/enter/"
    post(
        client(Role.CODER),
        address,
        at_place=str(second),
        words_event="داهمت قوة\nواعتقلت رجلا",
        words_sources="قوة مشتركة",
    )
    report = Report.objects.get().content()
    assert report.evidence["place"][0].start == second
    assert [span.quote(full) for span in report.evidence["event"]] == ["داهمت قوة", "واعتقلت رجلا"]
    assert report.sources == ("قوة مشتركة",)


def test_a_name_in_a_value_is_withheld(missed):
    post(client(Role.CODER), missed, place_name=f"منزل {NAME}")
    assert NAME not in Report.objects.get().body
    assert NAME not in str(Decision.objects.get().what)


def test_the_second_of_two_loses_nothing_and_saves_after_a_look(missed):
    someone = client(Role.CODER)
    seen = article_print(article())
    post(someone, missed)
    response = someone.post(missed, FILLED | {"seen": seen, "why": "mine"})
    assert response.status_code == 409
    assert "mine" in text_of(response)
    assert len(live()) == 1
    assert post(someone, missed).status_code == 302
    assert len(live()) == 2, "a page may tell two"


def test_a_page_with_reports_takes_another(store):
    run(coded("a", told()))
    address = f"/articles/{article().pk}/enter/"
    post(client(Role.CODER), address, words_place="منزلا في بلدة الزر", place_name="هجين", lat="34.69", lon="40.83")
    assert sorted(Report.objects.values_list("index", "state")) == [(0, "current"), (1, "kept")]
    text = client().get(f"/articles/{article().pk}/").content.decode()
    assert text.count("/incidents/w-") >= 2


def test_a_reader_may_not(missed):
    assert post(client(Role.READER), missed).status_code == 403
