"""The fields on which two things said are compared, all with one signature.

A field answers SAME, DIFFERENT or UNKNOWN, to a degree between 0 and 1, with the detail in words; its
docstring is the question that a reader is shown. What one of the two does not say is UNKNOWN: never
the same, never different.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from inspect import getdoc
from math import log

from claimgraph.lexicon import table, words
from claimgraph.lexicon.kinds import camp
from claimgraph.lexicon.rarity import rarities
from claimgraph.lexicon.sides import side_kind
from claimgraph.lexicon.stems import stem
from claimgraph.match.context import Node
from claimgraph.match.days import meet
from claimgraph.match.figures import Figure, figures
from claimgraph.match.stories import FORTNIGHT, Stories
from claimgraph.model import Act, Comparison, Fit, Participant, Proposition, Quantity

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
MANY = 5.0
"""Values of one kind in two articles from which each may be of its own thing."""


@dataclass(frozen=True, eq=False, slots=True)
class Said:
    """One thing a claim says: a proposition, a figure, or the claim as a whole."""

    node: Node
    proposition: Proposition | None = None
    figure: Figure | None = None


Field = Callable[[Said, Said, Stories], Comparison]
Answer = tuple[Fit, str, float]


@lru_cache(maxsize=1024)
def _open(name: str, question: str, detail: str) -> Comparison:
    """Return the answer that leaves a field open: most answers do, so that each is made once."""
    return Comparison.model_construct(
        field=name, question=question, fit="unknown", detail=detail, degree=0.0, weight=0.0
    )


def field(name: str) -> Callable[[Callable[[Said, Said, Stories], Answer]], Field]:
    """Make a comparison of a function that answers with fit, detail and degree."""

    def named(compare: Callable[[Said, Said, Stories], Answer]) -> Field:
        question = (getdoc(compare) or name).splitlines()[0]

        def compared(a: Said, b: Said, known: Stories) -> Comparison:
            fit, detail, degree = compare(a, b, known)
            if fit == "unknown":
                return _open(name, question, detail)
            return Comparison.model_construct(
                field=name, question=question, fit=fit, detail=detail, degree=degree, weight=0.0
            )

        compared.__doc__ = question
        return compared

    return named


def _same(detail: str, degree: float = 1.0) -> Answer:
    return "same", detail, degree


def _different(detail: str, degree: float = 1.0) -> Answer:
    return "different", detail, degree


def _unknown(detail: str) -> Answer:
    return "unknown", detail, 0.0


@field("predicate")
def predicate(a: Said, b: Said, known: Stories) -> Answer:
    """Is it one deed, or one question?"""
    del known
    one, two = a.proposition, b.proposition
    if one is None or two is None:
        shared = a.node.predicates & b.node.predicates
        return _same(f"both tell of “{min(shared)}”") if shared else _unknown("no deed is told by both")
    if one.predicate == two.predicate:
        same_word = stem(one.lemma) == stem(two.lemma)
        return _same(f"both tell of “{one.predicate}”", 1.0 if same_word else 0.7)
    return _different(f"“{one.predicate}” against “{two.predicate}”")


@field("doer")
def doer(a: Said, b: Said, known: Stories) -> Answer:
    """Was it done by one?"""
    del known
    return _one_thing(_role(a, "agent"), _role(b, "agent"))


@field("undergoer")
def undergoer(a: Said, b: Said, known: Stories) -> Answer:
    """Was it done to one, or said of one?"""
    del known
    return _one_thing(_role(a, "patient"), _role(b, "patient"))


def _role(said: Said, role: str) -> Participant | None:
    found: Participant | None = getattr(said.proposition, role, None) if said.proposition else None
    return found


def _one_thing(one: Participant | None, two: Participant | None) -> Answer:
    """Compare two phrases: by sides, by names, by their nouns."""
    if one is None or two is None:
        return _unknown("one of them does not say")
    vague = words("generic", "nouns")
    if one.head in vague or two.head in vague:
        return _unknown(f"“{one.text}” and “{two.text}” leave it open")
    if one.side and two.side:
        if camp(one.side) == camp(two.side):
            return _same(f"“{one.text}” and “{two.text}”")
        return _different(f"“{one.text}” against “{two.text}”")
    first, second = frozenset(one.names), frozenset(two.names)
    if first and second:
        if first & second:
            return _same(f"“{one.text}” and “{two.text}”")
        return _different(f"“{one.text}” against “{two.text}”")
    if stem(one.head) == stem(two.head):
        return _same(f"“{one.text}” and “{two.text}”", 0.8)
    if _of_one_class(one.head, two.head):
        return _same(f"“{one.text}” and “{two.text}” can name one thing", 0.4)
    if _names_head(one, two) or _names_head(two, one):
        return _same(f"“{one.text}” and “{two.text}”", 0.6)
    return _unknown(f"“{one.text}” and “{two.text}” may be one or two")


def _names_head(one: Participant, two: Participant) -> bool:
    """Tell whether the head of one phrase is among the words of the other: "power", "power supplies"."""
    return stem(one.head) in {stem(word) for word in two.text.split()}


def _of_one_class(one: str, two: str) -> bool:
    return any({one, two} <= set(nouns) for nouns in table("things").values())


@field("place")
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


@field("when")
def when(a: Said, b: Said, known: Stories) -> Answer:
    """Was it on the same days?"""
    del known
    first, second = a.node, b.node
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


@field("reported")
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


@field("story")
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


@field("opening")
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


@field("wording")
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


@field("overlap")
def overlap(a: Said, b: Said, _: Stories) -> Answer:
    """Is most of what the shorter says in the other too?"""
    least = min(rarities(one.node.stems) for one in (a, b))
    if not least:
        return _unknown("one of them has no word with meaning")
    share = rarities(a.node.stems & b.node.stems) / least
    return _same(f"{share:.0%} of the shorter one's words are in the other", share * least / (least + FEW))


@field("counted")
def counted(a: Said, b: Said, known: Stories) -> Answer:
    """Is the same counted?"""
    one, two = a.figure, b.figure
    if one is None or two is None:
        return _unknown("one of them gives no figure")
    x, y = one.quantity, two.quantity
    if x.unit != y.unit or (one.kind != two.kind):
        return _different(f"{one.event or x.unit} against {two.event or y.unit}")
    of, others = _whose(a), _whose(b)
    if of and others and of != others:
        return _different(f"of {of} against of {others}")
    classes = {x.category, y.category} - words("generic", "anybody") - {None}
    if len(classes) > 1:
        return _different(" against ".join(sorted(one for one in classes if one)))
    first, second = (_content(quantity.of) for quantity in (x, y))
    if x.unit.lower() in words("counts", "measures"):
        return _measured(x, y, first, second)
    if one.kind[1]:
        return _same(f"both count {one.event}", 1.0 if first & second or not (first or second) else 0.7)
    done = [FIELDS[role](a, b, known) for role in ("doer", "undergoer")]
    if any(answer.fit == "different" for answer in done):
        return _different("of two doers, or done to two")
    alike = first & second or (one.event and one.event == two.event) or not (first and second)
    named = any(answer.fit == "same" and answer.degree >= 1 for answer in done)
    if not named and _impersonal(a) and _impersonal(b):
        named = FIELDS["overlap"](a, b, known).degree >= MOSTLY
    return (
        _same(f"both count “{x.of}”", 0.8)
        if alike and named
        else _unknown("what is counted is not said alike")
    )


def _impersonal(said: Said) -> bool:
    """Tell whether a figure is not of what one person or body did."""
    doer = _role(said, "agent")
    return doer is None or (not doer.names and doer.head not in words("discourse", "anaphoric"))


def _content(phrase: str | None) -> frozenset[str]:
    """Return the stems of a phrase's words that tell what it is of."""
    little = words("apart", "function") | words("generic", "anybody") | words("generic", "terms")
    return frozenset(
        stem(word) for word in (phrase or "").lower().split() if word not in little and len(word) > 2
    )


@field("extent")
def extent(a: Said, b: Said, known: Stories) -> Answer:
    """Is it the whole of one thing, and no part or addition?"""
    one, two = a.figure, b.figure
    if one is None or two is None:
        return _unknown("one of them gives no figure")
    if one.quantity.additional or two.quantity.additional:
        return _different("one comes on top of others")
    if (one.quantity.window or "") != (two.quantity.window or ""):
        return _different("one is of a stretch of time that the other is not of")
    if _is_one(one) or _is_one(two):
        return _different("one is a single one of those counted")
    if "sample" in a.node.marks & b.node.marks:
        return _different("both are of samples")
    if a.node.claim.source == b.node.claim.source:
        if _gives(b.node, one) or _gives(a.node, two):
            return _different("one gives both figures")
    elif known.gives(b.node.claim.source, one) or known.gives(a.node.claim.source, two):
        return _different("the article of one gives the figure of the other as well")
    return _unknown("nothing tells part from whole")


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


def _measured(x: Quantity, y: Quantity, first: frozenset[str], second: frozenset[str]) -> Answer:
    """Compare what two sums, shares or sizes are of: there are many, so that both must say it alike."""
    if x.unit == "magnitude":
        return _same("both measure a quake")
    if not first or not second:
        return _unknown("one does not say of what it is")
    share = len(first & second) / len(first | second)
    if not share:
        return _different(f"“{x.of}” against “{y.of}”")
    return _same(f"both are of “{x.of}”", 1.0) if share >= ALIKE else _unknown(f"“{x.of}” and “{y.of}”")


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


@field("many")
def many(a: Said, b: Said, known: Stories) -> Answer:
    """Is it the only such figure that the articles give?"""
    one, two = a.figure, b.figure
    if one is None or two is None:
        return _unknown("one of them gives no figure")
    others = known.values_of(a.node.claim.source, one) + known.values_of(b.node.claim.source, two) - 2
    return (
        _different(f"{others} more such figures", min(1.0, others / MANY))
        if others > 0
        else _same("no more such")
    )


@field("size")
def size(a: Said, b: Said, known: Stories) -> Answer:
    """Are the figures of one order?"""
    del known
    one, two = a.figure, b.figure
    if one is None or two is None:
        return _unknown("one of them gives no figure")
    if a.node.opposes(b.node):
        return _unknown("two parties count, and parties count far apart")
    small, large = sorted(figure.typical for figure in (one, two))
    ratio = log((large + 1) / (small + 1))
    return _same("of one order", 1 - ratio) if ratio < 1 else _different("far apart", min(1.0, ratio / 5))


@field("voices")
def voices(a: Said, b: Said, known: Stories) -> Answer:
    """Do two speak, and of two sides?"""
    first, second = a.node, b.node
    if not (first.claim.speakers and second.claim.speakers):
        return _unknown("one of the speakers is not named")
    if set(first.claim.speakers) & set(second.claim.speakers) and not (first.own_voice and second.own_voice):
        return _different("one speaker")
    if first.claim.source == second.claim.source and _one_name(first, second):
        return _different("speakers of one name")
    if first.camps and second.camps:
        if first.camps & second.camps:
            return _different("one side", 0.7)
        return _same("two sides")
    if first.voices and first.voices & second.voices and not first.own_voice and not second.own_voice:
        return _different("speakers of one name", 0.8)
    if first.own_voice and second.own_voice:
        same = known.one_origin(first.claim.source, second.claim.source)
        return _different("one article's own voice") if same else _same("two articles", 0.5)
    return _same("two speakers", 0.5)


def _one_name(one: Node, two: Node) -> bool:
    """Tell whether one speaker's name is part of the other's, as a family name is of a full one."""
    short, long = sorted((one.voices, two.voices), key=len)
    return bool(short) and short <= long and not one.own_voice and not two.own_voice


@field("background")
def background(a: Said, b: Said, known: Stories) -> Answer:
    """Is it told as news, and not as what went before?"""
    del known
    looking_back = ("back" in a.node.marks) != ("back" in b.node.marks)
    return _different("one looks back") if looking_back else _unknown("both are told alike")


def _listed(found: frozenset[str]) -> str:
    return ", ".join(f"“{one}”" for one in sorted(found)[:4])


FIELDS: dict[str, Field] = {
    "predicate": predicate,
    "doer": doer,
    "undergoer": undergoer,
    "place": place,
    "when": when,
    "reported": reported,
    "story": story,
    "opening": opening,
    "wording": wording,
    "overlap": overlap,
    "counted": counted,
    "extent": extent,
    "many": many,
    "size": size,
    "voices": voices,
    "background": background,
}
"""Every field by its name, in the order in which a reader is shown them."""
