"""A text without a kind's signs is not searched for its markers, so every marker must have one."""

from re import _parser as parser

import pytest

from claimgraph.lexicon import table

SIGN = "§"


def _must_have(tree, character):
    """Tell whether every text that a parsed pattern matches has a character."""
    for kind, argument in tree:
        name = str(kind)
        if name == "LITERAL" and chr(argument) == character:
            return True
        if name == "SUBPATTERN" and _must_have(argument[-1], character):
            return True
        if name == "BRANCH" and all(_must_have(one, character) for one in argument[1]):
            return True
        if name == "MAX_REPEAT" and argument[0] and _must_have(argument[2], character):
            return True
    return False


@pytest.mark.parametrize("kind", table("differing")["signs"])
def test_every_marker_of_two_accounts_has_a_sign_of_its_kind(kind):
    signs = table("differing")["signs"][kind]
    for pattern in table("differing")[kind]:
        marked = pattern
        for sign in sorted(signs, key=len, reverse=True):
            marked = marked.replace(sign, SIGN)
        assert _must_have(parser.parse(marked), SIGN), pattern
