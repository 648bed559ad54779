"""Each fault of a lexicon file is told with file and entry; none hides another."""

from __future__ import annotations

import pytest

from waqai.errors import LexiconError
from waqai.lexicon.check import check_lexicon, check_text
from waqai.lexicon.load import read_entries

GOOD = """
kind = "trigger"

[[entry]]
id       = "trigger.x"
gloss    = "a raid"
method   = "raid"
strength = 3
noun     = ["مداهمة"]
yes      = ["نفذت القوات مداهمة"]
no       = ["مدح القوات"]
"""


def faults(text, ids=None):
    return [str(f) for f in check_text("own.toml", text, {} if ids is None else ids, frozenset({"raid"}))]


def test_what_ships_has_none():
    assert check_lexicon() == []


def test_a_good_file_has_none():
    assert faults(GOOD) == []


def test_a_noun_may_be_a_set_phrase_too():
    assert faults(GOOD.replace("yes  ", 'phrase   = ["مداهمة"]\nyes  ')) == []


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('kind = "trigger"', 'kind = "trigge"', "own.toml: needs a known kind at its top, not 'trigge'"),
        ('kind = "trigger"', "kind = ", "own.toml: is no valid TOML"),
        ("gloss    =", "glos     =", "own.toml: trigger.x: has an unknown key 'glos'"),
        ("gloss    =", "glos     =", "own.toml: trigger.x: lacks gloss"),
        ("method   =", "cls      =", "own.toml: trigger.x: lacks method"),
        ('"raid"', '"rade"', "own.toml: trigger.x: has a method 'rade' that the taxonomy lacks"),
        ('noun     = ["مداهمة"]', "", "own.toml: trigger.x: has no forms"),
        ('["مداهمة"]', '["مداهمة", "دهم", "مداهمة"]', "own.toml: trigger.x: has a noun twice: مداهمة"),
        ('["مداهمة"]', '["  "]', "own.toml: trigger.x: has an empty noun"),
        ('["مداهمة"]', '["مداهـمة"]', "own.toml: trigger.x: has a noun with a tatweel"),
        ('["مداهمة"]', '["مدا\\u202bهمة"]', "own.toml: trigger.x: has a noun with a tatweel"),
        ('["مداهمة"]', '["ا\\u0653هة"]', "own.toml: trigger.x: has a noun that is not NFC"),
        (
            "noun     =",
            "verb     =",
            "own.toml: trigger.x: has a verb that is not conjugated: مداهمة (run: make lexicon)",
        ),
        ('gloss    = "a raid"', 'gloss    = "a"\ngloss    = "b"', "own.toml: is no valid TOML"),
    ],
)
def test_a_fault_is_named(old, new, sentence):
    assert any(f.startswith(sentence) for f in faults(GOOD.replace(old, new)))


SHARED = """
kind = "victim"

[sets]
relatives = ["أهل البيت", "ذوو الضحايا"]

[[entry]]
id    = "victim.a"
gloss = "family"
who   = "civilians"
sets  = ["relatives"]

[[entry]]
id     = "victim.b"
gloss  = "kin"
who    = "unspecified"
phrase = ["أبناء العمومة"]
sets   = ["relatives"]
"""


def test_a_set_is_among_the_forms_of_each_entry_that_names_it():
    first, second = read_entries(SHARED, "own.toml")
    assert [form.text for form in first.forms] == ["اهل البيت", "ذوو الضحايا"]
    assert [form.text for form in second.forms] == ["ابناء العمومه", "اهل البيت", "ذوو الضحايا"]
    assert faults(SHARED) == []


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('["relatives"]', '["kin"]', "victim.a: names a set 'kin' that its file lacks"),
        ('["relatives"]', "[]", "sets.relatives: is named by no entry"),
        ('["أبناء العمومة"]', '["أهل البيت"]', "victim.b: has a phrase that its sets have too: أهل البيت"),
        ('"ذوو الضحايا"', '"أهل البيت"', "sets.relatives: has a phrase twice: أهل البيت"),
        ("[sets]\nrelatives = ", "sets = ", "needs [sets] to be a table, with a list of phrases for each name"),
        (
            '["أهل البيت", "ذوو الضحايا"]',
            '"أهل البيت"',
            "needs [sets] to be a table, with a list of phrases for each name",
        ),
    ],
)
def test_a_fault_of_a_set_is_named(old, new, sentence):
    assert f"own.toml: {sentence}" in faults(SHARED.replace(old, new))


def test_a_set_that_is_lacking_stops_the_lexicon():
    with pytest.raises(LexiconError, match=r"entry victim\.a names a set 'kin' that its file lacks"):
        read_entries(SHARED.replace('["relatives"]', '["kin"]', 1), "own.toml")


def test_all_faults_are_told_not_only_the_first():
    assert len(faults(GOOD.replace("gloss ", "glos ").replace('"raid"', '"rade"'))) == 3


def test_an_id_used_twice_names_the_other_file():
    ids = {}
    assert faults(GOOD, ids) == []
    assert faults(GOOD, ids) == ["own.toml: trigger.x: has the id of an entry in own.toml"]


def test_examples_are_read(tmp_path):
    path = tmp_path / "own.toml"
    path.write_text(GOOD.replace("نفذت القوات مداهمة", "نفذت القوات شيئا"), encoding="utf-8")
    assert any("trigger.x: misses its example" in str(f) for f in check_lexicon((path,)))
    path.write_text(GOOD.replace("مدح القوات", "مداهمة أخرى"), encoding="utf-8")
    assert any("trigger.x: hits its example" in str(f) for f in check_lexicon((path,)))


def test_a_file_that_cannot_be_a_lexicon_is_refused_whole(tmp_path):
    from waqai.lexicon.load import load_lexicon

    path = tmp_path / "own.toml"
    path.write_text(GOOD.replace('noun     = ["مداهمة"]', ""), encoding="utf-8")
    with pytest.raises(LexiconError, match=r"trigger\.x has no forms"):
        load_lexicon((path,))


def test_what_is_needed_must_be_in_some_lexicon(tmp_path):
    own = tmp_path / "own.toml"
    own.write_text(GOOD.replace("yes ", 'needs    = ["object.hous"]\nyes '), encoding="utf-8")
    said = "trigger: trigger.x: needs 'object.hous', which is no entry and no kind"
    assert said in [str(fault) for fault in check_lexicon((own,))]


@pytest.mark.parametrize(
    ("more", "faults"),
    [("", ["actor: actor.x: shares 'بوكو حرام' with actor.abroad.boko_haram: give one countries, since or until"])]
    + [(more, []) for more in ('countries = ["NG"]', "since = 2016-01-01")],
)
def test_one_name_has_one_actor_unless_place_or_day_tell(tmp_path, more, faults):
    own = tmp_path / "own.toml"
    entry = 'id = "actor.x"\ngloss = "x"\nactor = "OTHER:x"\ncls = "name"\nphrase = ["بوكو حرام"]\n'
    own.write_text(f'kind = "actor"\n\n[[entry]]\n{entry}{more}\n', encoding="utf-8")
    assert [str(fault) for fault in check_lexicon((own,))] == faults
