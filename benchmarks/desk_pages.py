"""How long the desk takes for each of its pages, over the store that ``desk_world.py`` filled; no network, one process.

    .venv/bin/python benchmarks/desk_pages.py      # over WAQAI_HOME or WAQAI_DATABASE

Prints for each page the median of five answers in CPU time, which other programs on the machine disturb less than the clock, the
same by the clock, and how many queries it asked.
"""

from __future__ import annotations

import statistics
import time
from typing import Any
from urllib.parse import quote

from waqai_desk.boot import open_store

REPEATS = 5
PAGES = (
    "/queue/",
    "/queue/reports/",
    "/queue/?order=doubt",
    "/queue/?order=new",
    "/queue/?country=SY&type=Battles&whose=nobody",
    "/incidents/",
    "/incidents/?page=1500",
    "/incidents/?order=severity&country=SY&first=2020-01-01",
    "/incidents/?actor=HTS",
    f"/incidents/?place={quote('الباب')}&killed=3",
    "/incidents/charts/",
    "/incidents/points.json?zoom=3",
    "/incidents/points.json?zoom=6&bbox=35,33,42,38",
    "/incidents/points.json?zoom=10&bbox=36,35,38,37",
    f"/search/?q={quote('حرض')}",
    "INCIDENT",
    "INCIDENT/edit/",
    "/public/",
)


def main() -> None:
    """Measure and print."""
    open_store()
    from django.conf import settings
    from django.test import Client

    from waqai_desk.accounts.models import User
    from waqai_desk.store.models import Incident

    settings.ALLOWED_HOSTS.append("testserver")
    someone, _ = User.objects.get_or_create(username="bench", defaults={"role": "publisher"})
    client = Client()
    client.force_login(someone, backend="allauth.account.auth_backends.AuthenticationBackend")
    most = Incident.objects.order_by("-accounts").values_list("public_id", flat=True)[0]
    for page in PAGES:
        report(client, page.replace("INCIDENT", f"/incidents/{most}") + ("/" if page == "INCIDENT" else ""))


def report(client: Any, address: str) -> None:
    """Ask for one page several times and print a line."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client.get(address)  # the first answer opens connections and loads templates
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200, address
    asked = len(queries)  # the next answer empties the log
    cpu, clock = [], []
    for _ in range(REPEATS):
        began_cpu, began = time.process_time(), time.perf_counter()
        client.get(address)
        cpu.append(time.process_time() - began_cpu)
        clock.append(time.perf_counter() - began)
    figures = f"{statistics.median(cpu) * 1000:6.0f} ms CPU {statistics.median(clock) * 1000:6.0f} ms clock"
    print(f"{figures} {asked:4} queries  {address}")


if __name__ == "__main__":
    main()
