"""What ``waqai code --jsonl`` writes, as a program would read it."""

from __future__ import annotations

import json

from waqai.read.near_copy import signature


def test_a_line_carries_the_signature_of_its_story_without_the_furniture(piped):
    story = "قتل مدنيان صباح اليوم جراء قصف مدفعي استهدف الأحياء السكنية في مدينة أريحا جنوبي إدلب، وفق ما أفادت به مصادر محلية في المنطقة لمراسلنا."
    record = {"id": 7, "title": "قصف على أريحا", "text": f"{story}\nمقالات ذات صلة\nغارات على مدينة أخرى"}
    done = piped(json.dumps(record), "code", "--jsonl", "-")
    assert done.exit_code == 0, done.stderr
    assert json.loads(done.stdout)["article"]["signature"] == signature(story)
