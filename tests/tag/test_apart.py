"""What was set apart is left out of what is tagged for coding, and every offset holds."""

from __future__ import annotations

from datetime import date

from waqai.code.coder import Coder
from waqai.model import Article, Excluded, Span
from waqai.tag.apart import without_asides

LINES = ("القائمة الرئيسية", "قصف الجيش بلدة نوى أمس.", "نشر في 5 آذار 2019", "اقرأ أيضا عن مدينة طفس", "#درعا أخبار")
STORY = 1
TITLE = "أخبار"


def page() -> Article:
    """Give a page of one paragraph between lines that were set apart."""
    text = "\n".join(LINES)
    start = len(TITLE) + 1
    spans = []
    for line in LINES:
        spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    excluded = tuple(Excluded("chrome", LINES[k], span) for k, span in enumerate(spans) if k != STORY)
    return Article(
        id="1",
        title=TITLE,
        text=text,
        published=date(2019, 3, 5),
        paragraphs=(spans[STORY],),
        excluded=excluded,
    )


def test_the_story_and_lines_with_digits_or_hashtags_stay_in_their_places():
    article = page()
    left = without_asides(article)
    assert [line.strip() for line in left.text.split("\n")] == ["", LINES[1], LINES[2], "", LINES[4]]
    assert [span.quote(left.full) for span in article.paragraphs] == [LINES[STORY]]
    assert len(left.full) == len(article.full)


def test_a_page_of_which_all_is_story_or_nothing_stays_as_it_is():
    article = page()
    for same in (
        Article(id="2", title=TITLE, text=article.text),
        Article(id="3", title=TITLE, text=article.text, paragraphs=article.paragraphs),
    ):
        assert without_asides(same) is same


def test_a_coded_article_is_given_whole(coder: Coder):
    article = page()
    coded = coder.code(article)
    assert coded.article is article
    assert [report.place.name for report in coded.reports if report.place is not None] == ["نوى"]
