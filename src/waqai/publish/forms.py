"""All forms of export, by name, in the order in which ``--all`` writes them."""

from __future__ import annotations

from functools import cache
from typing import Final

from waqai.publish.acled import ACLED
from waqai.publish.airwars import AIRWARS
from waqai.publish.form import Form
from waqai.publish.ftm import FTM
from waqai.publish.geojson import GEOJSON
from waqai.publish.hxl import HXL
from waqai.publish.lossless import LOSSLESS
from waqai.publish.parquet import PARQUET
from waqai.publish.plover import PLOVER
from waqai.publish.ucdp import UCDP
from waqai.publish.workbook import XLSX
from waqai.shipped import shipped_table

FORMS: Final[dict[str, Form]] = {
    form.name: form for form in (LOSSLESS, ACLED, UCDP, PLOVER, HXL, GEOJSON, PARQUET, FTM, XLSX, AIRWARS)
}


@cache
def fate_of_fields() -> dict[str, dict[str, str]]:
    """Give for each form what becomes of each field of an incident; a sentence that begins with "lost" says why."""
    return shipped_table("publish/fields.toml")
