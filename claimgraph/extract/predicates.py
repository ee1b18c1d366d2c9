"""The grammar that clauses, acts, own voice and caveats share: content tokens and their main verbs.

Everything here reads the dependency parse of a stretch of text that may be broken into
several spans ("A," he said, "and B"), and in which the parser's own sentence breaks are
taken only where the punctuation agrees.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimgraph.extract.parse import Article, Paragraph
from claimgraph.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

QUOTE_MARKS = frozenset("\"“”„‟«»'‘’`") | {"''", "``"}
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})
SENTENCE_ENDS = frozenset({".", "!", "?", "…", "...", "?!", "!!"})
NEGATIVES = frozenset(
    {"no", "not", "n't", "n’t", "never", "neither", "nor", "none", "nobody", "nothing", "nowhere"}
)
NEGATIVE_PRONOUNS = frozenset({"none", "nobody", "nothing", "neither"})
NOT_QUITE_NEGATIVE = frozenset(
    {
        "only",
        "just",
        "merely",
        "simply",
        "least",
        "until",
        "infrequently",
        "uncommonly",
        "unusually",
        "necessarily",
    }
)
MODALS = frozenset({"will", "would", "shall", "should", "can", "could", "may", "might", "must", "ought"})
EXCEPTING = frozenset({"but", "other", "short", "less"})
"""After "nothing" these make it "all": "nothing but praise", "nothing short of a miracle"."""
NEVER_PHRASES = frozenset({"time", "occasion", "point", "stage", "moment", "way", "circumstance"})
"""With "no" after a preposition these negate a clause: "at no time did the ship turn"."""
NO_DOUBT = frozenset({"doubt", "wonder", "question", "surprise", "less", "fewer", "more", "matter"})


@dataclass(frozen=True, slots=True)
class Predicate:
    """A finite verb with what decides its reading.

    ``modal`` is the lemma of its modal auxiliary, ``negation`` the word that negates the
    clause (on the verb or on one of its arguments), ``perfect`` whether "have" follows
    the modal ("could not have known" is about the past).
    """

    verb: "Token"
    subject: "Token | None"
    modal: str | None
    negation: "Token | None"
    passive: bool
    perfect: bool


_MARKS = "claimgraph quotation marks"
"""Under this key a parsed paragraph keeps its quotation marks."""


def sentences(article: Article, content: Iterable[Span]) -> "list[list[Token]]":
    """Return the tokens under the content, a list per sentence, in text order."""
    groups: list[list[Token]] = []
    spans = list(content)
    if not spans:
        return []
    low, high = min(start for start, _ in spans), max(end for _, end in spans)
    for paragraph in article.overlapping((low, high)):
        inside = tokens_inside(paragraph, spans)
        for position, token in enumerate(inside):
            before = inside[position - 1] if position else None
            if before is None or _new_sentence(before, token):
                groups.append([])
            groups[-1].append(token)
    return [group for group in groups if any(is_word(token) for token in group)]


def tokens_inside(paragraph: Paragraph, content: Iterable[Span]) -> "list[Token]":
    """Return the paragraph's tokens that the content touches, each once, in order."""
    found = {
        token.i: token
        for start, end in content
        if start < paragraph.end and end > paragraph.start
        for token in paragraph.tokens(start, end)
        if not token.is_space
    }
    return [found[index] for index in sorted(found)]


def is_quote(token: "Token") -> bool:
    """Tell whether a token is a quotation mark, alone or with punctuation (",”"), not an apostrophe."""
    if is_word(token) or token.dep_ == "case" or token.tag_ == "POS":
        return False
    return token.text in QUOTE_MARKS or any(char in QUOTE_MARKS for char in token.text)


def is_word(token: "Token") -> bool:
    """Tell whether a token holds a letter or a digit."""
    return any(char.isalnum() for char in token.text)


def _new_sentence(before: "Token", token: "Token") -> bool:
    """Tell whether a sentence begins at the token: punctuation must agree with the parser."""
    if not token.is_sent_start and not (token.text[0].isupper() or token.text in QUOTE_MARKS):
        return False
    last = before
    while last.i > 0 and (last.text in QUOTE_MARKS or last.text in {")", "]"} or last.is_space):
        if last is not before and last.text in SENTENCE_ENDS:
            break
        last = last.nbor(-1)
    if token.text in QUOTE_MARKS and not token.is_sent_start:
        return False
    skipped = token.doc[before.i + 1 : token.i]
    stands_alone = last.text in SENTENCE_ENDS or last.text.endswith("…")
    return (
        stands_alone
        or any("\n" in space.text for space in skipped)
        or (bool(token.is_sent_start) and last.text in {":", ";"})
    )


def in_quotation(token: "Token") -> bool:
    """Tell whether a token stands inside quotation marks, counted within its paragraph."""
    marks = [text for index, text in _quote_marks(token.doc) if index < token.i]
    curly = [mark for mark in marks if mark in {"“", "”", "«", "»"}]
    if curly:
        return curly[-1] in {"“", "«"}
    return sum(mark in {'"', "''", "``"} for mark in marks) % 2 == 1


def _quote_marks(doc: "Doc") -> "list[tuple[int, str]]":
    """Return the quotation marks of a paragraph with their places, found once for each."""
    found: list[tuple[int, str]] | None = doc.user_data.get(_MARKS)
    if found is None:
        found = [(other.i, other.text) for other in doc if other.text in QUOTE_MARKS and other.dep_ != "case"]
        doc.user_data[_MARKS] = found
    return found


def main_verbs(tokens: "Sequence[Token]") -> "list[Token]":
    """Return the verbs that govern the stretch, in text order.

    The parser may tear a quotation apart; each fragment's own verb is then returned.
    """
    inside = {token.i for token in tokens}
    roots = [token for token in tokens if token.head.i not in inside or token.head.i == token.i]
    verbal = [root for root in roots if is_verbal(root)]
    if not verbal:
        return []
    first = max(verbal, key=lambda root: (_size(root, inside), -root.i))
    later = {"conj", "ROOT", "ccomp", "parataxis", "dep"}
    others = [root for root in verbal if root.i != first.i and root.dep_ in later and is_finite(root)]
    return sorted([first, *others], key=lambda root: root.i)


def is_verbal(token: "Token") -> bool:
    """Tell whether a token can head a clause: a verb, or a word with a subject."""
    return token.pos_ in {"VERB", "AUX"} or any(child.dep_ in SUBJECTS for child in token.children)


def is_finite(token: "Token") -> bool:
    """Tell whether a verb has tense: its own or that of an auxiliary."""
    return token.tag_ in FINITE_TAGS or any(
        child.tag_ in FINITE_TAGS for child in token.children if child.dep_ in {"aux", "auxpass"}
    )


def _size(root: "Token", inside: set[int]) -> int:
    return sum(token.i in inside for token in root.subtree)


def read_predicate(verb: "Token") -> Predicate:
    """Read subject, modal, negation and voice of a verb, through coordination."""
    auxiliaries = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    modal = next((aux.lemma_.lower() for aux in auxiliaries if aux.lemma_.lower() in MODALS), None)
    modal = modal or next((_contracted(aux) for aux in auxiliaries if _contracted(aux)), None)
    if (
        modal is None
        and not auxiliaries
        and verb.dep_ == "conj"
        and verb.tag_ == "VB"
        and is_verbal(verb.head)
    ):
        modal = read_predicate(verb.head).modal
    return Predicate(
        verb=verb,
        subject=subject_of(verb),
        modal=modal,
        negation=negation_of(verb),
        passive=any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children),
        perfect=any(aux.lemma_.lower() == "have" or aux.lower_ in {"’ve", "'ve"} for aux in auxiliaries),
    )


def _contracted(auxiliary: "Token") -> str | None:
    return {"'ll": "will", "’ll": "will", "wo": "will", "ca": "can", "sha": "shall"}.get(auxiliary.lower_)


def subject_of(verb: "Token") -> "Token | None":
    """Return the subject of a verb, or of the verb it is coordinated with or controlled by."""
    current = verb
    for _ in range(5):
        own = [child for child in current.children if child.dep_ in SUBJECTS - {"expl"}]
        if own:
            return own[0]
        if (
            current.head.i == current.i
            or current.dep_ not in {"conj", "xcomp"}
            or not is_verbal(current.head)
        ):
            return None
        current = current.head
    return None


def negation_of(verb: "Token") -> "Token | None":
    """Return the word that makes the clause of this verb negative, or None.

    "Not only", "no doubt" and "no fewer than" do not; a determiner "no" on subject,
    object or predicate noun does.
    """
    if any(child.dep_ == "dobj" and child.lemma_.lower() == "doubt" for child in verb.children):
        return None
    for child in verb.children:
        if child.lower_ in NEGATIVES and child.dep_ in {
            "neg",
            "advmod",
            "preconj",
            "cc",
            "dobj",
            "attr",
            *SUBJECTS,
        }:
            if child.i + 1 < len(child.doc) and child.nbor(1).lower_ in NOT_QUITE_NEGATIVE:
                continue
            if child.dep_ == "cc" and child.lower_ != "nor":
                continue
            if child.lower_ in NEGATIVE_PRONOUNS and _excepts(child):
                continue
            return child
        if child.dep_ in SUBJECTS | {"dobj", "attr", "acomp"}:
            found = _negative_determiner(child)
            if found is not None:
                return found
        if child.dep_ == "prep":
            found = next((no for below in child.children if (no := _never(below)) is not None), None)
            if found is not None:
                return found
    return _nor_before(verb) or _shared_negation(verb)


def _excepts(pronoun: "Token") -> bool:
    """Tell whether "nothing" is taken back at once: "nothing but", "none other than"."""
    return pronoun.i + 1 < len(pronoun.doc) and pronoun.nbor(1).lower_ in EXCEPTING


def _never(noun: "Token") -> "Token | None":
    """Return the "no" of "at no time", "on no occasion", "in no way"."""
    if noun.dep_ != "pobj" or noun.lemma_.lower() not in NEVER_PHRASES:
        return None
    return next((child for child in noun.children if child.lower_ == "no"), None)


def _nor_before(verb: "Token") -> "Token | None":
    """Return the "nor" that opens the clause of a verb, wherever the parser hung it."""
    first = verb.left_edge
    if first.lower_ == "nor":
        return first
    before = first.nbor(-1) if first.i > 0 else None
    return before if before is not None and before.lower_ == "nor" else None


def _negative_determiner(noun: "Token") -> "Token | None":
    for child in noun.children:
        if (
            child.lower_ in {"no", "neither"}
            and child.dep_ in {"det", "neg", "preconj"}
            and noun.lemma_.lower() not in NO_DOUBT
        ):
            return child
    return None


def _shared_negation(verb: "Token") -> "Token | None":
    """Return the negation that "did not A or B" and "have not been A and B" carry over to B."""
    head = verb.head
    if verb.dep_ != "conj" or head.i == verb.i or not is_verbal(head):
        return None
    own = any(child.dep_ in {"aux", "auxpass", *SUBJECTS} for child in verb.children)
    same_form = verb.tag_ == head.tag_ and verb.tag_ in {"VB", "VBN", "VBG"}
    negative = next((child for child in head.children if child.dep_ == "neg"), None)
    return negative if same_form and not own and negative is not None else None


def phrase(head: "Token") -> "list[Token]":
    """Return a noun with everything under it except relative clauses and appositions, in order."""
    cut = {
        below.i
        for child in head.children
        if child.dep_ in {"relcl", "appos", "acl", "advcl", "conj", "cc"}
        for below in child.subtree
    }
    return [token for token in head.subtree if token.i not in cut]


def words_of(tokens: "Iterable[Token]") -> str:
    """Return the text of the tokens, joined as in the source where they are neighbours."""
    return "".join(token.text_with_ws for token in tokens).strip()
