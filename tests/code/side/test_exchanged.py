"""Fire that two sides exchange from afar, which is no clash of theirs."""

from __future__ import annotations

import pytest

from waqai.read import article_from_record


@pytest.mark.parametrize(
    ("text", "by", "to"),
    [
        ("تبادلت قسد والجيش الوطني قصفا بالهاون أمس على محور مرعناز بريف عفرين.", ["SDF"], ["SNA"]),
        ("قصف مدفعي متبادل بين القوات التركية وقسد أمس على محور أبو راسين.", ["TURKEY_MIL"], ["SDF"]),
        (
            "شهد محور الفوج 46 غربي حلب أمس قصفا متبادلا بين قوات النظام تساندها ميليشيات إيران من جهة وهيئة تحرير الشام من جهة ثانية.",
            ["SYR_GOV", "IRAN_MILITIAS"],
            ["HTS"],
        ),
        ("قصفت قوات النظام أمس قرية بينين جنوبي إدلب.", ["SYR_GOV"], ["CIVILIANS"]),
    ],
)
def test_first_named_of_an_exchange_opened_it(coder, text, by, to):
    article = article_from_record({"id": "a", "title": "", "text": text, "published": "2022-05-03"})
    (report,) = coder.code(article).reports
    assert (list(report.initiators), list(report.targets)) == (by, to)


def test_an_exchange_told_of_provinces_names_nobody_at_its_villages(coder):
    text = "شهدت أرياف إدلب وحماة اليوم قصفا متبادلا بين قوات النظام وهيئة تحرير الشام.\nوقصفت قوات النظام اليوم قرية آفس شرقي إدلب."
    article = article_from_record({"id": "a", "title": "", "text": text, "published": "2022-05-03"})
    village = next(r for r in coder.code(article).reports if r.place.name == "آفس")
    assert (village.initiators, village.targets) == (("SYR_GOV",), ("CIVILIANS",))
