"""Posts of one thread on an old capture of X."""

from __future__ import annotations

from waqai.read.record import read_article
from waqai.read.thread import posts_of_thread

HEAD = "{name} @{handle}\n\n5m5 minutes ago\n\nMore\n\nCopy link to Tweet\n\nEmbed Tweet\n\n{post}\n\n0 replies\n\n"
URL = "https://twitter.com/NadaNet/status/1"


def page(*posts: tuple[str, str]) -> str:
    told = (HEAD.format(name="شبكة الندى", handle=handle, post=post) for handle, post in posts)
    return "".join(told) + "Show this thread\n"


def test_posts_of_the_same_account_are_story_and_answers_are_none():
    text = page(("NadaNet", "اندلع حريق ثان في الوادي"), ("Somebody", "قرأت عن حريق أكبر في الجبل"))
    article = read_article("1", 'شبكة الندى on Twitter: "اندلع حريق في الحقل" شبكة الندى', text, url=URL)
    assert article.story == "اندلع حريق في الحقل\nاندلع حريق ثان في الوادي"


def test_a_post_is_taken_once():
    text = page(
        ("NadaNet", "اندلع حريق ثان في الوادي"), ("NadaNet", "اندلع حريق ثان في الوادي"), ("NadaNet", "اندلع حريق")
    )
    assert [text[a:b] for a, b in posts_of_thread(text, URL, "اندلع حريق في الحقل")] == ["اندلع حريق ثان في الوادي"]


def test_a_chronicle_of_days_is_left_out():
    """Nobody can tell of which of the days each post is."""
    text = page(*(("NadaNet", f"اندلع الحريق رقم {n} في الوادي") for n in range(12)))
    assert posts_of_thread(text, URL, "") == []


def test_a_page_without_a_thread_has_no_more_posts():
    text = page(("NadaNet", "اندلع حريق ثان في الوادي")).replace("Show this thread", "")
    assert posts_of_thread(text, URL, "") == []
