"""What the coder missed, in both languages: from the queue of silent pages to an incident, with the keyboard alone, and back."""

from __future__ import annotations

import unicodedata

import pytest

pytestmark = pytest.mark.timeout(900)  # a browser on a shared machine
TITLE = "ليلة ثقيلة"
WORDS = {
    "ar": {"entered": "أُدخلت واقعةً", "by": "أدخلها شخص", "none": "لا تروي واقعة", "undone": "تم التراجع"},
    "en": {
        "entered": "Entered as the incident",
        "by": "entered by a person",
        "none": "Tells no incident",
        "undone": "Undone",
    },
}
STEPS = r"""(text) => {
  const story = document.querySelector("[data-story]");
  const steps = (some) => some.replace(/\p{M}/gu, "").length;
  const walk = document.createTreeWalker(story, NodeFilter.SHOW_TEXT);
  let before = 0;
  while (walk.nextNode()) {
    const at = walk.currentNode.data.indexOf(text);
    if (at >= 0) return before + steps(walk.currentNode.data.slice(0, at));
    before += steps(walk.currentNode.data);
  }
  return -1;
}"""
"""How many steps of the caret stand before some words of the story: none for a vowel sign."""


def mark(page, words: str, key: str) -> None:
    """Mark words as somebody without a mouse does: to the beginning, forward to the words, and over them with shift."""
    before = page.evaluate(STEPS, words)
    assert before >= 0, words
    page.focus("[data-story]")
    page.keyboard.press("Control+Home")
    for _ in range(before):
        page.keyboard.press("ArrowLeft")
    for letter in words[1:]:  # the last word need not be marked to its end
        if not unicodedata.combining(letter):
            page.keyboard.press("Shift+ArrowLeft")
    page.keyboard.press(key)


def choose_type(page) -> None:
    page.select_option("#id_event_type", "Violence against civilians")
    page.select_option("#id_sub_event_type", "Attack")
    page.select_option("#id_method", "other")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_missed_incident_is_entered_by_keys_alone(walk, language):
    coder = walk(language)
    coder.log_in("coder")
    page = coder.page
    coder.press("w")
    coder.shot("pages")
    assert coder.sees(TITLE)
    coder.press("Enter")
    coder.shot("page")
    assert not coder.sees("البرهومي")
    coder.press("e")
    mark(page, "ودّع اثنين من جيرانه", "1")
    mark(page, "قرية قسطون", "2")
    mark(page, "اثنين من جيرانه", "6")
    page.keyboard.type("x")
    assert "x" not in page.inner_text("[data-story]"), "the article cannot be written in"
    assert page.input_value("#id_words_event") == "ودّع اثنين من جيرانه"
    assert page.input_value("#id_words_place") == "قرية قسطون"
    assert page.input_value("#id_place_name") == "قرية قسطون"
    page.fill("#id_place_name", "قسطون")
    choose_type(page)
    page.select_option("#id_harm-0-kind", "killed")
    page.select_option("#id_harm-0-who", "civilians")
    page.fill("#id_harm-0-figure", "٢")
    coder.shot("entry")
    with page.expect_navigation():
        page.click("main form button.main")
    coder.shot("entered")
    assert coder.sees(WORDS[language]["entered"])
    assert coder.sees(WORDS[language]["by"])
    assert page.locator("mark[data-field~=place]").first.inner_text() == "قرية قسطون"
    reviewer = walk(language)
    reviewer.log_in("reviewer")
    reviewer.go(page.url.removeprefix(coder.desk.address))
    reviewer.press("u")
    assert reviewer.sees(WORDS[language]["undone"])
    reviewer.go("/queue/pages/")
    assert reviewer.sees(TITLE)
    reviewer.press("r")
    assert not reviewer.page.locator("[data-rows]", has_text=TITLE).count()
    reviewer.go("/queue/pages/?said=none")
    reviewer.shot("pages-none")
    reviewer.press("u")
    reviewer.go("/queue/pages/")
    assert reviewer.sees(TITLE)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_words_are_marked_with_the_mouse_and_taken_by_a_button(walk, language):
    coder = walk(language)
    coder.log_in("coder")
    page = coder.page
    coder.press("w")
    coder.press("e")
    page.locator("[data-story] mark").first.dblclick()
    page.click("[data-field-of=event]")
    assert page.input_value("#id_words_event") == "القصف"
    assert page.input_value("#id_at_event").isdigit()
    choose_type(page)
    page.fill("#id_place_name", "قسطون")
    with page.expect_navigation():
        page.click("main form button.main")
    coder.shot("entry-wrong")
    assert page.locator("main form .errorlist").count() == 1, "the place has no words"
    assert page.input_value("#id_words_event") == "القصف"
