"""The two sides of a fight: who tried, who is named at last, at whose expense, and the losses of both."""

from __future__ import annotations

import pytest

from waqai.read import article_from_record


@pytest.mark.parametrize(
    ("text", "by", "to"),
    [
        (
            "قتل ثمانية من عناصر داعش أثناء محاولتهم الهجوم على قوات عراقية في حي التأميم بالرمادي أمس.",
            ["IS"],
            ["IRQ_ARMY"],
        ),
        ("قتل خمسة من الحوثيين عندما حاولوا التسلل إلى مواقع المقاومة في كرش أمس.", ["HOUTHI"], ["YEM_RESISTANCE"]),
        (
            "حققت وحدات حماية الشعب مكاسب على حساب تنظيم داعش وسيطرت على بلدة عين عيسى أمس.",
            ["YPG"],
            ["IS"],
        ),
        (
            "قال المرصد إن ائتلافا لفصائل معارضة يعرف باسم (جيش الفتح) قصف بلدة الفوعة بالصواريخ أمس.",
            ["ISLAMIST_REBELS"],
            ["CIVILIANS"],
        ),
        ("قالت مصادر بفصائل تعارض الحوثيين إن اشتباكات اندلعت في مأرب أمس.", ["UNKNOWN"], ["UNKNOWN"]),
        ("استعادت القوات العراقية ناحية الصينية غرب بيجي أمس بعد معارك مع داعش.", ["IRQ_ARMY"], ["IS"]),
        (
            "شن عشرات من مسلحي القاعدة هجوما على معسكر للجيش اليمني في مدينة القطن أمس، غير أن الجنود تمكنوا من صدهم.",
            ["AQAP"],
            ["YEM_GOV"],
        ),
        (
            "قتل سبعة من رجال الشرطة الأفغانية في غارة شنتها طائرة تابعة لحلف شمال الأطلسي في ولاية لوغار أمس.",
            ["OTHER:حلف شمال الأطلسي"],
            ["POLICE_OTHER"],
        ),
        ("خطف مسلحون مجهولون مهندسا تركيا في طرابلس الليبية أمس.", ["UNKNOWN"], ["CIVILIANS"]),
        ("أبطل خبراء متفجرات أتراك مفعول سيارة مفخخة في أنقرة أمس.", ["TUR_POLICE"], ["UNKNOWN"]),
        ("ردت القوات السعودية على قصف الحوثيين لمنطقة الطوال الحدودية أمس.", ["HOUTHI"], ["CIVILIANS"]),
    ],
)
def test_sides_of_one_act(coder, text, by, to):
    article = article_from_record({"id": "a", "title": "", "text": text, "published": "2015-07-28"})
    last = coder.code(article).reports[-1]
    assert (list(last.initiators), list(last.targets)) == (by, to)
