"""Lines that go on are joined, offsets stay; lists of names get commas; lines of their own stay lines."""

from __future__ import annotations

import pytest
from hypothesis import given

from strategies import texts
from waqai.text.fold import fold
from waqai.text.wrap import unwrap

NO_TITLE = -1


@given(texts)
def test_only_line_breaks_change(text):
    folded = fold(text)
    joined = unwrap(folded, NO_TITLE)
    assert len(joined.text) == len(folded.text)
    assert all(a == b or (a == "\n" and b in " ,:") for a, b in zip(folded.text, joined.text, strict=True))


@pytest.mark.parametrize(
    "text",
    [
        "لواء الندى يستهدف\nتجمعات قوات النظام",
        "قصف مدفعي على\nبلدة السهل",
        "جرح ثلاثة رجال\nإثر انفجار لغم",
        "جرح ثلاثة رجال\nفي بلدة السهل",
        "استهداف حاجز التل\nبقذائف الهاون",
    ],
)
def test_a_sentence_wrapped_by_hand_is_one(text):
    assert "\n" not in unwrap(fold(text), NO_TITLE).text


@pytest.mark.parametrize(
    "text",
    [
        "قصف مدفعي على بلدة السهل\nاشتباكات في بلدة النهر",
        "قصف مدفعي على بلدة السهل.\nفي بلدة النهر جرح رجل",
        "مدينة التل:\nاشتباكات عنيفة",
    ],
)
def test_lines_of_their_own_stay(text):
    assert "\n" in unwrap(fold(text), NO_TITLE).text


def test_names_one_a_line_are_a_list():
    text = "شهداء بلدة السهل اليوم:\nسمير النهري\n2- نبيل سمير النهري\nرحمهم الله"
    assert unwrap(fold(text), NO_TITLE).text.count("\n") == 1


def test_the_break_behind_the_title_stays():
    text = "قصف مدفعي على\nبلدة السهل"
    assert unwrap(fold(text), text.index("\n")).text == fold(text).text
