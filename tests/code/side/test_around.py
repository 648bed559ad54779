"""Whom an attacker belongs to, and who is said to have carried it out."""

from __future__ import annotations

import pytest

from waqai.read import article_from_record


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("نفذ الهجوم انتحاريان ينتميان إلى تنظيم داعش في مدينة بيروت أمس.", ["IS"]),
        (
            "جرح عشرون في تفجيرين نفذتهما امرأتان يعتقد أنهما تنتميان إلى حركة طالبان في مدينة قندوز.",
            ["OTHER:طالبان"],
        ),
        ("أدى تفجيران يرجح أن حركة الشباب نفذتهما إلى مقتل تسعة مدنيين في بلدة بيدوا.", ["OTHER:حركة الشباب"]),
        ("أوقفت الشرطة التركية رجلين ينتميان إلى حزب العمال الكردستاني في ماردين.", ["TUR_POLICE"]),
    ],
)
def test_the_group_of_who_did_it_did_it(coder, text, by):
    article = article_from_record({"id": "a", "title": "", "text": text, "published": "2015-08-12"})
    assert [list(r.initiators) for r in coder.code(article).reports] == [by]


@pytest.mark.parametrize(
    ("text", "by", "to"),
    [
        (
            "سيطرت المقاومة الشعبية على مدينة جعار بمساعدة غارات التحالف العربي.",
            ["YEM_RESISTANCE", "SAUDI_COALITION"],
            ["UNKNOWN"],
        ),
        ("سيطرت وحدات حماية الشعب على بلدة سلوك بدعم من ضربات التحالف الدولي.", ["YPG", "COALITION"], ["UNKNOWN"]),
        (
            "قتل سبعة من الحوثيين في مواجهات مع القوات السعودية بعد محاولتهم التسلل إلى الربوعة.",
            ["HOUTHI"],
            ["SAUDI_MIL"],
        ),
        (
            "اندلعت اشتباكات بين مسلحي داعش والجيش العراقي أثناء محاولته التقدم في حي التأميم بالرمادي.",
            ["IRQ_ARMY"],
            ["IS"],
        ),
        (
            "أطلق شرطي أفغاني النار على زملائه في نقطة تفتيش بولاية أوروزغان فقتل أربعة منهم.",
            ["POLICE_OTHER"],
            ["POLICE_OTHER"],
        ),
        ("انفجرت عبوة بسيارة تعود لقيادي في حركة حماس في خان يونس.", ["UNKNOWN"], ["HAMAS"]),
        (
            "أفادت مصادر محلية باستهداف قوات النظام، قرية كفرعمة غربي حلب بقذائف المدفعية.",
            ["SYR_GOV"],
            ["CIVILIANS"],
        ),
        ("أعلنت السلطات المغربية تفكيك خلية موالية لتنظيم داعش في مدينة طنجة.", ["POLICE_OTHER"], ["IS"]),
        ("أوقفت الشرطة الألمانية أحد مقاتلي تنظيم داعش في مدينة بريمن.", ["POLICE_OTHER"], ["IS"]),
    ],
)
def test_who_helps_tries_owns_and_shoots_at_his_own(coder, text, by, to):
    article = article_from_record({"id": "a", "title": "", "text": text, "published": "2015-08-12"})
    assert [(list(r.initiators), list(r.targets)) for r in coder.code(article).reports] == [(by, to)]


@pytest.mark.parametrize(
    ("text", "by", "to"),
    [
        (
            "ذكرت مصادر في قوات البيشمركة أنها قتلت ستة من داعش في مواجهات ببلدة مخمور أمس.",
            ["PESHMERGA"],
            ["IS"],
        ),
        (
            "قصفت طائرة تركية سيارة في عفرين وقتلت اثنين من وحدات حماية الشعب التي تحارب إلى جانب قوات النظام.",
            ["TURKEY_MIL"],
            ["YPG"],
        ),
        ("تصدت القوات الخاصة لهجوم عنيف في محور بوعطني ببنغازي أمس.", ["UNKNOWN"], ["LNA"]),
    ],
)
def test_who_speaks_of_himself_fights_beside_and_beats_off(coder, text, by, to):
    article = article_from_record({"id": "a", "title": "", "text": text, "published": "2015-08-12"})
    assert [(list(r.initiators), list(r.targets)) for r in coder.code(article).reports] == [(by, to)]
