"""A store full of incidents to measure the desk with: realistic in space, time, severity and number of reports; all invented.

.venv/bin/python benchmarks/desk_world.py 100000 1000000      # incidents, reports; into WAQAI_HOME or WAQAI_DATABASE
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from typing import Any

import msgspec

from waqai import model
from waqai.values import DatePrecision, DateValue, PlacePrecision, PlaceValue
from waqai_desk.boot import open_store

SEED = 20261125
FIRST = date(2015, 1, 1)
DAYS = 4000
BATCH = 2000
TOWNS = (
    ("Kansafra", "كنصفرة", "Idlib", "SY", 35.66, 36.49),
    ("Shuhayl", "الشحيل", "Deir ez-Zor", "SY", 35.10, 40.46),
    ("Inkhil", "إنخل", "Daraa", "SY", 33.02, 36.13),
    ("Al-Bab", "الباب", "Aleppo", "SY", 36.37, 37.52),
    ("Hawija", "الحويجة", "Kirkuk", "IQ", 35.32, 43.77),
    ("Al-Qaim", "القائم", "Al-Anbar", "IQ", 34.37, 41.09),
    ("Haradh", "حرض", "Hajjah", "YE", 16.41, 43.06),
    ("Al-Durayhimi", "الدريهمي", "Al-Hudaydah", "YE", 14.63, 43.05),
    ("Tawergha", "تاورغاء", "Misrata", "LY", 32.03, 15.06),
    ("Khan Yunis", "خان يونس", "Gaza Strip", "PS", 31.34, 34.30),
    ("El Fasher", "الفاشر", "North Darfur", "SD", 13.63, 25.35),
    ("Aita al-Shaab", "عيتا الشعب", "Nabatieh", "LB", 33.10, 35.33),
)
ACTS = (
    ("Explosions/Remote violence", "Shelling/artillery/missile attack", "shelling", "قصفت المدفعية"),
    ("Explosions/Remote violence", "Air/drone strike", "airstrike", "أغارت طائرات حربية على"),
    ("Explosions/Remote violence", "Remote explosive/landmine/IED", "ied", "انفجرت عبوة ناسفة في"),
    ("Battles", "Armed clash", "clash", "اندلعت اشتباكات في"),
    ("Violence against civilians", "Attack", "sniper", "أطلق قناص النار في"),
    ("Strategic developments", "Arrests", "raid", "داهمت دورية"),
    ("Protests", "Peaceful protest", "demonstration", "خرجت مظاهرة في"),
)
SIDES = ("SYR_GOV", "SDF", "IS", "HTS", "RUSSIA", "HOUTHI", "RSF", "SAF", "IDF", "COALITION", "UNKNOWN")
GRADES = ("confirmed", "fair", "fair", "weak", "weak", "weak", "contested", "discounted")
REVIEWS = ("unreviewed", "unreviewed", "accepted", "changed", "rejected")
OUTLETS = tuple(f"وكالة الضفة {n}" for n in range(40))


def main() -> None:
    """Fill a store."""
    incidents, reports = (int(said) for said in sys.argv[1:3])
    open_store()
    began = time.perf_counter()
    fill(incidents, reports)
    print(f"{incidents} incidents with {reports} reports in {time.perf_counter() - began:.0f} s")


def fill(incidents: int, reports: int, *, seed: int = SEED) -> None:
    """Write incidents and reports straight into the tables, as a run would leave them; the store must be open."""
    from django.db import transaction  # Django has to be started before its models are imported

    chance = random.Random(seed)
    worlds = _incidents(chance, incidents, reports)
    while batch := list(islice(worlds, BATCH)):
        with transaction.atomic():
            _write(batch)


def _incidents(
    chance: random.Random, incidents: int, reports: int
) -> Iterator[tuple[model.Incident, list[model.Article], str]]:
    left = reports
    for n in range(incidents):
        fair = left / (incidents - n)
        most = max(1, round(chance.expovariate(1 / fair))) if fair > 1 else 1
        accounts = min(most, left - (incidents - n - 1)) if n < incidents - 1 else left
        left -= accounts
        yield _incident(chance, n, accounts)


def _incident(chance: random.Random, n: int, accounts: int) -> tuple[model.Incident, list[model.Article], str]:
    name_en, name, admin1, country, lat, lon = chance.choice(TOWNS)
    event_type, sub, method, verb = chance.choice(ACTS)
    day = FIRST + timedelta(days=chance.randrange(DAYS))
    precision = chance.choice(
        (PlacePrecision.TOWN, PlacePrecision.TOWN, PlacePrecision.SITE, PlacePrecision.COUNTRYSIDE)
    )
    place = PlaceValue(
        text=f"بلدة {name}", name=name, precision=precision, name_en=name_en, admin1=admin1, country=country,
        lat=round(lat + chance.gauss(0, 0.4), 4), lon=round(lon + chance.gauss(0, 0.4), 4),
    )  # fmt: skip
    killed = min(int(chance.paretovariate(1.2)) - 1, 300)
    more = killed + chance.randrange(3)
    articles = [_article(f"bench-{n}-{i}", f"{verb} بلدة {name}", killed, day, chance) for i in range(accounts)]
    toll = (
        model.Toll(
            kind="killed",
            who="civilians",
            low=killed,
            best=killed,
            high=more,
            claims=(model.TollClaim(by=0, who="civilians", min=killed, max=killed),),
        ),
    )
    incident = model.Incident(
        incident_id=f"b{n:07}", event_type=event_type, sub_event_type=sub, method=method, outcome="completed", count=1,
        date=DateValue.on(day, DatePrecision.DAY), place=place, initiators=(chance.choice(SIDES),), targets=("CIVILIANS",),
        toll=toll if killed else (), status="reported", sources=(),
        reports=tuple(model.Account(article=a.id, index=0, origin=a.outlet or "", outlet=a.outlet, title=a.title, published=day) for a in articles[:20]),
        witnesses=min(accounts, 4), grade=chance.choice(GRADES), confidence=round(chance.uniform(0.2, 0.98), 2),
    )  # fmt: skip
    return incident, articles, chance.choice(REVIEWS)


def _article(key: str, what: str, killed: int, day: date, chance: random.Random) -> model.Article:
    text = f"{what} صباح اليوم، ما أسفر عن مقتل {killed} مدنيين وفق مصادر محلية. وقال شاهد إن الدخان غطى الحي ساعات."
    return model.Article(id=key, title=what, text=text, published=day, outlet=chance.choice(OUTLETS))


def _write(batch: list[tuple[model.Incident, list[model.Article], str]]) -> None:
    from waqai_desk.store.models import Article, Coding, Incident, IncidentActor, Link, Outlet, Report

    coding, _ = Coding.objects.get_or_create(coder="bench", lexicon="bench", gazetteer="bench")
    outlets = {name: Outlet.objects.get_or_create(name=name)[0] for name in OUTLETS}
    rows = Incident.objects.bulk_create([_row(incident, review) for incident, _, review in batch], batch_size=20)
    IncidentActor.objects.bulk_create(
        [IncidentActor(incident=row, actor=a, side=side) for row, (i, _, _) in zip(rows, batch, strict=True) for a, side in (*((a, "initiator") for a in i.initiators), *((a, "target") for a in i.targets))],
        batch_size=300,
    )  # fmt: skip
    pairs = [
        (row, content, article) for row, (content, articles, _) in zip(rows, batch, strict=True) for article in articles
    ]
    articles = Article.objects.bulk_create([_article_row(a, outlets, coding) for _, _, a in pairs], batch_size=60)
    reports = Report.objects.bulk_create(
        [_report_row(content, row, coding) for (_, content, _), row in zip(pairs, articles, strict=True)], batch_size=50
    )
    Link.objects.bulk_create(
        [Link(report=r, incident=i) for r, (i, _, _) in zip(reports, pairs, strict=True)], batch_size=200
    )


def _row(content: model.Incident, review: str) -> Any:
    from waqai_desk.store.columns import columns_of
    from waqai_desk.store.models import Incident

    body = msgspec.json.encode(content).decode()
    now = datetime.now(UTC)
    return Incident(
        public_id=content.incident_id, body=body, review=review, added_at=now, changed_at=now, **columns_of(content)
    )


def _article_row(article: model.Article, outlets: dict[str, Any], coding: Any) -> Any:
    from waqai_desk.store.models import Article
    from waqai_desk.store.search import searchable

    return Article(
        key=article.id, body=msgspec.json.encode(article).decode(), digest="", title=article.title, published=article.published,
        outlet=outlets[article.outlet or ""], folded=searchable(article), coding=coding,
    )  # fmt: skip


def _report_row(incident: model.Incident, article: Any, coding: Any) -> Any:
    from waqai_desk.store.models import Report

    end = len(article.title)
    report = model.Report(
        event_type=incident.event_type, sub_event_type=incident.sub_event_type, method=incident.method, date=incident.date,
        place=incident.place, initiators=incident.initiators, targets=incident.targets,
        evidence={"event": (model.Span(0, 5),), "place": (model.Span(6, end),)}, confidence=incident.confidence,
    )  # fmt: skip
    return Report(
        key=f"{article.key}"[:40], article=article, index=0, body=msgspec.json.encode(report).decode(), coding=coding,
        event_type=report.event_type, sub_event_type=report.sub_event_type, method=report.method, date_start=report.date.start,
        date_end=report.date.end, country=report.place.country or "", admin1=report.place.admin1 or "", lat=report.place.lat,
        lon=report.place.lon, confidence=report.confidence, needs_link=False,
    )  # fmt: skip


if __name__ == "__main__":
    main()
