"""Texts that nobody would think of: Arabic as it stands on pages, with all that gets into it."""

from __future__ import annotations

from hypothesis import strategies as st

LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئىة"
PERSIAN = "پچژکگیھہۀەۆ"
MARKS = "\u064b\u064e\u064f\u0650\u0651\u0652\u0670\u0640"
INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u2066\u2069\ufeff\u00ad\u061c"
SPACES = " \t\u00a0\u2003\u202f\u3000_"
PUNCTUATION = ".,:;!?،؛؟()\"'«»“”-–…#@/*"
FORMS = "\ufefb\ufef5\ufdfa\ufdf2\ufe8d\ufc5e\ufe70\ufdfc\ufbfc"
DIGITS = "0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳"

words = st.text(LETTERS, min_size=1, max_size=8)
"""Bare words."""

texts = st.text(
    st.one_of(
        st.sampled_from(LETTERS),
        st.sampled_from(PERSIAN + MARKS + INVISIBLE + SPACES + PUNCTUATION + FORMS + DIGITS + "\r\nabzAZ"),
        st.characters(exclude_categories=("Cs",)),
    ),
    max_size=40,
)
"""Anything, mostly Arabic."""
