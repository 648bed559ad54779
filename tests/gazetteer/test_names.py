"""Names of sources: Arabic ones apart from their neighbours in the same letters, Latin ones apart from codes."""

from waqai.gazetteer.names import arabic_names, latin_names


def test_arabic_names_are_kept_once_and_without_their_kind():
    assert arabic_names(["محافظة إدلب", "إدلب", "Idlib", "ادلیب", "", "إدلب "]) == ("إدلب",)


def test_a_kind_that_is_all_there_is_stays():
    assert arabic_names(["قرية"]) == ("قرية",)


def test_a_second_name_in_brackets_is_a_name():
    assert arabic_names(["عين الندى (كري نيدا)"]) == ("عين الندى", "كري نيدا")


def test_latin_names():
    assert latin_names(["Til Nedwa", "OSKL", "https://example.org", "Til  Nedwa", "كفر", "Girê Nedwa"]) == (
        "Til Nedwa",
        "Girê Nedwa",
    )
