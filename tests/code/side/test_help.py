"""Whoever helps is a doer too, and never whom it was done to."""

from __future__ import annotations

import pytest

from waqai.read import article_from_record

_CAPTURE = "استعادت قوات مكافحة الإرهاب جامعة الأنبار أمس من تنظيم داعش. "


def _sides(coder, text: str, day: str = "2015-07-28") -> list[tuple[str, list[str], list[str]]]:
    article = article_from_record({"id": "a", "title": "", "text": text, "published": day})
    reports = coder.code(article).reports
    return [(r.place.name if r.place else "", list(r.initiators), list(r.targets)) for r in reports]


@pytest.mark.parametrize(
    ("text", "place", "by", "to"),
    [
        (
            "حررت القوات العراقية أمس جامعة الأنبار من تنظيم داعش بمساندة الجيش ودعم طيران التحالف الدولي.",
            "جامعة الأنبار",
            ["IRQ_ARMY", "COALITION"],
            ["IS"],
        ),
        (
            _CAPTURE + "وقال مسؤول محلي إن استعادة الجامعة تمت بدعم من غارات متواصلة من طيران التحالف.",
            "جامعة الأنبار",
            ["IRQ_ARMY", "COALITION"],
            ["IS"],
        ),
        (
            "سيطرت القوات الأمنية بمشاركة مقاتلي عشائر الأنبار على مبنى الجامعة في الرمادي أمس وطردت منه داعش.",
            "مبنى الجامعة",
            ["IRQ_ARMY", "TRIBAL"],
            ["IS"],
        ),
        (
            "سيطرت وحدات حماية الشعب بدعم جماعات معارضة سورية صغيرة على بلدة تل أبيض في 15 يونيو بعد طرد داعش.",
            "تل أبيض",
            ["YPG", "FSA"],
            ["IS"],
        ),
        (
            "استعادت القوات الحكومية الأفغانية مدعومة بضربات جوية أمريكية مدينة قندوز من طالبان أمس.",
            "قندوز",
            ["POLICE_OTHER", "US_MIL"],
            ["OTHER:طالبان"],
        ),
        (
            "اشتباكات أمس بين كتائب الثوار من جهة وقوات النظام مدعومة باللجان الشعبية والمسلحين الموالين لها من جهة أخرى في قرية رتيان بحلب.",
            "رتيان",
            ["FSA"],
            ["SYR_GOV", "SYR_GOV_MILITIAS"],
        ),
        (
            "اشتباكات أمس في حي كرم الطراب بحلب بين قوات النظام مدعمة بالدفاع الوطني وحزب الله من جهة، والكتائب المقاتلة.",
            "كرم الطراب",
            ["SYR_GOV", "SYR_GOV_MILITIAS", "HEZBOLLAH"],
            ["FSA"],
        ),
        (
            "دارت اشتباكات أمس في حي صلاح الدين في حلب بين الكتائب المقاتلة من جهة، وقوات النظام مدعومة بقوات الدفاع الوطني.",
            "صلاح الدين",
            ["FSA"],
            ["SYR_GOV", "SYR_GOV_MILITIAS"],
        ),
        (
            "نفذ طيران التحالف الدولي أمس غارات على مواقع داعش قرب الموصل بالتنسيق مع الحكومة العراقية.",
            "الموصل",
            ["COALITION"],
            ["IS"],
        ),
    ],
)
def test_helpers_join_those_they_help(coder, text, place, by, to):
    assert _sides(coder, text) == [(place, by, to)]


def test_a_verb_goes_on_under_its_doer_beside_a_helper(coder):
    text = "حققت المقاومة الشعبية تقدما في لودر أمس وسيطرت على قرية السلامية بعد معارك مع الحوثيين بغطاء جوي من التحالف العربي."
    assert ("السلامية", ["YEM_RESISTANCE", "SAUDI_COALITION"], ["HOUTHI"]) in _sides(coder, text)


@pytest.mark.parametrize(
    ("text", "by", "to"),
    [
        (
            "نفذت فرق تابعة لقوات سوريا الديمقراطية، وبدعم من التحالف، عملية ألقت بها القبض على أمير في التنظيم في الطبقة أمس.",
            ["SDF", "COALITION"],
            ["IS"],
        ),
        (
            "قائد الأمن الداخلي بريف دمشق: إلقاء القبض على قيادي في داعش بالتعاون مع التحالف الدولي في مدينة المعضمية.",
            ["SYR_TRANSITION", "COALITION"],
            ["IS"],
        ),
        (
            "ألقت قوات الأمن القبض على خمسة من عناصر التنظيم في البصيرة بدعم من التحالف أمس.",
            ["SYR_TRANSITION", "COALITION"],
            ["IS"],
        ),
    ],
)
def test_who_stands_beside_helpers_is_the_doer(coder, text, by, to):
    assert [(i, t) for _, i, t in _sides(coder, text, "2025-03-22")] == [(by, to)]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        (
            "استعادت البيشمركة قرية كوجو من داعش أمس. ووفر طيران التحالف الدولي غطاء جويا للقوات.",
            ["PESHMERGA", "COALITION"],
        ),
        (
            "سيطر الجيش العراقي على حي الضباط في الرمادي أمس بعد معارك مع داعش، ولم يشارك في العملية الحشد الشعبي.",
            ["IRQ_ARMY"],
        ),
    ],
)
def test_who_is_told_to_have_helped_in_the_fight_before(coder, text, by):
    assert [i for _, i, _ in _sides(coder, text)] == [by]


@pytest.mark.parametrize(
    ("text", "by", "to"),
    [
        (
            "تدور معارك بين قوات سوريا الديمقراطية بإسناد من طيران التحالف وعناصر تنظيم الدولة في محيط بلدة الشدادي اليوم.",
            ["SDF", "COALITION"],
            ["IS"],
        ),
        (
            "اندلعت مواجهات بين مقاتلين محليين وعشائر بدوية في بلدة المزرعة بريف السويداء اليوم.",
            ["DRUZE_FACTIONS"],
            ["SYR_TRIBES"],
        ),
    ],
)
def test_whoever_helps_one_side_is_not_the_other(coder, text, by, to):
    day = "2025-07-14" if "السويداء" in text else "2016-02-18"
    assert [found[1:] for found in _sides(coder, text, day)] == [(by, to)]
