"""How smoothly the desk's map moves, and how soon its points come, over the store that ``desk_world.py`` filled.

    .venv/bin/python benchmarks/desk_map.py      # over WAQAI_HOME or WAQAI_DATABASE; Debian's chromium, drawing in software

Pans and zooms as a hand does, over the busiest towns of that world, far out and close up. Prints the gaps between the frames of all
moves, and the time from the end of a move until its points are drawn. Server and browser run beside each other, so that on a busy
machine the figures tell of the machine: give it a high priority (``nice``) there.
"""

from __future__ import annotations

import shutil
import statistics
import threading
from typing import Final

from waqai_desk.boot import open_store

FLAGS: Final = ("--no-sandbox", "--disable-gpu", "--use-angle=swiftshader", "--enable-unsafe-swiftshader")
MOVES: Final = (
    (6, 34, 38), (6, 33, 42), (6, 35.5, 37), (8, 35.5, 37), (8, 36.2, 38), (8, 35.2, 36.6), (10, 35.6, 36.6), (10, 35.8, 36.9),
    (12, 35.7, 36.5), (12, 35.66, 36.6), (5, 30, 42), (5, 22, 30), (5, 18, 44), (7, 15.5, 43.5), (4, 28, 40), (4, 26, 30),
)  # fmt: skip
"""Zoom, latitude and longitude of each move's end."""
ROUNDS: Final = 2
SMOOTH_MS: Final = 34
"""Two frames of a screen that shows sixty a second."""
MOVE: Final = """async ([zoom, lat, lon]) => {
  const box = document.getElementById("map"), map = box.map;
  const gaps = [];
  let last = 0, over = 0, running = true;
  const tick = (now) => {
    if (last) gaps.push(now - last);
    last = now;
    if (running) requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
  const done = new Promise((end) => map.once("moveend", () => end((over = performance.now()))));
  if (zoom !== map.getZoom()) map.setView([lat, lon], zoom, { animate: true });
  else map.panTo([lat, lon], { animate: true, duration: 0.8, easeLinearity: 0.99 });
  await done;
  await new Promise((end) => box.addEventListener("waqai:drawn", end, { once: true }));
  const wait = performance.now() - over;
  await new Promise((end) => setTimeout(end, 150));
  running = false;
  return [gaps, wait];
}"""


def main() -> None:
    """Measure and print."""
    open_store()
    from waqai_desk.serve import make_server

    server = make_server("127.0.0.1", 0, threads=4)
    threading.Thread(target=server.run, daemon=True).start()
    gaps, waits = walk(f"http://127.0.0.1:{server.effective_port}", session())
    smooth = sum(gap <= SMOOTH_MS for gap in gaps) / len(gaps)
    print(f"{len(gaps)} frames: {smooth:.1%} within {SMOOTH_MS} ms; {told(gaps)}")
    print(f"{len(waits)} moves, from their end to their points: {told(waits)}")


def walk(address: str, cookie: str) -> tuple[list[float], list[float]]:
    """Move the map as the member whose session it is; give the gaps between frames and the waits for points, in milliseconds."""
    from playwright.sync_api import sync_playwright

    gaps, waits = [], []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=list(FLAGS))
        context = browser.new_context(viewport={"width": 1280, "height": 860})
        context.set_default_timeout(60_000)
        context.add_cookies([{"name": "sessionid", "value": cookie, "url": address}])
        page = context.new_page()
        page.goto(f"{address}/incidents/")
        page.wait_for_selector("#map[data-shown]")
        page.wait_for_load_state("networkidle")
        for move in MOVES * ROUNDS:
            some, wait = page.evaluate(MOVE, move)
            gaps += some
            waits.append(wait)
        browser.close()
    return gaps, waits


def session() -> str:
    """Give the session of a member who may read."""
    from django.test import Client

    from waqai_desk.accounts.models import User

    someone, _ = User.objects.get_or_create(username="bench", defaults={"role": "publisher"})
    client = Client()
    client.force_login(someone, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client.cookies["sessionid"].value


def told(values: list[float]) -> str:
    """Write median, 95th percentile and largest."""
    ordered = sorted(values)
    return f"median {statistics.median(ordered):.0f} ms, 95 % below {ordered[int(0.95 * len(ordered))]:.0f}, largest {ordered[-1]:.0f}"


if __name__ == "__main__":
    main()
