"""Threads on captured pages of Twitter's old face."""

from __future__ import annotations

from waqai.read.record import read_article

_MARK = "\n\nCopy link to Tweet\n\nEmbed Tweet\n\n"
_LIKES = "\n\n2 replies\n\n3 retweets\n\nShow this thread"


def _head(name: str) -> str:
    return f"\n\n{name}\u200f @NadaNet\n\n2h2 hours ago\n\nMore"


def _story(*blocks: str) -> list[str]:
    title = (
        'شبكة الندى on Twitter: "ارتفاع عدد المصابين في قرية الندى إلى خمسة… https://t.co/abc" شبكة الندى on Twitter'
    )
    article = read_article("1", title, "".join(blocks).strip(), url="https://twitter.com/NadaNet/status/1")
    return [article.full[p.start : p.end] for p in article.paragraphs]


_FIRST = "قصفت المدفعية قرية الندى صباح اليوم"
_QUOTED = "ارتفاع عدد المصابين في قرية الندى إلى خمسة"


def test_earlier_posts_of_the_same_writer_are_the_story():
    first = _head("شبكة الندى") + _MARK + f"{_FIRST}pic.twitter.com/abc" + _LIKES + _MARK + _FIRST
    assert _story(first, _MARK, f"{_QUOTED}pic.twitter.com/def\n\n2 Likes\n\nBack to top ↑") == [_FIRST, _QUOTED]


def test_replies_of_others_are_not():
    reply = _head("وردة") + _MARK + "ليت القصف يطال قرية السفح أيضا" + _LIKES
    assert _story(_MARK, f"{_QUOTED}\n\n2 Likes", reply, "\n\nBack to top ↑") == [_QUOTED]


def test_a_post_ends_where_the_next_writer_stands():
    assert _story(_head("شبكة الندى"), _MARK, _FIRST, _head("شبكة الندى"), _MARK, _QUOTED) == [_FIRST, _QUOTED]
