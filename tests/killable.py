"""A run in a process of its own, which a test kills: at a statement to the database, or after a time."""

from __future__ import annotations

import os
import random
import signal
import threading
from datetime import date, timedelta
from itertools import count, product
from pathlib import Path
from typing import Any

import msgspec

from waqai.fetch import load_sources
from waqai_desk.boot import boot

boot()

from django.db import connection, transaction  # noqa: E402 - a started Django comes first

from store_databases import connected  # noqa: E402
from waqai_desk.run import worker  # noqa: E402
from waqai_desk.run.runner import Runner  # noqa: E402
from waqai_desk.store.coding import identity  # noqa: E402
from waqai_desk.store.models import Article, Coding, Incident, Original, Person, Report  # noqa: E402

worker.coder_of(
    str(Coding(**dict(zip(("coder", "lexicon", "gazetteer"), identity(), strict=True))))
)  # once, before processes fork

VILLAGES = {"كنصفرة": "إدلب الجنوبي", "الزر": "دير الزور الشرقي", "تل رفعت": "حلب الشمالي", "طفس": "درعا الغربي"}
OUTLETS = ("شبكة الجبل", "وكالة السهل", "مرصد الضفتين")
DAY = date(2022, 3, 1)


def write_corpus(folder: Path, days: int = 3) -> Path:
    """Write a page an outlet, village and day, with tolls that differ, and give their sources file."""
    pages = []
    for (n, village), day, (m, outlet) in product(enumerate(VILLAGES), range(days), enumerate(OUTLETS)):
        when = DAY + timedelta(days=9 * day)
        text = (
            f"قُتل {n + m + 3} مدنيين وأصيب آخرون، اليوم، بقصف مدفعي لقوات النظام على بلدة {village} بريف {VILLAGES[village]}، "
            f"بحسب {outlet}.\nوقال شاهد يدعى صابر الحمدان إن القصف استمر ساعة."
        )
        pages.append(
            {"id": f"p{n}-{day}-{m}", "title": f"قصف على {village}", "text": text, "published": when, "outlet": outlet}
        )
    random.Random(5).shuffle(pages)
    lines = folder / "pages.jsonl"
    lines.write_bytes(b"\n".join(msgspec.json.encode(page) for page in pages))
    sources = folder / "sources.toml"
    sources.write_text(f'[[source]]\nname = "pages"\nkind = "jsonl"\npath = "{lines}"\n', encoding="utf-8")
    return sources


def go(url: str, home: str, sources: str, fuse: int = 0, delay_s: float = 0.0, workers: int = 1) -> None:
    """Run; die before or after the statement number ``fuse``, or after a time. Statements are counted from the first."""
    os.environ["WAQAI_HOME"] = home
    if delay_s:
        timer = threading.Timer(delay_s, die)
        timer.daemon = True
        timer.start()
    with connected(url), connection.execute_wrapper(fused(fuse)):
        Runner(portion=4, workers=workers).run(load_sources(Path(sources)))


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def fused(fuse: int) -> Any:
    numbers = count(1)

    def execute(execute: Any, *arguments: Any) -> Any:
        number = next(numbers)
        if fuse and number == fuse and number % 2:
            die()
        answer = execute(*arguments)
        if number == fuse:
            die()
        return answer

    return execute


def statements(url: str, home: str, sources: str) -> int:
    """Run to the end, and give how many statements it took."""
    numbers = count(0)

    def execute(execute: Any, *arguments: Any) -> Any:
        next(numbers)
        return execute(*arguments)

    os.environ["WAQAI_HOME"] = home
    with connected(url), connection.execute_wrapper(execute):
        Runner(portion=4, workers=1).run(load_sources(Path(sources)))
    return next(numbers)


def contents(url: str) -> dict[str, Any]:
    """Give all that a store holds, but for numbers, times and ids that depend on which report came first."""
    with connected(url), transaction.atomic():
        incidents = []
        for row in Incident.objects.live():
            told = row.content()
            assert told.incident_id == row.public_id
            incidents.append(msgspec.json.encode(msgspec.structs.replace(told, incident_id="", formerly=())))
        return {
            "originals": sorted(Original.objects.values_list("key", "state")),
            "articles": sorted(Article.objects.values_list("key", "body", "folded")),
            "persons": sorted(Person.objects.values_list("article__key", "name")),
            "reports": sorted(
                Report.objects.values_list("key", "article__key", "index", "body", "state", "needs_link")
            ),
            "blocks": sorted(Report.objects.values_list("key", "blocks__key")),
            "incidents": sorted(incidents),
            "linked": sorted(
                Report.objects.filter(link__incident__in=Incident.objects.live()).values_list("key", flat=True)
            ),
        }
