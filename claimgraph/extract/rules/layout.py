"""Statements marked by the page: "Minister: no layoffs", "Toll at 12 - police", "Q: ... A: ..."."""

from typing import TYPE_CHECKING

from claimgraph import lexicon
from claimgraph.extract.rules.cues import Cues, bodies, documents, event_nouns, is_temporal
from claimgraph.extract.rules.passage import Finding, Passage
from claimgraph.lexicon.sides import side_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_NAMED = ("PROPN", "NOUN", "ADJ", "DET", "ADP", "PUNCT", "PART", "NUM", "CCONJ", "PRON", "SYM", "X")
_LONGEST_NAME = 8


def find_layout(passage: Passage, cues: Cues) -> list[Finding]:
    """Return the statement of a headline or of one turn of a transcript."""
    found = _name_and_colon(passage, cues) or _trailing_name(passage)
    return [found] if found is not None else []


def _name_and_colon(passage: Passage, cues: Cues) -> Finding | None:
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
    if heading and not (shouted or quoted or _speaks(list(doc[:colon]), cues)):
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


def _speaks(tokens: "list[Token]", cues: Cues) -> bool:
    """Whether a name before a headline's colon says what follows, and is not its topic or place.

    "Minister:", "Poll:" and a person's name speak; "Ferry toll:" and "Peru:" do not.
    """
    head = next((token for token in reversed(tokens) if token.pos_ in ("NOUN", "PROPN")), None)
    if head is None or any(token.text == "," for token in tokens):
        return False
    names = {head.lower_, head.lemma_.lower()}
    if names & (bodies() | documents()):
        return True
    # The parser knows few surnames: a lone capitalised word may be one unless it names an event.
    common = head.tag_ == "NNS" or (head.tag_ == "NN" and (len(tokens) > 1 or not head.text.istitle()))
    common = common or bool(names & (cues.noun_of | cues.noun_clause | event_nouns()))
    return not common and side_of(" ".join(token.text for token in tokens)) is None


def dateline(passage: Passage) -> set[int]:
    """Return the tokens of a place (and date) before a colon that opens a paragraph of prose."""
    doc = passage.doc
    colon = next((token.i for token in doc[: _LONGEST_NAME + 1] if token.text == ":"), None)
    if passage.paragraph.kind != "body" or not colon:
        return set()
    placed = all(token.pos_ in ("PROPN", "NUM") or token.text in (",", "/", ".") for token in doc[:colon])
    return set(range(colon + 1)) if placed and doc[0].pos_ == "PROPN" else set()


def drop_datelines(drafts: list[tuple[Passage, list[Finding]]]) -> None:
    """Take places before a colon for datelines, not for speakers nor for what is said, in place.

    A name in capitals that opens one paragraph only is no turn of a transcript; one whose
    words stand in quotation marks is.
    """
    turns = [f for _, findings in drafts for f in findings if f.rule == "transcript" and not f.quotes]
    for passage, findings in drafts:
        place = dateline(passage)
        if not place:
            continue
        lone = len(turns) == 1
        findings[:] = [f for f in findings if not (lone and f is turns[0])]
        if not any(f.rule in ("transcript", "headline") for f in findings):
            for finding in findings:
                finding.content -= place
