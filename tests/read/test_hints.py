"""What names of parts say: as WordPress, Drupal, Blogger, page builders and hand-written pages name them."""

from __future__ import annotations

import pytest

from waqai.read.hints import hint


@pytest.mark.parametrize(
    ("tag", "classes", "ident", "reason"),
    [
        ("div", "jp-relatedposts", "jp-relatedposts", "other stories"),
        ("div", "sharedaddy sd-sharing-enabled", "", "share"),
        ("div", "comments-area", "comments", "comments"),
        ("article", "comment-body", "", "comments"),
        ("div", "post-tags tagcloud", "", "tags"),
        ("section", "widget widget_recent_entries", "", "other stories"),
        ("div", "breaking-news", "", "ticker"),
        ("div", "", "newsletterBox", "newsletter"),
        ("span", "byline author vcard", "", "byline"),
        ("div", "artdate", "", ""),
        ("div", "art-date", "", "date line"),
        ("figcaption", "", "", "caption"),
        ("nav", "navigation post-navigation", "", "other stories"),
        ("nav", "main-navigation", "", "menu"),
        ("footer", "", "", "page furniture"),
        ("ul", "menu nav", "", "menu"),
        ("div", "adsbygoogle", "", "advertisement"),
    ],
)
def test_names(tag, classes, ident, reason):
    assert hint(tag, classes, ident).reason == reason


@pytest.mark.parametrize(
    ("tag", "classes"),
    [
        ("article", "post-41877 post type-post status-publish category-news tag-hasakah"),
        ("body", "single-post comments-open sidebar-right"),
        ("div", "elementor-element elementor-widget elementor-widget-text-editor"),
        ("div", "has-sidebar no-comments"),
        ("form", "aspnetForm newsletter"),
    ],
)
def test_what_only_tells_of_the_whole_page_is_no_reason(tag, classes):
    assert hint(tag, classes, "").reason == ""


def test_the_story_says_so():
    assert hint("div", "entry-content entry clearfix", "").content
    assert hint("div", "single-entry-content", "").content
    assert not hint("div", "stream-item stream-item-above-post-content", "").content


def test_a_line_of_the_storys_head_is_content():
    assert hint("div", "surtitre", "").lead
    assert hint("h2", "sub", "").lead
