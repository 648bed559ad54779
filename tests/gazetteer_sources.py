"""Small sources of every kind that ``waqai gazetteer add`` takes, written by the tests; all places in them are invented."""

from __future__ import annotations

import io
import json
import sqlite3
import tarfile
import zipfile
from pathlib import Path
from typing import Any

import shapefile
from openpyxl import Workbook

HEADER = "ADM0_PCODE,ADM1_EN,ADM1_AR,ADM1_PCODE,ADM2_EN,ADM2_AR,ADM2_PCODE,ADM3_EN,ADM3_AR,ADM3_PCODE,ADM4_EN,ADM4_AR,ADM4_PCODE,LATITUDE_Y,LONGITUDE_X"
NADWA = "SY,Idleb,إدلب,SY07,Harem,حارم,SY0703,Dana,الدانا,SY070302,Kafr Nadwa,كفر ندوة,C9001,36.2105,36.7704"


def feature(number: int, **more: Any) -> dict[str, Any]:
    """Give one record of Who's On First."""
    properties = {
        "wof:id": number,
        "wof:placetype": "locality",
        "wof:name": "Kafr Nadwa",
        "wof:country": "SY",
        "name:ara_x_preferred": ["كفر ندوة"],
        "name:kur_x_preferred": ["Kefer Nedwa"],
        "geom:latitude": 36.21,
        "geom:longitude": 36.77,
        "gn:admin1_code": "12",
        "gn:geonameid": 990001,
        "wof:hierarchy": [{"county_id": 900, "region_id": 800}],
        **more,
    }
    return {"type": "Feature", "properties": properties}


WOF = {
    "data/1/1.geojson": feature(1),
    "data/1/1-alt-quattroshapes.geojson": feature(1),
    "data/2/2.geojson": feature(2, **{"wof:superseded_by": [3], "wof:name": "Gone"}),
    "data/900/900.geojson": feature(
        900,
        **{
            "wof:placetype": "county",
            "name:ara_x_preferred": ["منطقة حارم"],
            "name:kur_x_preferred": [],
            "wof:name": "Harem",
            "gn:geonameid": 990900,
        },
    ),
    "data/3/3.geojson": {"type": "Feature", "properties": {"wof:id": 3}},
}


def wof_tar(path: Path, records: dict[str, Any] = WOF, *, mode: str = "w:xz") -> Path:
    """Write a tar of records."""
    with tarfile.open(path, mode) as archive:  # type: ignore[call-overload]
        for name, record in records.items():
            body = json.dumps(record, ensure_ascii=False).encode()
            info = tarfile.TarInfo(name)
            info.size = len(body)
            archive.addfile(info, io.BytesIO(body))
    return path


def wof_folder(path: Path) -> Path:
    """Write the records as files."""
    for name, record in WOF.items():
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
    return path


def wof_sqlite(path: Path) -> Path:
    """Write the records as the SQLite distribution has them."""
    db = sqlite3.connect(path)
    db.execute(
        "CREATE TABLE geojson (id INTEGER, body TEXT, source TEXT, alt_label TEXT, is_alt BOOLEAN, lastmodified INTEGER)"
    )
    rows = [(i, json.dumps(r, ensure_ascii=False), "", "", "-alt-" in n, 0) for i, (n, r) in enumerate(WOF.items())]
    db.executemany("INSERT INTO geojson VALUES (?,?,?,?,?,?)", rows)
    db.commit()
    db.close()
    return path


def geonames_line(number: int, name: str, others: str, code: str = "PPL", **more: str) -> str:
    """Give one line of a country's dump."""
    columns = {
        "id": str(number), "name": name, "ascii": name, "others": others, "lat": "36.212", "lon": "36.772", "class": "P",
        "code": code, "country": "SY", "cc2": "", "admin1": "12", "admin2": "1203", "admin3": "", "admin4": "",
        "population": "800", "elevation": "", "dem": "300", "zone": "Asia/Damascus", "day": "2026-01-01", **more,
    }  # fmt: skip
    return "\t".join(columns.values())


GEONAMES = [
    geonames_line(990001, "Kafr Nadwa", "Kafr Nadwah,کفر ندوه,كفر ندوة,كفرندوة"),
    geonames_line(990900, "Harim District", "منطقة حارم", code="ADM2"),
    geonames_line(990002, "Wadi as Saqi", "وادي الساقي", code="STM"),
    "990003\tbroken",
    geonames_line(990004, "Nowhere", "", lat="north"),
    geonames_line(990005, "Tall Nadwa", "تل ندوة,Girê Nedwa", lat="36.9", lon="41.2", admin1="01"),
]
ALIASES = [
    "1\t990005\tku\tGirê Nedwa\t\t\t\t\t\t",
    "2\t990005\tar\tتل الندى العتيق\t\t\t\t1\t\t",
    "3\t990005\tru\tТель\t\t\t\t\t\t",
    "4\t990005\tlink\thttps://example.org/\t\t\t\t\t\t",
]


def geonames_zip(path: Path, lines: list[str], name: str = "SY.txt") -> Path:
    """Write a dump as it is offered."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("readme.txt", "what the columns are")
        archive.writestr(name, "".join(line + "\n" for line in lines))
    return path


def cod_csv(path: Path, *rows: str) -> Path:
    """Write a p-code table."""
    path.write_text("\n".join((HEADER, *(rows or (NADWA,)))) + "\n", encoding="utf-8")
    return path


def cod_xlsx(path: Path) -> Path:
    """Write the two coarser levels as OCHA's workbooks have them: a sheet a level, HXL tags, no points."""
    book = Workbook()
    sheet = book.active
    sheet.title = "ADM1"
    for row in (
        ["admin1Name_en", "admin1Name_ar", "admin1Pcode", "admin0Pcode"],
        ["#adm1+name+i_en", "#adm1+name+i_ar", "#adm1+code", "#country+code"],
        ["Idleb", "إدلب", "SY07", "SY"],
    ):
        sheet.append(row)
    second = book.create_sheet("ADM2")
    for row in (
        ["admin2Name_en", "admin2Name_ar", "admin2Pcode", "admin1Name_en", "admin1Pcode"],
        ["Harem", "حارم", "SY0703", "Idleb", "SY07"],
        ["", "", "SY0799", "Idleb", "SY07"],
    ):
        second.append(row)
    book.save(path)
    return path


def cod_shapefile(path: Path) -> Path:
    """Write the settlements as a shapefile of points; give the path of its attribute table."""
    with shapefile.Writer(str(path.with_suffix("")), shapeType=shapefile.POINT, encoding="utf-8") as writer:
        for column in ("PCODE", "NAME_EN", "NAME_AR", "ADM1_EN", "ADM1_PCODE"):
            writer.field(column, "C", 60)
        writer.point(36.7704, 36.2105)
        writer.record("C9001", "Kafr Nadwa", "كفر ندوة", "Idleb", "SY07")
    return path.with_suffix(".dbf")


def team_csv(path: Path, *rows: str, header: str = "name,lat,lon,kind,admin1,country") -> Path:
    """Write a team's own list."""
    path.write_text("\n".join((header, *rows)) + "\n", encoding="utf-8")
    return path
