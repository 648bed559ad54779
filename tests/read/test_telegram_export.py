"""Telegram Desktop's exports: who passed what on, what was edited, and nothing silently dropped."""

from __future__ import annotations

import json
from datetime import date

import pytest

from waqai.errors import InputError
from waqai.model import Article
from waqai.read import Skipped, articles_from_bytes
from waqai.read.telegram_export import read_export

NEWS = "مقتل مدني بقصف مدفعي على بلدة البارة جنوبي إدلب صباح اليوم."
EXPORT = {
    "name": "شبكة رصد",
    "type": "public_channel",
    "id": 17,
    "messages": [
        {"id": 1, "type": "service", "date": "2024-05-10T10:00:00", "action": "create_channel", "text": ""},
        {"id": 2, "type": "message", "date": "2024-05-11T19:42:10", "from": "شبكة رصد", "from_id": "channel17", "text": NEWS},
        {
            "id": 3, "type": "message", "date": "2024-05-12T06:15:00", "from_id": "channel17", "edited": "2024-05-13T08:00:00",
            "forwarded_from": "صوت السخنة", "photo": "photos/1.jpg",
            "text": ["انفجار لغم بسيارة على طريق ", {"type": "bold", "text": "السخنة"}, " ووفاة السائق.\n", {"type": "hashtag", "text": "#البادية"}],
        },
        {"id": 4, "type": "message", "date": "2024-05-12T06:15:00", "from_id": "channel17", "photo": "photos/2.jpg", "text": ""},
        {"id": 5, "type": "message", "date": "2024-05-12T09:00:00", "from_id": "channel17", "file": "video.mp4", "text": ""},
        "broken",
    ],
}  # fmt: skip


def read(export) -> tuple[list[Article], dict[str, int], list[InputError]]:
    found = list(read_export(json.dumps(export).encode(), "result", "result.json"))
    skipped = {one.what: one.count for one in found if isinstance(one, Skipped)}
    return [a for a in found if isinstance(a, Article)], skipped, [e for e in found if isinstance(e, InputError)]


def test_messages_are_articles_and_the_rest_is_counted():
    articles, skipped, errors = read(EXPORT)
    assert [a.id for a in articles] == ["result/2", "result/3"]
    assert skipped == {"service message": 1, "further picture of an album": 1, "message without words": 1}
    assert [str(e) for e in errors] == ["result.json: has a message that is no object"]


def test_an_article_says_when_who_and_from_whom():
    first, second = read(EXPORT)[0]
    assert (first.outlet, first.published, first.forwarded_from, first.byline) == (
        "شبكة رصد",
        date(2024, 5, 11),
        None,
        None,
    )
    assert (second.forwarded_from, second.updated) == ("صوت السخنة", date(2024, 5, 13))


def test_formatted_pieces_are_one_text_and_closing_hashtags_are_set_apart():
    second = read(EXPORT)[0][1]
    assert [s.quote(second.full) for s in second.paragraphs] == ["انفجار لغم بسيارة على طريق السخنة ووفاة السائق."]
    assert [(x.reason, x.text) for x in second.excluded] == [("hashtags", "#البادية")]


def test_all_chats_of_a_whole_account():
    articles, _, _ = read(
        {"about": "…", "chats": {"about": "…", "list": [EXPORT, EXPORT | {"name": "أخرى", "type": "private_group"}]}}
    )
    assert [a.outlet for a in articles] == ["شبكة رصد", "شبكة رصد", "أخرى", "أخرى"]


def test_an_export_that_breaks_off_is_said_in_one_sentence():
    found = list(articles_from_bytes(json.dumps(EXPORT).encode()[:-40], "result", where="result.json"))
    assert [str(e).split(":")[1] for e in found if isinstance(e, InputError)] == [
        " is a Telegram export that breaks off or is damaged"
    ]


PAGE = f"""<!DOCTYPE html><html><head><meta charset="utf-8"/><title>Exported Data</title></head><body><div class="page_wrap">
<div class="page_header"><div class="content"><div class="text bold">شبكة رصد</div></div></div><div class="page_body chat_page"><div class="history">
<div class="message service" id="message-1"><div class="body details">11 May 2024</div></div>
<div class="message default clearfix" id="message2"><div class="body"><div class="pull_right date details" title="11.05.2024 19:42:10 UTC+03:00">19:42</div>
<div class="from_name">شبكة رصد</div><div class="text">{NEWS}<br>مصدر محلي: لا إصابات أخرى.</div></div></div>
<div class="message default clearfix joined" id="message3"><div class="body"><div class="pull_right date details" title="12.05.2024 06:15:00 UTC+03:00">06:15</div>
<div class="forwarded body"><div class="from_name">صوت السخنة <span class="date details" title="12.05.2024 05:00:00"> 12.05.2024 05:00:00</span></div><div class="text">انفجار لغم بسيارة على طريق السخنة ووفاة السائق.</div></div></div></div>
<div class="message default clearfix joined" id="message4"><div class="body"><div class="media_wrap clearfix"><a class="photo_wrap" href="p.jpg"></a></div></div></div>
</div></div></div></body></html>"""


def test_the_html_export_gives_the_same():
    found = list(articles_from_bytes(PAGE.encode(), "messages"))
    articles = [a for a in found if isinstance(a, Article)]
    assert [(a.id, a.outlet, a.published, a.forwarded_from, a.byline) for a in articles] == [
        ("messages/2", "شبكة رصد", date(2024, 5, 11), None, None),
        ("messages/3", "شبكة رصد", date(2024, 5, 12), "صوت السخنة", None),
    ]
    assert articles[0].text == f"{NEWS}\nمصدر محلي: لا إصابات أخرى."
    assert [(s.what, s.count) for s in found if isinstance(s, Skipped)] == [
        ("service message", 1),
        ("message without words", 1),
    ]


@pytest.mark.parametrize(
    "data",
    [
        b'{"messages": {}}',
        b'{"messages": [{}]}',
        b'{"chats": {"list": [1, {"messages": [{"type": "message", "text": 5}]}]}}',
    ],
)
def test_what_is_shaped_otherwise_breaks_nothing(data):
    assert [a for a in articles_from_bytes(data, "x") if isinstance(a, Article)] == []
