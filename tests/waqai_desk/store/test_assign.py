"""Ids stay with the larger part."""

from __future__ import annotations

import pytest

from waqai_desk.store.assign import assign, went_to


@pytest.mark.parametrize(
    ("clusters", "at", "pins", "founders", "wanted"),
    [
        ([[1, 2]], {}, {}, {}, [None]),
        ([[1, 2, 3]], {1: 7}, {}, {}, [7]),
        ([[1, 2, 3]], {1: 7, 2: 8, 3: 8}, {}, {}, [8]),
        ([[1, 2]], {1: 8, 2: 7}, {}, {}, [7]),
        ([[1, 2], [3]], {1: 7, 2: 7, 3: 7}, {}, {}, [7, None]),
        ([[1], [2]], {1: 7, 2: 7}, {}, {7: 2}, [None, 7]),
        ([[1, 2, 3]], {1: 7, 2: 8, 3: 8}, {1: 7}, {}, [7]),
        ([[1, 2], [3]], {1: 7, 2: 7, 3: 8}, {3: 7}, {}, [None, 7]),
    ],
    ids=["new", "joins", "majority", "tie: the older", "parted", "parted: the founder", "pin", "pin first"],
)
def test_assign(clusters, at, pins, founders, wanted):
    assert assign(clusters, at, pins, founders) == wanted


def test_an_incident_goes_where_most_of_its_reports_went():
    assert went_to([[1, 2], [3, 4, 5]], {1: 9, 3: 9, 4: 9, 2: 7, 5: 8}, [7, 8], {9}) == {9: 8}
    assert went_to([[2]], {2: 7}, [7], {9}) == {}
