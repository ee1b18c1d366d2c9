"""One piece of content together with its cue and speaker, as the rules for acts read them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from claimgraph.extract.attribution.idioms import idiom
from claimgraph.extract.attribution.spans import Attribution
from claimgraph.extract.parse import Article
from claimgraph.extract.predicates import (
    QUOTE_MARKS,
    SUBJECTS,
    Predicate,
    in_quotation,
    is_verbal,
    is_word,
    main_verbs,
    phrase,
    read_predicate,
    sentences,
    subject_of,
    words_of,
)
from claimgraph.lexicon import table, words
from claimgraph.lexicon.sides import side_of
from claimgraph.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

FIRST_PERSON = frozenset({"i", "we", "me", "us", "my", "our", "ours", "mine", "myself", "ourselves"})
THIRD_PERSON = frozenset(
    {"he", "she", "it", "they", "his", "her", "its", "their", "itself", "himself", "herself", "themselves"}
)
NOBODY = frozenset({"no", "nobody", "none", "neither"})
KNOWING = frozenset(
    {"see", "know", "realise", "realize", "understand", "recognise", "recognize", "say", "repeat"}
)
STEM = 5
"""Letters two words must share at their beginning to be read as one name ("Poland", "Polands")."""


@dataclass(frozen=True)
class Cue:
    """The words that attribute: the lemma of their head, and whether they are negated."""

    lemma: str
    tokens: "tuple[Token, ...]"
    span: Span | None
    negated: bool
    text: str

    def is_any(self, *acts: str) -> bool:
        """Tell whether the head is listed under one of these acts."""
        cues = table("acts")["cues"]
        return any(self.lemma in cues[act] for act in acts)


def read_cue(article: Article, attribution: Attribution) -> Cue:
    """Read the cue of an attribution: its head may hold a particle ("rule out")."""
    tokens = [token for span in attribution.cue for token in article.tokens(span) if is_word(token)]
    lemma = attribution.head.lower()
    lemma = table("cues")["lemma"].get(lemma, lemma)
    head = next(
        (token for token in tokens if token.lemma_.lower() in {attribution.head.lower(), lemma}),
        tokens[0] if tokens else None,
    )
    text = words_of(tokens).lower()
    if head is None:
        return Cue(lemma, (), None, negated=False, text=text)
    source = [token for part in attribution.source[:1] for token in article.tokens(part)]
    nobody = bool(source) and source[0].lower_ in NOBODY
    lemma = _noun_of_light_verb(_with_particle(lemma, head), tokens)
    span = (min(s for s, _ in attribution.cue), max(e for _, e in attribution.cue))
    return Cue(lemma, tuple(tokens), span, nobody or is_withheld(head, tokens), text)


def _noun_of_light_verb(lemma: str, tokens: "list[Token]") -> str:
    """Return "denial" for "issued a denial": of a verb that means little the noun tells the act."""
    if lemma not in table("cues")["light"]["verbs"]:
        return lemma
    listed = words("acts", "act_nouns_evaluate") | words("acts", "act_nouns_promise")
    listed |= words("acts", "act_nouns_demand") - {"warning"}
    listed |= {entry for entries in table("acts")["cues"].values() for entry in entries}
    nouns = [token.lemma_.lower() for token in tokens if token.pos_ == "NOUN"]
    further = [
        token.lemma_.lower() for token in tokens if token.tag_ == "VBG"
    ]  # "issued a statement denying"
    acts = listed | words("acts", "label")
    return next(
        (verb for verb in further if verb in acts), next((noun for noun in nouns if noun in listed), lemma)
    )


def is_withheld(head: "Token", tokens: "Iterable[Token]" = ()) -> bool:
    """Tell whether what a verb says is not done.

    "Did not deny", "refused to confirm or deny", "neither admitted nor denied", "stopped short
    of accusing", "has yet to admit".
    """
    words_of_cue = list(tokens)
    near = [*words_of_cue, *(child for child in head.children if child.dep_ == "neg")]
    unmade = {("yet", "to"), ("short", "of")}
    if any(pair in unmade for pair in pairwise(token.lower_ for token in words_of_cue)):
        return True
    if any(token.dep_ == "neg" or token.lower_ in {"never", "neither", "nor"} for token in near):
        return True
    if head.dep_ == "xcomp" and head.head.lemma_.lower() in words("denials", "withholding"):
        return True
    if head.dep_ == "pcomp" and head.tag_ == "VBG":
        short = head.head.lower_ == "of" and head.head.head.lower_ == "short"
        return short or head.head.lower_ in {"from", "without"}
    to = next((child for child in head.children if child.dep_ == "aux" and child.lower_ == "to"), None)
    if to is not None and to.i > 0 and to.nbor(-1).lower_ == "yet":
        return True
    return _shares_refusal(head)


def _shares_refusal(verb: "Token") -> bool:
    """Tell whether a verb stands after "or" or "nor" beside one that is not done."""
    first = verb.head
    if verb.dep_ != "conj" or first.i == verb.i or any(child.dep_ in SUBJECTS for child in verb.children):
        return False
    joint = next((child.lower_ for child in first.children if child.dep_ == "cc" and child.i < verb.i), "")
    if joint not in {"or", "nor"}:
        return False
    paired = any(child.lower_ in {"neither", "not"} for child in first.children if child.dep_ != "neg")
    return paired or joint == "nor" or is_withheld(first)


def _with_particle(lemma: str, head: "Token") -> str:
    """Return "rule out" for "rule" where the particle follows and the pair is listed; so with an idiom."""
    listed = {entry for entries in table("acts")["cues"].values() for entry in entries if " " in entry}
    for child in head.children:
        if child.i > head.i and child.dep_ in {"prt", "prep", "advmod", "acomp"}:
            pair = f"{head.lemma_.lower()} {child.lower_}"
            if pair in listed and (child.dep_ != "prep" or child.i - head.i <= 2):
                return pair
    whole = idiom(head)
    if whole is not None:
        return whole
    after = head.nbor(1).lower_ if head.i + 1 < len(head.doc) else ""
    return f"{lemma} {after}" if f"{lemma} {after}" in listed else lemma


class Statement:
    """A piece of content with its cue: what the rules of ``acts`` and ``denials`` ask about."""

    def __init__(
        self,
        article: Article,
        attribution: Attribution,
        content: tuple[Span, ...],
        side: str | None = None,
    ) -> None:
        self.side = side
        self.cue = read_cue(article, attribution)
        self.sentences = sentences(article, content)
        self.whole = sentences(article, attribution.content)
        self.speaker = " ".join(article.source.text[start:end] for start, end in attribution.source)
        self._source = [token for span in attribution.source[:1] for token in article.tokens(span)]
        spans = (*attribution.content, *attribution.cue, *attribution.source, *content)
        hull = (min((start for start, _ in spans), default=0), max((end for _, end in spans), default=0))
        self._starts = {id(paragraph.doc): paragraph.start for paragraph in article.overlapping(hull)}

    @cached_property
    def tokens(self) -> "list[Token]":
        """All tokens of the content, in order."""
        return [token for sentence in self.sentences for token in sentence]

    @cached_property
    def text(self) -> str:
        """The content in lower case, quotation marks left out and white space single."""
        kept = [token.lower_.replace("’", "'") for token in self.tokens if token.text not in QUOTE_MARKS]
        return " ".join(kept)

    @cached_property
    def main(self) -> Predicate | None:
        """The predicate of the first sentence that has one."""
        for sentence in self.sentences:
            verbs = main_verbs(sentence)
            if verbs:
                return _beneath_knowing(self._with_subject(read_predicate(verbs[0])))
        return None

    def _with_subject(self, predicate: Predicate) -> Predicate:
        """Give a clause cut off from its subject ("..., and had sold it") the one before it.

        A subject the parser finds outside the whole content is the cue's, not the clause's.
        """
        verb, subject = predicate.verb, predicate.subject
        sentence = next((group for group in self.whole if verb in group), [])
        if subject is None and verb.dep_ != "conj":
            return predicate
        if subject is not None and (not sentence or subject in sentence):
            return predicate
        earlier = [other for other in main_verbs(sentence) if other.i < verb.i]
        found = next((held for other in reversed(earlier) if (held := subject_of(other)) in sentence), None)
        return replace(predicate, subject=found)

    @cached_property
    def head(self) -> "Token | None":
        """The noun, pronoun or adjective that governs content without a verb."""
        if not self.tokens:
            return None
        inside = {token.i for token in self.tokens}
        roots = [token for token in self.tokens if token.head.i not in inside or token.head.i == token.i]
        named = [
            root for root in roots if root.pos_ in {"NOUN", "PROPN", "PRON", "ADJ"} and not is_verbal(root)
        ]
        under_preposition = [
            child
            for root in roots
            if root.pos_ in {"ADP", "SCONJ"}
            for child in root.children
            if child.dep_ == "pobj"
        ]
        return next(iter([*named, *under_preposition]), None)

    @cached_property
    def speaks_for_a_body(self) -> bool:
        """Whether the speaker is a body, an office, or somebody whose calling it is to find out."""
        inside = {token.i for token in self._source}
        heads = [token for token in self._source if token.head.i not in inside or token.head.i == token.i]
        callings = words("institutions", "heads") | words("acts", "finders")
        for key in ("official", "spokesperson", "police", "prosecution"):
            callings |= words("roles", key)
        for head in heads:
            named = [head, *(child for child in head.children if child.dep_ in {"compound", "appos"})]
            if any({token.lower_, token.lemma_.lower()} & callings for token in named):
                return True
        return side_of(self.speaker) is not None

    def position(self, tokens: "Iterable[Token]") -> Span | None:
        """Return the hull of tokens of one paragraph in source positions."""
        held = list(tokens)
        if not held:
            return None
        start = self._starts[id(held[0].doc)]
        first, last = min(held, key=lambda t: t.i), max(held, key=lambda t: t.i)
        return (start + first.idx, start + last.idx + len(last))

    @staticmethod
    def quoted(token: "Token") -> bool:
        """Tell whether a token stands inside quotation marks."""
        return in_quotation(token)

    def is_self(self, head: "Token") -> bool:
        """Tell whether a noun or pronoun of the content names the speaker or the speaker's own."""
        if head.lower_ in FIRST_PERSON:
            return True
        if head.lower_ in THIRD_PERSON:
            return (not self.quoted(head) and head.lower_ != "it") or self._refers_back(head)
        if any(child.dep_ == "poss" and self._own(child) for child in head.children):
            return True
        return self._shares_name(head)

    def names_speaker(self, head: "Token") -> bool:
        """Tell whether a noun calls the speaker as the source does: "the firm disputes it," the firm said."""
        definite = any(child.lower_ == "the" for child in head.children)
        ends = [token.lemma_.lower() for token in self._source if token.pos_ in {"NOUN", "PROPN"}][-1:]
        return definite and head.pos_ == "NOUN" and [head.lemma_.lower()] == ends

    def _refers_back(self, pronoun: "Token") -> bool:
        """Tell whether "it" can stand for the speaker: not in a quotation, not as a dummy."""
        if self.quoted(pronoun) or pronoun.lower_ != "it":
            return False
        verb = pronoun.head
        return not (verb.lemma_ == "be" and any(child.dep_ in {"acomp", "attr"} for child in verb.children))

    def _own(self, possessive: "Token") -> bool:
        word = possessive.lower_
        return word in FIRST_PERSON or (word in THIRD_PERSON and not self.quoted(possessive))

    def _shares_name(self, head: "Token") -> bool:
        named = words_of(phrase(head))
        ours, theirs = self.side or side_of(self.speaker), side_of(named)
        if ours is not None and theirs is not None:
            return ours == theirs
        names = {token.lower_[:STEM] for token in phrase(head) if _is_capitalised(token) and len(token) > 2}
        spoken = {
            word[:STEM].lower()
            for word in self.speaker.replace("’", " ").split()
            if word[:1].isupper() and len(word) > 2
        }
        spoken |= {word[:STEM] for word in (self.side or "").split("-") if len(word) > 2}
        return bool(names & spoken)

    def is_other_party(self, head: "Token") -> bool:
        """Tell whether a noun names somebody other than the speaker who can answer for an act."""
        lemma = head.lemma_.lower()
        held = phrase(head)
        if any(token.lemma_.lower() in words("acts", "hazards") for token in held):
            return False
        if _is_the_other(head):
            return True
        if head.pos_ == "PRON":
            return False
        if self.is_self(head):
            return False
        if lemma in words("acts", "parties") or side_of(words_of(held)) is not None:
            return True
        return head.pos_ == "PROPN" and head.tag_ in {"NNP", "NNPS"}

    def can_be_blamed(self, agent: "Token", deed: "Token | None" = None) -> bool:
        """Tell whether the agent of a harmful act is another party, through "which" and quoted "he".

        Of a deed that only people do ("forged the will") anybody may be the agent.
        """
        if agent.tag_ in {"WDT", "WP"} and agent.head.dep_ == "relcl":
            agent = agent.head.head
        if agent.lower_ in {"he", "she", "they"}:
            return self.quoted(agent)
        return self.is_other_party(agent) or (_only_people_do(deed) and self._is_anybody_else(agent))

    def _is_anybody_else(self, agent: "Token") -> bool:
        """Tell whether a noun names somebody who is not the speaker, whatever the calling."""
        hazard = any(token.lemma_.lower() in words("acts", "hazards") for token in phrase(agent))
        return agent.pos_ == "NOUN" and not hazard and not self.is_self(agent)


def _only_people_do(deed: "Token | None") -> bool:
    return deed is not None and deed.lemma_.lower() in words("acts", "deliberate")


def _is_the_other(head: "Token") -> bool:
    """Tell whether a phrase is "the other" or "the opposing side", said by one of two parties."""
    if head.lower_ in {"other", "others"}:
        return any(child.lower_ == "the" for child in head.children)
    sides = {"side", "party", "camp", "team"}
    return head.lemma_.lower() in sides and any(
        child.lower_ in {"other", "opposing", "opposite"} for child in head.children
    )


def _beneath_knowing(predicate: Predicate) -> Predicate:
    """Return what is known in "we can see that ...", "I know that ...": the clause below."""
    first = predicate.subject is not None and predicate.subject.lower_ in FIRST_PERSON
    if not first or predicate.negation is not None or predicate.verb.lemma_.lower() not in KNOWING:
        return predicate
    clause = next((child for child in predicate.verb.children if child.dep_ == "ccomp"), None)
    return read_predicate(clause) if clause is not None else predicate


def _is_capitalised(token: "Token") -> bool:
    return token.text[:1].isupper() and (token.pos_ in {"PROPN", "ADJ", "NOUN"})
