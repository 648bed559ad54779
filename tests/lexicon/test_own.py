"""A team's own words: written whole or not at all, read on top of what ships."""

from __future__ import annotations

import tomllib

import pytest

from waqai.code.brief import brief
from waqai.code.coder import Coder
from waqai.errors import LexiconError
from waqai.lexicon.entry import Kind
from waqai.lexicon.own import OwnEntry, actor_of, add_entry, own_files, own_folder
from waqai.read import article_from_record

GROUP = OwnEntry(
    kind=Kind.ACTOR,
    words=("لواء الشهباء الجديد",),
    gloss="a made-up brigade",
    fields={"actor": "OTHER:لواء الشهباء", "cls": "name"},
    yes=("قصف لواء الشهباء الجديد البلدة",),
)


def test_an_entry_is_read_by_the_next_run():
    assert own_files() == ()
    path = add_entry(GROUP)
    assert own_files() == (path,)
    article = article_from_record(
        {"id": "x", "title": "", "text": "قصف لواء الشهباء الجديد بلدة كنصفرة جنوبي إدلب", "published": "2022-06-15"}
    )
    assert [brief(r) for r in Coder.load().code(article).reports] == [
        "shelling: OTHER:لواء الشهباء > CIVILIANS @ كنصفرة"
    ]


def test_a_file_that_windows_wrote_is_read_and_added_to():
    path = add_entry(GROUP)
    path.write_text(path.read_text(encoding="utf-8"), encoding="utf-8-sig", newline="\r\n")
    add_entry(OwnEntry(kind=Kind.ACTOR, words=("فيلق الشهباء الجديد",), gloss="another brigade", fields=GROUP.fields))
    assert len(tomllib.loads(path.read_text(encoding="utf-8"))["entry"]) == 2


def test_two_entries_of_one_meaning_have_two_ids():
    add_entry(GROUP)
    path = add_entry(
        OwnEntry(kind=Kind.ACTOR, words=("فيلق الشهباء الجديد",), gloss="a made-up brigade", fields=GROUP.fields)
    )
    assert [e["id"] for e in tomllib.loads(path.read_text(encoding="utf-8"))["entry"]] == [
        "actor.own_a_made_up_brigade",
        "actor.own_a_made_up_brigade_2",
    ]


def test_what_breaks_a_check_is_not_written():
    path = add_entry(GROUP)
    before = path.read_text(encoding="utf-8")
    wrong = OwnEntry(kind=Kind.ACTOR, words=("كتيبة الوهم",), gloss="x", fields=GROUP.fields, yes=("جملة بلا الكلمة",))
    with pytest.raises(LexiconError, match="misses its example"):
        add_entry(wrong)
    assert path.read_text(encoding="utf-8") == before
    assert [p.name for p in own_folder().iterdir()] == ["actor.toml"]


def test_quotes_in_a_sentence_stay_whole():
    path = add_entry(
        OwnEntry(
            kind=Kind.VICTIM,
            words=("بناء",),
            gloss='mason "builder"',
            fields={"who": "civilians"},
            yes=('قتل "بناء" في البلدة',),
        )
    )
    (entry,) = tomllib.loads(path.read_text(encoding="utf-8"))["entry"]
    assert (entry["gloss"], entry["yes"]) == ('mason "builder"', ['قتل "بناء" في البلدة'])


@pytest.mark.parametrize(
    ("said", "actor"),
    [
        ("SDF", "SDF"),
        ("قسد", "SDF"),
        ("Hezbollah", "HEZBOLLAH"),
        ("لواء لا يعرفه أحد", "OTHER:لواء لا يعرفه أحد"),
        ("OTHER: Green Eagle", "OTHER:Green Eagle"),
        ("OTHER:SDF", "SDF"),
    ],
)
def test_an_actor_is_found_by_id_or_name(said, actor):
    assert actor_of(said) == actor
