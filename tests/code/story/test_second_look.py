"""Posts that tell an incident without an act, a doer or a place in one clause; and pages that tell none for all their dead."""

from __future__ import annotations

from datetime import date

import pytest

from waqai.code.coder import Coder
from waqai.model import Report
from waqai.read.record import read_article

PUBLISHED = date(2024, 12, 5)
POST = "https://www.facebook.com/page/posts/1"


def told(coder: Coder, text: str, url: str = POST, title: str = "") -> list[Report]:
    return list(coder.code(read_article("post", title, text, url=url, published=PUBLISHED)).reports)


def said(reports: list[Report]) -> list[str]:
    return [f"{r.sub_event_type} @ {r.place.name}" for r in reports]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("استشهاد الشاب سامر قاسم الندى في قرية باتبو، إنا لله وإنا إليه راجعون.", "Attack @ باتبو"),
        ("استهداف منزل في بلدة التمانعة بريف إدلب الجنوبي.", "Shelling/artillery/missile attack @ التمانعة"),
        ("سماع دوي انفجارات هزت بلدة أطمة.", "Remote explosive/landmine/IED @ أطمة"),
        ("مجزرة الأتارب: عشرة شهداء وعشرات الجرحى بقصف مدفعي.", "Shelling/artillery/missile attack @ الأتارب"),
        ("تشيع مدينة الأتارب اليوم شهداءها إلى مثواهم الأخير.", "Attack @ الأتارب"),
        ("أهالي بلدة باتبو يطالبون بمعرفة مصير الشبان حيث تم اعتقالهم من البلدة قبل أيام.", "Arrests @ باتبو"),
        ("صور من العملية الأمنية التي نفذتها قسد ليلا في بلدة ذيبان.", "Arrests @ ذيبان"),
    ],
)
def test_what_a_post_tells_without_saying_who_or_how(coder, text, want):
    assert said(told(coder, text)) == [want]


def test_the_place_stands_in_a_hashtag_above_or_in_the_row_below(coder):
    above = told(coder, "#الأتارب\nالوداع الأخير للشهيدين سامر وحسان اللذين استشهدا بقصف قوات النظام أمس.")
    assert said(above) == ["Shelling/artillery/missile attack @ الأتارب"]
    assert above[0].initiators == ("SYR_GOV",)
    below = told(
        coder,
        "صفحة الندىDecember 5, 2024 · Shared with Publicقصف مدفعي لقوات النظام أسفر عن مقتل طفل. #سراقب #سورياAll reactions:5",
    )
    assert said(below) == ["Shelling/artillery/missile attack @ سراقب"]


def test_who_mourns_or_hands_over_the_dead_did_not_kill_them(coder):
    mourned = told(coder, "قدم التحالف الدولي تعازيه لأسرة الشاب سامر الذي قتل في قرية باتبو.")
    assert [(r.initiators, r.place.name) for r in mourned] == [(("UNKNOWN",), "باتبو")]
    killed = told(coder, "استشهاد الشاب سامر قاسم الندى في قرية باتبو على يد قسد.")
    assert [r.initiators for r in killed] == [("SDF",)]


def test_the_dead_of_a_page_are_quoted(coder):
    (report,) = told(coder, "تشيع مدينة الأتارب شهداءها سامر قاسم الندى وحسان قاسم الندى.")
    assert report.rule["event"].startswith("method.victims_alone")
    assert report.evidence["event"] and report.evidence["place"]


@pytest.mark.parametrize(
    "text",
    [
        "كان يا ما كان في قديم الزمان، وقضى الشيخ عمره في القراءة والكتابة.",
        "سقط عشرات القتلى في الحرب منذ عام 2011 في مدينة حلب.",
        "لقي ثلاثة أشخاص مصرعهم في حادث سير على طريق مدينة حلب، رحمهم الله.",
        "وفاة الحاج سامر قاسم الندى في مدينة الأتارب بعد معاناة طويلة، رحمه الله.",
        "أصيب الشاب بشظايا في الرأس وحالته مستقرة.",
        "شهداء مدينة الأتارب: سامر قاسم الندى وحسان قاسم الندى، رحمهم الله.",
        "#وفيات_الأتارب الشهيد بإذن الله سامر قاسم الندى، تقبله الله.",
        "#الأتارب ارتقاء الشهيد سامر قاسم الندى، رحمه الله وغفر له.",
        "المنزل المتضرر في قرية باتبو هو منزل سامر الندى. أصيبت زوجته بحروق بليغة.",
    ],
)
def test_without_a_place_a_time_or_violence_it_is_no_incident(coder, text):
    assert told(coder, text) == []


def test_a_page_of_news_is_not_looked_at_again(coder):
    lead = "لقي شاب مصرعه وأصيب آخر في حريق بئر في مدينة الأتارب، بحسب ما قال المتحدث باسم الدفاع المدني اليوم الخميس لمراسلنا."
    assert told(coder, lead, "https://example.org/news/1", "مصرع شاب في الأتارب") == []


def test_a_year_of_birth_dates_no_act(coder):
    reports = told(coder, "الشهيدة ليلى من مواليد عام 1987، وقد سقطت ضحية قصف قوات النظام مدينة الأتارب.")
    assert said(reports) == ["Shelling/artillery/missile attack @ الأتارب"]
