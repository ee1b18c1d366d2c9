"""The clues by which a denial and what it answers are known: where they stand, whom they name, how told.

A clue is a question on two claims of one article; it holds or not, or to a degree between 0 and 1. Their
weights stand in ``weights.toml`` (row "denied"). A clue that does not hold says nothing: it is UNKNOWN.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import product

from claimgraph.lexicon import table, words
from claimgraph.lexicon.kinds import camp, is_harmful
from claimgraph.lexicon.rarity import rarities
from claimgraph.lexicon.stems import stem
from claimgraph.match.context import Node
from claimgraph.match.excludes import is_other_manner
from claimgraph.match.fields import FIELDS, Answer, Field, Said, field
from claimgraph.match.stories import Stories
from claimgraph.model import Act, Comparison, Proposition

REACH = 12
"""Paragraphs before and after a denial in which what it answers is looked for."""
LEAST_SHARED = 2
"""Words with meaning that a denial shares with what it answers in another article, at least."""
SHORT = 4
"""Words below which a claim hardly says anything."""
MUCH = 24
"""Claims of an article from which it may tell of many matters."""
SURE = 0.8
"""How surely a deed is one, at least, by whom or what it was done by or to."""
UNDENIED = frozenset({Act.DEMAND, Act.PROMISE, Act.PREDICT})
"""Acts that tell of no fact, so that nobody can deny what they say."""


def can_be_answered(node: Node, denial: Node) -> bool:
    """Tell whether a claim can be what a denial answers: another's, near it, and no denial itself."""
    near = abs(node.claim.paragraph - denial.claim.paragraph) <= REACH
    sampled = "sample" in node.marks & denial.marks  # one in three says so, one in four not
    if not near or node is denial or sampled or not _is_anothers(node, denial):
        return False
    if _agree(node, denial) or (not is_plain(denial) and _by_others(node, denial)):
        return False
    very_words = is_plain(denial) and node.claim.start == denial.claim.start  # "…, which he denies"
    return very_words or not shared_characters(node, denial)


def is_plain(denial: Node) -> bool:
    """Tell whether a denial says so itself ("denied", "a lie"), and not only "not"."""
    return denial.claim.pointer is not None and denial.claim.pointer.explicit


def is_bare(denial: Node) -> bool:
    """Tell whether a denial says nothing of its own ("denied that")."""
    return denial.claim.pointer is not None and denial.claim.pointer.bare


def _agree(node: Node, denial: Node) -> bool:
    """Tell whether two claims say of one thing, in one word at least, that it is not so."""
    first, second = (
        {one.predicate for one in told.told if one.denied and not one.answers} for told in (node, denial)
    )
    of_one = not is_plain(denial) and not node.negated.isdisjoint(denial.negated)
    return of_one or not first.isdisjoint(second) or _of_one_verdict(node, denial)


def _of_one_verdict(node: Node, denial: Node) -> bool:
    """Tell whether a claim itself holds the word by which the denial calls something false."""
    claim, pointer = denial.claim, denial.claim.pointer
    if pointer is None or not pointer.explicit or not claim.start <= pointer.words[0] < claim.end:
        return False
    start, end = (place - claim.start for place in pointer.words)
    return not node.stems.isdisjoint(map(stem, claim.text[start:end].lower().split()))


def _by_others(node: Node, denial: Node) -> bool:
    """Tell whether what both tell of was done by somebody named in the one, and by another in the other."""
    doers = [(one.agent, two.agent) for one, two in _told_alike(node, denial) if one.agent and two.agent]
    named = [(set(one.names), set(two.names)) for one, two in doers]
    return bool(named) and all(one and two and one.isdisjoint(two) for one, two in named)


def _told_alike(one: Node, two: Node) -> Iterator[tuple[Proposition, Proposition]]:
    """Yield what two claims tell of one predicate, two by two."""
    return ((a, b) for a, b in product(one.told, two.told) if a.predicate == b.predicate)


def can_be_answered_elsewhere(node: Node, denial: Node) -> bool:
    """Tell whether a claim of another article can be what a denial with words of its own answers."""
    shared = len(node.stems & denial.stems)
    enough = shared >= min(LEAST_SHARED, len(denial.stems)) and shared > 0
    return enough and node.voices.isdisjoint(denial.voices) and _is_anothers(node, denial)


def _is_anothers(node: Node, denial: Node) -> bool:
    one, other = node.claim, denial.claim
    if one.act in UNDENIED or "question" in node.marks or (one.act is Act.DENY and other.act is Act.DENY):
        return False
    return set(one.speakers).isdisjoint(other.speakers) and node.camps.isdisjoint(denial.camps)


def shared_characters(one: Node, two: Node) -> int:
    """Return how many characters the contents of two claims share."""
    return sum(
        max(0, min(end, stop) - max(start, begin))
        for start, end in one.claim.content
        for begin, stop in two.claim.content
    )


@dataclass(frozen=True, eq=False)
class Exchange:
    """Two claims, the second of which may answer the first, as a denial does."""

    answered: Node
    denial: Node
    known: Stories

    @cached_property
    def elsewhere(self) -> bool:
        return self.answered.claim.source != self.denial.claim.source

    @cached_property
    def gap(self) -> int:
        """Paragraphs from the one to the other, negative when the denial comes first; many elsewhere."""
        if self.elsewhere:
            return 2 * REACH
        return self.denial.claim.paragraph - self.answered.claim.paragraph

    @cached_property
    def sentences(self) -> int | None:
        """Sentences from the one to the other in one paragraph."""
        return self.denial.claim.sentence - self.answered.claim.sentence if self.gap == 0 else None

    @cached_property
    def beside(self) -> bool:
        return self.sentences in {0, 1}

    @cached_property
    def fits_noun(self) -> bool:
        pointer = self.denial.claim.pointer
        noun = pointer.noun if pointer is not None else None
        if noun == "figure":
            return bool(self.answered.claim.quantities)
        return noun == "charge" and accuses(self.answered)

    @cached_property
    def deeds(self) -> list[tuple[Proposition, Proposition]]:
        """What both tell of one predicate, two by two."""
        alike = _told_alike(self.answered, self.denial)
        return [(one, two) for one, two in alike if not is_other_manner(one, two)]

    @property
    def told(self) -> bool:
        """Whether both tell of a deed that need not have been done by two, or to two things."""
        of_one = [pair for pair in self.deeds if self._of_one(*pair)]
        return any(self._role("doer", *pair).fit != "different" for pair in of_one)

    @cached_property
    def turned(self) -> list[tuple[Comparison, Comparison]]:
        """Who did and underwent each deed that one tells and one denies, where neither is another's."""
        turned = [(one, two) for one, two in self.deeds if one.polarity != two.polarity and not one.answers]
        of_one = [pair for pair in turned if self._of_one(*pair)]
        roles = [(self._role("doer", *pair), self._role("undergoer", *pair)) for pair in of_one]
        return [answers for answers in roles if "different" not in {one.fit for one in answers}]

    @property
    def undone(self) -> bool:
        """Whether a deed that the claim tells is denied of the same one it was done to, or by the same."""
        return any(one.fit == "same" and one.degree >= SURE for answers in self.turned for one in answers)

    def _of_one(self, one: Proposition, two: Proposition) -> bool:
        """Tell whether one of two deeds does not name what it was done to, or both name the same."""
        done_to = [told.patient for told in (one, two)]
        named = all(role is not None and role.head not in words("generic", "nouns") for role in done_to)
        return not named or self._role("undergoer", one, two).fit == "same"

    def _role(self, role: str, one: Proposition, two: Proposition) -> Comparison:
        return FIELDS[role](Said(self.answered, one), Said(self.denial, two), self.known)

    @cached_property
    def of_pronoun(self) -> bool:
        """Whether the claim stands near and is of "him" or "it", who may be the denier."""
        parties = (who for one in self.answered.told for who in one.parties)
        return abs(self.gap) <= 1 and any(who.head in words("discourse", "anaphoric") for who in parties)

    @cached_property
    def last_word(self) -> bool:
        before = said_before(self.denial, self.known)
        return any(one.claim.statement == self.answered.claim.statement for one in before[:1])

    @cached_property
    def last_charge(self) -> bool:
        before = said_before(self.denial, self.known)
        return next(filter(accuses, before), None) is self.answered

    @cached_property
    def central(self) -> float:
        """The share of the claim's words that its article opens with."""
        stems = self.answered.stems
        total = rarities(stems)
        opening = self.known.profiles[self.answered.claim.source].opening
        return rarities(stems & opening) / total if total else 0.0

    @cached_property
    def negated(self) -> float:
        """The share of what the denial says was not so that the claim speaks of."""
        total = rarities(self.denial.negated)
        return rarities(self.denial.negated & self.answered.stems) / total if total else 0.0

    @property
    def little_else(self) -> float:
        """How little the denial's article says besides: of a short report most is of one matter."""
        told = len(self.known.context.by_source[self.denial.claim.source])
        return max(0.0, 1 - told / MUCH)

    @cached_property
    def apart(self) -> float:
        far = abs(self.gap) > 1 and not self.elsewhere
        return min(1.0, (abs(self.gap) - 1) / REACH) if far else 0.0


exchange = lru_cache(maxsize=8)(Exchange)
"""The exchange of two claims, the one just asked about once for all clues."""


@lru_cache(maxsize=8)
def said_before(denial: Node, known: Stories) -> list[Node]:
    """Return what others say before a denial, the nearest first."""
    nodes = known.context.by_source[denial.claim.source]
    earlier = nodes[: denial.position - nodes[0].position]
    return [node for node in reversed(earlier) if can_be_answered(node, denial)]


def points_at(one: Node, other: Node) -> bool:
    """Tell whether a claim names in its own words, or accuses the side of, whoever makes the other."""
    target = one.claim.target
    named = not other.voices.isdisjoint(one.claim.names)
    return named or (target is not None and camp(target) in other.camps)


def _does(denier: Node, answered: Node) -> bool:
    """Tell whether a claim says that whoever denies has done something."""
    main = (one.agent for one in answered.told if one.main and one.agent is not None)
    return any(not denier.voices.isdisjoint(agent.names) for agent in main)


def accuses(node: Node) -> bool:
    """Tell whether a claim says something against somebody."""
    return node.claim.act is Act.ACCUSE or "attacks" in node.marks


Holds = Callable[[Exchange], bool | float]
Holding = Callable[[Said, Said, Stories], bool | float]
"""Whether a clue holds for two things said, or to what degree."""

PLACED: dict[str, Holds] = {
    "same_sentence": lambda x: x.sentences == 0,
    "next_sentence": lambda x: x.sentences == 1,
    "next_paragraph": lambda x: x.gap == 1 and x.denial.claim.sentence == 0,
    "same_paragraph": lambda x: (x.sentences or 0) > 1,
}
_HOLDS: dict[str, Holds] = {
    **PLACED,
    "apart": lambda x: x.apart,
    "elsewhere": lambda x: x.elsewhere,
    "names_denier": lambda x: points_at(x.answered, x.denial) or bool(x.answered.names & x.denial.voices),
    "does": lambda x: _does(x.denial, x.answered),
    "names_answered": lambda x: not x.answered.voices.isdisjoint(x.denial.names),
    "of_pronoun": lambda x: x.of_pronoun,
    "plain": lambda x: is_plain(x.denial),
    "plain_beside": lambda x: is_plain(x.denial) and x.beside,
    "accuses": lambda x: accuses(x.answered),
    "accuses_beside": lambda x: accuses(x.answered) and x.beside,
    "last_word": lambda x: x.last_word,
    "last_charge": lambda x: x.last_charge,
    "central": lambda x: x.central,
    "little_else": lambda x: x.little_else,
    "harm": lambda x: any(is_harmful(one.predicate) and not one.denied for one in x.answered.told),
    "noun_fits": lambda x: x.fits_noun,
    "negated": lambda x: x.negated,
    "opposite": lambda x: bool(x.turned),
    "undone": lambda x: x.undone,
    "told": lambda x: x.told,
    "calls_false": lambda x: "calls false" in x.denial.marks,
    "responds": lambda x: "responds" in x.denial.marks,
    "blanket": lambda x: "blanket" in x.denial.marks,
    "opposed": lambda x: bool(x.answered.camps and x.denial.camps),
    "own_voice": lambda x: x.answered.own_voice,
    "nobody": lambda x: not (x.denial.claim.speakers and (x.answered.claim.speakers or x.answered.own_voice)),
    "attitude": lambda x: x.answered.claim.act is Act.EVALUATE,
    "short": lambda x: len(x.answered.claim.terms) + len(x.answered.claim.names) < SHORT,
    "no_denial": lambda x: x.denial.claim.act is not Act.DENY,
    "merely_not": lambda x: not is_plain(x.denial),
}
"""When a clue holds; what a reader is asked and told is in ``lexicon/clues.toml``."""


def clue(name: str, words_of: Mapping[str, str], holds: Holding) -> Field:
    """Return a clue as a field: the SAME, to a degree, where it holds, and else UNKNOWN.

    Args:
        name: what its weight is found by.
        words_of: the ``question`` a reader is asked, and what is told where it ``holds``.
        holds: whether it holds for two claims, or to what degree.
    """

    def answer(a: Said, b: Said, known: Stories) -> Answer:
        degree = float(holds(a, b, known))
        return ("same", words_of["holds"], degree) if degree else ("unknown", "no", 0.0)

    return field(name, words_of["question"], answer)


def answering(holds: Holds) -> Holding:
    """Return what is asked of an exchange as what is asked of two things said."""
    return lambda a, b, known: holds(exchange(a.node, b.node, known))


CLUES: dict[str, Field] = {
    **{name: FIELDS[name] for name in ("wording", "overlap", "place", "opening")},
    **{name: clue(name, asked, answering(_HOLDS[name])) for name, asked in table("clues").items()},
}
"""What is asked of every claim that a denial may answer, by name."""
AGAINST = frozenset(name for name, asked in table("clues").items() if asked.get("against"))
"""Clues that, when they hold, can only speak against."""
