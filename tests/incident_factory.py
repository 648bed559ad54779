"""Incidents of our own making, with everything that a form may stumble over."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec

from waqai.model import Account, Claim, Incident, Toll, TollClaim
from waqai.values import DatePrecision, DateValue, PlacePrecision, PlaceValue

PLACE = PlaceValue(
    "بلدة كنصفرة بريف إدلب الجنوبي",
    "كنصفرة",
    PlacePrecision.TOWN,
    name_en="Kansafra",
    admin1="Idlib",
    country="SY",
    lat=35.6601,
    lon=36.4701,
    gazetteer_id="waqai:1",
    radius_m=2000,
)


def account(n: int = 0, **more: Any) -> Account:
    fields = {
        "article": f"a{n}",
        "index": 0,
        "origin": f"وكالة {n}",
        "outlet": f"وكالة السهل {n}",
        "url": f"https://outlet{n}.example/2021/11/{n}",
        "title": "قصف على كنصفرة",
        "published": date(2021, 11, 8),
    }
    return Account(**{**fields, **more})


def toll(
    kind: str = "killed", who: str = "civilians", low: int | None = 2, best: int | None = 2, high: int | None = 3
) -> Toll:
    claims = (
        TollClaim(by=0, who=who, min=low, max=low, source="مصدر طبي", as_of=date(2021, 11, 8)),
        TollClaim(by=0, who=who, min=high, max=high, source="الدفاع المدني", as_of=date(2021, 11, 9)),
    )
    return Toll(kind=kind, who=who, low=low, best=best, high=high, claims=claims)


def incident(n: int = 1, **more: Any) -> Incident:
    """Give a shelling with two dead civilians; any field may be another."""
    fields = {
        "incident_id": f"w-{n * 0x1234567:016x}",
        "event_type": "Explosions/Remote violence",
        "sub_event_type": "Shelling/artillery/missile attack",
        "method": "shelling",
        "outcome": "completed",
        "count": 1,
        "date": DateValue.on(date(2021, 11, 8)),
        "place": PLACE,
        "initiators": ("SYR_GOV",),
        "targets": ("CIVILIANS",),
        "toll": (toll(),),
        "status": "reported",
        "sources": ("الدفاع المدني",),
        "reports": (account(),),
        "claims": {"count": (Claim("1", (0,)),)},
        "witnesses": 1,
        "grade": "weak",
        "grade_reason": "told by one witness",
        "confidence": 0.61,
        "formerly": (),
    }
    return Incident(**{**fields, **more})


def clash(n: int = 2, **more: Any) -> Incident:
    """Give a fight of two armed sides."""
    fields = {
        "event_type": "Battles",
        "sub_event_type": "Armed clash",
        "method": "clash",
        "initiators": ("IS",),
        "targets": ("SYR_GOV", "SYR_GOV_MILITIAS"),
        "toll": (toll("killed", "combatants", 5, 7, None), toll("wounded", "combatants", 1, 1, None)),
    }
    return incident(n, **{**fields, **more})


def failed_raid(n: int = 3, **more: Any) -> Incident:
    """Give a raid that found nobody, on an open day."""
    fields = {
        "event_type": "Strategic developments",
        "sub_event_type": "Arrests",
        "method": "raid",
        "outcome": "failed",
        "date": DateValue(),
        "initiators": ("COALITION", "SDF"),
        "targets": ("IS",),
        "toll": (
            Toll(kind="wounded", who="unspecified", low=0, best=0, high=0),
            toll("detained", "civilians", 1, 1, 1),
        ),
    }
    return incident(n, **{**fields, **more})


def week(n: int = 4, **more: Any) -> Incident:
    """Give a protest known to the week, in a governorate, claimed by one side and denied by the other."""
    fields = {
        "event_type": "Protests",
        "sub_event_type": "Peaceful protest",
        "method": "demonstration",
        "date": DateValue(date(2021, 11, 1), date(2021, 11, 7), DatePrecision.WEEK),
        "place": msgspec.structs.replace(
            PLACE, name="إدلب", name_en="Idlib", precision=PlacePrecision.GOVERNORATE, lat=None, lon=None
        ),
        "initiators": ("PROTESTERS",),
        "targets": ("HTS",),
        "toll": (),
        "status": "denied",
        "count": 3,
    }
    return incident(n, **{**fields, **more})


ALL = (
    incident(),
    clash(),
    failed_raid(),
    week(),
    incident(5, initiators=("OTHER:لواء الفتح",), sources=(), reports=(account(1, url=None, outlet=None),)),
)
"""One of each."""
