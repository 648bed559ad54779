"""What the name of an outlet says of where it stands."""

from __future__ import annotations

import pytest

from waqai.code.coder import Coder
from waqai.tag.outlet import read_outlet


@pytest.mark.parametrize(
    ("name", "land"),
    [
        ("'@SyriaCivilDefe", "SY"),
        ("Enab Baladi", "SY"),
        ("الدفاع المدني السوري", "SY"),
        ("Iraqi News", "IQ"),
        ("aawsat", ""),
        ("Sham", "SY"),
        ("Shamshad TV", ""),
    ],
)
def test_an_outlet_stands_in_the_land_of_its_name(coder: Coder, name: str, land: str) -> None:
    assert read_outlet(name, coder.lexicon, coder.gazetteer).land == land
