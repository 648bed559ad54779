"""A release: validated by Frictionless, citable, and honest about what changed."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date

import msgspec

from incident_factory import ALL, clash, incident, week
from waqai.publish import Context
from waqai.publish.package import Release, changes, write_package

DAY = date(2021, 12, 1)


def release(folder, incidents, version="1.0.0", **more):
    return write_package(lambda: incidents, folder, Release(version=version, day=DAY, **more), Context())


def test_frictionless_accepts_it_and_checksums_hold(tmp_path):
    release(tmp_path, ALL)
    validate = [sys.executable, "-W", "ignore", "-m", "frictionless", "validate", "datapackage.json"]
    done = subprocess.run(validate, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    done = subprocess.run(
        ["sha256sum", "-c", "--quiet", "SHA256SUMS"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "")


def test_every_file_is_described(tmp_path):
    release(tmp_path, ALL)
    told = {r["path"] for r in json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))["resources"]}
    files = {p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*") if p.is_file()}
    assert files - told == {"datapackage.json", "SHA256SUMS"}


def test_a_second_release_of_the_same_is_the_same(tmp_path):
    release(tmp_path / "a", ALL)
    release(tmp_path / "b", ALL)
    one, two = (
        {p.relative_to(f).as_posix(): p.read_bytes() for p in f.rglob("*") if p.is_file()}
        for f in (tmp_path / "a", tmp_path / "b")
    )
    assert one == two


def test_new_changed_merged_and_retracted():
    before = [incident(1), clash(2), week(4), incident(6)]
    changed = msgspec.structs.replace(incident(1), grade="fair")
    heir = clash(7, formerly=(before[1].incident_id,))
    assert set(changes([changed, heir, week(4)], before)) == {
        (changed.incident_id, "changed", ""),
        (heir.incident_id, "new", ""),
        (before[1].incident_id, "merged", heir.incident_id),
        (before[3].incident_id, "retracted", ""),
    }


def test_the_release_before_is_read_from_its_folder(tmp_path):
    release(tmp_path / "a", ALL)
    counts = release(tmp_path / "b", ALL[1:], "1.1.0", before=tmp_path / "a")
    assert counts == {"new": 0, "changed": 0, "merged": 0, "retracted": 1}
    assert "1 retracted" in (tmp_path / "b" / "README.md").read_text(encoding="utf-8")
    assert json.loads((tmp_path / "b" / "datacite.json").read_text(encoding="utf-8"))["version"] == "1.1.0"
