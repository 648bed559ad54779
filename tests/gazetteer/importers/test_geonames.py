"""GeoNames' dumps and alternate names: what is kept, what is passed over, what is malformed, and a file that is cut."""

import pytest

from gazetteer_sources import ALIASES, GEONAMES, geonames_line, geonames_zip
from waqai.errors import GazetteerError
from waqai.gazetteer.importers.geonames import kinds, read
from waqai.gazetteer.importers.row import Alias, Passed, Skipped
from waqai.gazetteer.kind import precision_of
from waqai.gazetteer.place import Place


def test_a_country(tmp_path):
    rows = list(read(geonames_zip(tmp_path / "SY.zip", GEONAMES)))
    places = {r.id: r for r in rows if isinstance(r, Place)}
    assert places.keys() == {"geonames:990001", "geonames:990900", "geonames:990005"}
    village = places["geonames:990001"]
    assert village.names == ("كفر ندوة", "كفرندوة"), "the Persian spelling is no Arabic name"
    assert (village.kind, village.admin1, village.admin2) == ("village", "Idlib", "#geonames:SY.12.1203")
    district = places["geonames:990900"]
    assert (district.kind, district.names) == ("district", ("حارم",))
    assert "geonames:SY.12.1203" in district.ids
    assert sum(isinstance(r, Passed) for r in rows) == 1, "the stream"
    assert [(r.where, r.why) for r in rows if isinstance(r, Skipped)] == [
        ("SY.txt:4", "2 columns, not 19 of a place or 8 to 10 of an alternate name"),
        ("SY.txt:5", "could not convert string to float: 'north'"),
    ]


def test_alternate_names(tmp_path):
    rows = list(read(geonames_zip(tmp_path / "alternateNamesV2.zip", ALIASES, "alternateNamesV2.txt")))
    assert [r for r in rows if isinstance(r, Alias)] == [
        Alias("geonames:990005", "Girê Nedwa"),
        Alias("geonames:990005", "تل الندى العتيق"),
    ]
    assert sum(isinstance(r, Passed) for r in rows) == 2


def test_a_cut_zip_is_noticed(tmp_path):
    whole = geonames_zip(tmp_path / "SY.zip", GEONAMES)
    whole.write_bytes(whole.read_bytes()[:-30])
    with pytest.raises(GazetteerError, match="ends too early"):
        list(read(whole))


def test_a_text_cut_in_its_last_line_is_noticed(tmp_path):
    text = tmp_path / "SY.txt"
    text.write_text(GEONAMES[0] + "\n" + GEONAMES[1][:40], encoding="utf-8")
    with pytest.raises(GazetteerError, match=r"SY\.txt:2: the last line is cut"):
        list(read(text))


def test_a_point_off_the_earth_is_malformed(tmp_path):
    rows = list(read(geonames_zip(tmp_path / "SY.zip", [geonames_line(1, "Far", "", lat="136.2")])))
    assert [r.why for r in rows if isinstance(r, Skipped)] == ["no point on Earth: 136.2, 36.772"]


def test_every_feature_code_has_a_kind_that_means_something():
    assert len(kinds()) > 60
    assert all(precision_of(kind) for kind in kinds().values())
