"""What a team sets in the environment about the desk: how it is reached, how careful it is, what the public sees and when."""

from __future__ import annotations

import os
from functools import cache
from typing import Final, Literal

import msgspec

from waqai.errors import SettingError

TwoFactor = Literal["off", "names", "all"]
PREFIX: Final = "WAQAI_DESK_"


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """The settings, each from the variable of its name in capitals after ``WAQAI_DESK_``.

    ``hosts``: names the desk is reached by, comma-separated. ``https``: it stands behind TLS (secure cookies, HSTS).
    ``public``: whether there is a public face. ``delay_days``: days between publication and the public seeing it.
    ``coarsen_km``: side of the grid that public points are moved to; 0 leaves them. ``two_person``: who publishes must not
    be who accepted. ``two_factor``: needed by nobody, for seeing names, or by all. ``idle_minutes`` and ``session_hours``:
    when a session ends. ``tiles``: URL template of raster tiles instead of the offline outlines, with ``tiles_credit``.
    ``proxies``: how many proxies of one's own stand before the desk, for the address that log-in attempts are counted by.
    """

    hosts: str = ""
    https: bool = False
    public: bool = True
    delay_days: int = 0
    coarsen_km: int = 0
    two_person: bool = False
    two_factor: TwoFactor = "names"
    idle_minutes: int = 120
    session_hours: int = 12
    tiles: str = ""
    tiles_credit: str = ""
    proxies: int = 0


@cache
def options() -> Options:
    """Read the settings once.

    Raises: SettingError when one of them cannot be.
    """
    return read_options(dict(os.environ))


def read_options(environment: dict[str, str]) -> Options:
    """Read the settings from an environment.

    Raises: SettingError when one of them cannot be.
    """
    said = {k.removeprefix(PREFIX).lower(): v for k, v in environment.items() if k.startswith(PREFIX)}
    known = {f.name for f in msgspec.structs.fields(Options)}
    unknown = sorted(said.keys() - known)
    if unknown:
        raise SettingError(f"there is no setting {PREFIX}{unknown[0].upper()}")
    try:
        found = msgspec.convert(said, Options, strict=False)
    except msgspec.ValidationError as error:
        raise SettingError(f"a setting {PREFIX}… cannot be: {error}") from error
    if min(found.delay_days, found.coarsen_km, found.idle_minutes - 1, found.session_hours - 1, found.proxies) < 0:
        raise SettingError(
            f"numbers of {PREFIX}… settings count days, kilometres, minutes, hours, proxies: none is negative"
        )
    return found
