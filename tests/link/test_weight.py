import pytest
from source_tree import PACKAGE

from statement_factory import killed, statement, village
from waqai.errors import SettingError
from waqai.link.feature import rows_of
from waqai.link.weight import APART, Weights

WEIGHTS = Weights.load()


def bits(one, other) -> float:
    return float(WEIGHTS.of_pairs(rows_of([one]), rows_of([other]))[0])


def test_reasons_add_up_to_the_weight():
    a, b = statement("a", harm=(killed(3, 3),)), statement("b", harm=(killed(4, None),), initiators=("US_MIL",))
    reasons = WEIGHTS.explain(a, b)
    assert sum(r.bits for r in reasons) == pytest.approx(bits(a, b))
    assert {"place", "time", "type"} <= {r.comparison for r in reasons}


def test_two_reports_of_one_page_are_never_one_incident():
    assert bits(statement("a"), statement("a", nth=1)) == APART


def test_agreement_is_for_and_contradiction_against():
    same = bits(statement("a"), statement("b"))
    assert same > WEIGHTS.touch_at
    assert bits(statement("a"), statement("b", place=village("هجين"))) < WEIGHTS.touch_at < same
    assert bits(statement("a", harm=(killed(9, 9),)), statement("b", harm=(killed(9, 9),))) > same


def test_a_file_that_lacks_a_level_is_refused(tmp_path):
    path = tmp_path / "weights.toml"
    path.write_text("prior = -8.0\ntouch_at = 1.0\njoin_at = 0.0\n[bits.place]\nnear = 1.0\n", encoding="utf-8")
    with pytest.raises(SettingError, match="needs a weight for each of its levels"):
        Weights.load(path)


def test_groups_that_do_not_touch_cannot_join(tmp_path):
    path = tmp_path / "weights.toml"
    ours = (PACKAGE / "data/link/weights.toml").read_text(encoding="utf-8")
    path.write_text(ours.replace("touch_at = 2.0", "touch_at = -9.0"), encoding="utf-8")
    with pytest.raises(SettingError, match="must not be lower"):
        Weights.load(path)
