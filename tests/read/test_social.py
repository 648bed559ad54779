"""Posts found in captured pages."""

from __future__ import annotations

from waqai.read.social import find_post


def words(title: str, text: str) -> str:
    post = find_post(title, text)
    assert post is not None
    return text[post.start : post.end].strip()


def test_a_tweet_ends_at_its_time():
    """What stands behind the time is the machine that sent it."""
    text = "Conversationشبكة الندى@NadaNetاندلع حريق في الحقل1:1111:48 AM · Jul 24, 2022·Twitter for Android"
    assert words('شبكة الندى on Twitter: "اندلع حريق في الحقل" / Twitter', text).startswith("اندلع حريق في الحقل")


def test_a_post_stands_between_its_day_and_the_reactions():
    text = "شبكة الندىJuly 19, 2025 · Shared with Publicاندلع حريق في الحقلAll reactions:69"
    assert words("شبكة الندى Facebook", text) == "اندلع حريق في الحقل"
