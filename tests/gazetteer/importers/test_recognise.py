"""Every kind of source is known by itself; everything else is refused with what could be given."""

import zipfile

import pytest

from gazetteer_sources import (
    ALIASES,
    GEONAMES,
    cod_csv,
    cod_shapefile,
    cod_xlsx,
    geonames_zip,
    team_csv,
    wof_folder,
    wof_sqlite,
    wof_tar,
)
from waqai.errors import GazetteerError
from waqai.gazetteer.importers.recognise import recognise


@pytest.mark.parametrize(
    ("write", "name", "origin"),
    [
        (wof_tar, "wof.tar.xz", "wof"),
        (wof_folder, "wof", "wof"),
        (wof_sqlite, "wof.sqlite", "wof"),
        (lambda p: geonames_zip(p, GEONAMES), "SY.zip", "geonames"),
        (lambda p: geonames_zip(p, ALIASES, "alternateNamesV2.txt"), "alternateNamesV2.zip", "geonames"),
        (cod_csv, "adm4.csv", "pcode"),
        (cod_xlsx, "adm.xlsx", "pcode"),
        (cod_shapefile, "adm.dbf", "pcode"),
        (lambda p: team_csv(p, "كفر ندوة,36.2,36.7,,,SY"), "mine.csv", "team"),
    ],
    ids=["tar", "folder", "sqlite", "geonames", "names", "csv", "xlsx", "dbf", "team"],
)
def test_sources_are_known(tmp_path, write, name, origin):
    assert recognise(write(tmp_path / name)).id == origin


def test_what_is_no_source_is_refused(tmp_path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "page.html").write_text("<p>", encoding="utf-8")
    (tmp_path / "other.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    (tmp_path / "bare.csv").write_text("name,lat,lon\n", encoding="utf-8")
    with zipfile.ZipFile(tmp_path / "photos.zip", "w") as archive:
        archive.writestr("a.jpg", "x")
    (tmp_path / "cut.zip").write_bytes(b"PK\x03\x04 and no more")
    said = {
        "gone.csv": "there is no such file",
        "empty": "this folder holds no GeoJSON",
        "page.html": "no source that can be read",
        "other.csv": "neither p-codes nor the columns name, lat, lon; it has a, b",
        "bare.csv": "this table is empty",
        "photos.zip": "no source that can be read",
        "cut.zip": "ends too early or is damaged",
    }
    for name, why in said.items():
        with pytest.raises(GazetteerError, match=why):
            recognise(tmp_path / name)
