"""Benchmarks run seldom; these runs, far too small to measure anything, keep them from rotting."""

import subprocess
import sys

from source_tree import ROOT


def run(*arguments: str) -> str:
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout


def test_objects_writes_and_reads_the_same_on_both_sides():
    assert "write as JSON" in run("benchmarks/objects.py", "50")


def test_gazetteer_measures_a_store_of_invented_names():
    said = run("benchmarks/gazetteer.py", "300")
    for figure in ("names                           300", "file", "opening, first answer", "50% found", "memory"):
        assert figure in said


def test_places_measures_answers_against_points(tmp_path):
    places = tmp_path / "places.jsonl"
    row = '{{"id": "{}", "text": "{}", "country": "SY", "lat": 35.86, "lon": 36.8}}\n'
    places.write_text(row.format("a", "سراقب") + row.format("b", "حلب") + row.format("c", "…"), encoding="utf-8")
    said = run("benchmarks/places.py", str(places))
    for figure in ("phrases 3", "coverage 0.667", "within 1 km 0.333", "farther than 25 km 2", "| 0.9 to 1.0 | 2 |"):
        assert figure in said


def test_coder_gives_a_number_and_a_ratio(tmp_path):
    articles = tmp_path / "articles.jsonl"
    sentence = (ROOT / "samples/sentence.txt").read_text(encoding="utf-8").strip()
    articles.write_text(f'{{"id": "one", "title": "", "text": "{sentence}"}}\n' * 3, encoding="utf-8")
    said = run("benchmarks/coder.py", str(articles))
    assert "articles                    3 of" in said
    assert "3 reports" in said
    assert "ratio coder : trafilatura" in said


def test_linking_tells_time_memory_and_one_more_report():
    said = run("benchmarks/linking.py", "60", "120")
    assert "exponent" in said
    assert "adding one report to" in said


def test_reading_shows_every_reader_and_its_speed():
    said = run("benchmarks/reading.py", "--speed", "1", "--layout", "agency")
    assert said.count("| waqai |") == 2
    assert said.count("ratio 1.00") == 2


def test_store_writes_links_and_asks():
    said = run("benchmarks/store.py", "60")
    assert "reports 60, incidents" in said
    assert "only witnesses" in said
