"""What a page may do, and what a hostile reader, article or link cannot make it do."""

from __future__ import annotations

import pytest

from coded_factory import coded, live, run, told
from desk_members import client, member, one_incident
from waqai_desk.accounts.rights import Role
from waqai_desk.store.models import Incident

SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(2)>"


def test_scripts_and_styles_come_from_us_alone(store):
    policy = client().get("/queue/").headers["Content-Security-Policy"]
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["default-src"] == "'none'"
    assert rules["script-src"] == rules["style-src"] == "'self'"
    assert "unsafe" not in policy


def test_no_page_has_a_script_or_a_style_of_its_own(store):
    """What the policy would silently not run."""
    incident = one_incident()
    someone = client(Role.ADMINISTRATOR)
    for address in ("/queue/", "/incidents/", f"/incidents/{incident.public_id}/", "/members/", "/audit/", "/public/"):
        text = someone.get(address).content.decode()
        assert "<style" not in text
        assert " style=" not in text
        assert " on" + "click=" not in text
        assert all("src=" in tag for tag in text.split("<script")[1:])


def test_no_other_page_may_put_ours_in_a_frame(store):
    response = client().get("/queue/")
    assert response.headers["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in response.headers["Content-Security-Policy"]


def test_pages_of_members_are_kept_in_no_cache(store):
    assert "no-store" in client().get("/queue/").headers["Cache-Control"]


@pytest.mark.parametrize("act", ["accept", "edit", "publish", "comment", "merge"])
def test_another_site_cannot_decide_for_a_member(store, act):
    incident = one_incident()
    response = client(Role.PUBLISHER, csrf=True).post(f"/incidents/{incident.public_id}/{act}/", {"version": 1})
    assert response.status_code == 403
    assert Incident.objects.get().review == "unreviewed"


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.example/", "//evil.example", "javascript:alert(1)", "/\\evil.example"]
)
def test_nobody_is_sent_to_another_site(store, elsewhere):
    back = client().post("/language/", {"language": "en", "next": elsewhere})
    assert back.headers["Location"] == "/"
    user = member(Role.READER)
    user.set_password("correct horse battery")
    user.save()
    said = {"login": user.username, "password": "correct horse battery", "next": elsewhere}
    entered = client(None).post("/account/log-in/", said)
    assert entered.headers["Location"] == "/"


def test_a_script_in_an_article_is_shown_as_its_letters(store):
    text = f"داهمت قوة مشتركة منزلا في بلدة الزر {SCRIPT}"
    run(coded("one", told(sources=(SCRIPT,)), text=text, outlet=SCRIPT[:60]))
    (incident,) = live()
    someone = client()
    pages = [
        someone.get(a).content.decode() for a in ("/queue/", f"/incidents/{incident.public_id}/", "/search/?q=الزر")
    ]
    assert all("<script>alert" not in page and "<img src=x" not in page for page in pages)
    assert any("&lt;script&gt;alert" in page for page in pages)


def test_a_script_in_a_comment_is_shown_as_its_letters(store):
    incident = one_incident()
    someone = client()
    someone.post(f"/incidents/{incident.public_id}/comment/", {"why": SCRIPT})
    page = someone.get(f"/incidents/{incident.public_id}/").content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_an_address_that_is_a_script_is_no_link(store):
    run(coded("one", told(), url="javascript:alert(1)"))
    (incident,) = live()
    assert "javascript:" not in client().get(f"/incidents/{incident.public_id}/").content.decode()


@pytest.mark.parametrize(
    "field", ["place", "actor", "method", "admin1", "first", "killed", "order", "whose", "page", "type", "bbox", "q"]
)
@pytest.mark.parametrize("poison", ["' OR 1=1 --", '"; DROP TABLE store_incident; --', "\x00", "%' UNION SELECT 1"])
def test_a_filter_is_a_value_and_never_a_query(store, field, poison):
    one_incident()
    for address in ("/incidents/", "/queue/", "/search/", "/incidents/points.json", "/incidents/file.csv"):
        response = client().get(address, {field: poison})
        assert response.status_code in (200, 400)
        assert b"".join(response.streaming_content if response.streaming else [response.content])
    assert Incident.objects.count() == 1
