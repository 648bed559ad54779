import csv
import tomllib

from source_tree import PACKAGE

from waqai.link.kin import Kin

KIN = Kin.load()


def names(table: str) -> set[str]:
    raw = tomllib.loads((PACKAGE / "data/link/kin.toml").read_text(encoding="utf-8"))
    return {name for members in raw[table].values() for name in members}


def test_every_name_is_one_that_reports_have():
    lines = (PACKAGE / "data/actors.csv").read_text(encoding="utf-8").splitlines()
    actors = {row["id"] for row in csv.DictReader(lines)}
    taxonomy = tomllib.loads((PACKAGE / "data/taxonomy.toml").read_text(encoding="utf-8"))
    types = {sub for subs in taxonomy["event_types"].values() for sub in subs}
    assert names("actors") <= actors
    assert names("types") <= types
    assert names("daily") <= actors | types


def test_rivals_have_nothing_in_common():
    assert KIN.are_rivals(["TURKEY_MIL"], ["SYR_GOV"])
    assert not KIN.are_rivals(["COALITION"], ["US_MIL"])
    assert not KIN.are_rivals(["COALITION"], ["UNKNOWN"])
    assert not KIN.are_rivals(["OTHER:جماعة"], ["OTHER:جماعة"])
    assert KIN.are_rivals(["OTHER:جماعة"], ["OTHER:أخرى"])
