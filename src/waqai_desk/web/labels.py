"""What codes are called in the reader's language.

Codes of the codebook have their English here and their Arabic in the message catalogue; actors and governorates have both in
the data tables of the library.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_noop as _

from waqai.shipped import shipped_rows
from waqai.text import fold_key

EVENT_TYPES: Final = (
    _("Battles"),
    _("Explosions/Remote violence"),
    _("Violence against civilians"),
    _("Protests"),
    _("Riots"),
    _("Strategic developments"),
)
SUB_EVENT_TYPES: Final = (
    _("Armed clash"),
    _("Government regains territory"),
    _("Non-state actor overtakes territory"),
    _("Air/drone strike"),
    _("Shelling/artillery/missile attack"),
    _("Remote explosive/landmine/IED"),
    _("Suicide bomb"),
    _("Chemical weapon"),
    _("Grenade"),
    _("Attack"),
    _("Abduction/forced disappearance"),
    _("Sexual violence"),
    _("Peaceful protest"),
    _("Protest with intervention"),
    _("Excessive force against protesters"),
    _("Violent demonstration"),
    _("Mob violence"),
    _("Arrests"),
    _("Disrupted weapons use"),
    _("Looting/property destruction"),
    _("Agreement"),
    _("Change to group/activity"),
    _("Headquarters or base established"),
    _("Non-violent transfer of territory"),
    _("Other"),
)
CODES: Final[dict[str, dict[str, str]]] = {
    "method": {
        "air_landing": _("air landing"),
        "airstrike": _("air strike"),
        "ambush": _("ambush"),
        "arrest_campaign": _("arrest campaign"),
        "arson": _("arson"),
        "assassination": _("assassination"),
        "barrel_bomb": _("barrel bomb"),
        "beating": _("beating"),
        "capture": _("capture of a place"),
        "ceasefire": _("ceasefire"),
        "checkpoint_arrest": _("arrest at a checkpoint"),
        "chemical": _("chemical weapon"),
        "clash": _("clash"),
        "closure": _("closure"),
        "crowd_attack": _("attack by a crowd"),
        "curfew": _("curfew"),
        "demolition": _("demolition"),
        "demonstration": _("demonstration"),
        "deployment": _("deployment"),
        "drone_strike": _("drone strike"),
        "exchange": _("exchange of prisoners"),
        "execution": _("execution"),
        "general_strike": _("general strike"),
        "grenade": _("hand grenade"),
        "ied": _("planted explosive"),
        "interception": _("interception"),
        "kidnapping": _("kidnapping"),
        "landmine": _("landmine"),
        "looting": _("looting"),
        "missile": _("missile"),
        "mortar": _("mortar"),
        "other": _("another way"),
        "raid": _("raid"),
        "release": _("release"),
        "road_block": _("road block"),
        "rocket": _("rocket"),
        "seizure": _("seizure"),
        "shelling": _("shelling"),
        "sit_in": _("sit-in"),
        "small_arms": _("gunfire"),
        "sniper": _("sniper"),
        "stabbing": _("stabbing"),
        "suicide_bomb": _("suicide bombing"),
        "torture": _("torture"),
        "unexploded_ordnance": _("unexploded ordnance"),
        "vehicle_bomb": _("car bomb"),
        "withdrawal": _("withdrawal"),
    },
    "outcome": {"completed": _("completed"), "failed": _("failed: its aim was not reached")},
    "status": {
        "reported": _("reported"),
        "claimed": _("claimed by a party"),
        "denied": _("denied"),
        "unconfirmed": _("unconfirmed"),
    },
    "harm": {
        "killed": _("killed"),
        "wounded": _("wounded"),
        "detained": _("detained"),
        "abducted": _("abducted"),
        "missing": _("missing"),
        "released": _("released"),
    },
    "who": {"civilians": _("civilians"), "combatants": _("combatants"), "unspecified": _("not specified")},
    "date_precision": {
        "day": _("exact day"),
        "approx": _("day inferred from the news"),
        "week": _("within a week"),
        "month": _("within a month"),
    },
    "place_precision": {
        "site": _("a site"),
        "neighbourhood": _("a neighbourhood"),
        "town": _("a town or village"),
        "district": _("a district"),
        "countryside": _("a countryside"),
        "governorate": _("a governorate"),
    },
    "grade": {
        "confirmed": _("confirmed"),
        "fair": _("fair"),
        "weak": _("weak"),
        "contested": _("contested"),
        "discounted": _("discounted"),
    },
    "review": {
        "unreviewed": _("not reviewed"),
        "accepted": _("accepted"),
        "changed": _("changed since accepted"),
        "rejected": _("rejected"),
    },
    "field": {
        "event": _("what happened"),
        "event_type": _("type"),
        "sub_event_type": _("sub-type"),
        "method": _("method"),
        "outcome": _("outcome"),
        "count": _("how many acts"),
        "date": _("date"),
        "place": _("place"),
        "initiators": _("by whom"),
        "targets": _("against whom"),
        "harm": _("toll"),
        "toll": _("toll"),
        "status": _("status"),
        "sources": _("according to"),
        "admin1": _("governorate"),
        "grade": _("grade"),
        "reports": _("reports"),
        "witnesses": _("independent witnesses"),
        "confidence": _("confidence"),
    },
    "country": {
        "SY": _("Syria"),
        "IQ": _("Iraq"),
        "YE": _("Yemen"),
        "LY": _("Libya"),
        "LB": _("Lebanon"),
        "PS": _("Palestine"),
        "SD": _("Sudan"),
        "JO": _("Jordan"),
        "EG": _("Egypt"),
        "SA": _("Saudi Arabia"),
        "TR": _("Türkiye"),
        "IL": _("Israel"),
        "IR": _("Iran"),
        "TN": _("Tunisia"),
    },
    "act": {
        "edit": _("edited"),
        "accept": _("accepted"),
        "reject": _("rejected"),
        "reopen": _("opened again"),
        "merge": _("merged"),
        "split": _("split"),
        "publish": _("published"),
        "unpublish": _("retracted"),
        "hold": _("held"),
        "release": _("released from hold"),
        "comment": _("commented"),
        "found": _("made an incident of a report"),
        "enter": _("entered from an article"),
        "nothing": _("said that it tells no incident"),
        "teach": _("taught"),
        "undo": _("undid"),
        "assign": _("assigned"),
        "new": _("new"),
        "changed": _("changed"),
        "merged": _("merged into another"),
        "restored": _("restored"),
        "retired": _("no longer reported"),
        "published": _("published"),
        "unpublished": _("retracted"),
    },
}


def label(kind: str, code: object) -> str:
    """Give what a code of a kind is called; a code nobody named is shown as it is."""
    text = str(code or "")
    if kind in ("initiators", "targets", "actor"):
        return actor(text)
    if kind == "admin1":
        return governorate(text)
    found = CODES.get(kind, {}).get(text)
    if found is None:
        found = text if text in EVENT_TYPES or text in SUB_EVENT_TYPES else ""
    return gettext(found) if found else text


def actor(code: str) -> str:
    """Give the name of an actor: of the list, of the team, or as the article wrote it."""
    if code.startswith("OTHER:"):
        return code.removeprefix("OTHER:")
    row = _actors().get(code)
    return code if row is None else row[0 if get_language() == "ar" else 1]


def governorate(name: str) -> str:
    """Give the name of a governorate, which codes spell in English."""
    return _governorates().get(name, name) if get_language() == "ar" else name


@cache
def _actors() -> dict[str, tuple[str, str]]:
    """Read id → (Arabic, English) from the library's table; notes in brackets are for coders."""
    found = {}
    for row in _table("actors.csv"):
        arabic = row["names_ar"].split("|")[0].split(" (")[0]
        found[row["id"]] = (arabic or row["name_en"], row["name_en"])
    return found


@cache
def actor_ids() -> dict[str, str]:
    """Give the id of every name that the list has for an actor, folded, in both languages."""
    found = {}
    for row in _table("actors.csv"):
        names = [row["name_en"], *(name.split(" (")[0] for name in row["names_ar"].split("|"))]
        found.update({fold_key(name): row["id"] for name in reversed(names) if name})
    return found


@cache
def _governorates() -> dict[str, str]:
    return {row["admin1"]: row["name_ar"] for row in _table("admin1.csv")}


def governorates(country: str = "") -> list[tuple[str, str]]:
    """Give (code, name) of the governorates, of one country or of all, sorted by name."""
    rows = (r["admin1"] for r in _table("admin1.csv") if not country or r["country"] == country)
    return sorted(((a, governorate(a)) for a in dict.fromkeys(rows)), key=lambda pair: pair[1])


def actors() -> list[tuple[str, str]]:
    """Give (id, name) of the actors of the list."""
    return sorted(((code, actor(code)) for code in _actors()), key=lambda pair: pair[1])


@cache
def _table(name: str) -> tuple[dict[str, str], ...]:
    return tuple(shipped_rows(name))


def choices(kind: str) -> list[tuple[str, str]]:
    """Give (code, name) of every code of a kind, in the codebook's order."""
    if kind == "event_type":
        return [(c, label(kind, c)) for c in EVENT_TYPES]
    if kind == "sub_event_type":
        return [(c, label(kind, c)) for c in SUB_EVENT_TYPES]
    return [(c, label(kind, c)) for c in CODES[kind]]
