import pytest

from waqai.link.outlet import is_social, outlet_key, plain_name


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("https://www.example.org/a/1", "example.org"),
        ("https://web.archive.org/web/20240101/https://example.org/a", "example.org"),
        ("https://twitter.com/Example_News/status/1", "x.com/example_news"),
        ("https://x.com/@example_news/status/2", "x.com/example_news"),
        ("https://t.me/s/example/5", "t.me/example"),
        ("https://m.facebook.com/Example.1/posts/pfbid0", "facebook.com/example.1"),
    ],
)
def test_a_page_belongs_to_a_site_or_an_account(url, key):
    assert outlet_key(None, url) == key


def test_a_post_that_does_not_name_its_account_falls_back_to_the_name():
    assert outlet_key("Example News", "https://www.facebook.com/permalink.php?id=1") == "example"


def test_nobody_is_nobody():
    assert outlet_key(None, None) == outlet_key("", "not a url") == ""


def test_words_that_come_and_go_do_not_count():
    assert plain_name("Example News") == plain_name("EXAMPLE") == plain_name("Example - agency")


def test_a_post_is_told_from_a_page():
    assert is_social("https://x.com/a/status/1")
    assert not is_social("https://example.org")
    assert not is_social(None)
