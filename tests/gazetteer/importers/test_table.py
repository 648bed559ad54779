"""Tables in all their forms give the same rows; those that do not fit are named, and a cut file is noticed."""

import zipfile

import pytest

from gazetteer_sources import HEADER, NADWA, cod_csv, cod_shapefile, cod_xlsx
from waqai.errors import GazetteerError
from waqai.gazetteer.importers.row import Skipped
from waqai.gazetteer.importers.table import Line, plain, read_table


def test_plain_column_names():
    assert {plain(c) for c in ("ADM1_PCODE", "adm1 pcode", "Adm1-PCode")} == {"adm1pcode"}


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "windows-1256"])
def test_a_text_table_in_any_dress(tmp_path, delimiter, encoding):
    path = tmp_path / "a.csv"
    path.write_bytes(f"{HEADER}\r\n{NADWA}\r\n".replace(",", delimiter).encode(encoding))
    (line,) = read_table(path)
    assert isinstance(line, Line)
    assert (line.where, line.cells["adm4ar"]) == ("a.csv:2", "كفر ندوة")


def test_a_row_that_does_not_fit_is_named_and_the_rest_is_read(tmp_path):
    rows = list(read_table(cod_csv(tmp_path / "a.csv", NADWA, "SY,Idleb", NADWA)))
    assert [type(r) for r in rows] == [Line, Skipped, Line]
    assert rows[1] == Skipped("a.csv:3", "2 cells under 15 columns")


def test_a_text_cut_in_its_last_row_is_noticed(tmp_path):
    (tmp_path / "a.csv").write_text(f"{HEADER}\n{NADWA}\n{NADWA[:30]}", encoding="utf-8")
    with pytest.raises(GazetteerError, match=r"a\.csv:3: the last line is cut"):
        list(read_table(tmp_path / "a.csv"))


def test_a_workbook_gives_the_rows_of_all_sheets_without_hxl_tags(tmp_path):
    rows = [r for r in read_table(cod_xlsx(tmp_path / "a.xlsx")) if isinstance(r, Line)]
    assert [r.where for r in rows] == ["a.xlsx[ADM1]:3", "a.xlsx[ADM2]:2", "a.xlsx[ADM2]:3"]
    assert rows[0].cells == {
        "admin1nameen": "Idleb",
        "admin1namear": "إدلب",
        "admin1pcode": "SY07",
        "admin0pcode": "SY",
    }


def test_a_workbook_that_is_none_is_refused(tmp_path):
    (tmp_path / "a.xlsx").write_bytes(b"PK not really")
    with pytest.raises(GazetteerError, match="ends too early or is damaged"):
        list(read_table(tmp_path / "a.xlsx"))


def test_a_shapefile_gives_its_attributes_and_points(tmp_path):
    (line,) = read_table(cod_shapefile(tmp_path / "a.shp"))
    assert isinstance(line, Line)
    assert line.cells["namear"] == "كفر ندوة"
    assert (line.cells["shapelatitude"], line.cells["shapelongitude"]) == ("36.21050", "36.77040")


def test_an_attribute_table_alone_is_enough(tmp_path):
    path = cod_shapefile(tmp_path / "a.shp")
    path.with_suffix(".shp").unlink()
    (line,) = read_table(path)
    assert isinstance(line, Line)
    assert "shapelatitude" not in line.cells


def test_a_cut_attribute_table_is_noticed(tmp_path):
    path = cod_shapefile(tmp_path / "a.shp")
    path.write_bytes(path.read_bytes()[:-20])
    with pytest.raises(GazetteerError, match="attribute table ends too early"):
        list(read_table(path))


def test_a_zipped_shapefile(tmp_path):
    dbf = cod_shapefile(tmp_path / "a.shp")
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for suffix in (".dbf", ".shp", ".shx"):
            archive.write(dbf.with_suffix(suffix), f"in/a{suffix}")
    (line,) = read_table(tmp_path / "a.zip")
    assert isinstance(line, Line)
    assert line.cells["pcode"] == "C9001"
    assert line.cells["shapelatitude"] == "36.21050"
