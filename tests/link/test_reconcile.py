from datetime import timedelta

import msgspec

from statement_factory import DAY, killed, on, statement, village
from waqai.link.linker import Linker
from waqai.link.reconcile import reconcile
from waqai.model import Incident
from waqai.values import DatePrecision, DateValue, PlacePrecision

WEEK = DateValue(DAY - timedelta(3), DAY + timedelta(3), DatePrecision.WEEK)
AROUND = village("دير الزور", precision=PlacePrecision.COUNTRYSIDE, lat=35.3, lon=40.1)


def incident(*pages: dict) -> Incident:
    return reconcile([statement(str(i), **({"outlet": f"outlet {i}"} | p)) for i, p in enumerate(pages)])


def said(found: Incident, field: str) -> list[tuple]:
    return [(msgspec.json.decode(c.value), c.by) for c in found.claims[field]]


def test_what_most_witnesses_say_is_the_value_and_the_rest_stands_beside_it():
    found = incident({}, {"initiators": ("SDF",)}, {})
    assert found.initiators == ("COALITION",)
    assert said(found, "initiators") == [(["COALITION"], (0, 2)), (["SDF"], (1,))]


def test_reprints_do_not_outvote():
    found = incident({"outlet": "agency", "initiators": ("SDF",)}, {"outlet": "agency", "initiators": ("SDF",)}, {}, {})
    assert found.initiators == ("COALITION",)
    assert found.witnesses == 3


def test_nobody_named_speaks_for_nobody():
    assert incident({"initiators": ("UNKNOWN",)}, {"initiators": ("UNKNOWN",)}, {}).initiators == ("COALITION",)
    assert incident({"initiators": ("UNKNOWN",)}).initiators == ("UNKNOWN",)


def test_the_week_speaks_for_its_day_and_the_countryside_for_its_village():
    found = incident({"date": WEEK, "place": AROUND}, {"date": WEEK, "place": AROUND}, {})
    assert (found.date, found.place) == (on(), village())
    assert said(found, "date")[0][1] == (0, 1)


def test_an_open_date_gives_way():
    assert incident({"date": DateValue()}, {"date": DateValue()}, {}).date == on()
    assert incident({"date": DateValue()}).date == DateValue()


def test_type_and_method_come_from_the_same_pages():
    clash = {"event_type": "Battles", "sub_event_type": "Armed clash", "method": "clash"}
    found = incident(clash, clash, {})
    assert (found.event_type, found.sub_event_type, found.method) == ("Battles", "Armed clash", "clash")
    assert said(found, "method") == [("clash", (0, 1)), ("raid", (2,))]


def test_accounts_say_where_they_stand_and_whose_word_they_are():
    found = incident({"url": "https://example.org/1", "published": DAY}, {})
    assert [(a.article, a.index, a.origin) for a in found.reports] == [("0", 0, "example.org"), ("1", 0, "outlet1")]


def test_the_id_is_the_firsts_and_the_others_stay_resolvable():
    told = [statement("a"), statement("b")]
    (cluster,) = Linker().link(told)
    found = reconcile(cluster)
    assert {found.incident_id, *found.formerly} == {s.id for s in told}
    assert found.incident_id == cluster[0].id


def test_witnesses_add_confidence_and_reprints_do_not():
    assert incident({}).confidence == incident({"outlet": "x"}, {"outlet": "x"}).confidence == 0.5
    assert incident({}, {}).confidence == 0.75


def test_the_same_pages_give_the_same_bytes():
    pages = [{"harm": (killed(3, 3),)}, {"initiators": ("SDF",)}]
    assert msgspec.json.encode(incident(*pages)) == msgspec.json.encode(incident(*pages))


def test_an_incident_reads_back():
    found = incident({"harm": (killed(3, None),)}, {})
    assert msgspec.json.decode(msgspec.json.encode(found), type=Incident) == found
