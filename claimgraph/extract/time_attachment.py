"""What a time expression belongs to in the parse: the cue verb, the main event, or only a noun."""

from functools import cache
from typing import TYPE_CHECKING

from claimgraph.extract.calendar_words import Direction
from claimgraph.extract.parse import Paragraph
from claimgraph.extract.time_words import Expression
from claimgraph.lexicon import table, words
from claimgraph.lexicon.sides import side_of
from claimgraph.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

_VERBAL = frozenset({"VERB", "AUX"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_CARRIED = frozenset({"prep", "pobj", "npadvmod", "advmod", "nummod", "amod", "compound", "nmod"}) | {
    "appos", "pcomp",
    "dep", "poss", "det", "punct", "quantmod", "case", "attr", "dobj", "nsubj",
}  # fmt: skip
"""Relations through which a time expression hangs on its verb."""
OWN_SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_LIMITS = frozenset({"before", "after", "until", "till", "by", "ahead", "than"})
_TOPICS = frozenset({"about", "for", "regarding", "concerning", "over", "before", "after", "until"})
_FUTURE = frozenset({"will", "shall", "'ll", "’ll", "would"})
_PRONOUNS = frozenset({"he", "she", "it", "they", "i", "we"})
_CLIMBED = frozenset({"conj", "advcl", "xcomp", "pcomp", "prep", "acl"})
_MAX_CLIMB = 6
_NEAR = 80
"""Tokens beyond which an expression and a verb are not looked at together."""


def shared_prefix(first: str, last: str) -> str | None:
    """Return what two prefix dates share, part by part."""
    shared: list[str] = []
    for a, b in zip(first.split("-"), last.split("-"), strict=False):
        if a != b:
            break
        shared.append(a)
    return "-".join(shared) or None


def cue_head(paragraph: Paragraph, cue: Span) -> "Token | None":
    """Return the token of the cue that governs the others, a verb where there is one."""
    tokens = paragraph.tokens(*cue)
    if not tokens:
        return None
    indices = {token.i for token in tokens}
    verbs = [token for token in tokens if token.pos_ == "VERB"] or [
        token for token in tokens if token.pos_ == "AUX"
    ]
    heads = [token for token in tokens if token.head.i not in indices or token.head == token]
    return next((verb for verb in verbs if verb in heads), verbs[0] if verbs else (heads or tokens)[0])


def sharing_subject(verb: "Token") -> "list[Token]":
    """Return the verb and those above it with the same subject: "said on Friday …, adding that".

    A pronoun in a coordinated clause has the subject of the clause before ("said …, but it warned").
    """
    chain = [verb]
    current = verb
    for _ in range(_MAX_CLIMB):
        own = [child for child in current.children if child.dep_ in OWN_SUBJECT]
        takes_up = current.dep_ == "conj" and all(child.lower_ in _PRONOUNS for child in own)
        if (own and not takes_up) or current.head == current or current.dep_ not in _CLIMBED:
            break
        current = current.head
        if current.pos_ in _VERBAL:
            chain.append(current)
    return chain


def subject_holder(verb: "Token") -> "Token":
    """Return the verb, or the one above it, that has the subject."""
    return sharing_subject(verb)[-1]


def head_token(paragraph: Paragraph, expression: Expression) -> "Token | None":
    """Return the token of an expression that governs the others."""
    span = paragraph.doc.char_span(expression.start, expression.end, alignment_mode="expand")
    return span.root if span is not None and len(span) else None


def governor_of(paragraph: Paragraph, expression: Expression) -> "Token | None":
    """Return the verb an expression hangs on, through prepositions and nouns of time."""
    token = head_token(paragraph, expression)
    for _ in range(_MAX_CLIMB):
        if token is None or token.head == token:
            return token if token is not None and token.pos_ in _VERBAL else None
        if token.pos_ in _VERBAL or token.dep_ not in _CARRIED:
            return token if token.pos_ in _VERBAL else (token.head if token.head.pos_ in _VERBAL else None)
        token = token.head
        if token.pos_ in _VERBAL:
            return token
    return None


def is_apart(paragraph: Paragraph, expression: Expression) -> bool:
    """Tell whether an expression names another time than the event's: a limit, or the date of a mere topic.

    "before Monday", "by 2030"; "talks about the vote in July", "plans for the summit on Friday".
    """
    token = head_token(paragraph, expression)
    if token is None:
        return True
    if token.dep_ == "pobj" and token.head.lower_ in _LIMITS:
        return True
    for above in token.ancestors:
        if above.pos_ in _VERBAL:
            return False
        if above.dep_ == "pobj" and above.head.lower_ in _TOPICS:
            return True
    return False


def is_background(paragraph: Paragraph, expression: Expression) -> bool:
    """Tell whether an expression names a stretch or an older thing, not a day something was said."""
    before = paragraph.text[max(0, expression.start - 14) : expression.start].lower().split()
    if before and before[-1] in {
        "since",
        "until",
        "till",
        "by",
        "before",
        "after",
        "from",
        "for",
        "ending",
        "scheduled",
    }:
        return True
    return expression.kind in {"years", "decade", "past"} or (
        expression.kind == "year"
        and bool(before)
        and before[-1] not in {"in", "during", "late", "early", "mid"}
    )


def outside_edge(expression: Expression, content: list[Span]) -> bool:
    """Tell whether an expression ends the content, where a cue's own date may be swallowed."""
    return any(expression.end == end for _, end in content)


def is_outside(token: "Token", span: Span) -> bool:
    """Tell whether a token stands outside a span of its paragraph."""
    return not span[0] <= token.idx < span[1]


def is_near(paragraph: Paragraph, expression: Expression, verb: "Token") -> bool:
    """Tell whether nothing but the speaker stands between an expression and the cue verb.

    "The agency on Tuesday denied", "said Wednesday", "Earlier on Friday, the mayor said".
    """
    first = head_token(paragraph, expression)
    if first is None or any(above.dep_ in {"relcl", "acl"} and above.i < verb.i for above in first.ancestors):
        return False
    low, high = sorted((first.i, verb.i))
    if high - low > _NEAR:
        return False
    between = [
        token for token in paragraph.doc[low + 1 : high] if not expression.start <= token.idx < expression.end
    ]
    if any(token.tag_ in _FINITE and token.dep_ not in {"aux", "auxpass"} for token in between):
        return False
    if any(token.text in {".", "?", "!", "”", "“", '"', ";"} for token in between):
        return False
    if first.i > verb.i:
        return len(between) <= 6 and not any(
            token.tag_ in {"VBG", "VBN", "TO", "WDT"} or token.lower_ in {"that", "whether"}
            for token in between
        )
    modified = modifies_noun(paragraph, expression)
    return not modified and not any(token.tag_ in {"WDT", "WP"} for token in between)


def dates_publication(paragraph: Paragraph, expression: Expression, verb: "Token") -> bool:
    """Tell whether an expression dates the interview, speech or statement the words were made in."""
    governor = governor_of(paragraph, expression)
    if (
        governor is None
        or governor.lemma_.lower() not in words("times", "made_public")
        or governor.i == verb.i
    ):
        return False
    top = governor
    for _ in range(_MAX_CLIMB):
        if top.i == verb.i:
            return True
        if top.head == top or (top.dep_ in {"ccomp", "conj"} and top != governor):
            return False
        top = top.head
    return False


def modifies_noun(paragraph: Paragraph, expression: Expression) -> bool:
    """Tell whether an expression only modifies a noun: "a 1994 truce", "Tuesday's summit"."""
    token = head_token(paragraph, expression)
    if token is None:
        return False
    return token.dep_ in {"compound", "nummod", "amod", "nmod", "poss"} and token.head.pos_ in {
        "NOUN",
        "PROPN",
    }


def event_in_time(paragraph: Paragraph, expression: Expression) -> bool:
    """Tell whether the noun modified is itself when it happened: "in a 1988-94 war", "in the 2011 flood"."""
    token = head_token(paragraph, expression)
    if token is None:
        return False
    noun = token.head
    return (
        noun.dep_ == "pobj"
        and noun.head.lower_ in {"in", "during"}
        and noun.head.head.pos_ in _VERBAL
        and noun.lemma_.lower() in (words("times", "calamities") | words("times", "occasions"))
    )


def main_verb(paragraph: Paragraph, inside: Span) -> "Token | None":
    """Return the verb of the content that governs the rest of it."""
    tokens = [
        token
        for token in paragraph.tokens(paragraph.start + inside[0], paragraph.start + inside[1])
        if not token.is_space
    ]
    indices = {token.i for token in tokens}
    tops = [token for token in tokens if token.head == token or token.head.i not in indices]
    verbs = [token for token in tops if token.pos_ in _VERBAL]
    if verbs:
        return verbs[0]
    for top in tops:
        below = next((token for token in tokens if token.head == top and token.pos_ in _VERBAL), None)
        if below is not None and below.dep_ not in {"relcl", "acl"}:
            return below
    return next(
        (token for token in tokens if token.pos_ in _VERBAL and token.dep_ not in {"relcl", "acl"}), None
    )


def complement_distance(governor: "Token", main: "Token") -> int | None:
    """Return the distance from a governing verb to the main one over complements, or None.

    What relative clauses and clauses of time tell ("since a war ended in 1994") is not the main event.
    """
    token = governor
    for step in range(1, _MAX_CLIMB):
        if token.head == token or token.dep_ in {"relcl", "acl", "advcl"}:
            return None
        if token.dep_ == "conj" and any(child.dep_ in OWN_SUBJECT for child in token.children):
            return None
        token = token.head
        if token.i == main.i:
            return step
    return None


def is_fronted(paragraph: Paragraph, expression: Expression, inside: Span) -> bool:
    """Tell whether an expression opens the content ("On Friday a bridge fell, police said")."""
    return not any(
        token.pos_ in {"VERB", "NOUN", "PROPN"}
        for token in paragraph.doc
        if inside[0] <= token.idx < expression.start
    )


def direction_of(verb: "Token | None") -> Direction:
    """Return whether a verb tells of the past or of what is to come."""
    if verb is None:
        return "past"
    auxiliaries = {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    if auxiliaries & _FUTURE or verb.lemma_.lower() in words("times", "planned"):
        return "future"
    if verb.tag_ == "VBN" and auxiliaries & {"has", "have", "'ve", "’ve"}:
        return "either"
    if verb.tag_ == "VB" and verb.dep_ == "xcomp":
        to_come = words("times", "planned") | words("times", "committing")
        return "future" if verb.head.lemma_.lower() in to_come else "either"
    return "past" if verb.tag_ in {"VBD", "VBN", "VBG"} else "either"


@cache
def reporting_lemmas() -> frozenset[str]:
    """Return the lemmas of verbs that report."""
    verbs = table("cues")["verbs"]
    return frozenset({*verbs["clause"], *verbs["object"], *verbs.get("infinitive", ())})


def reporting_verb(sentence: "Sentence", cues: frozenset[str]) -> "Token | None":
    """Return the reporting verb highest in a sentence."""

    def depth(token: "Token") -> int:
        return sum(1 for _ in token.ancestors)

    found = [token for token in sentence if token.pos_ == "VERB" and token.lemma_.lower() in cues]
    # Most often it is the root, and a sentence that never ends has a root far from its last verbs.
    root = next((token for token in found if token.head == token), None)
    return root if root is not None else min(found, key=depth, default=None)


def takes_up(paragraph: Paragraph, verb: "Token", mention: Span | None) -> bool:
    """Tell whether a cue only takes up who spoke before: "it said", "the statement also", "then"."""
    subject = next((child for child in verb.children if child.dep_ in OWN_SUBJECT), None)
    if any(child.lower_ == "then" and child.dep_ == "advmod" for child in verb.children):
        return True
    if subject is None:
        if mention is None:
            return False
        tokens = [token for token in paragraph.tokens(*mention) if token.pos_ in {"PRON", "NOUN", "PROPN"}]
        if len(tokens) != 1:
            return False
        subject = tokens[0]
    if subject.lower_ in _PRONOUNS:
        return True
    named = any(token.pos_ == "PROPN" or token.ent_type_ for token in subject.subtree)
    definite = any(child.lower_ in {"the", "this", "that"} for child in subject.children)
    return definite and not named and subject.lower_ in words("times", "echoes")


def elaborates(verb: "Token", before: "Token") -> bool:
    """Tell whether an organ of the same side gives the text of what was just announced, "in a statement"."""
    written = any(
        grand.lower_ in {"statement", "communique", "communiqué"}
        for child in verb.children
        if child.dep_ == "prep" and child.lower_ == "in"
        for grand in child.children
    )
    return written and (side := _side_of_subject(verb)) is not None and side == _side_of_subject(before)


def _side_of_subject(verb: "Token") -> str | None:
    holder = subject_holder(verb)
    subject = next((child for child in holder.children if child.dep_ in OWN_SUBJECT), None)
    return side_of(" ".join(token.text for token in subject.subtree)) if subject is not None else None
