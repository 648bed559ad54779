"""Every page on a desk and on a phone, in both languages: nothing runs off the side, and axe finds no serious fault."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.timeout(900)  # a browser on a shared machine
PAGES = {
    "publisher": [
        "/queue/",
        "/queue/reports/",
        "REPORT",
        "/queue/pages/",
        "PAGE",
        "PAGEenter/",
        "/incidents/",
        "INCIDENT",
        "INCIDENT/edit/",
        "/search/?q=قصف",
        "/teach/",
        "/account/",
        "/permissions/",
        "/account/two-factor/",
    ],
    "administrator": ["/members/", "/audit/"],
    None: ["/account/log-in/", "/public/", "/no-such-page/"],
}


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("width", [1280, 390])
def test_no_page_runs_off_the_side_or_shuts_anybody_out(walk, language, width):
    axe, wrong = Axe(), []
    for name, paths in PAGES.items():
        walker = walk(language, width)
        if name:
            walker.log_in(name)
            incident = walker.page.locator("[data-rows] h2 a").first.get_attribute("href").split("?")[0].rstrip("/")
            walker.go("/queue/reports/")
            report = walker.page.locator("[data-rows] h2 a").first.get_attribute("href").split("?")[0]
            walker.go("/queue/pages/")
            silent = walker.page.locator("[data-rows] h2 a").first.get_attribute("href").split("?")[0]
        for path in paths:
            known = (
                path.replace("INCIDENT", incident).replace("REPORT", report).replace("PAGE", silent) if name else path
            )
            walker.page.goto(walker.desk.address + known)
            walker.page.wait_for_load_state("networkidle")
            walker.shot("screen" + path.split("?")[0].replace("/", "-"))
            wide = walker.page.evaluate("document.documentElement.scrollWidth")
            if wide > width:
                wrong.append((path, f"{wide} pixels wide"))
            found = axe.run(walker.page).response["violations"]
            wrong += [
                (path, v["id"], v["nodes"][0]["html"][:120]) for v in found if v["impact"] in ("serious", "critical")
            ]
        walker.faults = [fault for fault in walker.faults if "404" not in fault]
    assert wrong == []
