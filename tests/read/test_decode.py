"""Bytes into text, in whatever encoding Arabic was ever saved, or one sentence why not."""

from __future__ import annotations

import pytest

from waqai.errors import EmptyInputError, EncodingError, InputError, TooLargeError
from waqai.read.decode import MAX_BYTES, decode, has_arabic

TEXT = "قال مصدر محلي إن القصف استهدف بلدة في ريف إدلب، وقتل مدنيان على الأقل من أهالي القرية."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "windows-1256", "iso-8859-6", "utf-16", "utf-32"])
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


@pytest.mark.parametrize("mark", [b"\xff\xfe\0\0", b"\0\0\xfe\xff"])
def test_utf_32_of_either_order_is_not_taken_for_utf_16(mark):
    assert decode(mark + TEXT.encode("utf-32-le" if mark[0] else "utf-32-be"), "x") == TEXT


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1256"])
def test_a_nul_in_good_text_is_left_out_and_many_are_binary(encoding):
    text = TEXT * 3
    assert decode(f"{text[:40]}\0{text[40:]}".encode(encoding), "x") == text
    with pytest.raises(EncodingError):
        decode("\0".join(text).encode(encoding), "x")


def test_a_carriage_return_that_ends_a_line_alone_is_a_line_feed_and_moves_nothing():
    assert decode(f"{TEXT}\r\r{TEXT}\r\n{TEXT}".encode(), "x") == f"{TEXT}\n\n{TEXT}\r\n{TEXT}"


def test_a_few_arabic_letters_are_no_arabic_text():
    assert not has_arabic("Al-Tanf (التنف) base")
    assert has_arabic(TEXT)
