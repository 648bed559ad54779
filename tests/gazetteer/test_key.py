"""One key for all the ways a name is written: by table, and by what must hold for every name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waqai.gazetteer.key import joined_key, latin_key, name_key
from waqai.gazetteer.loose import loose_key
from waqai.text.fold import fold_key

LETTERS = st.text("ابتثجحخدذرزسشصضطظعغفقكلمنهويأإآؤئةىء", min_size=2, max_size=9)
NAMES = st.lists(LETTERS, min_size=1, max_size=3).map(" ".join)
MARKS = st.lists(st.sampled_from("\u064b\u064e\u0651\u0652\u0640\u200f\u200e"), max_size=3).map("".join)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("كفر سجنة", "كفرسجنة"),
        ("البوكمال", "أبو كمال"),
        ("ابو كمال", "أبي كمال"),
        ("تل الضمان", "تل ضمان"),
        ("القامشلي", "قامشلي"),
        ("معرّة النُّعمان", "معره النعمان"),
        ("تل_تمر", "تل تمر"),
        ("الرقة\u200e", "الرقه"),
        ("البيضاء", "البيضا"),
        ("دير الزور", "ديرالزور"),
    ],
)
def test_spellings_meet(one, other):
    assert {name_key(one), joined_key(one)} & {name_key(other), joined_key(other)} - {""}


@pytest.mark.parametrize(("one", "other"), [("حلب", "حلبا"), ("الباب", "بابا"), ("تل أبيض", "تل أسود")])
def test_names_stay_apart(one, other):
    assert name_key(one) != name_key(other)


@given(NAMES)
def test_a_key_is_its_own_key(name):
    key = name_key(name)
    assert " " not in key
    assert name_key(name) == key, "the same each time"


@given(NAMES, MARKS)
def test_marks_change_nothing(name, marks):
    assert name_key(name[:1] + marks + name[1:]) == name_key(name)


@given(NAMES)
def test_hamza_seats_and_taa_marbuta_change_nothing(name):
    for a, b in (("أ", "ا"), ("إ", "ا"), ("آ", "ا"), ("ة", "ه"), ("ى", "ي")):
        assert name_key(name.replace(a, b)) == name_key(name)


@given(st.lists(LETTERS.filter(lambda w: not fold_key(w).startswith("ال") and len(w) > 1), min_size=1, max_size=3))
def test_the_article_changes_nothing(words):
    bare = [w for w in words if w not in ("ابو", "ابي", "ابا", "بو", "أبو", "أبي", "آبو")]
    assert name_key(" ".join(f"ال{w}" for w in bare)) == name_key(" ".join(bare))


@given(st.text(max_size=40))
def test_any_text_has_keys(text):
    assert isinstance(name_key(text) + joined_key(text) + latin_key(text) + loose_key(text), str)


@pytest.mark.parametrize(
    ("one", "other"), [("Al-Hasakah", "al Hasakah"), ("Girê Spî", "Gire Spi"), ("Til Temir", "TIL-TEMIR")]
)
def test_latin_spellings_meet(one, other):
    assert latin_key(one) == latin_key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("جنديرس", "Jindayris"), ("معارة النعسان", "Ma`arrat an Na`san"), ("كوباني", "Kobani")]
)
def test_loose_keys_join_the_scripts(one, other):
    assert loose_key(one) == loose_key(other)
