"""The lines of a list that breaks a running total down tell no acts, and no toll of the act above them."""

from __future__ import annotations

from waqai.read import article_from_record

TEXT = """استهدفت طائرة مسيرة تركية اليوم مزرعة قرب قرية خزيموك بريف القامشلي، ما أسفر عن إصابة مزارع.
وبذلك، يرتفع إلى 83 عدد الاستهدافات التركية منذ مطلع العام 2022، تسببت بمقتل 15 مدنيا و83 عسكريا.
– الشهر الأول، 3 استهدافات تسببت بسقوط 3 قتلى و13 جريحا.
– الشهر السادس، 4 استهدافات، تسببت بمقتل 14 من العسكريين وإصابة 5 آخرين."""


def test_a_list_by_months_is_part_of_the_total(coder):
    article = article_from_record({"id": "total", "title": "", "text": TEXT, "published": "2022-06-15"})
    tolls = [(r.place.name, [(h.kind, h.min) for h in r.harm]) for r in coder.code(article).reports]
    assert tolls == [("خزيموك", [("wounded", 1)])]


def test_a_dash_behind_who_tells_it_makes_no_list(coder):
    text = "متابعات – جرح ثلاثة مدنيين أمس، وقتل 40 مدنيا منذ مطلع العام. وقصفت قوات النظام بلدة كنصفرة جنوبي إدلب."
    article = article_from_record({"id": "told", "title": "قصف", "text": text, "published": "2022-06-15"})
    assert [r.place.name for r in coder.code(article).reports] == ["كنصفرة"]
