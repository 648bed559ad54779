"""A day at the desk, in both languages: a coder, a reviewer, a publisher, a visitor, each with the keys they would use."""

from __future__ import annotations

import base64
import hmac
import re
import struct
import time

import pyogrio
import pytest

from desk_serving import PASSWORD, SECRET

pytestmark = pytest.mark.timeout(900)  # a browser on a shared machine
LANGUAGES = ["ar", "en"]
WORDS = {
    "ar": {
        "shelling": "قصف مدفعي",
        "saved": "حُفظ",
        "published": "نُشرت",
        "recorded": "سُجّل اطلاعك",
        "person": "شخص 1",
        "undone": "تم التراجع",
        "taught": "تم التعليم",
        "split": "فُصلت:",
        "accepted": "قُبلت واقعةً",
        "withdrawn": "لم يعد المُرمِّز يقرؤها",
    },
    "en": {
        "shelling": "Shelling",
        "saved": "Saved",
        "published": "Published.",
        "recorded": "that you looked was recorded",
        "person": "person 1",
        "undone": "Undone",
        "taught": "Taught",
        "split": "Split off:",
        "accepted": "Accepted as the incident",
        "withdrawn": "no longer told by the coder",
    },
}
LAST_NAME = "الخلفاوي"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_coder_takes_an_incident_on_and_corrects_it(walk, language):
    coder = walk(language)
    coder.log_in("coder")
    page = coder.page
    coder.shot("queue")
    first = page.locator("[data-rows] > li.now h2").inner_text()
    page.keyboard.press("j")
    assert page.locator("[data-rows] > li.now h2").inner_text() != first
    page.keyboard.press("k")
    coder.press("t")
    assert page.locator("[data-rows] > li .chip bdi", has_text="coder").count() == 1
    coder.press("Enter")
    coder.shot("incident")
    page.locator('dl.coded button.valued[data-field="place"]').click()
    lit = page.locator("mark.lit")
    assert any("كنصفرة" in words for words in lit.all_inner_texts()), "the words of the value light up"
    page.locator('mark[data-field~="date"]').first.click()
    assert page.locator('dl.coded > div.lit[data-field="date"]').count() == 1, "and the value of the words"
    assert coder.sees(WORDS[language]["person"])
    assert not coder.sees(LAST_NAME)
    coder.press("e")
    page.select_option("#id_method", "rocket")
    page.fill("#id_why", "the second paragraph")
    coder.shot("edit")
    with page.expect_navigation():
        page.click("main form button.main")
    assert coder.sees(WORDS[language]["saved"])
    assert coder.sees("the second paragraph")
    page.keyboard.press("m")
    page.wait_for_selector("dialog#merge[open]")
    page.keyboard.press("Escape")
    page.fill("#comment", "ask the outlet")
    with page.expect_navigation():
        page.locator("#comment").locator("xpath=..").locator("button").click()
    assert coder.sees("ask the outlet")
    assert page.locator('[data-key="a"]').count() == 0, "to accept is not a coder's to do"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reviewer_decides_with_the_keyboard(walk, language):
    reviewer = walk(language)
    reviewer.log_in("reviewer")
    page = reviewer.page
    before = page.locator("[data-rows] > li").count()
    reviewer.press("a")
    assert page.locator("[data-rows] > li").count() == before - 1
    reviewer.press("Enter")
    here = page.url
    reviewer.press("n")
    assert page.url != here
    reviewer.press("r")
    reviewer.go("/queue/?review=rejected")
    reviewer.press("Enter")
    reviewer.press("u")
    assert reviewer.sees(WORDS[language]["undone"])
    reviewer.go("/queue/?review=accepted")
    reviewer.press("Enter")
    reviewer.press("u")
    reviewer.go("/search/?q=" + "القصف المدفعى")
    assert page.locator(".queue > li").count() == 2, "spelt otherwise, found all the same"
    reviewer.shot("search")
    reviewer.go("/teach/")
    for field, value in {"name": "تل الصابون", "lat": "35.5", "lon": "36.6", "why": "the town council's list"}.items():
        page.locator(f'form[action$="/teach/place/"] [name="{field}"]').fill(value)
    with page.expect_navigation():
        page.click('form[action$="/teach/place/"] button.main')
    assert reviewer.sees(WORDS[language]["taught"])
    reviewer.shot("teach")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reviewer_splits_ticked_reports_off_and_takes_it_back(walk, language):
    reviewer = walk(language)
    reviewer.log_in("reviewer")
    page = reviewer.page
    page.locator("[data-rows] h2 a", has_text=re.compile("كنصفرة|Kansafra")).first.click()
    page.wait_for_selector("form[data-ticks]")
    assert page.locator('[data-key="s"]').is_disabled(), "nothing is ticked"
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("x")
    assert page.locator("form[data-ticks] li.now [name=report]").is_checked()
    reviewer.shot("split")
    page.fill("#split-why", "the second outlet tells of the day before")
    page.locator("form[data-ticks] li.now [name=report]").focus()
    reviewer.press("s")
    assert reviewer.sees(WORDS[language]["split"])
    assert page.locator(".story").count() == 1
    whole = page.url
    with page.expect_navigation():
        page.locator(".messages a").click()
    parted = page.url
    assert page.locator(".story").count() == 1
    assert parted != whole
    reviewer.page.goto(whole)
    assert reviewer.sees("the second outlet tells of the day before")
    reviewer.press("u")
    assert page.locator(".story").count() == 2
    reviewer.page.goto(parted)
    assert page.locator(".story").count() == 2, "the id of the part leads to the whole again"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reviewer_accepts_a_report_that_is_in_no_incident(walk, language):
    reviewer = walk(language)
    reviewer.log_in("reviewer")
    page = reviewer.page
    reviewer.press("o")
    assert reviewer.sees(WORDS[language]["withdrawn"])
    reviewer.shot("reports")
    reviewer.press("t")
    assert page.locator("[data-rows] .chip bdi", has_text="reviewer").count() == 1
    reviewer.press("Enter")
    page.locator('dl.coded button.valued[data-field="place"]').click()
    assert any("إعزاز" in words for words in page.locator("mark.lit").all_inner_texts())
    reviewer.shot("report")
    reviewer.press("a")
    assert reviewer.sees(WORDS[language]["accepted"])
    assert page.locator("[data-rows] > li").count() == 0
    reviewer.go("/queue/?review=accepted&whose=mine")
    assert page.locator("[data-rows] > li").count() == 1, "who took the report on has the incident"
    reviewer.press("Enter")
    reviewer.press("u")
    reviewer.press("u")
    reviewer.go("/queue/reports/")
    assert page.locator("[data-rows] > li").count() == 1, "taken back, it is without an incident again"


def test_the_map_moves_and_its_points_come(walk):
    reader = walk("en")
    reader.log_in("reader")
    page = reader.page
    reader.go("/incidents/")
    page.wait_for_selector("#map[data-shown]")
    every = page.get_attribute("#map", "data-shown")
    page.evaluate(
        """() => {
            const box = document.getElementById("map");
            const drawn = new Promise((end) => box.addEventListener("waqai:drawn", end, { once: true }));
            box.map.setView([35.66, 36.47], 13, { animate: false });
            return drawn;
        }"""
    )
    assert page.get_attribute("#map", "data-shown") == "1" != every
    page.locator('#filters [name="type"]').nth(1).check()
    page.wait_for_url("**type=**")
    page.wait_for_selector("#map[data-shown]")
    assert page.evaluate("document.getElementById('map').map.getZoom()") == 13, "a filter leaves the window where it is"
    at = page.evaluate(
        """() => {
            const box = document.getElementById("map"), edge = box.getBoundingClientRect();
            let at = null;
            box.map.eachLayer((layer) => { if (layer.listens?.("click")) at = box.map.latLngToContainerPoint(layer.getLatLng()); });
            return [edge.left + at.x, edge.top + at.y];
        }"""
    )
    with page.expect_navigation():
        page.mouse.click(*at)
    assert "/incidents/w-" in page.url
    page.wait_for_selector(".map.small .leaflet-control-scale")


def code_of(secret: str) -> str:
    """Give the six digits of now (RFC 6238)."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.digest(key, struct.pack(">Q", int(time.time()) // 30), "sha1")
    at = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[at : at + 4])[0] & 0x7FFFFFFF) % 1_000_000:06}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_publisher_publishes_and_a_visitor_reads(walk, language):
    publisher, visitor = walk(language), walk(language)
    publisher.log_in("publisher")
    page = publisher.page
    publisher.go("/incidents/?order=severity")
    page.wait_for_selector("#map[data-shown]")
    publisher.shot("incidents")
    page.locator("table tbody a").first.click()
    page.wait_for_selector(".decide")
    if page.locator('[data-key="p"]').count() == 0:
        publisher.press("a")
    publisher.press("p")
    assert publisher.sees(WORDS[language]["published"])
    ident = page.locator(".head code").inner_text()
    visitor.go("/")
    assert "/public/" in visitor.page.url
    visitor.page.wait_for_selector("[data-map][data-shown]")
    visitor.shot("public")
    visitor.go(f"/public/incidents/{ident}/")
    visitor.shot("public-incident")
    assert not visitor.sees(LAST_NAME)
    assert ident in visitor.page.request.get(visitor.desk.address + "/public/feed.atom").text()
    found = pyogrio.read_info(f"OAPIF:{visitor.desk.address}/api/ogc/", layer="incidents")
    assert found["features"] == 1, "GDAL reads what is published, as QGIS does"
    with publisher.page.expect_navigation():
        page.locator(".decide button.bad", has_text="").last.click()
    assert visitor.page.request.get(visitor.desk.address + f"/public/incidents/{ident}/").status == 404


def test_names_are_shown_after_a_second_factor(walk):
    publisher = walk("ar")
    publisher.log_in("publisher")
    page = publisher.page
    publisher.go("/account/two-factor/activate/")
    if "again" in page.url:
        page.fill("#id_password", PASSWORD)
        with page.expect_navigation():
            page.click("main form button.main")
    page.fill("#id_code", code_of(page.input_value("#authenticator_secret")))
    with page.expect_navigation():
        page.click("main form button.main")
    publisher.go("/search/?q=كنصفرة")
    page.locator(".queue h2 a", has_text="ثلاثة").click()
    page.wait_for_selector("#why")
    assert not publisher.sees(LAST_NAME)
    page.fill("#why", "to ask the family")
    with page.expect_navigation():
        page.locator("#why").locator("xpath=ancestor::form").locator("button").click()
    assert publisher.sees(LAST_NAME)
    assert publisher.sees(WORDS["ar"]["recorded"])
    administrator = walk("ar")
    administrator.log_in("administrator")
    administrator.go("/audit/?act=look+at+names")
    assert administrator.sees("to ask the family")
    administrator.shot("audit")


def test_a_guest_joins_by_invitation(walk):
    guest = walk("ar")
    guest.go(f"/join/{SECRET}/")
    guest.shot("join")
    for field, value in {
        "username": "new-coder",
        "password1": "a long enough phrase",
        "password2": "a long enough phrase",
    }.items():
        guest.page.fill(f"#id_{field}", value)
    with guest.page.expect_navigation():
        guest.page.click("main form button.main")
    assert "/queue/" in guest.page.url


def test_latin_names_and_digits_read_in_order_among_arabic(walk):
    """What stands to the left of what, on the screen: the browser's own layout is asked."""
    reader = walk("ar")
    reader.log_in("reader")
    reader.page.locator("[data-rows] h2 a").first.click()
    reader.page.wait_for_selector(".story")
    boxes = reader.page.evaluate(
        """() => {
            const walk = document.createTreeWalker(document.querySelector('.incident'), NodeFilter.SHOW_TEXT);
            const found = {};
            while (walk.nextNode()) for (const word of ['Amnesty', 'International']) {
                const at = walk.currentNode.data.indexOf(word);
                if (at < 0) continue;
                const range = document.createRange();
                range.setStart(walk.currentNode, at);
                range.setEnd(walk.currentNode, at + word.length);
                found[word] = range.getBoundingClientRect().left;
            }
            return found;
        }"""
    )
    assert boxes["Amnesty"] < boxes["International"]
    heading = reader.page.locator(".head h1").inner_text()
    assert re.search(r"2024-05-1\d", heading)


def test_switching_the_language_stays_on_the_page(walk):
    reader = walk("ar")
    reader.log_in("reader")
    reader.go("/incidents/?country=SY")
    with reader.page.expect_navigation():
        reader.page.get_by_role("button", name="English").click()
    assert reader.page.url.endswith("/incidents/?country=SY")
    assert reader.page.locator("html").get_attribute("dir") == "ltr"
