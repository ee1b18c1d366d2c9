"""Statements whose cue stands at the sentence's end, as in "..., the envoy in Leeds said last week".

What stands before the cue must be a sentence of its own; "With talks at an end, X agreed"
reports nothing.
"""

from typing import TYPE_CHECKING

from claimgraph.extract.rules.cues import Cues, is_temporal
from claimgraph.extract.rules.passage import headline_like
from claimgraph.extract.rules.subjects import FINITE, NOMINAL, Subject, finite_tag, own_subject

if TYPE_CHECKING:
    from spacy.tokens import Token

_NAMING = (*NOMINAL, "ADJ", "DET", "ADP", "PART", "SYM")
_MOST_WORDS = 16


def ends_with(verb: "Token", cues: Cues) -> tuple[Subject, set[int]] | None:
    """Return speaker and content of a sentence that ends with both, where the parser sees neither.

    Read off the words alone: a comma, a noun phrase, the verb, and nothing behind it but
    when and where it was said.
    """
    lemma = cues.lemma(verb)
    if lemma not in cues.clause or lemma in cues.topic or finite_tag(verb) is None:
        return None
    said_after = any(c.dep_ in ("ccomp", "dobj", "xcomp") and c.i > verb.i for c in verb.children)
    if said_after or not _ends_here(verb):
        return None
    speaker = _phrase_before(verb)
    if speaker is None:
        return None
    own = own_subject(verb)
    if own is not None and own in speaker:
        return None
    start = verb.sent.start
    content = list(verb.doc[start : speaker[0].i - 1])
    if not is_sentence(content, cues) or not any(token.tag_ in FINITE for token in content):
        return None
    head = next((t for t in speaker if t.pos_ in NOMINAL and t.nbor().pos_ not in (*NOMINAL, "PART")), None)
    if head is None:
        return None
    return Subject(head, frozenset(t.i for t in speaker)), {token.i for token in content}


def _ends_here(verb: "Token") -> bool:
    """Whether the sentence ends behind the verb, but for when and where it was said."""
    rest = [token for token in verb.doc[verb.i + 1 : verb.sent.end] if not token.is_punct]
    if any(token.pos_ in ("VERB", "AUX", "SCONJ", "CCONJ") for token in rest):
        return False
    return not rest or rest[0].pos_ == "ADP" or any(is_temporal(token) for token in rest[:3])


def _phrase_before(verb: "Token") -> "list[Token] | None":
    """The words of a noun phrase between the last comma and the verb."""
    first = verb.i
    while first > verb.sent.start and verb.i - first <= _MOST_WORDS and verb.doc[first - 1].pos_ in _NAMING:
        first -= 1
    words = list(verb.doc[first : verb.i])
    if not words or first - 1 <= verb.sent.start or verb.doc[first - 1].text != ",":
        return None
    named = any(token.pos_ in ("NOUN", "PROPN", "PRON") for token in words)
    opens = words[0].pos_ not in ("ADP", "PART") and words[0].tag_ not in ("WDT", "WP", "WP$")
    return words if named and opens else None


def is_sentence(words: "list[Token]", cues: Cues) -> bool:
    """Whether words before a cue can be what is said: no lone "With talks at an end"."""
    if words and words[0].lower_ in cues.openers and not any(token.text == "," for token in words[:-1]):
        return False
    # Of a headline in capitals the parser knows no verb.
    verbal = any(token.pos_ in ("VERB", "AUX", "NUM") or token.tag_ == "JJ" for token in words)
    return verbal or (len(words) > 1 and headline_like(words[0].doc))
