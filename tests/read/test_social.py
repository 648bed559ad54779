"""Posts found in captured pages."""

from __future__ import annotations

import pytest

from waqai.read.record import read_article
from waqai.read.social import find_post, page_of_title, tweet_in_title


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


def test_an_older_capture_quotes_its_tweet_in_the_title():
    """Its text has buttons and what others replied, and no time where the tweet would end."""
    title = 'شبكة الندى on Twitter: "#الحقل\nاندلع حريق صغير… https://t.co/abc" شبكة الندى on Twitter'
    text = "Copy link to Tweet\n#الحقل\nاندلع حريق صغير pic.twitter.com/abc\nReplying to @NadaNet\nقرأت عن حريق أكبر في الجبل، والله أعلم."
    found = tweet_in_title(title)
    assert found is not None
    assert title[slice(*found)] == "#الحقل\nاندلع حريق صغير"
    article = read_article("1", title, text, url="https://twitter.com/NadaNet/status/1")
    assert (article.story, article.outlet) == ("#الحقل\nاندلع حريق صغير", "شبكة الندى")
    assert [(apart.reason, apart.text) for apart in article.excluded] == [("replies and buttons", text)]


def test_a_title_that_quotes_nothing():
    assert tweet_in_title("شبكة الندى Facebook") is None
    assert tweet_in_title('شبكة الندى on X: "') is None


def test_tags_are_set_apart_that_the_length_of_a_film_is_glued_to():
    text = "Post\n\nشبكة الندى@NadaNetحريق في الحقل #الوادي فجرا\n#صيف #حريق_كبير00:003:12 PM · Jul 24, 20221.1KViews"
    article = read_article("1", "شبكة الندى on X", text, url="https://x.com/NadaNet/status/1")
    assert article.story.strip() == "حريق في الحقل #الوادي فجرا"


def test_the_first_tag_is_the_sentences_own_where_a_word_wants_it():
    text = "Post\n\nشبكة الندى@NadaNetحريق في حقل بريف مدينة #الوادي #صيف #حرائق3:12 PM · Jul 24, 20221.1KViews"
    article = read_article("1", "شبكة الندى on X", text, url="https://x.com/NadaNet/status/1")
    assert article.story.strip() == "حريق في حقل بريف مدينة #الوادي"
    glued = "Post\n\nشبكة الندى@NadaNetحريق في #الوادي00:003:12 PM · Jul 24, 20221.1KViews"
    article = read_article("1", "شبكة الندى on X", glued, url="https://x.com/NadaNet/status/1")
    assert article.story.strip() == "حريق في #الوادي"


def test_a_post_on_a_page_in_arabic():
    title = "صفحة الوادي - اندلع حريق... | فيسبوك \u200fتمت المشاركة مع العامة"
    text = "\u200fمنشور \u200fصفحة الوادي\u200f على فيسبوك\n\nصفحة الوادي١٩ يوليو ٢٠٢٥ · \u200fتمت المشاركة مع العامة\u200fاندلع حريق في الحقلكل التفاعلات:٦٩أعجبنيتعليقمشاركةأبو سامرالله يستر٣ س"
    article = read_article("1", title, text)
    assert (article.story.strip(), article.outlet) == ("اندلع حريق في الحقل", "صفحة الوادي")
    assert article.excluded[-1].reason == "comments"


def test_a_tweet_on_a_page_in_arabic():
    title = 'شبكة الوادي على X: "اندلع حريق في الحقل" / X'
    text = "منشور\nمحادثة\nشبكة الوادي@WadiNetاندلع حريق في الحقل٧:٤٠ ص · ٤ ديسمبر ٢٠٢٤٣٫٩ ألف مشاهدة"
    article = read_article("1", title, text)
    assert (article.story.strip(), article.outlet) == ("اندلع حريق في الحقل", "شبكة الوادي")


@pytest.mark.parametrize(
    ("title", "page"),
    [
        ("شبكة الندى شبكة الندى شبكة الندى - عاجل حريق في...", "شبكة الندى"),
        ('شبكة الندى on Twitter شبكة الندى on Twitter: "حريق في الحقل" / Twitter', "شبكة الندى"),
        ("حريق في... - شبكة الندى Facebook Verified account Shared with Public", "شبكة الندى"),
    ],
)
def test_a_page_is_named_once(title, page):
    assert page_of_title(title) == page
