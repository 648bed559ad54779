"""Reprints are told from other stories, and the signature is the same everywhere and for ever."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waqai.errors import InputError
from waqai.read.near_copy import resemblance, signature
from waqai.text.fold import fold_key, fold_letters

DISPATCH = (
    "قتل ثلاثة مدنيين وأصيب خمسة آخرون بينهم طفلان صباح اليوم الثلاثاء جراء قصف مدفعي استهدف الأحياء السكنية في مدينة "
    "أريحا جنوبي إدلب. وقالت فرق الإنقاذ إن القصف طال سوقا شعبية ومدرسة، وإن أضرارا كبيرة لحقت بالممتلكات. وأضافت أن "
    "الفرق نقلت المصابين إلى المشافي القريبة وما تزال تتفقد المكان خشية وجود عالقين تحت الأنقاض."
)
OTHER = (
    "قتل ثلاثة مدنيين وأصيب آخرون جراء انفجار لغم أرضي من مخلفات الحرب في محيط قرية بريف حماة الشرقي أثناء عملهم في جني "
    "الكمأة، بحسب ما أفاد به مصدر محلي. ونقل المصابون إلى مشفى السلمية، في حين طالب الأهالي بإزالة الألغام من المنطقة."
)


def test_a_text_resembles_itself_wholly():
    assert resemblance(signature(DISPATCH), signature(DISPATCH)) == 1.0


def test_spelling_marks_and_punctuation_do_not_matter():
    spelt = DISPATCH.replace("أ", "ا").replace("ة", "ه").replace(".", "،").replace("قتل", "قُتِلَ").replace(" ", "\n", 3)
    assert signature(spelt) == signature(DISPATCH)


def test_a_reprint_with_a_new_lead_and_a_changed_word_is_a_near_copy():
    reprint = "خاص - أفادت مصادر محلية بما يلي: " + DISPATCH.replace("سوقا شعبية", "سوق الخضار")
    assert resemblance(signature(reprint), signature(DISPATCH)) > 0.7


def test_another_story_in_the_same_formulas_is_none():
    assert resemblance(signature(OTHER), signature(DISPATCH)) < 0.15


def test_no_words_no_signature_and_nothing_in_common():
    assert signature(" … ") == ""
    assert resemblance("", "") == 0.0
    assert resemblance("", signature(DISPATCH)) == 0.0


def test_a_text_shorter_than_a_run_has_one():
    assert resemblance(signature("قصف مدفعي"), signature("قصف مدفعي")) == 1.0
    assert resemblance(signature("قصف مدفعي"), signature("غارة جوية")) == 0.0


def test_the_signature_is_hex_of_one_length_and_pinned():
    """Signatures are stored: a change of any of them is a change of version."""
    made = signature("قصف مدفعي على البلدة")
    assert re.fullmatch(r"[0-9a-f]{514}", made)
    assert made[:34] == "022045fec107822764e733364fa1fd6bad"


def test_signatures_of_different_versions_are_not_compared():
    made = signature(DISPATCH)
    with pytest.raises(InputError, match="different versions"):
        resemblance(made, "01" + made[2:])
    with pytest.raises(InputError, match="different versions"):
        resemblance(made, made[:-4])


@given(st.text(alphabet=DISPATCH + "\u064b\u0640\u200f\ufef7\ufdf2\n_#", max_size=80))
def test_the_fast_folding_finds_the_words_of_the_other(text):
    assert re.findall(r"\w+", fold_letters(text)) == re.findall(r"\w+", fold_key(text))


WORDS = st.lists(st.sampled_from(DISPATCH.split()), max_size=40).map(" ".join)


@given(WORDS, WORDS)
def test_resemblance_is_symmetric_and_a_share(a, b):
    one, two = signature(a), signature(b)
    assert resemblance(one, two) == resemblance(two, one)
    assert 0.0 <= resemblance(one, two) <= 1.0
