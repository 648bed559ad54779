from hypothesis import given
from hypothesis import strategies as st

from waqai.evaluate.part import Part, is_aside


@given(st.text())
def test_every_article_is_in_one_part(ident):
    assert Part.ALL.has(ident)
    assert Part.WORK.has(ident) is not Part.ASIDE.has(ident)


def test_a_third_is_set_aside():
    assert 0.31 < sum(is_aside(str(n)) for n in range(6000)) / 6000 < 0.36


def test_the_split_stays():
    """A change of the hash would move tuned-on articles to the part that is set aside."""
    assert [n for n in range(20) if is_aside(str(n))] == [1, 3, 8, 11, 13, 19]
