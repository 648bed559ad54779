"""``waqai gazetteer`` as a user calls it."""

import json

import pytest
from typer.testing import CliRunner

from gazetteer_sources import GEONAMES, geonames_zip, wof_tar
from waqai.cli import app
from waqai.cli.register import register
from waqai.errors import GazetteerError


@pytest.fixture
def run():
    if not app.registered_commands:
        register(app)
    return lambda *arguments: CliRunner().invoke(app, ["gazetteer", *map(str, arguments)])


def test_add_list_remove(run, tmp_path):
    done = run("add", wof_tar(tmp_path / "wof.tar.xz"), geonames_zip(tmp_path / "SY.zip", GEONAMES))
    assert done.exit_code == 0
    assert "wof/wof.tar.xz: 2 places" in done.stdout
    assert "2 malformed lines skipped" in done.stdout
    assert "SY.txt:5: could not convert" in done.stderr
    listed = run("list").stdout
    assert "geonames/SY.zip: GeoNames · CC BY 4.0" in listed
    assert "waqai: Waqai's own list · CC BY 4.0" in listed
    sources = [json.loads(line) for line in run("list", "--json").stdout.splitlines()]
    assert [s["id"] for s in sources] == ["waqai", "geonames", "wof/wof.tar.xz", "geonames/SY.zip"]
    assert run("skipped", "geonames/SY.zip").stdout.count("SY.txt:") == 2
    assert run("remove", "geonames/SY.zip").exit_code == 0
    assert "geonames/SY.zip" not in run("list").stdout


def test_a_second_add_says_so_and_changes_nothing(run, tmp_path):
    source = wof_tar(tmp_path / "wof.tar.xz")
    run("add", source)
    again = run("add", source)
    assert again.exit_code == 0
    assert again.stdout == "wof/wof.tar.xz: was there already, nothing to do\n"


def test_one_bad_source_stops_no_other(run, tmp_path):
    done = run("add", tmp_path / "gone.zip", wof_tar(tmp_path / "wof.tar.xz"))
    assert done.exit_code == 1
    assert "there is no such file" in done.stderr
    assert "places are known now" in done.stdout


def test_only_bad_sources_change_nothing(run, tmp_path):
    done = run("add", tmp_path / "gone.zip")
    assert done.exit_code == 2
    assert done.stdout == ""


@pytest.mark.parametrize("command", ["remove", "skipped"])
def test_a_source_that_is_not_there_is_told(run, command):
    done = run(command, "wof/none")
    assert isinstance(done.exception, GazetteerError)


def test_a_source_without_malformed_lines_has_none_to_name(run):
    done = run("skipped", "waqai")
    assert (done.exit_code, done.stdout) == (0, "")


def test_a_name_of_ones_own(run, tmp_path):
    assert "wof/syria: 2 places" in run("add", "--name", "syria", wof_tar(tmp_path / "a.tar.xz")).stdout
