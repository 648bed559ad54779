import datetime as dt

import pytest

from waqai.errors import InputError
from waqai.evaluate import Part, load_reports
from waqai.evaluate.record import ScoredDate, ScoredReport


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        ("2021-03-04", "2021-03-05", (dt.date(2021, 3, 4), dt.date(2021, 3, 5))),
        ("2021-03-04", None, (dt.date(2021, 3, 4), dt.date(2021, 3, 4))),
        (None, "2021-03-05", (dt.date(2021, 3, 5), dt.date(2021, 3, 5))),
        (None, None, None),
        ("4 March", "", None),
    ],
)
def test_days_of_one_end_stand_for_both(start, end, days):
    assert ScoredReport(date=ScoredDate(start, end)).days == days


def test_load_reports_takes_numbers_as_ids_and_missing_reports_as_none(tmp_path):
    path = tmp_path / "gold.jsonl"
    path.write_text('{"id": 7}\n\n{"id": "8", "reports": null}\n{"id": "9", "reports": [{"event_type": "Riots"}]}\n')
    assert load_reports(path) == {"7": (), "8": (), "9": (ScoredReport(event_type="Riots"),)}


def test_load_reports_asks_for_reports_where_no_line_has_any(tmp_path):
    path = tmp_path / "articles.jsonl"
    path.write_text('{"id": "1", "text": "a"}\n{"id": "2", "text": "b"}\n')
    with pytest.raises(InputError, match="no reports on any line"):
        load_reports(path)


def test_load_reports_reads_past_a_byte_order_mark(tmp_path):
    path = tmp_path / "gold.jsonl"
    path.write_text('{"id": 7, "reports": []}\n', encoding="utf-8-sig")
    assert load_reports(path) == {"7": ()}


@pytest.mark.parametrize("line", ["[]", "{", '{"reports": []}', '{"id": "1", "reports": 3}'])
def test_load_reports_names_the_line_it_cannot_read(tmp_path, line):
    path = tmp_path / "gold.jsonl"
    path.write_text('{"id": "1"}\n' + line + "\n")
    with pytest.raises(InputError, match=r"gold\.jsonl:2"):
        load_reports(path)


def test_load_reports_names_the_file_it_cannot_open(tmp_path):
    with pytest.raises(InputError, match=r"none\.jsonl"):
        load_reports(tmp_path / "none.jsonl")


def test_load_reports_gives_the_articles_of_a_part(tmp_path):
    path = tmp_path / "gold.jsonl"
    path.write_text("".join(f'{{"id": "{n}", "reports": []}}\n' for n in range(300)))
    work, aside = (load_reports(path, part) for part in (Part.WORK, Part.ASIDE))
    assert not work.keys() & aside.keys()
    assert work.keys() | aside.keys() == load_reports(path).keys()
