"""No name of a person in what others are shown."""

from __future__ import annotations

import msgspec

from coded_factory import coded, keep, link, live, told
from statement_factory import village
from waqai_desk.store.models import Article, Report
from waqai_desk.store.veil import VEIL, names_of, veil

NAME = "صابر الحمدان"


def test_the_longest_form_is_withheld_whole():
    assert veil(f"مقتل {NAME} وصابر", {"صابر", NAME}) == f"مقتل {VEIL} و{VEIL}"


def test_every_written_form_counts(store):
    one = coded("a1")
    assert names_of(one.article.full, one.persons) == {NAME}


def test_title_sources_and_places_are_shown_without_names(store):
    named = told(
        sources=(NAME, "مصدر محلي"), place=village(text=f"منزل {NAME} في بلدة الزر"), targets=(f"OTHER:{NAME}",)
    )
    one = coded("a1", named)
    page = msgspec.structs.replace(one.article, title=f"اعتقال {NAME} في الزر")
    keep(msgspec.structs.replace(one, article=page))
    link()
    assert NAME in Article.objects.get().content().title, "the article itself is kept as it was"
    shown = [Article.objects.get().title, Report.objects.get().body, live()[0].body]
    assert [text for text in shown if "الحمدان" in text] == []
    assert live()[0].content().sources == (VEIL, "مصدر محلي")
