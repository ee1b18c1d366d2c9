"""A dispute is headed by the question its sides answer, and each side by its own key words.

Invariant: every word between quotation marks stands in an article of the dispute; what stands outside
them is one of the neutral words of ``ASKING``, or a name that an article prints.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from claimgraph.lexicon import words
from claimgraph.lexicon.sides import side_of
from claimgraph.lexicon.stems import stem
from claimgraph.model import Act, Claim, Dispute, Quantity, Reason, Span, Update
from claimgraph.report.lookup import Lookup
from claimgraph.report.phrases import TELLING, Around, around, content_stems, quoted, shown, with_verb
from claimgraph.report.wording import denies_from_outside, position, shorten

Found = Dispute | Update

HEADING = 80
"""Characters of the words quoted in a heading, at most."""
HALF = 56
"""Characters of each of two quotations in a heading, at most."""
LED = 2
"""Statements of a side that a heading can be taken from."""
ACCUSED = 60
"""Characters between the verb of an accusation and its words, at most: the accused stands there."""
GIVEN = 2
"""Figures of a side quoted in its line, at most."""
ASKED = {"other day": "When", "other doer": "By whom"}
"""What is asked where a row of the matcher's table says on what two statements differ."""
ASKING = frozenset(
    word
    for phrase in (
        ("whether", "or", "how", "many", "much", "what", "figure", "when", "by", "whom", "in", "question"),
        ("is", "are", "rightly", "accused", "of", "to", "blame", "for", "each", "accuses", "the", "other"),
    )
    for word in phrase
)
"""Words of a heading that are the report's own."""
ACCUSING = ("accus", "blam", "charg", "fault", "implicat", "indict")
"""How the verbs begin whose object is the accused."""

PRONOUNS = frozenset({"him", "her", "them", "us", "me", "you", "it", "himself", "herself", "themselves"})
"""With these for the accused a heading would not say who is meant."""

_OF_SOME = re.compile(
    r"of (?:the|its|his|her|their|our|my|your|these|those|them|us|all|whom|which)\b", re.IGNORECASE
)
_DEED = re.compile(r"^(?P<who>.{2,70}?)\s+(?P<link>of|for)\s+(?P<deed>.+)$", re.DOTALL)


class Questions:
    """Puts disputes and updates into questions, out of the articles' own words."""

    def __init__(self, lookup: Lookup) -> None:
        self.lookup = lookup

    def heading(self, found: Found, sides: Sequence[Sequence[Claim]], kind: str) -> str:
        """Return the question that the sides answer, of each of which the leading claims come first."""
        if kind in {"figures", "update"} and (asked := self._how_many(found, sides)):
            return asked
        if kind == "mutual_accusation":
            told = dict.fromkeys(self._accusation(side[0]) for side in sides)
            return f"Each accuses the other: {'; '.join(told)}"
        rules = [reason.rule for reason in found.reasons]
        if kind == "contradiction" and "other answer" in rules and (either := self._either(found, sides)):
            return either
        asks = next((ASKED[rule] for rule in rules if rule in ASKED), None)
        return self._whether(found, sides, asks if kind == "contradiction" else None)

    def said(self, claims: Sequence[Claim], found: Found, kind: str) -> str:
        """Return the key words of a side, in quotation marks: its figures, or what it says or denies."""
        if kind in {"figures", "update"}:
            told: dict[tuple[float | None, float | None], str] = {}
            for claim, quantity in self._figures(claims, found):
                told.setdefault((quantity.low, quantity.high), self._around(claim, quantity).phrase)
            if told:
                return ", ".join(dict.fromkeys(map(quoted, list(told.values())[:GIVEN])))
        return self._words(claims[0], found)

    def _words(self, claim: Claim, found: Found) -> str:
        """Return what a claim says, from its verb on where that is what denies, admits or accuses."""
        source = self.lookup.source_of(claim)
        outside = denies_from_outside(claim)
        told = with_verb(claim, source) if outside else self._owning(claim)
        if told:
            return quoted(_short(told))
        place = next(iter(_pointed(claim, found.reasons)), None)
        stands = quoted(shown(claim, source, place))
        return f"denied {stands}" if outside else stands

    def _how_many(self, found: Found, sides: Sequence[Sequence[Claim]]) -> str | None:
        """Return the question after a figure: the clause of one side, with a gap where the figure stood."""
        candidates = [
            (claim, quantity) for side in sides for claim, quantity in self._figures(side[:LED], found)
        ]
        if not candidates:
            return None
        everything = [(claim.id, _stems(claim.text)) for side in sides for claim in side[:LED]]
        best = min(candidates, key=lambda one: self._fitness(one[0], one[1], everything))
        return asking(best[1], self._around(*best))

    def _fitness(
        self, claim: Claim, quantity: Quantity, told: Sequence[tuple[str, set[str]]]
    ) -> tuple[float, ...]:
        """Rank a clause: what says of what it is first, then what others say too, what is short."""
        clause = self._around(claim, quantity)
        own = content_stems(clause.gap)
        shared = sum(word in other for word in own for one, other in told if one != claim.id) / (
            len(own) or 1
        )
        others = any(one.text in clause.gap for one in claim.quantities if one is not quantity)
        opens = not clause.before and not clause.after.startswith("of ")
        elliptic = quantity.takes_up is not None  # "it was 12" does not say of what
        return (len(own) < TELLING, elliptic, others, -round(shared, 1), not opens, len(clause.gap))

    def _figures(self, claims: Iterable[Claim], found: Found) -> list[tuple[Claim, Quantity]]:
        """Return the figures of a side that the reasons point at; where they point at none, all of them."""
        listed = list(claims)
        pointed = [(claim, one) for claim in listed for one in pointed_figures(claim, found.reasons)]
        return pointed or [(claim, one) for claim in listed for one in claim.quantities]

    def _around(self, claim: Claim, quantity: Quantity) -> Around:
        return clause_of(claim, quantity, self.lookup)

    def _either(self, found: Found, sides: Sequence[Sequence[Claim]]) -> str | None:
        """Return the two answers that exclude each other, as the matcher points at them."""
        answers = []
        for side in sides:
            pointed = next(((one, span) for one in side for span in _pointed(one, found.reasons)), None)
            if pointed is None:
                return None
            answers.append(self._answer(*pointed))
        if len({answer.lower() for answer in answers}) < len(answers) or max(map(len, answers)) > HALF:
            return None
        return f"Whether {' or '.join(map(quoted, answers))}"

    def _answer(self, claim: Claim, span: Span) -> str:
        """Return the words pointed at, with what stands round them where they tell little by themselves."""
        source = self.lookup.source_of(claim)
        answer = " ".join(source.text[slice(*span)].split())
        tells = " " in answer or any(sign.isdigit() for sign in answer)
        return answer if tells else shown(claim, source, span, HALF)

    def _whether(self, found: Found, sides: Sequence[Sequence[Claim]], asks: str | None) -> str:
        """Return the question whether what is stated is so: what the first reason is about, if no denial."""
        decided = {claim for reason in found.reasons for claim, *_ in reason.spans}
        leading = [claim for side in sides for claim in side[:LED] if claim is side[0] or claim.id in decided]
        stated = [claim for claim in leading if position(claim) != "denied"] or leading
        first = {claim for claim, *_ in found.reasons[0].spans} if found.reasons else set()
        stated.sort(key=lambda claim: claim.id not in first)
        if asks is None and (accusing := self._accused(stated[0])):
            return accusing
        own = _stems(stated[0].text)
        alike = (one for one in stated if one is stated[0] or 2 * len(own & _stems(one.text)) >= len(own))
        whole = next(filter(_whole, alike), None)
        if whole is None:
            words = self._owning(stated[0]) or stated[0].text
            return f"In question: {quoted(_short(words, HEADING))}"
        told = quoted(shown(whole, self.lookup.source_of(whole), limit=HEADING))
        return f"{asks}: {told}" if asks else f"Whether {told}"

    def _accused(self, claim: Claim) -> str | None:
        """Return the question after an accusation ("accused the firm of fraud"); None for another form."""
        deed = self._deed(claim)
        if deed is None:
            return None
        who, link, what = deed
        one = "are" if several(who) else "is"
        verb = "rightly accused of" if link == "of" else "to blame for"
        return f"Whether {who} {one} {verb} {quoted(_short(what, HEADING))}"

    def _accusation(self, claim: Claim) -> str:
        """Return the words of an accusation, with the verb they depend on."""
        source = self.lookup.source_of(claim)
        return quoted(_short(self._owning(claim) or shown(claim, source, limit=HALF), HALF))

    def _owning(self, claim: Claim) -> str | None:
        """Return an admission or accusation from its verb on: "admitted that …", "accused the firm of …"."""
        if self._accuses(claim):
            return with_verb(claim, self.lookup.source_of(claim), ACCUSED)
        return with_verb(claim, self.lookup.source_of(claim)) if claim.act is Act.ADMIT else None

    def _accuses(self, claim: Claim) -> bool:
        """Tell whether the verb of a claim has the accused for its object."""
        if claim.act is not Act.ACCUSE or claim.cue is None:
            return False
        verbs = self.lookup.source_of(claim).text[slice(*claim.cue)].lower().split()
        return any(verb.startswith(ACCUSING) for verb in verbs)

    def _deed(self, claim: Claim) -> tuple[str, str, str] | None:
        """Return the accused, "of" or "for", and the deed; None where the verb does not stand before them."""
        told = self._owning(claim) if self._accuses(claim) else None
        if told is None or claim.cue is None:
            return None
        verb = " ".join(self.lookup.source_of(claim).text[slice(*claim.cue)].split())
        parts = _DEED.match(told.removeprefix(verb).strip())
        if parts is None or parts["who"].split()[0].lower() in PRONOUNS:
            return None
        return _untimed(parts["who"]), parts["link"], parts["deed"]


def asking(quantity: Quantity, clause: Around) -> str:
    """Return the question after a figure: "How many “people were hurt”", "How much: “it cost … crowns”"."""
    after, many = clause.after, _is_counted(quantity, clause)
    asks = "How many" if many else "How much" if quantity.unit.isupper() else "What figure"
    if clause.before or not after or after.lower().startswith("to "):
        return f"{asks}: {quoted(clause.gap)}"
    of = after.lower().startswith("of ")
    if many:  # "thousands of people"
        return f"How many {quoted(after[3:] if of and not _OF_SOME.match(after) else after)}"
    if of and quantity.unit == "percent":
        return f"How much {quoted(after)}"
    return f"{asks}: {quoted(clause.gap)}"


def _is_counted(quantity: Quantity, clause: Around) -> bool:
    """Tell whether "how many" asks for a figure: of no sum, and of no measure that nothing names."""
    if quantity.unit.isupper() or quantity.unit not in words("counts", "measures"):
        return not quantity.unit.isupper()
    named = _stems(quantity.unit) <= _stems(clause.after.partition(" ")[0])
    return named and not clause.glued and quantity.unit != "percent"


def clause_of(claim: Claim, quantity: Quantity, lookup: Lookup) -> Around:
    """Return the clause round a figure, without what it shares with the other figures of the claim."""
    others = [one.span for one in claim.quantities if one is not quantity]
    return around(lookup.source_of(claim).text, quantity.span, (claim.start, claim.end), others)


def several(who: str) -> bool:
    """Tell whether a name is of more than one, so that "are" goes with it: "the soldiers", "Bo and Li"."""
    head = re.split(r"\s(?:of|in|from|at|who|with|for|on)\s", who, maxsplit=1)[0]
    last = head.split()[-1].lower()
    if re.search(r"\band\b", head) or last in words("numbers", "plurals"):
        return True
    ends = last.endswith("s") and not last.endswith(("ss", "us", "is", "’s", "'s"))
    own_name = head.split()[-1][0].isupper()
    return ends and (not own_name or side_of(head.split()[-1][:-1]) is not None)


def pointed_figures(claim: Claim, why: Sequence[Reason]) -> list[Quantity]:
    """Return the figures of a claim that the reasons point at."""
    spans = list(_pointed(claim, why))
    return [
        one
        for one in claim.quantities
        if any(start < one.span[1] and one.span[0] < end for start, end in spans)
    ]


def _pointed(claim: Claim, why: Iterable[Reason]) -> Iterator[tuple[int, int]]:
    for reason in why:
        for one, start, end in reason.spans:
            if one == claim.id:
                yield start, end


def _whole(claim: Claim) -> bool:
    """Tell whether a claim is a clause with its subject, so that "whether" can stand before it."""
    first = claim.text.lstrip(" \"“'‘").split(" ", 1)[0]
    start = claim.start + claim.text.index(first)
    opened = any(
        abs(who.span[0] - start) <= len(first) + 1 and who.span[1] <= one.trigger[0]
        for one in claim.propositions
        for who in one.parties
    )
    begins = first[:1].isupper() or first.lower() in words("apart", "function")
    helped = any(word in words("telling", "helping") for word in claim.text.lower().split()[1:])
    return opened or (begins and (helped or any(one.trigger[0] > start for one in claim.propositions)))


def _untimed(who: str) -> str:
    """Return a name without the day that can follow it: "the firm on Thursday"."""
    parts = who.split()
    if len(parts) > 2 and parts[-2].lower() in {"on", "last", "this"}:
        parts = parts[:-2]
    return " ".join(parts)


def _short(text: str, limit: int = 90) -> str:
    return shorten(" ".join(text.split()).strip(" ,“”"), limit)


def _stems(text: str) -> set[str]:
    return {stem(word) for word in re.findall(r"[^\W\d_]{3,}", text.lower())}
