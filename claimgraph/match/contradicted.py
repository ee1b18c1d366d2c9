"""Whom a speaker contradicts: "the agency contradicted her", "his brother contradicted Ms Lund".

What is denied is then that person's word: what she said last, nearest before, a negative
statement as well as any other.
"""

import re

from claimgraph.match.gates import opposed
from claimgraph.match.nodes import Context, Node, proper_names
from claimgraph.model import Act

BACK = 2
"""Paragraphs back in which the contradicted statement is looked for."""
TELLING = frozenset({Act.ASSERT, Act.ACCUSE, Act.DENY, Act.ESTIMATE, Act.ADMIT})
PERSON = frozenset({"him", "her", "them", "it"})
_CUE = re.compile(r"\bcontradict(?:s|ed|ing)?\b")


def contradicted_words(denial: Node, context: Context) -> list[Node]:
    """Return the claims that a speaker contradicts by contradicting somebody; none when that is unclear."""
    claim = denial.claim
    if claim.act is not Act.DENY or claim.cue is None:
        return []
    text = context.sources[claim.source].text
    if not _CUE.search(text[claim.cue[0] : claim.cue[1]].lower()):
        return []
    words_of = claim.text.strip(" “”\"'‘’.,")
    low = words_of.lower()
    names = proper_names(words_of)
    account = re.match(r"(?:his|her|their|its)\b", low)
    if low not in PERSON and not account and not names:
        return []
    earlier = [
        other
        for other in context.near(denial, BACK)
        if other.claim.start < claim.start
        and other.claim.act in TELLING
        and not other.own_voice
        and opposed(other, denial, context).passed
        and (not names or names & _names(other, context))
    ]
    if not earlier:
        return []
    last = earlier[-1]
    return [one for one in earlier if one.claim.statement == last.claim.statement]


def _names(node: Node, context: Context) -> frozenset[str]:
    known = [context.speakers[one] for one in node.claim.speakers if one in context.speakers]
    return frozenset(word for one in known for name in (one.name, *one.aliases) for word in name.split())
