"""Every form of file is known by its content; what cannot be read is said and stops nothing."""

from __future__ import annotations

import gzip
import json
import os
from codecs import BOM_UTF8
from datetime import date
from io import BufferedReader, BytesIO
from pathlib import Path

import pytest

from html_pages import FIRST, SECOND, THIRD, TITLE, page, story
from waqai.errors import InputError, LanguageError, TooLargeError
from waqai.model import Article
from waqai.read import articles_from_bytes, read_bytes, read_file, read_path, read_stream
from waqai.read.decode import MAX_BYTES

SEED_LIKE = f"{TITLE} - شبكة سهل الروج\n\n{TITLE}\n\nشبكة سهل الروج\n\n{FIRST}\n\n{SECOND}\n\nمقالات ذات صلة\n\nخبر آخر عن مدينة أخرى\n"
RECORD = {"id": "a", "title": TITLE, "text": f"{FIRST}\n{SECOND}", "published": "2022-11-08"}
FORMS = {
    "text": SEED_LIKE.encode(),
    "html": page(story()).encode(),
    "windows-1256": page(story()).replace("utf-8", "windows-1256").encode("windows-1256"),
    "gzip": gzip.compress(page(story()).encode()),
    "record": json.dumps(RECORD).encode(),
    "export": json.dumps(
        {"name": "ق", "type": "public_channel", "messages": [{"id": 1, "type": "message", "text": FIRST}]}
    ).encode(),
}


@pytest.mark.parametrize("form", FORMS)
def test_each_form_by_path_and_by_stream(tmp_path, form):
    path = tmp_path / "input"
    path.write_bytes(FORMS[form])
    by_path = list(read_path(path))
    by_stream = list(read_stream(BufferedReader(BytesIO(FORMS[form])), "input", str(path)))
    assert by_path == by_stream
    assert [FIRST in one.story for one in by_path] == [True]


@pytest.mark.parametrize("form", ["text", "html", "record", "export"])
def test_a_byte_order_mark_changes_nothing(form):
    plain, marked = (
        list(read_stream(BufferedReader(BytesIO(data)), "input", "input"))
        for data in (FORMS[form], BOM_UTF8 + FORMS[form])
    )
    assert [one.story for one in marked] == [one.story for one in plain]
    assert [one.title for one in marked] == [one.title for one in plain]


def test_a_page_of_text_loses_site_name_and_other_stories():
    article = read_bytes(FORMS["text"], "x")
    assert article.headline.quote(article.full) == TITLE
    assert article.outlet == "شبكة سهل الروج"
    assert [s.quote(article.full) for s in article.paragraphs] == [FIRST, SECOND]
    assert [x.reason for x in article.excluded] == ["repeated title", "menu", "other stories", "other stories"]


def test_a_page_of_text_says_its_day_and_how_sure_it_is():
    dated = read_bytes(SEED_LIKE.replace(f"\n\n{FIRST}", f"\n\nالثلاثاء 8 تشرين الثاني 2022\n\n{FIRST}").encode(), "x")
    assert dated.published == date(2022, 11, 8)
    assert (dated.sure.title, dated.sure.date) == (1.0, 0.8)
    open_day = read_bytes(FORMS["text"], "x")
    assert (open_day.published, open_day.sure.date) == (None, 0.0)
    assert open_day.sure.body == 0.9


def test_lines_that_are_no_article_stop_no_other(tmp_path):
    lines = [
        json.dumps(RECORD),
        '{"id": "b", "text": "غير مغلق',
        "[]",
        "",
        '{"id": "c", "text": 5}',
        json.dumps(RECORD | {"id": "d"}),
    ]
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    found = list(read_path(path))
    assert [one.id for one in found if isinstance(one, Article)] == ["a", "d"]
    said = [str(one) for one in found if isinstance(one, InputError)]
    assert [line.partition(": ")[0] for line in said] == [f"{path}:2", f"{path}:3", f"{path}:5"]


def test_what_was_read_is_read_again_as_it_is(tmp_path):
    import msgspec

    article = read_bytes(FORMS["html"], "x")
    path = tmp_path / "read.jsonl"
    path.write_bytes(msgspec.json.encode(article) + b"\n")
    assert list(read_path(path)) == [article]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "is empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "is no text in"),
        (b"Only English here.", "has no Arabic text"),
        (b"x" * (MAX_BYTES + 1), "more than 20,000,000 bytes"),
        (gzip.compress(FORMS["html"])[:-60], "cannot be read to its end"),
        (b"\x1f\x8bnot gzip at all", "cannot be read to its end"),
        (b'{"messages": [', "breaks off or is damaged"),
        (
            "این خبر که از تهران به دست ما رسید درباره حمله است و برای مردم شهر خطر دارد، گفته می شود پنج نفر کشته شدند.".encode(),
            "is in Persian",
        ),
    ],
)
def test_bad_input_is_one_sentence_that_names_the_file(tmp_path, data, sentence):
    path = tmp_path / "bad"
    path.write_bytes(data)
    found = list(read_path(path))
    assert len(found) == 1
    assert isinstance(found[0], InputError)
    assert str(found[0]).startswith(f"{path}: ")
    assert sentence in str(found[0])
    assert "\n" not in str(found[0])


def test_a_file_whose_name_is_no_utf_8_is_refused_by_name(tmp_path):
    path = tmp_path / os.fsdecode(b"\xe3\xd4.txt")
    path.write_bytes(FORMS["text"])
    (told,) = read_path(path)
    assert isinstance(told, InputError)
    assert "rename it" in str(told)
    assert str(told).encode()


def test_a_file_that_is_not_there():
    assert [str(one) for one in read_path(Path("nowhere.html"))] == [
        "nowhere.html: cannot be opened: No such file or directory"
    ]
    with pytest.raises(InputError, match="cannot be opened"):
        read_file(Path("nowhere.html"))


def test_an_empty_title_and_an_empty_page():
    article = read_bytes(page(f"<h1></h1><p>{FIRST}</p><p>{SECOND}</p>", "<title></title>").encode(), "x")
    assert (article.title, article.headline, article.sure.title) == ("", None, 0.0)
    assert article.text == f"{FIRST}\n{SECOND}"
    with pytest.raises(InputError, match="no Arabic"):
        read_bytes(page("", "").encode(), "x")


def test_a_gzip_bomb_is_not_unpacked():
    bomb = gzip.compress(b"\xd9\x82" * (MAX_BYTES * 2))
    found = list(read_stream(BufferedReader(BytesIO(bomb)), "bomb", "bomb.gz"))
    assert [type(one) for one in found] == [TooLargeError]


def test_a_foreign_page_alone_is_an_error_and_among_others_an_article_set_aside():
    persian = page(
        "<p>این خبر که از تهران به دست ما رسید درباره حمله است و برای مردم شهر خطر دارد، گفته می شود پنج نفر کشته شدند.</p>"
    ).encode()
    assert [type(one) for one in articles_from_bytes(persian, "x")] == [LanguageError]
    assert [one.language for one in articles_from_bytes(persian, "x", one_of_many=True)] == ["fa"]


def test_millions_of_characters_of_text_are_read():
    text = f"{TITLE}\n" + f"{FIRST} {SECOND} {THIRD}\n" * 8000
    article = read_bytes(text.encode(), "long")
    assert len(article.text) > 2_000_000
    assert article.paragraphs


def test_arabic_words_that_are_no_story_are_not_called_other_than_arabic():
    (refused,) = articles_from_bytes(f"<html><body>{'<p>قصف</p>' * 200}</body></html>".encode(), "x")
    assert isinstance(refused, InputError)
    assert refused.sentence.startswith("has Arabic words and no story")
