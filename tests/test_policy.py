"""A page's policy names what is its own, and nothing that an article could know or smuggle in."""

import re

import pytest

from claimgraph.policy import NONCE, policy, sealed


def page(words):
    return f'<meta content="{policy("begin()")}"><style nonce="{NONCE}"></style><p>{words}</p>'


def nonces(html):
    return re.findall(r"nonce[-=][\"']?([\w+/]+=*)", html)


def test_nothing_is_let_in_that_is_unsafe():
    assert re.search("unsafe-|\\*|https?:", policy("begin()", "end()")) is None
    assert policy("begin()").startswith("default-src 'none'; script-src 'sha256-")


def test_the_policy_and_the_style_carry_one_nonce_of_all_that_the_page_says():
    first, second = nonces(sealed(page("a")))
    assert first == second
    assert len(first) == 44
    assert nonces(sealed(page("a"))) == [first, second]
    assert first not in nonces(sealed(page("b")))


@pytest.mark.parametrize("words", [NONCE, f"<style nonce='{NONCE}'>", "\\1 \\g<0>"])
def test_no_words_of_an_article_are_given_the_nonce(words):
    assert sealed(page(words)).endswith(f"<p>{words}</p>")
