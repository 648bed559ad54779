"""A headline's total goes to no single place when the places' own tolls add up to it."""

from __future__ import annotations

from waqai.read import article_from_record

TITLE = "أربعة قتلى بقصف على مدينة الأتارب وريفها"
TEXT = """قتل أربعة مدنيين وأصيب سبعة بقصف لقوات النظام على مدينة الأتارب وريفها غربي حلب اليوم الأربعاء.
وقال شاهد إن القصف المدفعي على مدينة الأتارب أدى إلى مقتل مدني وإصابة اثنين.
كما قصفت قوات النظام بالصواريخ بلدة كفرنوران المجاورة، ما أدى إلى مقتل ثلاثة مدنيين وإصابة خمسة."""


def _tolls(coder, text: str) -> dict[str, list[tuple[str, int]]]:
    article = article_from_record({"id": "sum", "title": TITLE, "text": text, "published": "2022-06-15"})
    reports = coder.code(article).reports
    return {r.place.name: sorted((h.kind, h.min) for h in r.harm) for r in reports}


def test_a_total_over_two_places_is_told_of_neither(coder):
    assert _tolls(coder, TEXT) == {
        "الأتارب": [("killed", 1), ("wounded", 2)],
        "كفرنوران": [("killed", 3), ("wounded", 5)],
    }


def test_a_toll_that_does_not_add_up_stays(coder):
    assert _tolls(coder, TEXT.replace("ثلاثة مدنيين", "خمسة مدنيين"))["الأتارب"][0] == ("killed", 4)


def test_a_sum_over_the_acts_that_follow_is_not_the_first_ones(coder):
    text = (
        "قتل 45 شخصا على الأقل في تفجيرات هزت مدينة بعقوبة أمس. "
        "وانفجرت سيارة مفخخة في بلدة بهرز، ما أسفر عن مقتل 28 شخصا. "
        "وقتل 17 شخصا في انفجار عبوة ناسفة في ناحية العظيم."
    )
    article = article_from_record({"id": "sum", "title": "", "text": text, "published": "2015-07-20"})
    tolls = {r.place.name: [h.min for h in r.harm] for r in coder.code(article).reports}
    assert tolls == {"بعقوبة": [], "بهرز": [28], "العظيم": [17]}


def test_a_headlines_toll_stays_with_the_act_whose_body_tells_it(coder):
    record = {
        "id": "head",
        "title": "إصابة مدني بقصف تركي",
        "text": "قصفت القوات التركية بالمدفعية قرية توخار بريف منبج. كما طال القصف المدفعي قرية الهوشرية، ما أدى لإصابة مدني.",
        "published": "2022-06-15",
    }
    tolls = {r.place.name: [h.min for h in r.harm] for r in coder.code(article_from_record(record)).reports}
    assert tolls == {"توخار": [], "الهوشرية": [1]}
