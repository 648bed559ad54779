import msgspec
import pytest

from statement_factory import report, statements
from waqai.errors import InputError
from waqai.link.statement import statements_of_line


def line(**more) -> bytes:
    return msgspec.json.encode(
        {"id": "one", "article": {"title": "t", "published": "2024-05-17"}, "reports": []} | more
    )


def test_a_line_gives_a_statement_a_report():
    told = statements_of_line(line(reports=[report(), report(method="checkpoint_arrest")]))
    assert [(s.article, s.index) for s in told] == [("one", 0), ("one", 1)]
    assert told[0].published.isoformat() == "2024-05-17"


def test_an_id_of_digits_is_text():
    assert statements_of_line(line(id=7, reports=[report()]))[0].article == "7"


@pytest.mark.parametrize(
    "bad",
    [
        b"{",
        b"[]",
        b"{}",
        b'{"id": null}',
        b'{"id": 1, "reports": [{"event_type": 3}]}',
        b"\xff",
        b'{"id": "a", "text": "x"}',
        b'{"id": ' + b"[" * 5000,
    ],
)
def test_a_bad_line_is_named(bad):
    with pytest.raises(InputError, match="no line of coded reports"):
        statements_of_line(bad)


def test_a_date_that_runs_backwards_is_a_bad_line():
    told = msgspec.to_builtins(report()) | {"date": {"start": "2024-05-18", "end": "2024-05-17", "precision": "day"}}
    with pytest.raises(InputError):
        statements_of_line(line(reports=[told]))


def test_ids_follow_from_what_is_told_and_not_from_its_position():
    first, second = statements("one", [{"sub_event_type": "Armed clash"}, {}])
    (alone,) = statements("one", [{}])
    assert alone.id == second.id != first.id


def test_two_reports_of_the_same_act_have_two_ids():
    assert len({s.id for s in statements("one", [{}, {}])}) == 2
