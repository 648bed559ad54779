"""Bytes into text, in whatever encoding Arabic was ever saved, or one sentence why not."""

from __future__ import annotations

import pytest

from waqai.errors import EmptyInputError, EncodingError, InputError, TooLargeError
from waqai.read.decode import MAX_BYTES, decode, has_arabic

TEXT = "قال مصدر محلي إن القصف استهدف بلدة في ريف إدلب، وقتل مدنيان على الأقل من أهالي القرية."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "windows-1256", "iso-8859-6", "utf-16"])
def test_encodings(encoding):
    text = TEXT.replace("،", "") if encoding == "iso-8859-6" else TEXT
    assert decode(text.encode(encoding), "x").lstrip("\ufeff") == text


def test_a_declared_encoding_that_is_wrong_is_not_believed():
    page = f'<meta charset="utf-8">{TEXT}'
    assert decode(page.encode("windows-1256"), "x") == page


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", EmptyInputError),
        (b" \r\n\t", EmptyInputError),
        (b"\x00\x01\x02\x03" * 10, EncodingError),
        (bytes(range(128, 256)) * 20, EncodingError),
        (b"x" * (MAX_BYTES + 1), TooLargeError),
    ],
    ids=["empty", "blank", "binary", "high-bytes", "large"],
)
def test_what_is_no_text_is_said_in_one_sentence_with_its_name(data, error):
    with pytest.raises(error, match=r"^page\.html: [^\n]+$") as told:
        decode(data, "page.html")
    assert isinstance(told.value, InputError)


def test_a_few_arabic_letters_are_no_arabic_text():
    assert not has_arabic("Al-Tanf (التنف) base")
    assert has_arabic(TEXT)
