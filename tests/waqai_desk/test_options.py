"""Settings of the desk from the environment."""

from __future__ import annotations

import pytest

from waqai.errors import SettingError
from waqai_desk.options import read_options


def test_settings_are_read():
    said = read_options({"WAQAI_DESK_DELAY_DAYS": "30", "WAQAI_DESK_PUBLIC": "false", "PATH": "x"})
    assert (said.delay_days, said.public, said.coarsen_km) == (30, False, 0)


@pytest.mark.parametrize(
    ("name", "value"),
    [("DELAY_DAYS", "soon"), ("DELAY_DAYS", "-1"), ("TWO_FACTOR", "maybe"), ("COLOUR", "red"), ("PUBLIC", "perhaps")],
)
def test_what_cannot_be_is_told(name, value):
    with pytest.raises(SettingError, match="WAQAI_DESK_"):
        read_options({f"WAQAI_DESK_{name}": value})
