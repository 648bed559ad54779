"""Words broken up to slip past filters: joined where the lexicon knows them, left alone elsewhere."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given

from strategies import texts
from waqai.lexicon.load import load_lexicon
from waqai.text.evasive import mend
from waqai.text.fold import fold
from waqai.text.segment import tokenize


def mended(text: str) -> str:
    return mend(text, load_lexicon().is_spelling).text


@pytest.mark.parametrize(
    ("raw", "want"),
    [
        ("دا-عش", "داعش"),
        ('قيادي من "دا-عش"', 'قيادي من "داعش"'),
        ("قت-يل وجريح", "قتيل وجريح"),
        ("قـ.ـتل شخص", "قتل شخص"),
        ("الإســ.رائــ.يلية", "الاسراييليه"),
        ("د.ا.ع.ش", "داعش"),
        ("د ا ع ش", "داعش"),
        ("قصxف", "قصف"),
        ("ق@تل", "قتل"),
        ("ا/ن/ف/ج/ا/ر", "انفجار"),
        ("قُـ ـتل هاشـ ـم", "قتل هاشم"),
        ("أدى لمقـ ـ ـتل رجل", "ادي لمقتل رجل"),
        ("طائرة تستــ,هدف سيارة", "طايره تستهدف سياره"),
        ("#الندىةقتل شاب", "#النديه قتل شاب"),
        ("ريف سلمىةأطلقت", "ريف سلميه اطلقت"),
        ("ريف #منبجقصفت مدفعية", "ريف منبج\nقصفت مدفعيه"),
        ("#عاااجلفقـ ـد رجل", "#عاااجل\nفقد رجل"),
        ("خاصالتـ.ـحالف الدولي", "خاص\nالتحالف الدولي"),
        ("منصة سوريةنفذ", "منصه سوريه\nنفذ"),
        ("الطيران الحـر.بي", "الطيران الحربي"),
        ("خلايا د١عش", "خلايا دعش"),
        ("خلايا داع11ش", "خلايا داعش"),
        ("بحسب دAعش", "بحسب داعش"),
        ("تنظيم القاعdة", "تنظيم القاعده"),
        ("غارة اسrائيلية", "غاره اسراييليه"),
        ("خلايا دا3ش", "خلايا داعش"),
        ("وجرح 3مال", "وجرح 3مال"),
        ("انسحبوا. و كانت قوة", "انسحبوا. وكانت قوه"),
    ],
)
def test_broken_words_are_joined(raw, want):
    assert mended(raw) == want


@pytest.mark.parametrize(
    "raw",
    [
        "قتل.وأصيب",
        "دمشق - حلب",
        "حمص/حماة",
        "أ ب ت ث",
        "5.5",
        "قوات-النظام",
        "www.example.com",
        "قتيلان و5جرحى",
        "قتيلان و10جرحى",
        "والقوات استنفذت",
        "عاجلتهم قذيفة عاجلة",
        "قرى العوجة و كانية",
    ],
)
def test_words_of_their_own_stay_apart(raw):
    assert mended(raw) == fold(raw).text


def test_the_way_back_leads_to_the_break_too():
    folded = mend('قائد من "دا-عش"', load_lexicon().is_spelling)
    at = folded.text.index("داعش")
    start, end = folded.offsets.raw_span(at, at + 4)
    assert folded.raw[start:end] == "دا-عش"


@given(texts)
def test_mending_never_loses_the_way_back(text):
    folded = mend(text, load_lexicon().is_spelling)
    assert folded.raw == text
    ends = [folded.offsets.raw_span(t.start, t.end) for t in tokenize(folded.text)]
    assert all(0 <= start < end <= len(text) for start, end in ends)
    assert all(one[1] <= two[0] or one == two for one, two in itertools.pairwise(ends))


@pytest.mark.parametrize(
    ("raw", "want"),
    [
        ("على سد تشريناستشهد رجل", "علي سد تشرين\nاستشهد رجل"),
        ("في قرية ندوهأصيب طفل", "في قريه ندوه\nاصيب طفل"),
        ("مستكشف المكان", "مستكشف المكان"),
        ("وأصيب طفل", "واصيب طفل"),
        ("محيط كوبانيمقتل رجل", "محيط كوباني\nمقتل رجل"),
        ("سد تشريناستـ*ـشهاد رجل", "سد تشرين\nاستشهاد رجل"),
        ("في شارع الثلاثينإنا لله", "في شارع الثلاثين انا لله"),
        ("بـ ـإصـ ـابة وبإصابة فالإصابة", "باصابه وباصابه فالاصابه"),
        ("بالاستهداف والانفجار", "بالاستهداف والانفجار"),
    ],
)
def test_a_verb_behind_a_lost_line_break_is_parted(raw, want):
    assert mended(raw) == want
