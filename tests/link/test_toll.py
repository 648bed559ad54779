from datetime import timedelta

from statement_factory import DAY, killed, statement
from waqai.link.toll import tolls_of
from waqai.model import Harm


def toll(*pages, by=("COALITION",)):
    told = [statement(str(i), outlet=f"outlet {i}") if p is None else statement(str(i), **({"outlet": f"outlet {i}"} | p)) for i, p in enumerate(pages)]  # fmt: skip
    return tolls_of(told, [s.outlet for s in told], by)


def only(rows):
    (row,) = rows
    return row


def span(row) -> tuple:
    return row.low, row.best, row.high


def test_figures_are_kept_and_never_averaged():
    row = only(toll({"harm": (killed(3, 3),)}, {"harm": (killed(3, 3),)}, {"harm": (killed(10, 10),)}))
    assert span(row) == (3, 3, 10)
    assert [(c.by, c.min) for c in row.claims] == [(0, 3), (1, 3), (2, 10)]


def test_at_least_three_speaks_for_five():
    assert span(only(toll({"harm": (killed(5, 5),)}, {"harm": (killed(3, None),)}))) == (3, 5, None)


def test_a_witness_is_held_to_its_last_word():
    early = {"harm": (killed(3, 3),), "outlet": "one"}
    final = {"harm": (killed(8, 8),), "outlet": "one", "published": DAY + timedelta(1)}
    row = only(toll(early, final))
    assert span(row) == (3, 8, 8)
    assert [c.as_of for c in row.claims] == [DAY, DAY + timedelta(1)]


def test_ten_reprints_do_not_outvote_two_witnesses():
    reprints = [{"harm": (killed(9, 9),), "outlet": "agency"}] * 5
    assert only(toll(*reprints, {"harm": (killed(2, 2),)}, {"harm": (killed(2, 2),)})).best == 2


def test_of_equal_votes_the_newest_counts():
    assert only(toll({"harm": (killed(2, 2),)}, {"harm": (killed(4, 4),), "published": DAY + timedelta(1)})).best == 4


def test_who_conceded_is_kept_apart():
    ours = {"harm": (killed(1, 1),), "sources": ("قيادة عملية العزم الصلب",)}
    row = only(toll({"harm": (killed(6, 6),)}, ours))
    assert span(row) == (6, 6, 6)
    assert (row.conceded_low, row.conceded_high) == (1, 1)
    assert [c.conceded for c in row.claims] == [False, True]
    assert span(only(toll(ours))) == (1, 1, 1)


def test_what_the_other_side_says_is_not_conceded():
    theirs = {"harm": (killed(1, 1),), "sources": ("وزارة الدفاع التركية",)}
    assert not only(toll(theirs)).claims[0].conceded


def test_five_people_are_the_five_civilians_of_the_other_page():
    row = only(toll({"harm": (killed(5, 5, "unspecified"),)}, {"harm": (killed(5, 5),)}))
    assert (row.who, [c.who for c in row.claims]) == ("civilians", ["unspecified", "civilians"])


def test_unspecified_beside_civilians_on_one_page_are_others():
    both = {"harm": (killed(5, 5, "unspecified"), killed(2, 2))}
    assert [(r.who, r.best) for r in toll(both, {"harm": (killed(5, 5, "unspecified"),)})] == [
        ("civilians", 2),
        ("unspecified", 5),
    ]


def test_unspecified_is_nobodys_when_pages_differ():
    told = toll(
        {"harm": (killed(5, 5, "unspecified"),)}, {"harm": (killed(5, 5),)}, {"harm": (killed(4, 4, "combatants"),)}
    )
    assert [r.who for r in told] == ["civilians", "combatants", "unspecified"]


def test_an_explicit_none_is_a_figure_and_silence_is_not():
    assert span(only(toll({"harm": (killed(0, 0),)}, {}))) == (0, 0, 0)


def test_up_to_forty_has_no_low():
    assert span(only(toll({"harm": (killed(None, 40),)}))) == (None, 40, 40)


def test_rows_of_one_kind_on_one_page_are_summed():
    assert only(toll({"harm": (Harm("killed", "civilians", 2, 2), Harm("killed", "civilians", 3, None))})).low == 5
