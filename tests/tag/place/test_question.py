"""What a text asks for, and what stands beside it."""

import pytest

from waqai.gazetteer.store import DEFAULT, Gazetteer
from waqai.lexicon.load import load_lexicon
from waqai.tag.place.question import read_question, whole_name

GAZETTEER = Gazetteer(DEFAULT)


@pytest.mark.parametrize(
    ("text", "name", "beside"),
    [
        ("قرية ندوة، عفرين", "ندوة", ["عفرين"]),
        ("ندوة عفرين", "ندوة", ["عفرين"]),
        ("سراقب وسرمين", "سراقب", ["سرمين"]),
        ("للرقة", "الرقة", []),
        ("قرب بلدة ندوة", "ندوة", []),
        ("ندوة / منطقة الباب", "ندوة", ["الباب"]),
        ("… ، سراقب", "سراقب", []),
    ],
)
def test_the_first_place_is_asked_for(text, name, beside):
    asked = read_question(text, load_lexicon(), GAZETTEER)
    assert asked.as_written(asked.phrases[0]) == name
    assert [c.name for c in asked.beside(0).containers] == beside


@pytest.mark.parametrize("text", ["", "…", "5", "\n"])
def test_nothing_is_asked_for(text):
    assert read_question(text, load_lexicon(), GAZETTEER).phrases == []


def test_a_whole_text_that_is_a_name():
    found = whole_name("#تل_تمر", GAZETTEER)
    assert found is not None
    assert found[1] == "تل تمر"
    assert whole_name("تل تمر وما حولها", GAZETTEER) is None
    assert whole_name("…", GAZETTEER) is None
