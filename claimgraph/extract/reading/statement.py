"""One piece of content together with its cue and speaker, as the rules for acts read them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cache, cached_property, wraps

from claimgraph.extract.attribution.spans import Attribution, idiom, listed_idioms
from claimgraph.extract.grammar.nouns import noun_phrase
from claimgraph.extract.grammar.sentences import (
    QUOTE_MARKS,
    in_quotation,
    is_word,
    main_verbs,
    roots,
    sentences,
    words_of,
)
from claimgraph.extract.grammar.tree import NOMINAL, child, children, has, has_word, lemmas
from claimgraph.extract.grammar.verbs import (
    Predicate,
    going_to,
    is_left_undone,
    is_negated,
    is_verbal,
    read_predicate,
)
from claimgraph.extract.parse import Article
from claimgraph.extract.tokens import Token
from claimgraph.lexicon import table, words
from claimgraph.lexicon.sides import side_of
from claimgraph.model import Act, Polarity, Span

_BELOW = frozenset({"acl", "advcl", "xcomp"})
STEM = 5
"""Letters two words must share at their beginning to be read as one name ("Poland", "Polands")."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a rule finds: an act with its polarity, and the words that deny, if any."""

    act: Act
    polarity: Polarity
    words: tuple[Token, ...] = ()
    by_cue: bool = False


@dataclass(frozen=True, slots=True)
class Cue:
    """The words that attribute: the lemma of their head, and whether they are negated."""

    lemma: str
    tokens: tuple[Token, ...]
    span: Span | None
    negated: bool
    text: str

    def is_any(self, *acts: str) -> bool:
        """Tell whether the head is listed under one of these acts."""
        return any(self.lemma in table("acts")["cues"][act] for act in acts)


def read_cue(article: Article, attribution: Attribution) -> Cue:
    """Read the cue of an attribution: its head may hold a particle ("rule out")."""
    tokens = [token for token in article.tokens(*attribution.cue) if is_word(token)]
    named = attribution.head.lower()
    word = table("cues")["lemma"].get(named, named)
    if not tokens:
        return Cue(word, (), None, negated=False, text="")
    head = next((token for token in tokens if token.lemma in {named, word}), tokens[0])
    return Cue(
        lemma=_noun_of_light_verb(_with_particle(word, head, tokens), tokens),
        tokens=tuple(tokens),
        span=(min(attribution.cue)[0], max(end for _, end in attribution.cue)),
        negated=has(head, "neg") or has_word(head, "neither") or any(map(is_left_undone, tokens)),
        text=words_of(tokens).lower(),
    )


@cache
def _nouns_and_verbs_of_acts() -> frozenset[str]:
    nouns = (words("acts", f"act_nouns_{act}") for act in ("evaluate", "promise", "demand"))
    return frozenset().union(*table("acts")["cues"].values(), *nouns)


def _noun_of_light_verb(word: str, tokens: list[Token]) -> str:
    """Return "denial" for "issued a denial", "deny" for "sent a letter denying", "went on to deny"."""
    if word not in table("cues")["light"]["verbs"]:
        known = word in _nouns_and_verbs_of_acts()
        return word if known else _first_act(tokens, *_BELOW) or word
    done, named = _first_act(tokens, *_BELOW, "VBG"), _first_act(tokens, "NOUN")
    if done is None and named in words("acts", "act_nouns_demand"):
        return "demand"  # to make a call is not to call
    return done or named or word


def _first_act(tokens: list[Token], *marks: str) -> str | None:
    """Return the first word for an act among those of such a dependency, tag or part of speech."""
    fit = (one.lemma for one in tokens if {one.dep_, one.tag_, one.pos_}.intersection(marks))
    return next(filter(_nouns_and_verbs_of_acts().__contains__, fit), None)


def _with_particle(word: str, head: Token, cue: list[Token]) -> str:
    """Return "rule out" for "rule" where the particle follows and the pair is listed; so with an idiom."""
    behind = [one for one in children(head, "prep") if 0 < one.i - head.i <= 2]
    beside = (*head.doc[head.i + 1 : head.i + 2], *behind, *cue)
    when = words("cues", "time_words")  # "insisted | on Monday"
    free = [one for one in beside if not has(one, "pobj", among=when)]
    pairs = (f"{verb} {one.lower_}" for one in free for verb in (word, head.lemma))
    return next(filter(listed_idioms().__contains__, pairs), None) or idiom(head) or word


class Statement:
    """A piece of content with its cue: what the rules for acts ask about."""

    def __init__(
        self, article: Article, attribution: Attribution, content: tuple[Span, ...], side: str | None = None
    ) -> None:
        self.side = side
        self.cue = read_cue(article, attribution)
        self.sentences = sentences(article, content)
        self.whole = sentences(article, attribution.content)
        self.speaker = " ".join(article.source.text[start:end] for start, end in attribution.source)
        self._source = article.tokens(*attribution.source[:1])
        self._article = article

    @cached_property
    def tokens(self) -> list[Token]:
        """All tokens of the content, in order."""
        return [token for sentence in self.sentences for token in sentence]

    @cached_property
    def text(self) -> str:
        """The content in lower case, quotation marks left out and white space single."""
        return " ".join(token.lower_ for token in self.tokens if token.text not in QUOTE_MARKS)

    @cached_property
    def main(self) -> Predicate | None:
        """The predicate of the first sentence that has one."""
        verb = next((verbs[0] for sentence in self.sentences if (verbs := main_verbs(sentence))), None)
        if verb is None:
            return None
        predicate = read_predicate(verb)
        own = any(predicate.subject in sentence for sentence in self.whole)  # another is the cue's
        return _beneath_knowing(replace(predicate, subject=predicate.subject if own else None))

    @property
    def polarity(self) -> Polarity:
        """Whether the main clause is negated: "denied" if so."""
        return "denied" if self.main is not None and self.main.negation is not None else "affirmed"

    @property
    def turned(self) -> Polarity:
        """The polarity under a cue that negates: who denies that it was not affirms it."""
        return "affirmed" if self.polarity == "denied" else "denied"

    @property
    def first_person(self) -> bool:
        """Whether "I" or "we" is the subject of the main clause."""
        subject = self.main.subject if self.main is not None else None
        return subject is not None and subject.lower_ in words("grammar", "first_person")

    @property
    def is_clause(self) -> bool:
        """Whether the content has a verb with a subject."""
        return self.main is not None and self.main.subject is not None

    def verdict(self, act: Act) -> Verdict:
        """Return that the act is done with what the content says."""
        return Verdict(act, self.polarity)

    @cached_property
    def head(self) -> Token | None:
        """The noun, pronoun or adjective that governs content without a verb."""
        tops = roots(self.tokens)
        named = [top for top in tops if top.pos_ in {*NOMINAL, "PRON", "ADJ"} and not is_verbal(top)]
        below = [child(top, "pobj") for top in tops if top.pos_ in {"ADP", "SCONJ"}]
        return next((one for one in (*named, *below) if one is not None), None)

    @property
    def finds_out(self) -> bool:
        """Whether the speaker is a body, an office, or somebody whose calling it is to find out."""
        roles = (words("roles", key) for key in ("official", "spokesperson", "police", "prosecution"))
        callings = words("institutions", "heads").union(words("acts", "finders"), *roles)
        return not callings.isdisjoint(lemmas(roots(self._source)))

    def position(self, tokens: Iterable[Token]) -> Span | None:
        """Return the hull of tokens of one paragraph in source positions."""
        held = list(tokens)
        homes = (one for one in self._article.paragraphs if held and one.doc is held[0].doc)
        return next((home.span(held) for home in homes), None)

    def is_self(self, head: Token) -> bool:
        """Tell whether a noun or pronoun of the content names the speaker or the speaker's own."""
        word = head.lower_
        if word == "it" and head.head.lemma == "be" and has(head.head, "acomp", "attr"):
            return False
        if word in words("grammar", "third_person") | words("grammar", "first_person"):
            return self._means_speaker(head)
        return any(map(self._means_speaker, children(head, "poss"))) or self._shares_name(head)

    def _means_speaker(self, pronoun: Token) -> bool:
        """Tell whether "I" or "my", or in words reported "he" or "its", means the speaker."""
        reported = bool(self.cue.tokens) and not in_quotation(pronoun)  # not in "ROE: He fled"
        theirs = reported and pronoun.lower_ in words("grammar", "third_person")
        return (theirs and self._agrees(pronoun)) or pronoun.lower_ in words("grammar", "first_person")

    def _agrees(self, pronoun: Token) -> bool:
        """Tell whether a pronoun can stand for the speaker: "he" not for "officials", nor "it" for "all"."""
        source = next(iter(roots(self._source)), pronoun)
        if source.pos_ == "PRON" and pronoun.lower_ == "it":
            return source.lower_ == "it"
        several = source.tag_ == "NNS" and not (source.is_upper or has(source, "prep"))  # "lawyers for her"
        features = ("Person", "Number", "Gender") if source.pos_ == "PRON" else ("Number",) if several else ()
        ours, theirs = source.morph, pronoun.morph
        return all(ours.get(one, theirs.get(one)) == theirs.get(one) for one in features)

    def speaks_for(self, head: Token) -> bool:
        """Tell whether a speaker with an office names the body it is of without a name: "the company"."""
        speaking = words("roles", "official") | words("roles", "spokesperson")
        bare = [one.lower_ for one in head.lefts] == ["the"] and not has(head, "prep")
        named = [one for root in roots(self._source) for one in (root, *children(root, "compound", "appos"))]
        return bare and can_act(head) and not speaking.isdisjoint(lemmas(named))

    def is_told_elsewhere(self, verb: Token) -> bool:
        """Tell whether the article says elsewhere that what is negated here was done: "Lund resigned"."""
        tokens = (token for paragraph in self._article.paragraphs for token in paragraph.doc)
        same = (one for one in tokens if one.lemma == verb.lemma not in {"be", "have", "say"})
        told = (one for one in same if one.tag_ in {"VBD", "VBN"} and not is_negated(one))
        return any(one not in self.tokens for one in told)

    def _shares_name(self, head: Token) -> bool:
        phrase = noun_phrase(head)
        ours, theirs = self.side or side_of(self.speaker), side_of(words_of(phrase))
        if ours is not None and theirs is not None:
            return ours == theirs
        named = (one.text for one in phrase if one.pos_ in {*NOMINAL, "ADJ"})
        ours_named = (*self.speaker.replace("’", " ").split(), *(self.side or "").title().split("-"))
        return not _stems(named).isdisjoint(_stems(ours_named))

    def is_other_party(self, head: Token) -> bool:
        """Tell whether a noun names somebody other than the speaker who can answer for an act."""
        if head.lower_ == "other" and has(head, "det", among={"the"}):  # "each accused the other"
            return True
        hazard = not lemmas(noun_phrase(head)).isdisjoint(words("acts", "hazards"))
        if head.pos_ == "PRON" or hazard or self.is_self(head):
            return False
        known = head.lemma in words("acts", "parties") or side_of(words_of(noun_phrase(head))) is not None
        return known or (head.pos_ == "PROPN" and not has(head, "det", among={"a", "an"}))  # "a Toyota"

    def can_be_blamed(self, agent: Token, deed: Token) -> bool:
        """Tell whether the agent of a harmful act is another party, also as "he" in a quotation.

        Of a deed that only people do ("forged the will") anybody may be the agent.
        """
        if deed.lemma == "lie" and deed.lower_ != "lied" and has(deed, "prep", among={"in", "on", "at"}):
            return False  # no falsehood, but where something is
        if agent.lower_ in {"he", "she", "they"}:
            return in_quotation(agent)
        if deed.lemma in words("acts", "deliberate") and agent.pos_ == "NOUN":
            return not self.is_self(agent)
        return self.is_other_party(agent)


def can_act(noun: Token) -> bool:
    """Tell whether a noun or pronoun is a name or one for people and bodies, not for a thing."""
    return noun.pos_ in {"PROPN", "PRON"} or noun.lemma in words("acts", "parties")


def _stems(names: Iterable[str]) -> set[str]:
    return {name[:STEM].lower() for name in names if name[:1].isupper() and len(name) > 2}


def _beneath_knowing(predicate: Predicate) -> Predicate:
    """Return what is known in "we can see that", or foretold in "I think it will": the clause below."""
    first = predicate.subject is not None and predicate.subject.lower_ in words("grammar", "first_person")
    clause = child(predicate.verb, "ccomp")
    if not first or clause is None or predicate.negation is not None:
        return predicate
    below, word = read_predicate(clause), predicate.verb.lemma
    foretold = below.modal == "will" or going_to(clause) is not None
    known = word in words("acts", "knowing") or (foretold and word in words("acts", "belief"))
    return below if known else predicate


Rule = Callable[[Statement], Verdict | None]
"""What tells the act of a statement, if it knows it."""


def of_clause(rule: Callable[[Statement, Predicate], Verdict | None]) -> Rule:
    """Make a rule on the main clause one on the statement: of content without a clause it says nothing."""

    @wraps(rule)
    def asked(statement: Statement) -> Verdict | None:
        return rule(statement, statement.main) if statement.main is not None else None

    return asked
