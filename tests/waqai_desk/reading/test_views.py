"""Do no harm: a store full of names shows none of them to those without the right, on any page, file or address."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from coded_factory import coded, live, run, told
from desk_members import NAME, client, member
from statement_factory import village
from waqai_desk.accounts.models import AuditEntry
from waqai_desk.accounts.rights import Role
from waqai_desk.store import decide
from waqai_desk.store.models import Article, NameLook

FIRST, LAST = NAME.split()
TOLD = f"داهمت قوة مشتركة منزلا في بلدة الزر واعتقلت رجلا يدعى {NAME}. وأكدت عائلة {NAME} ذلك."


@pytest.fixture
def incident(store):
    """Give a published incident whose article names someone in its title, text, address and sources."""
    url = f"https://outlet.example/{quote(NAME.replace(' ', '-'))}"
    place = village(f"مزرعة {NAME}", text=f"مزرعة {NAME}", lat=35.09, lon=40.45)
    report = told(sources=(f"والد {NAME}",), initiators=(f"OTHER:كتيبة {NAME}",), place=place)
    article = coded("one", report, text=TOLD, url=url)
    run(article)
    (found,) = live()
    someone = member(Role.PUBLISHER)
    decide.accept(found, someone)
    found.refresh_from_db()
    decide.publish(found, someone)
    return found


def everything(incident):
    article = Article.objects.get().pk
    return [
        "/queue/?review=accepted",
        "/incidents/",
        "/incidents/points.json?zoom=12",
        "/incidents/file.csv",
        "/incidents/file.geojson",
        f"/incidents/{incident.public_id}/",
        f"/incidents/{incident.public_id}/edit/",
        f"/articles/{article}/",
        "/search/?q=داهمت",
        "/teach/",
        "/public/",
        "/public/points.json?zoom=12",
        "/public/feed.atom",
        f"/public/incidents/{incident.public_id}/",
    ]


def text_of(response) -> str:
    assert response.status_code == 200, response
    return b"".join(response.streaming_content if response.streaming else [response.content]).decode()


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("role", [Role.REVIEWER, Role.ADMINISTRATOR])
def test_no_page_and_no_file_shows_a_name(incident, role, language):
    someone = client(role, language=language)
    for address in everything(incident):
        text = text_of(someone.get(address))
        assert FIRST not in text, address
        assert LAST not in text, address
        assert quote(LAST) not in text, address


def test_the_public_is_shown_no_name(incident):
    for address in everything(incident)[-4:]:
        assert LAST not in text_of(client(None).get(address))


def test_a_person_cannot_be_searched_for(incident):
    for words in (NAME, LAST, f"عائلة {LAST}"):
        for someone in (client(Role.REVIEWER), client(Role.PUBLISHER, names=True, two_factor=True)):
            assert "/articles/" not in text_of(someone.get("/search/", {"q": words}))


def test_names_are_shown_to_whom_may_see_them_and_the_look_is_recorded(incident):
    article = Article.objects.get().pk
    someone = client(Role.PUBLISHER, names=True, two_factor=True)
    type(member(Role.PUBLISHER)).objects.filter(username=Role.PUBLISHER).update(sees_names=True)
    assert LAST not in text_of(someone.get(f"/articles/{article}/"))
    assert NAME in text_of(someone.post(f"/articles/{article}/names/", {"why": "to ask the family"}))
    assert NameLook.objects.get().why == "to ask the family"
    assert AuditEntry.objects.get(act="look at names").what == f"article {article}"


def test_a_pseudonym_stands_where_the_name_stood(incident):
    text = text_of(client().get(f"/incidents/{incident.public_id}/"))
    assert "شخص 1" in text
