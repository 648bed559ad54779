"""Names as the text writes them."""

import pytest

from waqai.gazetteer.phrase import name_as_written


@pytest.mark.parametrize(
    ("written", "proclitic", "name"),
    [
        ("بحلب", "ب", "حلب"),
        ("للرقة", "ل", "الرقة"),
        ("وللرقة", "ول", "الرقة"),
        ("تل_تمر", "", "تل تمر"),
        ("دير #علي", "", "دير علي"),
        ("ب#حلب", "ب", "حلب"),
        ("حـــلب\u200e", "", "حلب"),
        ("لبنان", "", "لبنان"),
        ("\ufecb\ufeaa\ufee5", "", "عدن"),
    ],
)
def test_names(written, proclitic, name):
    assert name_as_written(written, proclitic) == name
