"""What a time expression belongs to in the parse: the cue verb, the main event, or only a noun."""

from functools import cache
from typing import TYPE_CHECKING

from claimgraph.extract.grammar.sentences import roots
from claimgraph.extract.grammar.tree import (
    ANY_SUBJECT,
    AUXILIARIES,
    NOMINAL,
    VERBAL,
    child,
    children,
    governed,
    has,
    lemma,
)
from claimgraph.extract.grammar.verbs import FINITE_TAGS, is_infinitive
from claimgraph.extract.parse import Paragraph
from claimgraph.extract.times.calendar import Direction
from claimgraph.extract.times.expressions import Expression
from claimgraph.lexicon import table, words
from claimgraph.lexicon.sides import side_of
from claimgraph.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

_CARRIED = frozenset({"prep", "pobj", "npadvmod", "advmod", "nummod", "amod", "compound", "nmod"}) | {
    "appos", "pcomp",
    "dep", "poss", "det", "punct", "quantmod", "case", "attr", "dobj", "nsubj",
}  # fmt: skip
"""Relations through which a time expression hangs on its verb."""
_PRONOUNS = frozenset({"he", "she", "it", "they", "i", "we"})
_CLIMBED = frozenset({"conj", "advcl", "xcomp", "pcomp", "prep", "acl"})
_MARKS = frozenset({".", "?", "!", "”", "“", '"', ";"})
_MAX_CLIMB = 6
_MOST_BEHIND = 6
"""Words between a cue verb and an expression behind it."""


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
    tops = roots(tokens)
    for pos in ("VERB", "AUX"):
        verbs = [token for token in tokens if token.pos_ == pos]
        if verbs:
            return next((verb for verb in verbs if verb in tops), verbs[0])
    return next(iter(tops), None)


def sharing_subject(verb: "Token") -> "list[Token]":
    """Return the verb and those above it with the same subject: "said on Friday …, adding that".

    A pronoun in a coordinated clause has the subject of the clause before ("said …, but it warned").
    """
    chain, current = [verb], verb
    for _ in range(_MAX_CLIMB):
        own = children(current, *ANY_SUBJECT, "expl")
        takes_up = current.dep_ == "conj" and all(one.lower_ in _PRONOUNS for one in own)
        if (own and not takes_up) or current.dep_ not in _CLIMBED:
            break
        current = current.head
        if current.pos_ in VERBAL:
            chain.append(current)
    return chain


def subject_holder(verb: "Token") -> "Token":
    """Return the verb, or the one above it, that has the subject."""
    return sharing_subject(verb)[-1]


def head_token(paragraph: Paragraph, expression: Expression) -> "Token | None":
    """Return the token of an expression that governs the others."""
    span = paragraph.doc.char_span(expression.start, expression.end, alignment_mode="expand")
    return span.root if span is not None else None


def governor_of(paragraph: Paragraph, expression: Expression) -> "Token | None":
    """Return the verb an expression hangs on, through prepositions and nouns of time."""
    token = head_token(paragraph, expression)
    for _ in range(_MAX_CLIMB):
        if token is None or token.head == token:
            break
        carried = token.dep_ in _CARRIED
        token = token.head
        if token.pos_ in VERBAL or not carried:
            break
    return token if token is not None and token.pos_ in VERBAL else None


def is_apart(paragraph: Paragraph, expression: Expression) -> bool:
    """Tell whether an expression names another time than the event's: a limit, or the date of a mere topic.

    "before Monday", "by 2030"; "talks about the vote in July", "plans for the summit on Friday".
    """
    token = head_token(paragraph, expression)
    if token is None or (token.dep_ == "pobj" and token.head.lower_ in words("times", "limits")):
        return True
    for above in token.ancestors:
        if above.pos_ in VERBAL:
            return False
        if above.dep_ == "pobj" and above.head.lower_ in words("times", "topics"):
            return True
    return False


def is_background(paragraph: Paragraph, expression: Expression) -> bool:
    """Tell whether an expression names a stretch or an older thing, not a day something was said."""
    before = paragraph.text[max(0, expression.start - 14) : expression.start].lower().split()[-1:]
    if before and before[0] in words("times", "stretching"):
        return True
    year = expression.kind == "year" and before not in ([], ["in"])
    return year or expression.kind in {"years", "decade", "past"}


def outside_edge(expression: Expression, content: list[Span]) -> bool:
    """Tell whether an expression ends the content, where a cue's own date may be swallowed."""
    return any(expression.end == end for _, end in content)


def is_near(paragraph: Paragraph, expression: Expression, verb: "Token") -> bool:
    """Tell whether nothing but the speaker stands between an expression and the cue verb.

    "The agency on Tuesday denied", "said Wednesday", "Earlier on Friday, the mayor said".
    """
    first = head_token(paragraph, expression)
    if first is None or any(above.dep_ in {"relcl", "acl"} and above.i < verb.i for above in first.ancestors):
        return False
    low, high = sorted((first.i, verb.i))
    stretch = paragraph.doc[low + 1 : high]
    between = [token for token in stretch if not expression.start <= token.idx < expression.end]
    if any(token.text in _MARKS or _tells(token) for token in between):
        return False
    if first.i > verb.i:
        leads_on = any(token.tag_ in {"VBG", "VBN", "TO"} or token.lower_ == "that" for token in between)
        return len(between) <= _MOST_BEHIND and not leads_on
    return not modifies_noun(paragraph, expression) and not any(one.tag_ in {"WDT", "WP"} for one in between)


def _tells(token: "Token") -> bool:
    return token.tag_ in FINITE_TAGS and token.dep_ not in AUXILIARIES


def dates_publication(paragraph: Paragraph, expression: Expression, verb: "Token") -> bool:
    """Tell whether an expression dates the interview, speech or statement the words were made in."""
    governor = governor_of(paragraph, expression)
    if governor is None or lemma(governor) not in words("times", "made_public"):
        return False
    top = governor
    for _ in range(_MAX_CLIMB):
        top = top.head
        if top.i == verb.i:
            return True
        if top.dep_ in {"ccomp", "conj"}:
            return False
    return False


def modifies_noun(paragraph: Paragraph, expression: Expression) -> bool:
    """Tell whether an expression only modifies a noun: "a 1994 truce", "Tuesday's summit"."""
    token = head_token(paragraph, expression)
    labels = {"compound", "nummod", "amod", "nmod", "poss"}
    return token is not None and token.dep_ in labels and token.head.pos_ in NOMINAL


def event_in_time(paragraph: Paragraph, expression: Expression) -> bool:
    """Tell whether the noun modified is itself when it happened: "in a 1988-94 war", "in the 2011 flood"."""
    token = head_token(paragraph, expression)
    noun = token.head if token is not None else None
    if noun is None or noun.dep_ != "pobj" or noun.head.lower_ not in {"in", "during"}:
        return False
    listed = words("times", "calamities") | words("times", "occasions")
    return noun.head.head.pos_ in VERBAL and lemma(noun) in listed


def main_verb(paragraph: Paragraph, inside: Span) -> "Token | None":
    """Return the verb of the content that governs the rest of it."""
    stretch = paragraph.tokens(paragraph.start + inside[0], paragraph.start + inside[1])
    tokens = [token for token in stretch if not token.is_space]
    tops = roots(tokens)
    below = [token for token in tokens if token.pos_ in VERBAL and token.dep_ not in {"relcl", "acl"}]
    under = [token for token in below if token.head in tops]
    return next((one for one in (*(top for top in tops if top.pos_ in VERBAL), *under, *below)), None)


def complement_distance(governor: "Token", main: "Token") -> int | None:
    """Return the distance from a governing verb to the main one over complements, or None.

    What relative clauses and clauses of time tell ("since a war ended in 1994") is not the main event.
    """
    token = governor
    for step in range(1, _MAX_CLIMB):
        own = token.dep_ == "conj" and has(token, *ANY_SUBJECT, "expl")
        if token.head == token or own or token.dep_ in {"relcl", "acl", "advcl"}:
            return None
        token = token.head
        if token.i == main.i:
            return step
    return None


def is_fronted(paragraph: Paragraph, expression: Expression, inside: Span) -> bool:
    """Tell whether an expression opens the content ("On Friday a bridge fell, police said")."""
    before = (token for token in paragraph.doc if inside[0] <= token.idx < expression.start)
    return not any(token.pos_ in {"VERB", "NOUN", "PROPN"} for token in before)


def direction_of(verb: "Token | None") -> Direction:
    """Return whether a verb tells of the past or of what is to come."""
    if verb is None:
        return "past"
    helpers = {one.lower_ for one in children(verb, *AUXILIARIES)}
    planned = words("times", "planned")
    if helpers & words("times", "to_come") or lemma(verb) in planned:
        return "future"
    if is_infinitive(verb) and verb.dep_ == "xcomp":
        return "future" if lemma(verb.head) in planned | words("times", "committing") else "either"
    perfect = verb.tag_ == "VBN" and helpers & {"has", "have", "'ve", "’ve"}
    return "past" if verb.tag_ in {"VBD", "VBN", "VBG"} and not perfect else "either"


@cache
def reporting_lemmas() -> frozenset[str]:
    """Return the lemmas of verbs that report."""
    verbs = table("cues")["verbs"]
    return frozenset({*verbs["clause"], *verbs["object"], *verbs.get("infinitive", ())})


def reporting_verb(sentence: "Sentence") -> "Token | None":
    """Return the reporting verb highest in a sentence."""
    found = [one for one in sentence if one.pos_ == "VERB" and lemma(one) in reporting_lemmas()]
    # Most often it is the root, and a sentence that never ends has a root far from its last verbs.
    root = next((token for token in found if token.head == token), None)
    return root or min(found, key=lambda one: sum(1 for _ in one.ancestors), default=None)


def takes_up(paragraph: Paragraph, verb: "Token", mention: Span | None) -> bool:
    """Tell whether a cue only takes up who spoke before: "it said", "the statement also", "then"."""
    if any(one.lower_ == "then" for one in verb.children):
        return True
    subject = child(verb, *ANY_SUBJECT, "expl")
    if subject is None and mention is not None:
        tokens = [token for token in paragraph.tokens(*mention) if token.pos_ in {"PRON", "NOUN", "PROPN"}]
        subject = tokens[0] if len(tokens) == 1 else None
    if subject is None or subject.lower_ in _PRONOUNS:
        return subject is not None
    definite = any(one.lower_ in {"the", "this"} for one in subject.children)
    named = any(token.pos_ == "PROPN" for token in subject.subtree)
    return definite and not named and subject.lower_ in words("times", "echoes")


def elaborates(verb: "Token", before: "Token") -> bool:
    """Tell whether an organ of the same side gives the text of what was just announced, "in a statement"."""
    medium = governed(verb, "in")
    side = _side_of_subject(verb) if medium is not None and medium.lower_ == "statement" else None
    return side is not None and side == _side_of_subject(before)


def _side_of_subject(verb: "Token") -> str | None:
    subject = child(subject_holder(verb), *ANY_SUBJECT)
    return side_of(" ".join(token.text for token in subject.subtree)) if subject is not None else None
