"""One pass over a text: forms with the clitics that their part of speech allows, at word edges only."""

from __future__ import annotations

import pytest
from hypothesis import given

from strategies import texts
from waqai.lexicon import index
from waqai.lexicon.entry import Entry, Kind
from waqai.lexicon.index import Lexicon
from waqai.lexicon.inflect import noun_forms, phrase_forms
from waqai.lexicon.load import load_lexicon
from waqai.text.fold import fold
from waqai.text.segment import tokenize

SHELLING = Entry(id="t.shelling", kind=Kind.TRIGGER, gloss="shelling", forms=tuple(noun_forms("قصف")))
ARTILLERY = Entry(
    id="t.artillery", kind=Kind.TRIGGER, gloss="artillery shelling", forms=tuple(phrase_forms("قصف مدفعي"))
)
ARMY = Entry(id="a.army", kind=Kind.ACTOR, gloss="the army", forms=tuple(phrase_forms("الجيش الحر")))
BRIGADE = Entry(id="a.brigade", kind=Kind.ACTOR, gloss="the brigade", forms=tuple(phrase_forms("اللواء الثامن")))
LEXICON = Lexicon([SHELLING, ARTILLERY, ARMY, BRIGADE], "digest")


def found(text):
    folded = fold(text).text
    tokens = tokenize(folded)
    return [
        (" ".join(t.text for t in tokens[h.first : h.last]), h.proclitic, [r.entry.id for r in h.readings])
        for h in LEXICON.find(folded, tokens)
    ]


@pytest.mark.parametrize(
    ("text", "proclitic"),
    [("قصف", ""), ("بقصف", "ب"), ("وبقصف", "وب"), ("والقصف", "و"), ("بالقصف", "ب"), ("للقصف", "ل"), ("قصفه", "")],
)
def test_clitics_of_nouns(text, proclitic):
    assert [(p, ids) for _, p, ids in found(text)] == [(proclitic, ["t.shelling"])]


@pytest.mark.parametrize("text", ["سقصف", "قصفات بعيدة", "يقصفون", "مقصف", "قصفيون"])
def test_no_match_within_a_word(text):
    assert [ids for _, _, ids in found(text) if "t.shelling" in ids] == []


def test_longer_and_shorter_are_both_kept_longest_first():
    assert [words for words, _, _ in found("وقصف مدفعي عنيف")] == ["وقصف مدفعي", "وقصف"]


def test_the_article_swallowed_by_the_preposition():
    assert found("تابع للجيش الحر") == [("للجيش الحر", "ل", ["a.army"])]
    assert found("وللجيش الحر") == [("وللجيش الحر", "ول", ["a.army"])]


def test_of_three_lams_one_falls():
    assert found("تابع للواء الثامن") == [("للواء الثامن", "ل", ["a.brigade"])]


def test_a_word_is_worked_out_once(monkeypatch):
    asked = []
    look_up = Lexicon._look_up
    monkeypatch.setattr(Lexicon, "_look_up", lambda self, word: asked.append(word) or look_up(self, word))
    lexicon = Lexicon([SHELLING, ARTILLERY], "digest")
    text = "قصف وقصف قصف مدفعي قصف"
    first, again = (lexicon.find(text, tokenize(text)) for _ in range(2))
    assert asked == ["قصف", "وقصف", "مدفعي"]
    assert first == again
    assert len(first) == 5


def test_words_are_forgotten_before_they_fill_the_memory(monkeypatch):
    monkeypatch.setattr(index, "_REMEMBERED", 1)
    text = "وقصف مدفعي عنيف"
    lexicon = Lexicon([SHELLING, ARTILLERY], "digest")
    before = lexicon.find(text, tokenize(text))
    assert lexicon._words.keys() == {"وقصف", "مدفعي", "عنيف"}
    lexicon.find("هدوء", tokenize("هدوء"))
    assert lexicon._words.keys() == {"هدوء"}
    assert lexicon.find(text, tokenize(text)) == before


@given(texts)
def test_hits_are_whole_tokens_in_order(text):
    folded = fold(text).text
    tokens = tokenize(folded)
    hits = load_lexicon().find(folded, tokens)
    assert all(0 <= h.first < h.last <= len(tokens) and h.readings for h in hits)
    assert [(h.first, -h.last) for h in hits] == sorted((h.first, -h.last) for h in hits)


@given(texts)
def test_a_hit_is_a_form_behind_its_clitic(text):
    folded = fold(text).text
    tokens = tokenize(folded)
    for hit in load_lexicon().find(folded, tokens):
        said = folded[tokens[hit.first].start : tokens[hit.last - 1].end]
        assert said.startswith(hit.proclitic)
        rest = said[len(hit.proclitic) :]
        forms = {r.form.text for r in hit.readings}
        assert rest in forms or "ا" + rest in forms or rest.startswith("ل")


def test_like_stands_before_longer_words_alone():
    well = Lexicon([Entry(id="o.well", kind=Kind.OBJECT, gloss="well", forms=tuple(noun_forms("بئر")))], "digest")
    army = Lexicon([Entry(id="a.army", kind=Kind.ACTOR, gloss="army", forms=tuple(noun_forms("مقاتل")))], "digest")
    for lexicon, text, count in ((well, "كبير", 0), (well, "بئر", 1), (army, "كمقاتل", 1)):
        folded = fold(text).text
        assert len(lexicon.find(folded, tokenize(folded))) == count
