"""Who tells of a strike on his enemy, or of warplanes that nobody owns, and names nobody else: it was he."""

from __future__ import annotations

import pytest

from waqai.read import article_from_record


@pytest.mark.parametrize(
    ("text", "by", "to"),
    [
        ("أوضحت قيادة التحالف أنه تم قصف مقرات قيادة للحوثيين في جبل التيس أمس.", "SAUDI_COALITION", "HOUTHI"),
        (
            "أعلن الجيش النيجيري أن طائرات حربية قصفت معسكرا لجماعة بوكو حرام في غابة سامبيسا أمس.",
            "POLICE_OTHER",
            "OTHER:بوكو حرام",
        ),
        ("قال الجيش الليبي إن طائرات حربية قصفت مواقع لتنظيم داعش في درنة أمس.", "LNA", "IS"),
        ("قال المرصد السوري إن طائرات حربية قصفت مواقع لتنظيم داعش في الرقة أمس.", "UNKNOWN", "IS"),
        ("قال الجيش الليبي إن طائرات حربية قصفت حيا في درنة أمس فقتل ثلاثة مدنيين.", "UNKNOWN", "CIVILIANS"),
    ],
)
def test_who_tells_of_it_did_it(coder, text, by, to):
    article = article_from_record({"id": "a", "title": "", "text": text, "published": "2015-07-28"})
    assert [(list(r.initiators), list(r.targets)) for r in coder.code(article).reports] == [([by], [to])]
