"""A second opinion on names: what spaCy's recogniser takes for persons in the sentences that have speakers.

The shapes of ``mentions`` go by capitals and lists of words, so that they misread a surname that
is also a role ("King"), three names none of which is listed, and a calling in capitals before a
name ("Ranger Nick Hale"). The recogniser errs on other things (places, firms), so it is believed
on persons of two words and more alone, and where most of its sentences agree.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain

from claimgraph.extract.attribution.spans import Attribution
from claimgraph.extract.parse import Article, named_entities
from claimgraph.extract.speakers.vocabulary import role_family, titles
from claimgraph.extract.tokens import Token
from claimgraph.lexicon import words
from claimgraph.lexicon.characters import fold


def people(article: Article, attributions: Sequence[Attribution]) -> frozenset[str]:
    """Return the names of two words and more that the recogniser takes for persons' where somebody speaks."""
    spans = chain.from_iterable(attribution.source for attribution in attributions)
    tokens = filter(_may_name, chain.from_iterable(map(article.tokens, spans)))
    sentences = {(token.doc, token.sent.start): token.sent for token in tokens}
    votes: Counter[str] = Counter()
    for entity, label in named_entities(sentences.values()):
        votes[_bare(entity)] += 1 if label == "PERSON" else -1
    return frozenset(name for name, balance in votes.items() if balance > 0 and " " in name)


def _may_name(token: Token) -> bool:
    return token.pos_ == "PROPN" or (token.text[:1].isupper() and not token.is_sent_start)


def _bare(entity: Iterable[str]) -> str:
    """Return a name without a title or an office before it, or a rank or a possessive mark behind it."""
    parts = [word for word in entity if word not in {"'s", "’s", "'", "’"}]
    while len(parts) > 1 and (_is_title(parts[0]) or parts[0][:1].islower()):
        parts.pop(0)
    while parts and fold(parts[-1]) in words("name_words", "ranks"):
        parts.pop()
    return re.sub(r" ?([-'’]) ?", r"\1", " ".join(parts)).strip("-.")


def _is_title(word: str) -> bool:
    sort = fold(word) in words("institutions", "company_words")  # "Retailer Acme"
    return sort or fold(word) in titles() or role_family(fold(word)) is not None
