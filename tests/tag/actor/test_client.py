"""Forces named by the ruler whom they obey."""

from __future__ import annotations

from datetime import date

import pytest

from waqai.tag.actor.find import find_actors
from waqai.tag.setting import Setting
from waqai.tag.words import Words
from waqai.text.fold import fold


@pytest.mark.parametrize(
    ("name", "country", "ids"),
    [
        ("مسلحون موالون للرئيس السابق علي عبد الله صالح", "YE", ("SALEH_FORCES",)),
        ("المقاتلون الموالون للرئيس عبد ربه منصور هادي", "YE", ("YEM_GOV",)),
        ("وحدات موالية للمخلوع", "YE", ("SALEH_FORCES",)),
        ("جنود مؤيدون لهادي", "YE", ("YEM_GOV",)),
        ("مسلحون موالون للفريق خليفة حفتر", "LY", ("LNA",)),
        ("مسلحون موالون للوزير السابق", "LY", ()),
    ],
)
def test_loyal_to_whom(coder, name, country, ids):
    words = Words.of(fold(f"هاجم {name} القرية").text, coder.lexicon)
    found = find_actors(words, Setting(country, date(2015, 8, 1)))
    assert tuple(i for phrase in found for i in phrase.ids) == ids


def test_a_country_spelt_like_its_peoples_accusative_is_no_doer(coder):
    words = Words.of(fold("انفجرت قنبلة في مدينة جوس وسط نيجيريا").text, coder.lexicon)
    assert not find_actors(words, Setting("NG", date(2015, 8, 1)))


@pytest.mark.parametrize(
    ("names", "country", "ids"),
    [
        ("القوات التركية وفصائلها المسلحة", "SY", ["TURKEY_MIL", "SNA"]),
        ("القوات التركية والفصائل المسلحة", "SY", ["TURKEY_MIL", "SNA"]),
        ("القوات التركية وفصائل المعارضة", "SY", ["TURKEY_MIL", "FSA"]),
        ("قوات النظام والفصائل", "SY", ["SYR_GOV", "FSA"]),
        ("قوات النظام وميليشياته", "SY", ["SYR_GOV", "SYR_GOV_MILITIAS"]),
        ("الحوثيون وميليشياتهم", "YE", ["HOUTHI"]),
    ],
)
def test_militias_right_behind_their_patron(coder, names, country, ids):
    words = Words.of(fold(f"هاجمت {names} القرية").text, coder.lexicon)
    found = find_actors(words, Setting(country, date(2021, 8, 1)))
    assert [i for phrase in found for i in phrase.ids] == ids


@pytest.mark.parametrize(
    ("names", "ids"),
    [
        ("هيئة تحرير الشام الذراع السوري لتنظيم القاعدة", ["HTS"]),
        ("وحدات حماية الشعب (الجناح المسلح لحزب الاتحاد الديمقراطي)", ["YPG"]),
        ("عناصر فرع أمن الدولة", ["SYR_GOV"]),
        ("هيئة تحرير الشام وتنظيم القاعدة", ["HTS", "OTHER:القاعدة"]),
    ],
)
def test_an_arm_of_others_is_one_actor(coder, names, ids):
    words = Words.of(fold(f"هاجمت {names} القرية").text, coder.lexicon)
    found = find_actors(words, Setting("SY", date(2021, 8, 1)))
    assert [i for phrase in found for i in phrase.ids] == ids
