"""A case with as many disputes as wanted, made by hand: nothing is parsed, so that it is there at once."""

from pathlib import Path

from ferry import make_claim, make_source

from claimgraph.model import (
    Act,
    Dispute,
    DisputeKind,
    Extraction,
    Lead,
    Matching,
    Proposal,
    Reason,
    Speaker,
    Subject,
    make_id,
)
from claimgraph.store import Answer, Asked, Store
from claimgraph.tracker.recipes import made_by

LINE = Speaker(id="p-line", name="Northlight Lines", kind="organisation", side="northlight")
OTHER = Speaker(
    id="p-other", name="Northern Light", kind="organisation", side="northlight", aliases=("the firm",)
)
UNION = Speaker(id="p-union", name="Harbour Union", kind="organisation", side="harbour-union")
HOSTILE = '<script>document.title = "hacked"</script><img src="https://evil.example/x.png">'


def make_case(path: Path, many: int, leads: int = 0) -> list[str]:
    """Write a case with so many denials, ten an article, and leads; return the ids of the disputes."""
    disputes, claims_of_all = [], []
    with Store.open(path) as store:
        for number in range(0, many, 10):
            paragraphs = [f"Ferry report {number}"]
            for one in range(number, min(many, number + 10)):
                paragraphs.append(f"Northlight Lines said that ferry {one} had struck a reef. {HOSTILE}")
                paragraphs.append(f"The harbour union denied that ferry {one} had struck anything.")
            source = make_source(f"{number:03}.txt", "\n\n".join(paragraphs) + "\n")
            claims = []
            for one in range(number, min(many, number + 10)):
                said = make_claim(source, f"ferry {one} had struck a reef", LINE if one % 2 else OTHER)
                denied = make_claim(
                    source, f"ferry {one} had struck anything", UNION, Act.DENY, polarity="denied"
                )
                claims += [said, denied]
                sides = ((said.id,), (denied.id,))
                disputes.append(
                    Dispute(
                        id=make_id("d", "denial", tuple(min(side) for side in sorted(sides))),
                        kind="denial", subject="t-sinking", sides=sides, score=0.5,
                        reasons=(Reason(rule="denied", detail="the denial follows at once"),),
                    )
                )  # fmt: skip
            store.add(
                source, Extraction(source=source.id, claims=tuple(claims), speakers=(LINE, OTHER, UNION))
            )
            claims_of_all += [claim.id for claim in claims]
        subject = Subject(id="t-sinking", label="the ferries", claims=tuple(claims_of_all))
        asked = tuple(
            Lead(
                a=claims_of_all[place], b=claims_of_all[place + 2], score=0.4,
                reasons=(Reason(rule="contrast", detail="a word of contrast stands between them"),),
            )
            for place in range(leads)
        )  # fmt: skip
        found = Matching(disputes=tuple(disputes), subjects=(subject,), leads=asked)
        store.save_matching(found, made_by=made_by())
    return [one.id for one in disputes]


def propose(store: Store, kind: DisputeKind, *pairs: tuple[int, int], doubt: str | None = None) -> None:
    """Write what a language model proposes as one question: pairs of claims, by their places in the case."""
    claims = [one.id for one in store.collection().claims]
    store.ask_reader([Asked("abc", "2", tuple(claims))], "lund-7b", "2031-06-03T00:00:00+00:00")
    proposals = tuple(
        Proposal(
            a=claims[a], b=claims[b], kind=kind, reason="They clash", words=((0, 9), (0, 9)), model="lund-7b",
            version="2", prompt="abc", question="abc.0", doubt=doubt,
        )
        for a, b in pairs
    )  # fmt: skip
    store.save_answer(Answer("abc", "lund-7b", "2031-06-03T00:00:00+00:00", "{}", {}, proposals))
