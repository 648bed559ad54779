"""The queue's order: how grave, how much reports disagree, how sure; and what is assigned."""

from __future__ import annotations

import re

import pytest

from coded_factory import coded, run, told
from desk_members import client
from statement_factory import killed, village
from waqai_desk.store.models import Incident

PLACES = {
    name: village(name, lat=30.0 + n, lon=40.0) for n, name in enumerate(["الشرقية", "الغربية", "القبلية", "البحرية"])
}


@pytest.fixture
def several(store) -> None:
    """Fill a queue: one deadly, one on whose dead two outlets disagree, one less sure than the last."""
    run(
        coded("deadly", told(place=PLACES["الشرقية"], harm=(killed(9, 9),))),
        coded("said", told(place=PLACES["الغربية"], harm=(killed(2, 2),), confidence=0.9)),
        coded("gainsaid", told(place=PLACES["الغربية"], harm=(killed(4, 4),), confidence=0.9)),
        coded("unsure", told(place=PLACES["القبلية"], harm=(killed(4, 4),), confidence=0.2)),
        coded("sure", told(place=PLACES["البحرية"], harm=(killed(4, 4),), confidence=0.8)),
    )


def shown(address: str) -> list[str]:
    """Give the places of a queue's rows, in order."""
    text = client().get(address).content.decode()
    return [name for name in re.findall(r"<h2><a [^>]*>.*?<bdi>(.*?)</bdi>", text, re.S) if name in PLACES]


@pytest.mark.parametrize(
    ("order", "places"),
    [
        ("", ["الشرقية", "الغربية", "القبلية", "البحرية"]),
        ("disputed", ["الغربية", "الشرقية", "القبلية", "البحرية"]),
        ("doubt", ["القبلية"]),
    ],
)
def test_order(several, order, places):
    Incident.objects.filter(place="الغربية").update(killed_best=4)  # as deadly as the next two, but disputed
    assert shown(f"/queue/?order={order}")[: len(places)] == places


def test_outlets_that_disagree_are_a_disagreement(several):
    assert list(Incident.objects.filter(is_disputed=True).values_list("place", flat=True)) == ["الغربية"]
    assert shown("/queue/?disputed=on") == ["الغربية"]
