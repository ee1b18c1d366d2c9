"""The fields on which two things said are compared, all with one signature.

A field answers SAME, DIFFERENT or UNKNOWN, to a degree between 0 and 1, with the detail in words; its
docstring is the question that a reader is shown. What one of the two does not say is UNKNOWN: never
the same, never different.
"""

from collections.abc import Callable, Iterable, Iterator
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
from claimgraph.model import Act, Claim, Comparison, Fit, Participant, Proposition, Span

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
"""How surely two phrases with one noun name one thing, and a pronoun whoever can be meant."""
NEARBY = 3
"""Paragraphs of one article within which what passes, and "the contract", are of one moment and thing."""
PREFIX = 4
"""Letters that a party's name and the word for its people begin with alike."""
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
Compare = Callable[[Said, Said, Stories], Answer]

FIELDS: dict[str, Field] = {}
"""Every field by its name, in the order in which a reader is shown them."""


@lru_cache(maxsize=4096)
def _answered(name: str, question: str, fit: Fit, detail: str, degree: float) -> Comparison:
    """Return an answer: most are given again and again, so that each is made once."""
    return Comparison.model_construct(
        field=name, question=question, fit=fit, detail=detail, degree=degree, weight=0.0
    )


def field(name: str, question: str, compare: Compare) -> Field:
    """Return what answers with fit, detail and degree as a comparison, under a name."""

    def compared(a: Said, b: Said, known: Stories) -> Comparison:
        return _answered(name, question, *compare(a, b, known))

    compared.__doc__ = question
    return compared


def asked(compare: Compare) -> Field:
    """Make a field of a function, under its name."""
    name = compare.__name__
    FIELDS[name] = field(name, getdoc(compare) or name, compare)
    return FIELDS[name]


def _same(detail: str, degree: float = 1.0) -> Answer:
    return "same", detail, degree


def _different(detail: str, degree: float = 1.0) -> Answer:
    return "different", detail, degree


def _unknown(detail: str) -> Answer:
    return "unknown", detail, 0.0


@asked
def doer(a: Said, b: Said, _known: Stories) -> Answer:
    """Was it done by one?"""
    found = _filled(a, b, "agent")
    one, two = _role(a, "agent"), _role(b, "agent")
    if found[0] == "unknown" and one is not None and two is not None:
        shifted = _shifts(one, two, b.node) or _shifts(two, one, a.node)
        if shifted or exclude(one.text, two.text, "doer"):
            return _different(f"“{one.text}” against “{two.text}”", LIKELY)
    return found


def _shifts(one: Participant, two: Participant, teller: Node) -> bool:
    """Tell whether a phrase names whoever tells the other, which names somebody else."""
    open_ = two.head in words("generic", "nouns")
    return not open_ and _is_own(one, teller) and not _is_own(two, teller)


def _is_own(who: Participant, teller: Node) -> bool:
    """Tell whether a phrase names whoever speaks, or that one's side."""
    ours = who.side is not None and camp(who.side) in teller.camps
    return ours or not teller.voices.isdisjoint(who.names)


@asked
def undergoer(a: Said, b: Said, _known: Stories) -> Answer:
    """Was it done to one, or said of one?"""
    return _filled(a, b, "patient")


def _filled(a: Said, b: Said, role: str) -> Answer:
    """Compare who or what fills a role, a pronoun by whom it can stand for."""
    one, two = _role(a, role), _role(b, role)
    if one is None or two is None:
        return _unknown("one of them does not say")
    if _is_repeated(one, two) and is_near(a.node.claim, b.node.claim):
        general = one.head in words("generic", "nouns")
        return _same(f"both say “{one.text}”", LIKELY if general else 1.0)
    for pronoun, phrase, said, other in ((one, two, a, b), (two, one, b, a)):
        if _stands_for(pronoun, phrase, said.node, other.node):
            return _same(f"“{pronoun.text}” can stand for “{phrase.text}”", LIKELY)
    return _one_thing(one, two)


def _is_repeated(one: Participant, two: Participant) -> bool:
    """Tell whether two phrases are one definite description, word for word: "the contract"."""
    first, second = (told.text.lower().removeprefix("all of ") for told in (one, two))
    return first == second and first.startswith("the ") and not one.names


def is_near(one: Claim, two: Claim) -> bool:
    """Tell whether two claims stand so near in one article that it would tell two such things apart."""
    return one.source == two.source and abs(one.paragraph - two.paragraph) <= NEARBY


def _stands_for(pronoun: Participant, phrase: Participant, said: Node, other: Node) -> bool:
    """Tell whether a pronoun can stand for a phrase: that names its speaker, or was told right before it."""
    if phrase.head in words("generic", "nouns"):
        return False
    if pronoun.head in words("discourse", "of_speaker") and not said.voices.isdisjoint(phrase.names):
        return True
    speaks = pronoun.head in words("discourse", "own_words") or not said.voices.isdisjoint(pronoun.names)
    if speaks and not phrase.names and phrase.head in said.titles:  # "I", says the mayor
        return True
    fitting = words("discourse", "of_persons" if is_person(phrase.head) else "of_things")
    named = phrase.head in phrase.names and pronoun.head in words("discourse", "personal")
    beside = _follows(other.claim, said.claim) or _follows(said.claim, other.claim)
    return (named or pronoun.head in fitting) and beside


def _follows(one: Claim, two: Claim) -> bool:
    """Tell whether a claim stands in the sentence of another, or in the next one."""
    if one.source != two.source or one.start > two.start:
        return False
    if one.paragraph == two.paragraph:
        return two.sentence - one.sentence <= 1
    return two.paragraph - one.paragraph == 1 and two.sentence == 0


def _role(said: Said, role: str) -> Participant | None:
    found: Participant | None = getattr(said.proposition, role, None)
    return found


def _one_thing(one: Participant, two: Participant) -> Answer:
    """Compare two phrases: by sides, by names, by their nouns."""
    both = f"“{one.text}” and “{two.text}”"
    if {one.head, two.head} & words("generic", "nouns"):
        return _unknown(f"{both} leave it open")
    same = _is_one_name(one, two)
    if same is not None:
        return _same(both) if same else _different(f"“{one.text}” against “{two.text}”")
    if stem(one.head) == stem(two.head):
        return _unknown(f"{both} may be a part and the whole") if _is_part(one, two) else _same(both, LIKELY)
    if _are_listed(one, two, "alike") or _by_role(one, two) or _by_role(two, one):
        return _same(both, LIKELY)
    if _are_listed(one, two, "things"):
        return _same(f"{both} can name one thing", 0.4)
    return _unknown(f"{both} may be one or two")


def _is_one_name(one: Participant, two: Participant) -> bool | None:
    """Tell whether two phrases are of one side, or name one; None where they do not say."""
    if one.side and two.side:
        return camp(one.side) == camp(two.side)
    if not (one.names and two.names) or _is_named(one) != _is_named(two):  # "Roe", not "Roe's help"
        return None
    return not set(one.names).isdisjoint(two.names)


def _are_listed(one: Participant, two: Participant, name: str) -> bool:
    """Tell whether a row of a table holds the nouns of both phrases."""
    return any({one.head, two.head} <= set(nouns) for nouns in table(name).values())


def _is_part(one: Participant, two: Participant) -> bool:
    """Tell whether the one is single and the other several, unless it is none or any: "the main suspect"."""
    first, second = (set(told.text.lower().split()) for told in (one, two))
    if (first | second) & (words("generic", "quantifiers") | words("discourse", "negative")):
        return False
    several = {f"{one.head}s", f"{one.head}es", f"{one.head[:-1]}ies"}
    return bool((one.head in first and several & second) or (two.head in second and several & first))


def _is_named(one: Participant) -> bool:
    """Tell whether its names are whom a phrase means, and not part of a description ("a Kent farmer")."""
    return one.head in one.names or one.names[0] not in one.text.lower()


def _by_role(one: Participant, two: Participant) -> bool:
    """Tell whether one phrase names by his role whom the other names: "the mayor", "Mayor Ana Roe"."""
    return not one.names and bool(two.names) and is_person(one.head) and one.head in two.text.lower().split()


@asked
def place(a: Said, b: Said, known: Stories) -> Answer:
    """Can it be in one place?"""
    shared = a.node.names & b.node.names
    if shared:
        return _same(f"both name {_listed(shared)}", min(1.0, len(shared) / 3))
    first, second = a.node.places, b.node.places
    if a.node.claim.source == b.node.claim.source:
        named = first and second
        return _different("they name other places") if named else _unknown("no name is in both")
    strange = _strange(first, b, known) | _strange(second, a, known)
    if strange:
        return _different(f"one is of {_listed(strange)}, which the other's article does not name")
    return _unknown("no name is in both")


def _strange(names: frozenset[str], other: Said, known: Stories) -> frozenset[str]:
    """Return the names that nothing in the other's article holds."""
    held = known.profiles[other.node.claim.source].names
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
    near, (first, second) = known.nearness(one, two), [known.profiles[source] for source in (one, two)]
    if near < FAR_STORY:
        return _different("the two articles share hardly a word")
    if first.lead and second.lead and (first.names | first.lead).isdisjoint(second.names | second.lead):
        return _different("no name is in both articles")
    degree = 0.7 * min(1.0, near / NEAR_STORY) + 0.3 * known.shared_lead(one, two)
    return _same(f"the two articles are near in words ({near:.2f})", degree)


@asked
def opening(a: Said, b: Said, known: Stories) -> Answer:
    """Do the two articles open with the same names?"""
    one, two = a.node.claim.source, b.node.claim.source
    if one == two:
        return _unknown("one article")
    if not known.profiles[one].lead or not known.profiles[two].lead:
        return _unknown("one of them opens without a name")
    shared = known.shared_lead(one, two)
    if not shared:
        return _different("no name is in both openings")
    return _same(f"{shared:.0%} of the names of one opening are in the other", shared)


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
    other = _other_counted(both)
    if other is not None:
        return _different(other)
    one, _ = both
    if one.quantity.unit.lower() in words("counts", "measures"):
        return _valued(a, b, known) or _measured(*both)
    if one.kind[1]:
        first, second = map(_content, both)
        return _same(f"both count {one.event}", 1.0 if first & second or not first | second else 0.7)
    if one.quantity.unit in words("counts", "uncompared"):
        return _valued(a, b, known) or _unknown("they need not measure one thing")
    return _counted_deed(a, b, known, both)


def _other_counted(both: Figures) -> str | None:
    """Return in words what sets apart what two figures count: its kind, whose it is, or its class."""
    if both[0].kind != both[1].kind:
        return " against ".join(one.event or one.quantity.unit for one in both)
    whose = [_whose(one) for one in both]
    if all(whose) and not _of_one_party(*whose):
        return " against ".join(f"of {', '.join(sorted(one))}" for one in whose)
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
    """Tell whether nothing in the words sets apart what two figures count."""
    first, second = _content(one), _content(two)
    return bool(first & second) or not (first and second)


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
    part = next(_parts(a, b, known, both), None)
    return _unknown("nothing tells part from whole") if part is None else _different(part)


def _parts(a: Said, b: Said, known: Stories, both: Figures) -> Iterator[str]:
    """Yield in words how one of two figures is told to be of a part."""
    same_window = both[0].quantity.window == both[1].quantity.window
    if not same_window and FIELDS["takes_up"](a, b, known).fit != "same":  # "19 in May": "no more than four"
        yield "one is of a stretch of time that the other is not of"
    if any(map(_is_one, both)):
        yield "one is a single one of those counted"
    if any("overall" in one.node.marks - two.node.marks and two.node.places for one, two in ((a, b), (b, a))):
        yield "one is of everywhere, the other of one place"
    if "sample" in a.node.marks & b.node.marks:
        yield "both are of samples"
    if _gives(a.node, both[1], known) or _gives(b.node, both[0], known):
        yield "one, or the article of one, gives the figure of the other as well"


def _gives(node: Node, figure: Figure, known: Stories) -> bool:
    """Tell whether a claim, or of a figure of another article its article, gives the figure as well."""
    interval, source = (figure.low, figure.high), node.claim.source
    if source != figure.node.claim.source:
        return interval in known.values(source, figure)
    return any((one.low, one.high, one.kind) == (*interval, figure.kind) for one in figures(node))


def _whose(figure: Figure) -> frozenset[str]:
    """Return whose people or things are counted: a party that names nobody counts its own losses."""
    quantity, node = figure.quantity, figure.node
    if quantity.of_side:
        return frozenset({camp(quantity.of_side)})
    if quantity.category in words("losses", "armed"):
        named = frozenset(word.lower() for word in (quantity.of or "").split() if word[0].isupper())
        if named:
            return named  # "two Kentish soldiers"
    if quantity.own:
        return node.camps or node.voices
    own = len(node.camps) == 1 and figure.event in words("counts", "losses")
    state = own and side_kind(next(iter(node.camps))) in {"state", "territory"}
    return node.camps if state and node.claim.act is not Act.ACCUSE else frozenset()


def _of_one_party(ones: Iterable[str], twos: Iterable[str]) -> bool:
    """Tell whether names can be of one party: "Kent" and "Kentish"."""
    return not {one[:PREFIX] for one in ones}.isdisjoint(two[:PREFIX] for two in twos)


def _valued(a: Said, b: Said, known: Stories) -> Answer | None:
    """Compare what two sums or shares are of that one thing has ("cost"), or does to one; else None."""
    one, two = a.proposition, b.proposition
    if one is None or two is None or one.predicate != two.predicate or one.denied or two.denied:
        return None
    roles = ["doer", "undergoer"]  # "the drug cut deaths by a third"
    if {one.lemma, one.predicate} & words("counts", "valuing"):
        roles = roles[:1] if one.agent is not None else roles[1:]
    elif _is_what_is_done_to(a) or _is_what_is_done_to(b):  # "paid $3 million", for one thing or another
        return None
    found = [FIELDS[role](a, b, known) for role in roles]
    same = all(answer.fit == "same" and answer.degree >= LIKELY for answer in found)
    return _same(f"both: {found[0].detail}", LIKELY) if same else None


def _is_what_is_done_to(said: Said) -> bool:
    patient = _role(said, "patient")
    return patient is not None and said.figure is not None and _covers(patient.span, said.figure)


def _measured(one: Figure, two: Figure) -> Answer:
    """Compare what two sums, shares or sizes are of: there are many, so that both must say it alike."""
    x, y, first, second = one.quantity, two.quantity, _content(one), _content(two)
    if x.unit == "magnitude":
        return _same("both measure a quake")
    being, other = _described(one), _described(two)
    if x.unit == "percent" and being and other and stem(being) != stem(other):
        return _different(f"“{being}” against “{other}”")
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


def _is_one(figure: Figure) -> bool:
    """Tell whether a figure is one named or described individual ("a 10-year-old girl"), and no bound."""
    quantity = figure.quantity
    single = quantity.unit == "people" and quantity.low == quantity.high == 1
    return single and quantity.text.lower() not in {"1", "one"}


@of_figures
def many(_a: Said, _b: Said, known: Stories, both: Figures) -> Answer:
    """Is it the only such figure that the articles give?"""
    others = sum(len(known.values(one.node.claim.source, one)) for one in both) - len(both)
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
    for one, two in (both, both[::-1]):
        if one.node.claim.source == two.node.claim.source and two.quantity.takes_up in one.spans:
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
    if one.own_voice and two.own_voice:
        same = known.one_origin(one.claim.source, two.claim.source)
        return _different("one article's own voice") if same else _same("two articles", 0.5)
    if set(one.claim.speakers) & set(two.claim.speakers):
        return _different("one speaker")
    if _one_name(one, two):
        return _different("speakers of one name")
    if one.camps & two.camps:
        return _different("one side", 0.7)
    return _same("two sides") if one.opposes(two) else _same("two speakers", 0.5)


def _one_name(one: Node, two: Node) -> bool:
    """Tell whether one speaker's name is part of the other's, as a family name is of a full one."""
    short, long = sorted((one.voices, two.voices), key=len)
    return bool(short) and short <= long


@asked
def background(a: Said, b: Said, _known: Stories) -> Answer:
    """Is it told as news, and not as what went before?"""
    looking_back = ("back" in a.node.marks) != ("back" in b.node.marks)
    return _different("one looks back") if looking_back else _unknown("both are told alike")


def _listed(found: frozenset[str]) -> str:
    return ", ".join(f"“{one}”" for one in sorted(found)[:4])
