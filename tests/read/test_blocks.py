"""Lines of a page sorted: when its lines are a list of other pages' headlines."""

from __future__ import annotations

from waqai.read.blocks import sort_lines
from waqai.read.chrome import Chrome

OTHERS = (
    "افتتاح معرض للكتاب في المدينة الساحلية",
    "الطقس غدا ماطر على المرتفعات",
    "فريق السلة يفوز بكأس المحافظة",
    "انقطاع المياه عن الحي الشرقي ليومين",
    "دورة تدريبية للمعلمات في المركز الثقافي",
)


def story(headline: str, *lines: str) -> list[str]:
    text = "\n".join(lines)
    return [text[n.start : n.end] for n in sort_lines(text, headline, Chrome.load()) if not n.reason]


def test_headlines_of_other_pages_are_no_story():
    assert story("قصف على قرية الندى يوقع جرحى", *OTHERS) == []


def test_a_line_about_the_headline_keeps_them_all():
    told = "الجرحى من عائلة واحدة في قرية الندى"
    assert story("قصف على قرية الندى يوقع جرحى", *OTHERS, told) == [*OTHERS, told]


def test_one_word_shared_with_the_headline_keeps_nothing():
    assert story("قصف على قرية الندى يوقع جرحى", *OTHERS, "مهرجان للزهور في قرية السفح") == []


def test_items_of_a_roundup_share_no_word_with_its_headline():
    assert story("حصاد اليوم الميداني", *OTHERS) == list(OTHERS)


def test_a_few_short_lines_are_a_story():
    assert story("قصف على قرية الندى يوقع جرحى", *OTHERS[:4]) == list(OTHERS[:4])


def test_tags_at_the_end_of_a_line_are_no_sentence():
    told = "قصف على أطراف مدينة الندى غربي #السفح"
    assert story("", told + " #قناة_النهر #فجر_البلاد #أخبار_النهر 9:39 AM") == [told]


def test_two_tags_may_be_a_place():
    told = "قصف على مدينة #الندى #السفح"
    assert story("", told) == [told]


def test_a_preview_that_is_cut_off_makes_no_page_of_prose():
    told = "جرحى في قرية الندى بقصف على منازل المدنيين مساء اليوم"
    cut_off = (
        "يقول ناطق باسم الجهة التي تقف وراء ما جرى إن الهدف كان مقرا للمقاتلين ولا يذكر من كان في المنازل التي حولها..."
    )
    assert story("", told, cut_off) == [told, cut_off]


def test_items_behind_a_line_that_sums_up_the_day_are_the_story():
    told = ("حصيلة اليوم الأربعاء في الريف", *OTHERS)
    assert story("أخبار السفح", *told) == list(told)


def test_items_behind_one_mark_are_the_story():
    told = tuple(f"▪️ {line}" for line in OTHERS)
    assert story("أخبار السفح", *told) == list(told)


def test_items_behind_a_colon_are_the_story():
    told = ("ما تعرضت له قرى الريف:", *OTHERS)
    assert story("أخبار السفح", *told) == list(told)


def test_paragraphs_of_a_page_that_sets_no_full_stops_are_the_story():
    told = (
        "قصفت قوات النظام فجر اليوم بالمدفعية الثقيلة قرية الندى في الريف الشرقي، ما أدى إلى إصابة ثلاثة مدنيين بينهم طفلان بجروح متفاوتة",
        "ونقلت فرق الإسعاف المصابين إلى المشفى الوطني في المدينة",
        "وقال شهود من أهالي القرية إن القصف استمر نحو ساعة كاملة وألحق أضرارا كبيرة بالمنازل وبمدرسة القرية الوحيدة وبشبكة الكهرباء فيها",
    )
    assert story("جرحى بقصف على قرية الندى", *told) == list(told)
    other = told[1].removeprefix("و")
    assert story("جرحى بقصف على قرية الندى", *(f"{line}." for line in told[::2]), other) == [
        f"{line}." for line in told[::2]
    ]


def test_short_lead_of_a_page_without_full_stops_is_the_story():
    told = (
        "أصيب ثلاثة مدنيين بقصف مدفعي طال قرية الندى فجر اليوم",
        "ونقلت فرق الإسعاف المصابين إلى المشفى الوطني في المدينة، فيما قال شهود من أهالي القرية إن القصف استمر نحو ساعة كاملة وألحق أضرارا كبيرة بمنازلها",
    )
    assert story("قصف على الندى", *told) == list(told)


def test_last_sentence_of_a_page_that_is_cut_off_is_the_story():
    told = "قصفت قوات النظام فجر اليوم بالمدفعية الثقيلة قرية الندى في الريف الشرقي، ما أدى إلى إصابة ثلاثة مدنيين بينهم طفلان بجروح متفاوتة."
    goes_on, title = "واستهدفت الطائرات حي الورد وقرية السفح، م", "افتتاح معرض للكتاب في المدينة الساحلية"
    assert story("جرحى بقصف على قرية الندى", told, goes_on) == [told, goes_on]
    assert story("جرحى بقصف على قرية الندى", told, title, goes_on) == [told]
    assert story("جرحى بقصف على قرية الندى", told, title) == [told]


def test_story_goes_on_behind_a_box_of_links():
    told = "قصفت قوات النظام فجر اليوم بالمدفعية الثقيلة قرية الندى في الريف الشرقي، ما أدى إلى إصابة ثلاثة مدنيين بينهم طفلان بجروح متفاوتة."
    box, more = "يحتوي هذا القسم على المقلات ذات صلة", "وأصيب رجل في قرية السفح."
    assert story("جرحى في الندى", told, "اقرأ المزيد", box, more, OTHERS[0]) == [told, more]
    assert story("جرحى في الندى", told, "اقرأ المزيد", more) == [told]


def test_short_paragraphs_that_go_on_with_each_other_are_the_story():
    told = (
        "ضربت طائرات مسيرة مساء السبت منشآت عدة في الريف.",
        "وقال مصدر محلي إن واحدة منها أصابت محطة التحويل.",
        "وأضاف أن أخرى ضربت بئر نفط دون إصابات.",
        "وأفاد مراسلنا أن ثالثة سقطت قرب السد.",
        "وأدانت الإدارة الهجمات في بيان.",
    )
    assert story("قصف يستهدف الكهرباء", *told) == list(told)


def test_short_sentence_that_takes_up_the_one_before_is_no_headline_of_another_story():
    told = "قصفت قوات النظام فجر اليوم بالمدفعية الثقيلة قرية الندى في الريف الشرقي، ما أدى إلى إصابة ثلاثة مدنيين بينهم طفلان بجروح متفاوتة."
    more, other = "وأضافت أن المصابين نقلوا إلى مشفى السفح وأن حالتهم مستقرة", "افتتاح معرض للكتاب في المدينة الساحلية"
    assert story("جرحى بقصف على قرية الندى", told, more, told[:60]) == [told, more]
    assert story("جرحى بقصف على قرية الندى", told, other, f"{more}...", told[:60]) == [told]


def test_short_paragraphs_between_a_box_of_links_and_the_first_long_one_are_the_story():
    lead, told = (
        "قصفت المدفعية قرية الندى مساء السبت وجرح رجل.",
        "وقالت مصادر من أهالي القرية إن القصف استمر نحو ساعة كاملة وألحق أضرارا كبيرة بالمنازل وبمدرسة القرية الوحيدة وبشبكة الكهرباء فيها.",
    )
    links = ("اقرأ أيضا", "افتتاح معرض للكتاب في المدينة الساحلية")
    assert story("قصف على الندى", *links, lead, told) == [lead, told]
    assert story("قصف على الندى", told, *links, lead.replace("قصفت", "هكذا قصفت")) == [told]


def test_a_paragraph_that_names_its_agency_is_the_story_of_a_page_that_has_no_other():
    told = "ذكرت وكالة الأنباء (سانا) ليل السبت أن رجلا جرح حين سقطت قذائف على قرية الندى وما حولها في الريف الشرقي من المحافظة"
    assert story("جريح في الندى", told) == [told]


def test_short_paragraphs_that_go_on_are_a_story_whose_headline_shares_no_word():
    told = [
        "قُتل عنصران أمس الثلاثاء.",
        "وأفاد مراسلنا بأن مجهولين أطلقوا النار على حاجز قرب قرية الندى.",
        "وفي قرية السفح، أصيب شقيقان بجروح بانفجار قنبلة.",
        "من جهة أخرى، اعتقلت دورية ثلاثة شبان قرب الجسر.",
        "إلى ذلك، خطف مسلحون تاجرا من أمام متجره.",
    ]
    assert story("المحافظة.. ضحايا بعمليات متفرقة", *told) == told
