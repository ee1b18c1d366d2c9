"""Statements marked by the page: "Minister: no layoffs", "Toll at 12 - police", "Q: ... A: ..."."""

from typing import TYPE_CHECKING

from claimgraph import lexicon
from claimgraph.extract.rules.cues import Cues, is_temporal
from claimgraph.extract.rules.passage import Finding, Passage

if TYPE_CHECKING:
    from spacy.tokens import Token

_NAMED = ("PROPN", "NOUN", "ADJ", "DET", "ADP", "PUNCT", "PART", "NUM", "CCONJ", "PRON", "SYM", "X")
_LONGEST_NAME = 8


def find_layout(passage: Passage, _cues: Cues) -> list[Finding]:
    """Return the statement of a headline or of one turn of a transcript."""
    found = _name_and_colon(passage) or _trailing_name(passage)
    return [found] if found is not None else []


def _name_and_colon(passage: Passage) -> Finding | None:
    """As in "Minister: no layoffs planned"; "Q: When did it start?": a name, a colon, words."""
    doc = passage.doc
    colon = next((token.i for token in doc[: _LONGEST_NAME + 1] if token.text == ":"), None)
    if not colon or colon + 1 >= len(doc) or not _is_name(list(doc[:colon])):
        return None
    heading = passage.paragraph.kind in ("title", "heading")
    shouted = doc[:colon].text.isupper()
    quoted = any(quote.start == doc[colon + 1].idx for quote in passage.quotes)
    if not (heading or shouted or quoted) or any(token.i in passage.inside for token in doc[:colon]):
        return None
    finding = Finding(doc[colon], ":", "headline" if heading and not shouted else "transcript", {colon})
    finding.source = set(range(colon))
    finding.content = set(range(colon + 1, len(doc)))
    return finding


def _trailing_name(passage: Passage) -> Finding | None:
    """As in "Toll at 12 - police": a headline that ends with a dash and a name."""
    doc = passage.doc
    if passage.paragraph.kind not in ("title", "heading") or len(doc) < 4 or doc[-1].text in ".!?":
        return None
    dash = next((t.i for t in reversed(list(doc)[-_LONGEST_NAME:]) if t.text in ("-", "–", "—", ":")), None)
    if dash is None or dash < 3 or dash == len(doc) - 1 or doc[0].lower_ == "by":
        return None
    if doc[dash].text == "-" and not doc[dash - 1].whitespace_:
        return None
    tail = list(doc[dash + 1 :])
    if (
        len(tail) > 4
        or any(is_temporal(token) for token in tail)
        or not _is_name(tail)
        or not any(t.pos_ in ("VERB", "AUX", "NUM", "ADJ") for t in doc[:dash])
    ):
        return None
    finding = Finding(doc[dash], doc[dash].text, "headline", {dash})
    finding.source = {token.i for token in tail}
    finding.content = set(range(dash))
    return finding


def _is_name(tokens: "list[Token]") -> bool:
    words = [token for token in tokens if token.is_alpha]
    if not words or any(token.lower_ in lexicon.words("cues", "labels") for token in words):
        return False
    if len(words) == 1 and words[0].text in ("Q", "A"):
        return True
    return all(token.pos_ in _NAMED for token in tokens) and any(t.pos_ in ("PROPN", "NOUN") for t in words)
