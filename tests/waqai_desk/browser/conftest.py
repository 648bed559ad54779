"""A browser and a desk. They take a minute, so they run where they are asked for: by ``make browser``, and in CI.

Without Debian's Chromium they are not collected; where CI is set that is an error.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from desk_serving import PASSWORD

CHROMIUM = shutil.which("chromium")
if CHROMIUM is None and os.environ.get("CI"):
    raise pytest.UsageError("in CI the desk is walked in a browser: install chromium")
if CHROMIUM is None or not (os.environ.get("CI") or os.environ.get("WAQAI_BROWSER")):
    collect_ignore_glob = ["test_*.py"]

QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
]
TESTS = Path(__file__).resolve().parent.parent.parent


class Desk:
    """A running desk, and its address."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        assert process.stdout is not None
        self.address = f"http://127.0.0.1:{int(process.stdout.readline())}"


def command(home: Path, act: str) -> tuple[list[str], dict[str, str]]:
    """Give what runs a desk under a folder, and its environment."""
    known = {k: v for k, v in os.environ.items() if not k.startswith("WAQAI_")}
    env = known | {"WAQAI_HOME": str(home), "PYTHONUTF8": "1"}
    env["PYTHONPATH"] = os.pathsep.join(filter(None, (str(TESTS), env.get("PYTHONPATH"))))
    return [sys.executable, str(TESTS / "desk_serving.py"), act], env


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Fill one store for all."""
    home = tmp_path_factory.mktemp("filled")
    arguments, env = command(home, "fill")
    subprocess.run(arguments, env=env, check=True)
    return home


@pytest.fixture
def desk(filled: Path, tmp_path: Path) -> Iterator[Desk]:
    """Start a desk of its own for each test, on a copy of the store."""
    shutil.copytree(filled, tmp_path / "desk")
    arguments, env = command(tmp_path / "desk", "serve")
    process = subprocess.Popen(arguments, env=env, stdout=subprocess.PIPE, text=True)
    try:
        yield Desk(process)
    finally:
        process.terminate()
        process.wait(10)
        assert process.stdout is not None
        process.stdout.close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Start Chromium for one module: Playwright keeps an event loop running, which other tests must not meet."""
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield found
        found.close()


class Walker:
    """Somebody at the desk, in one language, on one screen; what goes wrong in the page fails the test."""

    def __init__(self, desk: Desk, page: Page, language: str) -> None:
        self.desk, self.page, self.language = desk, page, language
        self.faults: list[str] = []
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("console", lambda said: self.faults.append(said.text) if said.type == "error" else None)

    def go(self, path: str) -> None:
        response = self.page.goto(self.desk.address + path)
        assert response is not None
        assert response.status < 400, path

    def log_in(self, name: str) -> None:

        self.go("/account/log-in/")
        self.page.fill("#id_login", name)
        self.page.fill("#id_password", PASSWORD)
        with self.page.expect_navigation():
            self.page.click("main button.main")
        assert "/queue/" in self.page.url

    def press(self, key: str) -> None:
        with self.page.expect_navigation():
            self.page.keyboard.press(key)

    def sees(self, text: str) -> bool:
        return text in self.page.inner_text("body")

    def shot(self, name: str) -> None:
        folder = os.environ.get("WAQAI_SCREENSHOTS")
        if folder:
            width = self.page.viewport_size["width"]
            self.page.screenshot(path=f"{folder}/{name}-{self.language}-{width}.png", full_page=True)


@pytest.fixture
def walk(desk: Desk, browser: Browser) -> Iterator:
    """Give a way to seat somebody at the desk."""
    contexts = []
    walkers = []

    def seat(language: str = "ar", width: int = 1280) -> Walker:
        context = browser.new_context(viewport={"width": width, "height": 860}, locale="ar")
        context.set_default_timeout(90_000)  # machines that run the suite are shared
        context.add_cookies([{"name": "django_language", "value": language, "url": desk.address}])
        contexts.append(context)
        walkers.append(Walker(desk, context.new_page(), language))
        return walkers[-1]

    yield seat
    for context in contexts:
        context.close()
    assert [fault for walker in walkers for fault in walker.faults] == []
