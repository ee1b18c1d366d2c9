"""What an article says could not be verified, is not known, or went unanswered, on the claims it covers.

A caveat is found by its words and the grammar around them, never by the word "verified"
alone. It is carried to the claims of its own sentence, else to those it points back to,
else to the article's own sentence that holds it. What a speaker says is not known is told of
his own words, or of those he points back to. That somebody gave no answer is told only of
what another says he has done.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain

from claimgraph.extract.attribution.spans import shared
from claimgraph.extract.grammar.sentences import sentences, words_of
from claimgraph.extract.grammar.tree import lemmas
from claimgraph.extract.grammar.verbs import is_verbal
from claimgraph.extract.parse import Article
from claimgraph.extract.reading.caveat import ON_A_QUESTION, ON_ITS_WORDS, Caveat
from claimgraph.extract.reading.caveat_words import read_caveats
from claimgraph.extract.tokens import Token
from claimgraph.lexicon import table, words
from claimgraph.model import Act, Claim, Flag, Span

PAIR = frozenset({"neither", "either", "both"})
CONTENT_TAGS = frozenset({"NOUN", "PROPN", "VERB"})
LONGEST_QUOTE = 200
PARAGRAPHS_BACK = 3
"""How far back the words of a caveat may point."""
ON_THE_SAME = 2
"""Words with meaning by which an earlier claim is on what a caveat is about."""


def caveats(article: Article, claims: Sequence[Claim]) -> list[Flag]:
    """Return a ``not_verified`` flag for every claim, the article's own too, that a caveat of it covers."""
    flags: dict[tuple[str, Span], Flag] = {}
    stretches = [
        (position, sentence)
        for position, paragraph in enumerate(article.paragraphs)
        for sentence in sentences(article, ((paragraph.start, paragraph.end),))
    ]
    carrier = _Carrier(article, claims, stretches)
    for index, (_, sentence) in enumerate(stretches):
        found = read_caveats(sentence)
        bases = tuple(carrier.hull(index, caveat.words) for caveat in found)
        for caveat, basis in zip(found, bases, strict=True):
            words_ = _shown(caveat.run if caveat.kind in ON_ITS_WORDS else sentence)
            detail = table("caveats")["details"][caveat.kind].format(words=words_)
            for claim in carrier.covered(index, caveat, basis, bases):
                flags[claim.id, basis] = Flag(claim=claim.id, kind="not_verified", detail=detail, basis=basis)
    return list(flags.values())


def _shown(sentence: Sequence[Token]) -> str:
    text = " ".join(words_of(sentence).split()).rstrip(".")
    return text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1].rsplit(" ", 1)[0] + "…"


class _Carrier:
    """Finds which claims a caveat covers, sentence by sentence backwards."""

    def __init__(
        self, article: Article, claims: Sequence[Claim], stretches: list[tuple[int, list[Token]]]
    ) -> None:
        self.article = article
        self.stretches = stretches
        self.spans = [self.hull(index, sentence) for index, (_, sentence) in enumerate(stretches)]
        self.by_sentence = _by_sentence(self.spans, claims)

    def hull(self, index: int, tokens: Sequence[Token]) -> Span:
        """Return the span of tokens of the sentence at an index."""
        return self.article.paragraphs[self.stretches[index][0]].span(tokens)

    def covered(self, index: int, caveat: Caveat, basis: Span, bases: tuple[Span, ...]) -> list[Claim]:
        """Return the claims the caveat is carried to, and the article's own claim that holds it.

        ``bases`` are the places of all the caveats of its sentence.
        """
        if caveat.kind in ON_ITS_WORDS:
            return self._on_its_words(index, caveat, basis)
        found: defaultdict[str, list[Claim]] = defaultdict(list)
        for one in self.by_sentence[index]:
            found[self._standing(one, basis, bases)].append(one)
        told, quoted, beside = found["told"], found["quoted"], found["beside"]
        if caveat.kind == "reply":
            return self._against(index, caveat, beside)
        if quoted and not told:
            return self._back(index, caveat) or (quoted if caveat.is_impersonal else [])
        if caveat.kind == "provisional":
            return _with_figures(told) or self._carried(index, caveat, beside, told)
        if caveat.kind == "details" and not _content_words(caveat.about):
            told = []  # "No details were given" says itself nothing that could be checked
        return self._carried(index, caveat, beside, told) + told + found["checked"]

    def _on_its_words(self, index: int, caveat: Caveat, basis: Span) -> list[Claim]:
        """Return the claims of the very words that a caveat is on; hearsay of somebody named is his word."""
        clause, named = (basis, self.hull(index, caveat.about)), caveat.kind in {"hearsay", "pictured"}
        here = (one for one in self.by_sentence[index] if not (named and one.mention))
        held = [one for one in here if shared(one.content, clause)]
        return [one for one in held if not any(_is_within(one, other) for other in held)]

    def _standing(self, claim: Claim, basis: Span, bases: tuple[Span, ...]) -> str:
        """Return how a claim stands to a caveat: its object, around it, beside it; "" around another."""
        if self._is_what_was_checked(claim, basis):
            return "checked"
        if shared(claim.content, (basis,)):
            return "told" if claim.cue is None else "quoted"
        return "" if shared(claim.content, bases) else "beside"

    def _carried(self, index: int, caveat: Caveat, beside: list[Claim], own: list[Claim]) -> list[Claim]:
        """Return the claims a caveat speaks of: beside it, pointed back to, or before it on the same."""
        if caveat.kind == "provisional":
            beside = _with_figures(beside)
        if caveat.kind in ON_A_QUESTION and not caveat.pronouns:
            asked = _content_words(caveat.about)
            beside = [one for one in beside if self._shares(asked, one) or _is_how_much(caveat, one)]
        return beside or self._back(index, caveat) or self._sharing(index, caveat) or own

    def _back(self, index: int, caveat: Caveat) -> list[Claim]:
        """Return the claims before, when the caveat points back to them.

        "That" and "the claim" take the last statement, "neither account" the last two, "they" and "the
        claims" those of the nearest paragraph that holds any; several claims that are named are two at least.
        """
        nouns = caveat.nouns
        if caveat.kind in ON_A_QUESTION or (caveat.about and not (nouns or caveat.pronouns)):
            return []
        counted = bool(nouns) and all(map(_is_of_counts, nouns))
        reach = PARAGRAPHS_BACK if caveat.is_plural else min(1, len(caveat.about))
        back = list(self._statements(index, reach, counted=counted))
        number = _several(caveat, back) if caveat.is_plural else 1
        return list(chain.from_iterable(claims for _, claims in reversed(back[:number])))

    def _statements(self, index: int, paragraphs: int, *, counted: bool) -> Iterator[tuple[int, list[Claim]]]:
        """Yield earlier statements, of figures alone if asked, nearest first, each with its paragraph."""
        for paragraph, here in self._backwards(index, paragraphs):
            held = [claim for claim in here if claim.quantities or not counted]
            by_statement: dict[str, list[Claim]] = {}
            for claim in [claim for claim in held if claim.cue is not None] or held:
                by_statement.setdefault(claim.statement, []).append(claim)
            yield from ((paragraph, claims) for claims in reversed(by_statement.values()))

    def _backwards(self, index: int, paragraphs: int) -> Iterator[tuple[int, list[Claim]]]:
        """Yield the claims of earlier sentences that hold some, nearest first, each with its paragraph."""
        here = self.stretches[index][0]
        for earlier in reversed(range(index)):
            paragraph, claims = self.stretches[earlier][0], self.by_sentence[earlier]
            if here - paragraph > paragraphs:
                return
            if claims:
                yield paragraph, claims

    def _sharing(self, index: int, caveat: Caveat) -> list[Claim]:
        """Return the nearest earlier claims with two words of the caveat, or of one on counts with a toll."""
        counted, sought = any(map(_is_of_counts, caveat.about)), _content_words(caveat.about)
        for _, here in self._backwards(index, PARAGRAPHS_BACK):
            found = [claim for claim in here if self._shares(sought, claim)]
            if counted and not found:
                found = [claim for claim in here if any(one.event for one in claim.quantities)]
            if found:
                return found
        return []

    def _against(self, index: int, caveat: Caveat, beside: list[Claim]) -> list[Claim]:
        """Return the nearest claims in which another says what whoever did not answer has done."""
        names = {token.lemma for token in caveat.about if token.pos_ == "PROPN"}
        names = names or _content_words(caveat.about) - words("caveats", "spokespeople")
        for here in (beside, *(claims for _, claims in self._backwards(index, PARAGRAPHS_BACK))):
            found = [claim for claim in here if self._charges(claim, names)]
            if found:
                return found
        return []

    def _charges(self, claim: Claim, names: set[str]) -> bool:
        """Tell whether somebody else says in a claim what somebody of these names has done."""
        speaker = self.article.tokens(*filter(None, [claim.mention]))
        if claim.cue is None or not names.isdisjoint(lemmas(speaker)):
            return False
        return any(names & lemmas(self.article.tokens(span)) for span in _charged(claim))

    def _is_what_was_checked(self, claim: Claim, basis: Span) -> bool:
        """Tell whether a claim is but the object of the caveat: "could not verify <the reports>"."""
        if claim.cue is None:
            return False
        tokens = self.article.tokens(*claim.content)
        by_caveat = shared((claim.cue,), (basis,)) and not any(map(is_verbal, tokens))
        back = words("caveats", "pointing_back") & lemmas(tokens)
        return bool(by_caveat and back) or not _content_words(tokens)

    def _shares(self, sought: set[str], claim: Claim) -> bool:
        """Tell whether a claim is on what a caveat is about: it holds two words of it, or its only one."""
        said = _content_words(self.article.tokens(*claim.content))
        return bool(sought) and len(sought & said) >= min(ON_THE_SAME, len(sought))


def _with_figures(claims: Sequence[Claim]) -> list[Claim]:
    return [claim for claim in claims if claim.quantities]


def _is_within(one: Claim, other: Claim) -> bool:
    """Tell whether a claim is a part of a longer one, which is marked for both."""
    return (
        other.start <= one.start and one.end <= other.end and (one.start, one.end) != (other.start, other.end)
    )


def _is_how_much(caveat: Caveat, claim: Claim) -> bool:
    """Tell whether it is not known how many, or what it costs, and a claim gives a number of that sort."""
    many = any(one.lower_ == "many" or _is_of_counts(one) for one in caveat.about)
    costs = not words("caveats", "sums").isdisjoint(lemmas(caveat.about))
    return any(many or (costs and one.unit.isupper()) for one in claim.quantities)


def _several(caveat: Caveat, back: Sequence[tuple[int, list[Claim]]]) -> int:
    """Return how many of the statements before a caveat of several is about."""
    if caveat.pronouns & PAIR:
        return 2
    together = sum(paragraph == back[0][0] for paragraph, _ in back)
    return max(together, 2 if caveat.nouns else 1)


def _charged(claim: Claim) -> Iterator[Span]:
    """Yield the words for whoever is said to have done something; of an accusation of no deed, all of it."""
    deeds = [one for one in claim.propositions if one.main and one.polarity == "affirmed"]
    named = [one.agent.span for one in deeds if one.agent is not None]
    yield from named or (claim.content if claim.act is Act.ACCUSE else ())


def _by_sentence(spans: Sequence[Span], claims: Sequence[Claim]) -> list[list[Claim]]:
    """Return, for each sentence in order, the claims whose content touches it, in their order."""
    found: list[list[Claim]] = [[] for _ in spans]
    for claim in claims:
        for start, end in claim.content:
            first = bisect_right(spans, start, key=lambda span: span[1])
            behind = bisect_left(spans, end, key=lambda span: span[0])
            for here in found[first:behind]:
                if not here or here[-1] is not claim:
                    here.append(claim)
    return found


def _is_of_counts(noun: Token) -> bool:
    """Tell whether a noun is of figures: "the toll", "casualty reports"."""
    return not lemmas((noun, *noun.children)).isdisjoint(words("caveats", "counts"))


def _content_words(tokens: Sequence[Token]) -> set[str]:
    general = words("generic", "terms") | words("caveats", "pointing_back") | words("grammar", "negatives")
    said = (token for token in tokens if token.pos_ in CONTENT_TAGS and not token.is_stop)
    return lemmas(said) - general
