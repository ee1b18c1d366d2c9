"""What a second reader proposed, laid over a matching: as leads, or listed among the disputes.

Invariants
    - A proposal is never called a dispute on its own; listed among them it is ``proposed`` until a
      person decides.
    - It stands only while both of its claims are there, and where no dispute sets its words against
      each other already.
    - Both functions are of the rows alone; nothing here is stored.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from claimgraph.gathering import grouped
from claimgraph.model import Claim, Dispute, DisputeKind, Lead, Matching, Proposal, Reason, subject_by_claim
from claimgraph.tracker.questions import Alike, Question, questions

EVEN = 0.5
"""The score of a proposal: a model says no figure that means anything, so all are alike."""
DOUBTED = 0.25
"""The score of one that the fields speak against."""


def with_proposals(
    matching: Matching, proposals: Iterable[Proposal], claims: Mapping[str, Claim]
) -> Matching:
    """Return the matching with each question that is proposed as a lead, before those of the rules."""
    alike = Alike(claims, matching.agreements)
    there = [one for one in proposals if one.a in claims and one.b in claims]
    asked = [one for one in there if not any(_answered(one, dispute, alike) for dispute in matching.disputes)]
    by_pair: dict[frozenset[str], list[Proposal]] = {}
    for question in questions(asked, alike):
        by_pair.setdefault(_pair(_best(question.proposals)), []).extend(question.proposals)
    if not by_pair:
        return matching
    by_rules = {_pair(one): one for one in matching.leads}
    leads = [_lead(found, by_rules.get(pair)) for pair, found in by_pair.items()]
    proposed = sorted(leads, key=lambda one: (-one.score, one.a, one.b))
    told = set(map(_pair, chain.from_iterable(by_pair.values())))
    others = (one for pair, one in by_rules.items() if pair not in told)
    return matching.model_copy(update={"leads": (*proposed, *others)})


def _answered(one: Proposal, dispute: Dispute, alike: Alike) -> bool:
    """Tell whether a dispute sets the same words against each other, or what says or counts the same."""
    if alike.parted((one.a, one.b), dispute):
        return _on_words(one, dispute)
    return one.kind == "figures" == dispute.kind and alike.counted(one, dispute)


def _on_words(one: Proposal, dispute: Dispute) -> bool:
    """Tell whether a dispute rests on the words that a proposal quotes, where it says on which it rests."""
    for claim, start, end in quoted(one):
        spans = [span for reason in dispute.reasons for span in reason.spans if span[0] == claim]
        if spans and not any(low < end and start < high for _, low, high in spans):
            return False
    return True


def _best(found: Sequence[Proposal]) -> Proposal:
    """Return the proposal that shows a question: not doubtful if one is not, of the pair named most often."""
    named = Counter(map(_pair, found))
    return max(found, key=lambda one: (one.doubt is None, named[_pair(one)]))


def _pair(one: Proposal | Lead) -> frozenset[str]:
    return frozenset((one.a, one.b))


def _lead(found: Sequence[Proposal], by_rules: Lead | None) -> Lead:
    """Return a question as a lead: what readers say of it, then what the rules say."""
    best = _best(found)
    score = EVEN if best.doubt is None else DOUBTED
    return Lead(
        a=best.a,
        b=best.b,
        score=max(score, by_rules.score) if by_rules else score,
        origin="reader",
        reasons=(*_reasons(found), *(by_rules.reasons if by_rules else ())),
        proposals=tuple(found),
    )


def suggested(lead: Lead) -> DisputeKind | None:
    """Return the kind that readers call the pair of a lead; None for a lead of the rules."""
    counted = Counter(one.kind for one in lead.proposals if _pair(one) == _pair(lead))
    return max(counted, key=lambda kind: counted[kind], default=None)


def doubts(lead: Lead) -> tuple[str, ...]:
    """Return what speaks against every proposal of the pair of a lead; nothing where one is not doubtful."""
    return _doubts([one for one in lead.proposals if _pair(one) == _pair(lead)])


def _doubts(found: Iterable[Proposal]) -> tuple[str, ...]:
    told = [one.doubt for one in found]
    return tuple(dict.fromkeys(one for one in told if one)) if all(told) else ()


def reader_says(one: Proposal, doubts: Iterable[str] | None = None) -> str:
    """Return a proposal in words, with who proposes it and where the fields speak against it.

    Args:
        doubts: the doubts to name; its own when None.
    """
    named = ([one.doubt] if one.doubt else []) if doubts is None else doubts
    doubt = "".join(f" Doubtful: {each}." for each in named)
    said = " ".join(one.reason.split()).rstrip(".")
    return f"{said} (proposed by {one.model}, prompt {one.version}/{one.prompt}).{doubt}"


def _reasons(found: Iterable[Proposal]) -> tuple[Reason, ...]:
    """Return what readers say, each reason once, with all the words that it was said of."""
    once = grouped(((one.model, one.kind, one.reason), one) for one in found)
    return tuple(
        Reason(
            rule="reader",
            detail=reader_says(alike[0], _doubts(alike)),
            spans=tuple(dict.fromkeys(chain.from_iterable(map(quoted, alike)))),
        )
        for alike in once.values()
    )


def quoted(one: Proposal) -> tuple[tuple[str, int, int], ...]:
    """Return where in its two claims the words stand that a proposal quotes."""
    return tuple((claim, *words) for claim, words in zip((one.a, one.b), one.words, strict=True))


def accepted(matching: Matching, claims: Mapping[str, Claim]) -> Matching:
    """Return the matching with its readers' leads among the disputes, in the state ``proposed``."""
    alike = Alike(claims, matching.agreements)
    subject = subject_by_claim(matching.subjects)
    named: Counter[str] = Counter()
    proposed = []
    for lead in (one for one in matching.leads if one.origin == "reader"):
        for question in questions(lead.proposals, alike):
            identity = Dispute.make_id("proposed", question.sides)
            named[identity] += 1
            proposed.append(_dispute(question, lead, subject, named[identity]))
    leads = tuple(one for one in matching.leads if one.origin != "reader")
    return matching.model_copy(update={"disputes": (*matching.disputes, *proposed), "leads": leads})


def _dispute(question: Question, lead: Lead, subject: Mapping[str, str], number: int) -> Dispute:
    """Return a question as a dispute only proposed; ``number`` tells apart those between the same claims."""
    sides = tuple(map(tuple, question.sides))
    by_rules = tuple(one for one in lead.reasons if one.rule != "reader")
    return Dispute(
        id=Dispute.make_id("proposed" if number == 1 else f"proposed {number}", sides),
        kind=question.kind,
        subject=next((subject[one] for side in sides for one in side if one in subject), None),
        sides=sides,
        state="proposed",
        score=lead.score,
        reasons=(*_reasons(question.proposals), *by_rules),
    )
