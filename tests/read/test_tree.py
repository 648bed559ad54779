"""Markup into parts and blocks: nothing visible is lost, and lines are cut where a reader sees them end."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from waqai.read.tree import Walk

PROSE = "قتل مدنيان وأصيب ثلاثة آخرون بقصف مدفعي استهدف بلدة البارة في ريف إدلب الجنوبي."


def walk(inner: str) -> Walk:
    return Walk(LexborHTMLParser(f"<body>{inner}</body>").body)


def texts(inner: str) -> list[str]:
    return [block.text for block in walk(inner).blocks]


def test_paragraphs_and_breaks_are_lines():
    assert texts("<p>أول<br>ثان</p>ثالث<div>رابع</div>") == ["أول", "ثان", "ثالث", "رابع"]


def test_line_breaks_of_the_source_are_spaces_but_not_in_pre():
    assert texts("<p>أول\nثان</p><pre>ثالث\nرابع</pre>") == ["أول ثان", "ثالث", "رابع"]


def test_a_big_first_letter_is_no_word_of_its_own():
    assert texts('<p><span class="dropcap">م</span>ع دخول المعارك</p>') == ["مع دخول المعارك"]


def test_neighbouring_pieces_of_a_head_are_lines_and_those_of_a_sentence_are_not():
    assert texts("<div><span>سهى الدالي</span><span>8 مارس 2025</span></div>") == ["سهى الدالي", "8 مارس 2025"]
    assert texts(f"<div><span>{PROSE}</span><a>#إدلب</a></div>") == [f"{PROSE} #إدلب"]


def test_links_are_measured():
    block = walk('<p>اقرأ أيضاً: <a href="/1">مقتل ثلاثة في انفجار</a></p>').blocks[0]
    assert block.linked == len("مقتل ثلاثة في انفجار")
    assert not block.is_link
    assert walk('<li><a href="/1"><b>مقتل ثلاثة</b> في انفجار</a></li>').blocks[0].is_link


def test_a_link_around_blocks_links_them_all():
    assert [b.is_link for b in walk('<a href="/1"><div>عنوان الخبر</div><div>سطر آخر</div></a><p>بعده</p>').blocks] == [
        True,
        True,
        False,
    ]


def test_what_is_not_seen_is_not_read():
    assert texts("<script>x</script><style>y</style><p>نص</p><template>z</template><!-- c -->") == ["نص"]


def test_what_is_hidden_is_kept_and_says_so():
    found = walk('<p>نص</p><div style="display:none">خفي</div>').blocks
    assert [(b.text, b.part.hint.reason) for b in found] == [("نص", ""), ("خفي", "hidden")]


def test_a_picture_stands_before_its_caption():
    assert [b.after_picture for b in walk("<p>نص</p><img src='1'><p>تعليق</p><p>نص</p>").blocks] == [False, True, False]


def test_sums_of_parts():
    found = walk(f"<div><p>{PROSE}</p><p><a>رابط</a></p></div>")
    top = found.parts[0]
    assert top.chars == len(PROSE) + len("رابط")
    assert (top.prose, top.linked) == (len(PROSE), len("رابط"))
    assert (top.first, top.last) == (0, 1)


def test_markup_nested_without_end_is_read():
    deep = 3000
    assert "".join(texts("<div>" * deep + "نص" + "<font>" * deep + "آخر")).replace(" ", "") == "نصآخر"


INLINE = st.sampled_from(
    [
        "<b>",
        "</b>",
        "<span>",
        "</span>",
        "<a href='/'>",
        "</a>",
        "<br>",
        "<p>",
        "</p>",
        "<div class='share'>",
        "</div>",
        "<li>",
        "<td>",
        "</table>",
        "<h1>",
        "<pre>",
        "</pre>",
        "<time>",
    ]
)
PIECES = st.lists(st.one_of(INLINE, st.sampled_from(["قصف", " ", "مدفعي", "\n", "بلدة.", "12"])), max_size=40).map(
    "".join
)


@given(PIECES)
def test_no_letter_is_lost_whatever_the_markup(inner):
    tree = LexborHTMLParser(f"<body>{inner}</body>")
    seen = re.sub(r"\s", "", tree.body.text())
    assert re.sub(r"\s", "", "".join(b.text for b in Walk(tree.body).blocks)) == seen
