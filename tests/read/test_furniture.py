"""Furniture is known by name, by heading, by links and by its own words; and the story is never taken for it."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from html_pages import FIRST, OTHER, SECOND, THIRD, TITLE, page, story
from waqai.read.markup import read_page


def lines(body: str) -> dict[str, str]:
    return {line.text: line.reason for line in read_page(LexborHTMLParser(page(body))).lines}


def assert_story(found: dict[str, str]) -> None:
    assert [text for text, reason in found.items() if not reason] == [FIRST, SECOND, THIRD]


@pytest.mark.parametrize(
    "block",
    [
        f'<div><h3>مقالات ذات صلة</h3><ul><li><a href="/1">{OTHER}</a></li></ul></div>',
        f'<h3>مقالات ذات صلة</h3><ul><li><a href="/1">{OTHER}</a></li></ul>',
        f'<p><strong>اقرأ أيضاً:</strong> <a href="/1">{OTHER}</a></p>',
        f'<p>اقرأ أيضاً</p><p><a href="/1">{OTHER}</a></p>',
        f'<div class="related-posts"><p>{OTHER}</p></div>',
        f'<div><a href="/1">{OTHER}</a><p>أصيبت امرأة بجروح بانفجار لغم أرضي في قرية بريف حماة الشرقي مساء أمس.</p></div>',
        f"<aside><p>{OTHER} مساء أمس الاثنين، وفق ما أفادت به مصادر محلية.</p></aside>",
        f'<p><a href="/1">{OTHER}</a></p>',
    ],
)
@pytest.mark.parametrize("where", ["between", "after"])
def test_other_stories_wherever_they_stand(block, where):
    found = lines(story(**{where: block}))
    assert_story(found)
    assert all(reason == "other stories" for text, reason in found.items() if OTHER in text)


@pytest.mark.parametrize(
    ("block", "text", "reason"),
    [
        ("<figure><img src='1'><figcaption>آثار القصف</figcaption></figure>", "آثار القصف", "caption"),
        ("<img src='1'><p>آثار القصف في البلدة</p>", "آثار القصف في البلدة", "caption"),
        ("<p>جانب من البلدة - أرشيف</p>", "جانب من البلدة - أرشيف", "caption"),
        ("<div class='share'>شارك الخبر</div>", "شارك الخبر", "share"),
        ("<div>الوسوم: إدلب، البارة</div>", "الوسوم: إدلب، البارة", "tags"),
        (
            "<div id='comments'><p>رحمهم الله جميعا وأسكنهم فسيح جناته.</p></div>",
            "رحمهم الله جميعا وأسكنهم فسيح جناته.",
            "comments",
        ),
        ("<p>اشترك في نشرتنا البريدية</p>", "اشترك في نشرتنا البريدية", "newsletter"),
        (
            "<p>المقالات المنشورة لا تعبر بالضرورة عن رأي الموقع، بل عن رأي أصحابها.</p>",
            "المقالات المنشورة لا تعبر بالضرورة عن رأي الموقع، بل عن رأي أصحابها.",
            "page furniture",
        ),
        ("<p>كتبه: سالم الوادي</p>", "كتبه: سالم الوادي", "byline"),
        ("<p>الثلاثاء 8 تشرين الثاني 2022</p>", "الثلاثاء 8 تشرين الثاني 2022", "date line"),
        ("<p>سهل الروج – إدلب</p>", "سهل الروج – إدلب", "dateline"),
        ("<div class='ticker'>عاجل: انفجار في عفرين</div>", "عاجل: انفجار في عفرين", "ticker"),
        ("<p style='display: none'>نص لا يرى على الصفحة أبدا.</p>", "نص لا يرى على الصفحة أبدا.", "hidden"),
    ],
)
def test_reasons(block, text, reason):
    found = lines(story(between=block))
    assert found[text] == reason
    assert_story(found)


@pytest.mark.parametrize("heading", ["مشاركة روسية في القصف", "شاهد عيان يروي ما رأى", "كل القرى شاركت"])
def test_a_subheading_that_begins_with_such_a_word_is_the_storys(heading):
    assert lines(story(between=f"<h3>{heading}</h3>"))[heading] == ""


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("مشاركة", "share"),
        ("شاهد:", "other stories"),
        ("اقرأ أيضا", "other stories"),
        ("الوسوم", "tags"),
        ("شاركها", "share"),
    ],
)
def test_such_a_word_alone_is_a_heading(line, reason):
    assert lines(story(between=f"<p>{line}</p>"))[line] == reason


def test_the_headline_said_again_is_no_story():
    assert lines(story(between=f"<p>{TITLE}</p>"))[TITLE] in ("headline", "repeated title")
    assert_story(lines(story(between=f"<p>{TITLE}</p>")))


@pytest.mark.parametrize("name", ["related", "share-wrap", "sidebar-left", "post-tags", "comments-open", "popup"])
def test_a_theme_that_gives_the_story_the_name_of_furniture_does_not_lose_it(name):
    body = f'<div class="{name}"><h1>{TITLE}</h1><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></div>'
    assert_story(lines(body))
    body = f'<h1>{TITLE}</h1><div class="{name}"><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></div>'
    assert_story(lines(body))


def test_more_comments_than_story_do_not_win():
    comment = "<p>هذا تعليق طويل من قارئ يقول فيه كلاما كثيرا لا صلة له بالخبر من قريب ولا من بعيد، ويطيل.</p>"
    found = lines(
        f'{story()}<div class="comments">{"".join(comment.replace("قارئ", f"قارئ{i}") for i in range(20))}</div>'
    )
    assert_story(found)


def test_half_a_story_that_is_hidden_until_it_is_asked_for_is_story():
    body = f'<h1>{TITLE}</h1><div><p>{FIRST}</p><div style="display:none"><p>{SECOND}</p><p>{THIRD}</p></div></div>'
    assert_story(lines(body))


def test_a_line_about_the_writer_is_no_story():
    about = "صحفي سوري من ريف إدلب يكتب عن شؤون النازحين والمخيمات منذ عام 2013، وعمل مراسلا لعدة وسائل إعلام محلية."
    found = lines(story(after=f'<div class="author-box"><p>{about}</p></div>'))
    assert found[about] == "byline"
    assert_story(found)
