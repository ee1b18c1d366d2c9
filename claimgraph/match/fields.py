"""The fields on which two things said are compared, all with one signature.

A field answers SAME, DIFFERENT or UNKNOWN, to a degree between 0 and 1, with the detail in words; its
docstring is the question that a reader is shown. What one of the two does not say is UNKNOWN: never
the same, never different.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache, wraps
from inspect import getdoc
from math import log

from claimgraph.lexicon import table, words
from claimgraph.lexicon.kinds import camp, is_person
from claimgraph.lexicon.rarity import rarities
from claimgraph.lexicon.sides import side_kind
from claimgraph.lexicon.sorts import exclude
from claimgraph.lexicon.stems import stem
from claimgraph.match.context import Node
from claimgraph.match.days import meet
from claimgraph.match.figures import Figure, figures
from claimgraph.match.stories import FORTNIGHT, Stories
from claimgraph.model import Act, Comparison, Fit, Participant, Proposition, Span

ENOUGH_WORDS = 12.0
"""Rarity of shared words from which two claims share as much as claims do."""
NEAR_STORY = 0.35
"""Cosine from which two articles are as near as articles of one story are."""
FAR_STORY = 0.1
"""Cosine below which two articles are of two stories."""
FEW = 5.0
"""Rarity of the words of a claim that says so little that having all of it in common means little."""
ALIKE = 0.5
"""Share of the words of two measures that both hold when they are called alike."""
MOSTLY = 0.3
"""Share of the shorter's words from which two figures of one unit are of one thing."""
LIKELY = 0.8
"""How surely a pronoun that can stand for a phrase does, and doers of two sorts are two."""
MANY = 5.0
"""Values of one kind in two articles from which each may be of its own thing."""


@dataclass(frozen=True, eq=False, slots=True)
class Said:
    """One thing a claim says: a proposition, a figure, or the claim as a whole."""

    node: Node
    proposition: Proposition | None = None
    figure: Figure | None = None

    @property
    def spans(self) -> tuple[Span | None, ...]:
        """Where it stands; None for the claim as a whole."""
        if self.figure is not None:
            return self.figure.spans
        return (self.proposition.trigger if self.proposition is not None else None,)


Field = Callable[[Said, Said, Stories], Comparison]
Answer = tuple[Fit, str, float]


@lru_cache(maxsize=4096)
def _answered(name: str, question: str, fit: Fit, detail: str, degree: float) -> Comparison:
    """Return an answer: most are given again and again, so that each is made once."""
    return Comparison.model_construct(
        field=name, question=question, fit=fit, detail=detail, degree=degree, weight=0.0
    )


def field(name: str) -> Callable[[Callable[[Said, Said, Stories], Answer]], Field]:
    """Make a comparison of a function that answers with fit, detail and degree."""

    def named(compare: Callable[[Said, Said, Stories], Answer]) -> Field:
        question = (getdoc(compare) or name).splitlines()[0]

        def compared(a: Said, b: Said, known: Stories) -> Comparison:
            return _answered(name, question, *compare(a, b, known))

        compared.__doc__ = question
        return compared

    return named


FIELDS: dict[str, Field] = {}
"""Every field by its name, in the order in which a reader is shown them."""


def asked(compare: Callable[[Said, Said, Stories], Answer]) -> Field:
    """Make a field of a function, under its name."""
    FIELDS[compare.__name__] = field(compare.__name__)(compare)
    return FIELDS[compare.__name__]


def _same(detail: str, degree: float = 1.0) -> Answer:
    return "same", detail, degree


def _different(detail: str, degree: float = 1.0) -> Answer:
    return "different", detail, degree


def _unknown(detail: str) -> Answer:
    return "unknown", detail, 0.0


@asked
def predicate(a: Said, b: Said, _known: Stories) -> Answer:
    """Is it one deed, or one question?"""
    one, two = a.proposition, b.proposition
    if one is None or two is None:
        shared = a.node.predicates & b.node.predicates
        return _same(f"both tell of “{min(shared)}”") if shared else _unknown("no deed is told by both")
    if one.predicate == two.predicate:
        same_word = stem(one.lemma) == stem(two.lemma)
        return _same(f"both tell of “{one.predicate}”", 1.0 if same_word else 0.7)
    return _different(f"“{one.predicate}” against “{two.predicate}”")


@asked
def doer(a: Said, b: Said, known: Stories) -> Answer:
    """Was it done by one?"""
    found = _filled(a, b, "agent", known)
    one, two = _role(a, "agent"), _role(b, "agent")
    if found[0] == "unknown" and one is not None and two is not None and exclude(one.text, two.text, "doer"):
        return _different(f"“{one.text}” against “{two.text}”", LIKELY)
    return found


@asked
def undergoer(a: Said, b: Said, known: Stories) -> Answer:
    """Was it done to one, or said of one?"""
    return _filled(a, b, "patient", known)


def _filled(a: Said, b: Said, role: str, known: Stories) -> Answer:
    """Compare who or what fills a role, a pronoun by whom it can stand for."""
    one, two = _role(a, role), _role(b, role)
    if one is not None and two is not None:
        for pronoun, phrase, said, other in ((one, two, a, b), (two, one, b, a)):
            if _stands_for(pronoun, phrase, said.node, other.node, known):
                return _same(f"“{pronoun.text}” can stand for “{phrase.text}”", LIKELY)
    return _one_thing(one, two)


def _stands_for(pronoun: Participant, phrase: Participant, said: Node, other: Node, known: Stories) -> bool:
    """Tell whether a pronoun can stand for a phrase: that names its speaker, or was told right before it."""
    if phrase.head in words("generic", "nouns"):
        own = all(_is_told_by_person(one, known) for one in (said, other))  # each may speak of himself
        return not own and _of_one_sex(pronoun, phrase) and _follows(other, said)
    if pronoun.head in words("discourse", "of_speaker") and not said.voices.isdisjoint(phrase.names):
        return True
    if pronoun.head not in words("discourse", "personal") or not _follows(other, said):
        return False
    if phrase.head in phrase.names:  # a name alone may be a person's or a body's
        return True
    return pronoun.head in words("discourse", "of_persons" if is_person(phrase.head) else "of_things")


def _is_told_by_person(node: Node, known: Stories) -> bool:
    speakers = known.context.speakers
    return any(speakers[one].kind == "person" for one in node.claim.speakers if one in speakers)


def _of_one_sex(one: Participant, two: Participant) -> bool:
    """Tell whether two pronouns are both "he", or both "she"."""
    return any(
        {one.head, two.head} <= sex for sex in (words("discourse", "male"), words("discourse", "female"))
    )


def _follows(before: Node, after: Node) -> bool:
    """Tell whether a claim stands in the sentence of another, or in the next one."""
    one, two = before.claim, after.claim
    if one.source != two.source or before.position > after.position:
        return False
    if one.paragraph == two.paragraph:
        return two.sentence - one.sentence <= 1
    return two.paragraph - one.paragraph == 1 and two.sentence == 0


def _role(said: Said, role: str) -> Participant | None:
    found: Participant | None = getattr(said.proposition, role, None)
    return found


def _one_thing(one: Participant | None, two: Participant | None) -> Answer:
    """Compare two phrases: by sides, by names, by their nouns."""
    if one is None or two is None:
        return _unknown("one of them does not say")
    both = f"“{one.text}” and “{two.text}”"
    sexes = [{one.head, two.head} & words("discourse", sex) for sex in ("male", "female")]
    if all(sexes):
        return _different(f"“{one.text}” against “{two.text}”")
    if {one.head, two.head} & words("generic", "nouns"):
        return _unknown(f"{both} leave it open")
    for first, second in zip(_called(one), _called(two), strict=True):
        if first and second:
            return _same(both) if first & second else _different(f"“{one.text}” against “{two.text}”")
    alike = (_same(both + told, degree) for degree, told, holds in _NOUNS if holds(one, two))
    return next(alike, _unknown(f"{both} may be one or two"))


def _called(one: Participant) -> tuple[set[str], set[str]]:
    """Return a phrase's side, and the names in it."""
    return {camp(one.side)} if one.side else set(), set(one.names)


def _names_head(one: Participant, two: Participant) -> bool:
    """Tell whether the head of one phrase is among the words of the other: "power", "power supplies"."""
    return stem(one.head) in {stem(word) for word in two.text.split()}


def _by_role(one: Participant, two: Participant) -> bool:
    """Tell whether one phrase names by his role whom the other names: "the mayor", "Mayor Ana Roe"."""
    return not one.names and bool(two.names) and is_person(one.head) and one.head in two.text.lower().split()


_NOUNS: tuple[tuple[float, str, Callable[[Participant, Participant], bool]], ...] = (
    (0.8, "", lambda one, two: stem(one.head) == stem(two.head)),
    (0.8, "", lambda one, two: _by_role(one, two) or _by_role(two, one)),
    (0.4, " can name one thing", lambda one, two: _of_one_class(one.head, two.head)),
    (0.6, "", lambda one, two: _names_head(one, two) or _names_head(two, one)),
)
"""How surely two phrases name one thing, by their nouns; the first row that holds tells."""


def _of_one_class(one: str, two: str) -> bool:
    return any({one, two} <= set(nouns) for nouns in table("things").values())


@asked
def place(a: Said, b: Said, known: Stories) -> Answer:
    """Can it be in one place?"""
    shared = a.node.names & b.node.names
    if shared:
        return _same(f"both name {_listed(shared)}", min(1.0, len(shared) / 3))
    first, second = a.node.places, b.node.places
    if a.node.claim.source == b.node.claim.source:
        return (
            _different("they name other places", 1.0) if first and second else _unknown("no name is in both")
        )
    strange = _strange(first, b, known) | _strange(second, a, known)
    if strange:
        return _different(f"one is of {_listed(strange)}, which the other's article does not name")
    return _unknown("no name is in both")


def _strange(names: frozenset[str], other: Said, known: Stories) -> frozenset[str]:
    """Return the names that nothing in the other's article holds."""
    held = known.names_of(other.node.claim.source)
    return frozenset() if names & held else names


@asked
def when(a: Said, b: Said, _known: Stories) -> Answer:
    """Was it on the same days?"""
    first, second = a.node, b.node
    if ("compared" in first.marks) != ("compared" in second.marks):
        return _different("one is of a time long before the news")
    if first.days and second.days:
        slack = max(end - start for start, end in (first.days, second.days)) <= WEEK  # "in May" allows none
        met = meet(first.days, second.days, int(slack))
        return _same("the same days") if met else _different("other days")
    told, other = (first, second) if first.days else (second, first)
    if told.days is None:
        return _unknown("neither says when")
    if other.published is not None and not meet(told.days, other.published, FORTNIGHT):
        return _different("one is of other days than the other's news")
    return _unknown("one of them does not say when")


WEEK = timedelta(days=7)
"""Longest stretch that is told as a day: around it a report may be a day off."""
MONTH = 30
"""Days between two articles from which their undated news is not of one happening."""


@asked
def reported(a: Said, b: Said, known: Stories) -> Answer:
    """Were they reported at one time?"""
    one, two = a.node.claim.source, b.node.claim.source
    between = 0 if one == two else known.days_between(one, two)
    if between is None:
        return _unknown("an article is undated")
    if between < FORTNIGHT:
        told = f"reported {between} days apart" if between > 1 else "reported at one time"
        return _same(told, 1 - between / FORTNIGHT)
    return _different(f"reported {between} days apart", min(1.0, between / MONTH))


@asked
def story(a: Said, b: Said, known: Stories) -> Answer:
    """Do they stand in one article, or in articles on one story?"""
    one, two = a.node.claim.source, b.node.claim.source
    if one == two:
        return _same("one article")
    near = known.nearness(one, two)
    if near < FAR_STORY:
        return _different("the two articles share hardly a word")
    degree = min(1.0, near / NEAR_STORY)
    return _same(
        f"the two articles are near in words ({near:.2f})", 0.7 * degree + 0.3 * known.shared_lead(one, two)
    )


@asked
def opening(a: Said, b: Said, known: Stories) -> Answer:
    """Do the two articles open with the same names?"""
    one, two = a.node.claim.source, b.node.claim.source
    if one == two:
        return _same("one article")
    if not known.names_opening(one) or not known.names_opening(two):
        return _unknown("one of them opens without a name")
    shared = known.shared_lead(one, two)
    told = f"{shared:.0%} of the names of one opening are in the other"
    return _same(told, shared) if shared else _different("no name is in both openings")


@asked
def wording(a: Said, b: Said, _: Stories) -> Answer:
    """Do they share words that are rare in news?"""
    shared = a.node.stems & b.node.stems
    if not a.node.stems or not b.node.stems:
        return _unknown("one of them has no word with meaning")
    if not shared:
        return _different("no word with meaning is in both", 0.5)
    weight = rarities(shared)
    written = frozenset(term for term in a.node.claim.terms if stem(term) in shared)
    return _same(f"both hold {_listed(written)}", min(1.0, weight / ENOUGH_WORDS))


@asked
def overlap(a: Said, b: Said, _: Stories) -> Answer:
    """Is most of what the shorter says in the other too?"""
    least = min(rarities(one.node.stems) for one in (a, b))
    if not least:
        return _unknown("one of them has no word with meaning")
    share = rarities(a.node.stems & b.node.stems) / least
    return _same(f"{share:.0%} of the shorter one's words are in the other", share * least / (least + FEW))


Figures = tuple[Figure, Figure]


def of_figures(compare: Callable[[Said, Said, Stories, Figures], Answer]) -> Field:
    """Make a field of a function of two figures; where a claim gives none, it is left open."""

    @wraps(compare)
    def compared(a: Said, b: Said, known: Stories) -> Answer:
        if a.figure is None or b.figure is None:
            return _unknown("one of them gives no figure")
        return compare(a, b, known, (a.figure, b.figure))

    return asked(compared)


@of_figures
def counted(a: Said, b: Said, known: Stories, both: Figures) -> Answer:
    """Is the same counted?"""
    if FIELDS["takes_up"](a, b, known).fit == "same":
        return _same("no other thing is counted")
    other = _other_counted(a, b, both)
    if other is not None:
        return _different(other)
    one, _ = both
    if one.quantity.unit.lower() in words("counts", "measures"):
        return _measured(*both)
    if one.kind[1]:
        first, second = (_content(figure) for figure in both)
        return _same(f"both count {one.event}", 1.0 if first & second or not first | second else 0.7)
    return _counted_deed(a, b, known, both)


def _other_counted(a: Said, b: Said, both: Figures) -> str | None:
    """Return in words what sets apart what two figures count: its kind, whose it is, or its class."""
    if both[0].kind != both[1].kind:
        return " against ".join(one.event or one.quantity.unit for one in both)
    whose = [_whose(said) for said in (a, b)]
    if all(whose) and whose[0] != whose[1]:
        return f"of {whose[0]} against of {whose[1]}"
    classes = {one.quantity.category for one in both} - words("generic", "anybody") - {None}
    return " against ".join(sorted(filter(None, classes))) if len(classes) > 1 else None


def _counted_deed(a: Said, b: Said, known: Stories, both: Figures) -> Answer:
    """Compare figures of what is no event as a whole: by who did it and to whom, else by their words."""
    done = [FIELDS[role](a, b, known) for role in ("doer", "undergoer")]
    if any(answer.fit == "different" for answer in done):
        return _different("of two doers, or done to two")
    named = ("same", 1.0) in [(answer.fit, answer.degree) for answer in done]
    if not named and _impersonal(a) and _impersonal(b):
        named = FIELDS["overlap"](a, b, known).degree >= MOSTLY
    if named and _called_alike(*both):
        return _same(f"both count “{both[0].quantity.of}”", 0.8)
    return _unknown("what is counted is not said alike")


def _called_alike(one: Figure, two: Figure) -> bool:
    """Tell whether nothing in the words sets apart what two figures count, or one thing befell it."""
    first, second = _content(one), _content(two)
    return bool(first & second) or not (first and second) or (one.event == two.event and bool(one.event))


def _impersonal(said: Said) -> bool:
    """Tell whether a figure is not of what one person or body did."""
    doer = _role(said, "agent")
    return doer is None or (not doer.names and doer.head not in words("discourse", "anaphoric"))


def _content(figure: Figure) -> frozenset[str]:
    """Return the stems of the words that tell what a figure is of."""
    little = words("apart", "function") | words("generic", "anybody") | words("generic", "terms")
    written = (figure.quantity.of or "").lower().split()
    return frozenset(stem(word) for word in written if word not in little and len(word) > 2)


@of_figures
def extent(a: Said, b: Said, known: Stories, both: Figures) -> Answer:
    """Is it the whole of one thing, and no part or addition?"""
    part = next(_parts(a, b, both), None) or _gives_other(a, b, known, both)
    return _unknown("nothing tells part from whole") if part is None else _different(part)


def _parts(a: Said, b: Said, both: Figures) -> Iterator[str]:
    """Yield in words how one of two figures is told to be of a part, or an addition."""
    if any(one.quantity.additional for one in both):
        yield "one comes on top of others"
    if len({one.quantity.window or "" for one in both}) > 1:
        yield "one is of a stretch of time that the other is not of"
    if any(_is_one(one) for one in both):
        yield "one is a single one of those counted"
    if any("overall" in one.node.marks - two.node.marks and two.node.places for one, two in ((a, b), (b, a))):
        yield "one is of everywhere, the other of one place"
    if "sample" in a.node.marks & b.node.marks:
        yield "both are of samples"


def _gives_other(a: Said, b: Said, known: Stories, both: Figures) -> str | None:
    """Return in words that a claim, or another article as a whole, gives the other's figure as well."""
    first, second = a.node.claim.source, b.node.claim.source
    if first == second:
        return "one gives both figures" if _gives(b.node, both[0]) or _gives(a.node, both[1]) else None
    given = known.gives(second, both[0]) or known.gives(first, both[1])
    return "the article of one gives the figure of the other as well" if given else None


def _whose(said: Said) -> str | None:
    """Return whose people or things are counted: a party that names nobody counts its own losses."""
    figure = said.figure
    if figure is None:
        return None
    if figure.quantity.of_side:
        return camp(figure.quantity.of_side)
    own = len(said.node.camps) == 1 and figure.event in words("counts", "losses")
    if not own or said.node.claim.act is Act.ACCUSE:
        return None
    party = next(iter(said.node.camps))
    return party if side_kind(party) in {"state", "territory"} else None


def _measured(one: Figure, two: Figure) -> Answer:
    """Compare what two sums, shares or sizes are of: there are many, so that both must say it alike."""
    x, y, first, second = one.quantity, two.quantity, _content(one), _content(two)
    if x.unit == "magnitude":
        return _same("both measure a quake")
    described = [_described(figure) for figure in (one, two)]
    if x.unit == "percent" and all(described) and len(set(map(stem, described))) > 1:
        return _different(" against ".join(f"“{word}”" for word in described))
    if not first or not second:
        return _unknown("one does not say of what it is")
    share = len(first & second) / len(first | second)
    if not share:
        return _different(f"“{x.of}” against “{y.of}”")
    return _same(f"both are of “{x.of}”") if share >= ALIKE else _unknown(f"“{x.of}” and “{y.of}”")


def _described(figure: Figure) -> str:
    """Return what those of whom a figure is the share are said to be ("half were black"); else ""."""
    held = [one for one in figure.node.told if one.patient is not None and _covers(one.patient.span, figure)]
    being = {one.trigger for one in held if one.lemma == "be"}
    return next((one.lemma for one in held if not one.answers and (one.trigger in being or not being)), "")


def _covers(span: Span, figure: Figure) -> bool:
    start, end = figure.spans[0]
    return span[0] < end and start < span[1]


def _gives(node: Node, figure: Figure) -> bool:
    """Tell whether a claim gives the same figure of the same kind."""
    return any(
        (one.low, one.high, one.kind) == (figure.low, figure.high, figure.kind) for one in figures(node)
    )


def _is_one(figure: Figure) -> bool:
    """Tell whether a figure is one named or described individual ("a 10-year-old girl"), and no bound."""
    quantity = figure.quantity
    return (
        quantity.unit == "people"
        and quantity.low == quantity.high == 1
        and quantity.text.lower() not in {"1", "one"}
    )


@of_figures
def many(a: Said, b: Said, known: Stories, both: Figures) -> Answer:
    """Is it the only such figure that the articles give?"""
    given = (known.values_of(said.node.claim.source, one) for said, one in zip((a, b), both, strict=True))
    others = sum(given) - len(both)
    if others > 0:
        return _different(f"{others} more such figures", min(1.0, others / MANY))
    return _same("no more such")


@of_figures
def size(a: Said, b: Said, _known: Stories, both: Figures) -> Answer:
    """Are the figures of one order?"""
    if a.node.opposes(b.node):
        return _unknown("two parties count, and parties count far apart")
    small, large = sorted(figure.typical for figure in both)
    ratio = log((large + 1) / (small + 1))
    return _same("of one order", 1 - ratio) if ratio < 1 else _different("far apart", min(1.0, ratio / 5))


@of_figures
def takes_up(_a: Said, _b: Said, _known: Stories, both: Figures) -> Answer:
    """Does one go on about the figure that the other gives?"""
    one, two = both
    if two.quantity.takes_up in one.spans or one.quantity.takes_up in two.spans:
        return _same("the one goes on about the figure of the other")
    return _unknown("neither goes on about the other's figure")


@asked
def nearby(a: Said, b: Said, _known: Stories) -> Answer:
    """Do they stand beside each other?"""
    one, two = a.node.claim, b.node.claim
    apart = abs(one.paragraph - two.paragraph)
    if one.source != two.source or apart > 1:
        return _unknown("they stand apart")
    if apart:
        return _same("the one stands in the next paragraph", 0.4)
    return _same("they stand in one paragraph", 1.0 if abs(one.sentence - two.sentence) <= 1 else 0.7)


@asked
def voices(a: Said, b: Said, known: Stories) -> Answer:
    """Do two speak, and of two sides?"""
    one, two = a.node, b.node
    if not (one.claim.speakers and two.claim.speakers):
        return _unknown("one of the speakers is not named")
    return _one_speaker(one, two) or _by_camp(one, two) or _by_name(one, two, known)


def _one_speaker(one: Node, two: Node) -> Answer | None:
    if not (one.own_voice and two.own_voice) and set(one.claim.speakers) & set(two.claim.speakers):
        return _different("one speaker")
    if one.claim.source == two.claim.source and _one_name(one, two):
        return _different("speakers of one name")
    return None


def _by_camp(one: Node, two: Node) -> Answer | None:
    if not (one.camps and two.camps):
        return None
    return _different("one side", 0.7) if one.camps & two.camps else _same("two sides")


def _by_name(one: Node, two: Node, known: Stories) -> Answer:
    if one.own_voice and two.own_voice:
        same = known.one_origin(one.claim.source, two.claim.source)
        return _different("one article's own voice") if same else _same("two articles", 0.5)
    if one.voices & two.voices and not (one.own_voice or two.own_voice):
        return _different("speakers of one name", 0.8)
    return _same("two speakers", 0.5)


def _one_name(one: Node, two: Node) -> bool:
    """Tell whether one speaker's name is part of the other's, as a family name is of a full one."""
    short, long = sorted((one.voices, two.voices), key=len)
    return bool(short) and short <= long and not one.own_voice and not two.own_voice


@asked
def background(a: Said, b: Said, _known: Stories) -> Answer:
    """Is it told as news, and not as what went before?"""
    looking_back = ("back" in a.node.marks) != ("back" in b.node.marks)
    return _different("one looks back") if looking_back else _unknown("both are told alike")


def _listed(found: frozenset[str]) -> str:
    return ", ".join(f"“{one}”" for one in sorted(found)[:4])
