"""Who attacked, where the words beside a side of a fight say that it came, and what was tried and failed."""

from __future__ import annotations

import pytest

from waqai.read import article_from_record

_FIGHT = "اندلعت اشتباكات بين قوات البيشمركة ومسلحي تنظيم داعش "


@pytest.mark.parametrize(
    ("text", "by", "outcome"),
    [
        (_FIGHT + "في ناحية زمار أمس.", "PESHMERGA", "completed"),
        (_FIGHT + "بعد محاولتهم اقتحام ناحية زمار أمس.", "IS", "failed"),
        (_FIGHT + "أمس بعد محاولتهم التسلل إلى ناحية زمار.", "IS", "failed"),
        (_FIGHT + "الذين يحاولون السيطرة على ناحية زمار أمس.", "IS", "completed"),
        (_FIGHT + "إثر محاولة البيشمركة التقدم نحو ناحية زمار أمس.", "PESHMERGA", "failed"),
        ("صدت قوات البيشمركة محاولة تنظيم داعش السيطرة على ناحية زمار أمس.", "IS", "failed"),
    ],
)
def test_who_came_attacked(coder, text, by, outcome):
    article = article_from_record({"id": "a", "title": "", "text": text, "published": "2015-07-25"})
    (report,) = coder.code(article).reports
    assert (list(report.initiators), report.outcome) == ([by], outcome)
