from near_copy_signatures import COPY, OTHER_VERSION, OWN, TEXT, THIRD
from waqai.link.wording import SLOTS, shared_wording
from waqai.read.near_copy import resemblance, signature


def test_it_agrees_with_the_reader():
    for other in (TEXT, COPY, THIRD, OWN):
        assert shared_wording(TEXT, other) == resemblance(TEXT, other)


def test_a_real_signature_has_these_slots():
    made = signature("قصفت قوات النظام بلدة الزر صباح اليوم")
    assert len(made) == 2 + 4 * SLOTS
    assert shared_wording(made, made) == 1


def test_signatures_of_two_versions_tell_nothing():
    assert shared_wording(TEXT, OTHER_VERSION) == 0
