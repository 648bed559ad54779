"""Words for taking ground: what was taken, and what was only tried, aimed at or named by the way."""

from __future__ import annotations

import pytest

from waqai.read import article_from_record

_TAKEN, _FOUGHT = "Government regains territory", "Armed clash"


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("أعلنت القوات العراقية أمس تحرير مدينة هيت من تنظيم داعش.", [_TAKEN]),
        ("تمكنت القوات العراقية أمس من تحرير بلدة هيت من تنظيم داعش.", [_TAKEN]),
        ("شنت القوات العراقية أمس هجوما لاستعادة بلدة هيت من تنظيم داعش.", [_FOUGHT]),
        ("حاولت القوات العراقية أمس استعادة بلدة هيت من تنظيم داعش.", [_FOUGHT]),
        ("أجبرت القوات العراقية أمس مسلحي داعش على الانسحاب من بلدة هيت.", [_TAKEN]),
        ("سيطرة قوات سوريا الديمقراطية على بلدة تل براك.", [_TAKEN]),
        ("سيطرة الحوثيين على صنعاء تثير قلق الجوار.", []),
        ("نجحت القوات العراقية أمس في تحرير بلدة هيت من تنظيم داعش.", [_TAKEN]),
        ("استطاع الجيش العراقي أمس تطهير قرية البو فراج.", [_TAKEN]),
        ("حققت القوات العراقية أمس تقدما تمثل في تحرير ناحية كبيسة.", [_TAKEN]),
        ("أثمرت هجمات الجيش العراقي أمس عن تحرير ناحية كبيسة.", [_TAKEN]),
        ("خاضت القوات العراقية أمس معارك مع تنظيم داعش وباتت على بعد 700 متر من السيطرة على جسر هيت.", [_FOUGHT]),
        ("نجحت الحكومة في إعادة خمسين أسرة بعد تحرير بلدة هيت.", []),
        ("تحدث الوزير أمس عن كلفة إعمار المساكن منذ عملية تحرير مدينة هيت.", []),
    ],
)
def test_ground_is_taken_only_where_the_text_says_so(coder, text, types):
    article = article_from_record({"id": "a", "title": "", "text": text, "published": "2015-07-25"})
    assert [report.sub_event_type for report in coder.code(article).reports] == types
