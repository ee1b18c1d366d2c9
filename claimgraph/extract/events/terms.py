"""The words with meaning that say what a content is about."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from claimgraph.extract.parse import Article
from claimgraph.lexicon import words
from claimgraph.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token


def content_terms(article: Article, content: Iterable[Span]) -> tuple[str, ...]:
    """Return the lemmas that say what the content is about, each once, in text order."""
    general = words("generic", "terms")
    terms: dict[str, None] = {}
    for span in content:
        for token in article.tokens(span):
            model = any(c.isdigit() for c in token.text) and any(c.isalpha() for c in token.text)  # "MiG-29"
            if (model or token.pos_ in {"NOUN", "PROPN", "VERB", "ADJ"}) and not token.is_stop:
                lemma = _singular(token)
                if len(lemma) > 1 and lemma not in general:
                    terms[lemma] = None
    return tuple(terms)


def _singular(token: "Token") -> str:
    """Return the lemma, with the plural of a name taken off ("two Boeings")."""
    lemma = token.lemma_.lower().strip("’'\".,-")
    if token.tag_ in {"NNPS", "NNS"} and lemma == token.lower_ and lemma.endswith("s") and len(lemma) > 4:
        return lemma[:-2] if lemma.endswith(("ches", "shes", "xes", "sses", "zes")) else lemma[:-1]
    return lemma
