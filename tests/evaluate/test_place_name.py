import pytest
from hypothesis import given
from hypothesis import strategies as st

from waqai.evaluate.place_name import bare_name, same_governorate, same_place
from waqai.evaluate.record import ScoredPlace, ScoredReport


def report(**place: str) -> ScoredReport:
    return ScoredReport(place=ScoredPlace(**place))


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("قرية عين السِّدر", "عين السدر"),
        ("في بلدة التلّ", "تل"),
        ("الإسراء", "اسراء"),
        ('حي "الزيتون"', "زيتون"),
        ("حي", "حي"),
        ("في", "في"),
        ("ريف", "ريف"),
        ("مخيّم  النور", "نور"),
        ("", ""),
    ],
)
def test_bare_name(name, bare):
    assert bare_name(name) == bare


@given(st.text(alphabet="ابتيةىأإ ـقرحيفدل"))
def test_bare_name_leaves_no_space_around(name):
    assert bare_name(name) == bare_name(name).strip()


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        (report(name="التل"), report(text="بلدة تل"), True),
        (report(name="تل النخيل"), report(name="النخيل"), True),
        (report(name="تل"), report(name="تل النخيل"), False),  # too short to be told inside another
        (report(name="التل"), report(name="الجبل"), False),
        (report(), report(), False),
        (ScoredReport(), report(name="التل"), False),
    ],
)
def test_same_place(a, b, same):
    assert same_place(a, b) is same
    assert same_place(b, a) is same


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        (report(admin1="Aleppo", country="SY"), report(admin1="Halab", country="SY"), True),
        (report(admin1="Deir ez-Zor", country="SY"), report(admin1="Deir ezzor", country="SY"), True),
        (report(admin1="Aleppo", country="SY"), report(admin1="Idlib", country="SY"), False),
        (report(admin1="Aleppo", country="SY"), report(admin1="Aleppo", country="IQ"), False),
        (report(), report(), False),
    ],
)
def test_same_governorate(a, b, same):
    assert same_governorate(a, b) is same
