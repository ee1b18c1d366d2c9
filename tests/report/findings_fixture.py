"""Findings made by hand, about invented events: a flooded mine, a court case, a merger.

Spans are found by searching the articles for the words, so that none can drift.
"""

import hashlib
from collections.abc import Sequence
from typing import Any

from claimgraph.model import (
    Act,
    Agreement,
    Block,
    Claim,
    Collection,
    Credit,
    Dated,
    Dispute,
    Findings,
    Flag,
    Lead,
    Matching,
    NearMiss,
    Quantity,
    Reason,
    Source,
    Span,
    Speaker,
    Subject,
    Update,
)
from claimgraph.report.rows import TABLES
from claimgraph.report.tables import frame

MINE = """Eleven missing after Tarrow pit floods

By Ines Okafor, with reporting by Northwire

Water broke into the Tarrow zinc mine before dawn on Monday. Dr. Lena Voss, a spokeswoman for Tarrow Minerals, said that 12 miners had been working on the lower level. The miners' union said at least 31 of its members were underground.

The union accused the company of ignoring a warning from its own engineers. "No such warning was ever received," Tarrow Minerals said. They also said the pumps "ran without interruption."

The inspectorate could not immediately confirm either figure.
"""

LATER = """Tarrow Minerals admits it was warned

Four days after the flood, Tarrow Minerals acknowledged that its engineers had warned of seepage in March. Rescuers said nine bodies had been recovered.
"""

COURT = """Witness and officer at odds in Merrin trial

The prosecutor accused the officer, Piet Lange, of erasing the recording; Lange accused the prosecutor of inventing it. According to an unnamed clerk, quoted by Court Weekly, the tape <script>alert(1)</script> had been *kept* in a safe.
"""


def source(name: str, text: str, published: Dated, **fields: object) -> Source:
    digest = hashlib.sha256(text.encode()).hexdigest()
    blocks, at = [], 0
    for paragraph in text.split("\n\n"):
        start = text.index(paragraph, at)
        at = start + len(paragraph)
        blocks.append(Block(start=start, end=at, kind="body" if blocks else "title"))
    return Source(
        id=Source.make_id(name, digest),
        name=name,
        path=f"articles/{name}",
        title=text.splitlines()[0],
        published=published,
        sha256=digest,
        text=text,
        blocks=tuple(blocks),
        **fields,
    )


SOURCES = (
    source(
        "mine.txt",
        MINE,
        Dated(date="2019-06-03", basis="dateline 'Monday' and the file's metadata"),
        publisher="Tarrow Courier",
        url="https://courier.example/mine?id=7&x=1",
        credits=(
            Credit(name="Ines Okafor", span=(MINE.index("Ines"), MINE.index("Ines") + 11), kind="byline"),
            Credit(name="Northwire", span=(MINE.index("Northwire"), MINE.index("Northwire") + 9)),
        ),
    ),
    source("later.txt", LATER, Dated(date="2019-06", basis="copyright line"), url="javascript:alert(1)"),
    source("court.txt", COURT, Dated()),
)
MINE_ID, LATER_ID, COURT_ID = (one.id for one in SOURCES)
TEXTS = {one.id: one.text for one in SOURCES}

COMPANY = Speaker(
    id="p1", name="Tarrow Minerals", kind="organisation", side="tarrow-minerals", aliases=("They",)
)
VOSS = Speaker(
    id="p2", name="Lena Voss", kind="person", side="tarrow-minerals", role="spokeswoman", spokesperson_of="p1"
)
UNION = Speaker(id="p3", name="Miners' Union", kind="organisation", side="miners-union")
COURIER = Speaker(id="p4", name="Tarrow Courier", kind="publisher")
PROSECUTOR = Speaker(id="p5", name="Prosecutor", kind="person", side="prosecution")
LANGE = Speaker(id="p6", name="Piet Lange", kind="person", side="piet-lange", role="officer")
WEEKLY = Speaker(id="p7", name="Court Weekly", kind="publisher")
RESCUERS = Speaker(id="p8", name="Rescuers", kind="group")


def find(source_id: str, words: str, nth: int = 0) -> Span:
    at = -1
    for _ in range(nth + 1):
        at = TEXTS[source_id].index(words, at + 1)
    return (at, at + len(words))


def claim(
    source_id: str, words: str, cue: str | None, mention: str | None, who: Sequence[str], **fields: Any
) -> Claim:
    span = find(source_id, words)
    cued = find(source_id, cue, fields.pop("nth", 0)) if cue else None
    fields.setdefault("statement", f"{source_id}:{cued or span}")
    return Claim(
        id=Claim.make_id(source_id, (span,), cued, str(fields.get("target", ""))),
        source=source_id,
        start=span[0],
        end=span[1],
        text=words,
        content=(span,),
        cue=cued,
        mention=find(source_id, mention) if mention else None,
        speakers=tuple(who),
        **fields,
    )


def count(source_id: str, text: str, low: float, high: float | None, of: str, **fields: object) -> Quantity:
    return Quantity(low=low, high=high, text=text, span=find(source_id, text), unit="people", of=of, **fields)


SAID = Dated(date="2019-06-03", basis="'on Monday', the day of publication")

TWELVE = claim(
    MINE_ID,
    "12 miners had been working on the lower level",
    "said that",
    "Dr. Lena Voss, a spokeswoman for Tarrow Minerals",
    ["p2"],
    subject="t1",
    said=SAID,
    quantities=(count(MINE_ID, "12", 12, 12, "miners", event="trapped", own=True),),
)
THIRTY_ONE = claim(
    MINE_ID,
    "at least 31 of its members were underground",
    "said",
    "The miners' union",
    ["p3"],
    nth=1,
    subject="t1",
    act=Act.ESTIMATE,
    quantities=(count(MINE_ID, "at least 31", 31, None, "its members"),),
    hedges=("at least",),
)
WARNED = claim(
    MINE_ID,
    "ignoring a warning from its own engineers",
    "accused",
    "The union",
    ["p3"],
    subject="t2",
    act=Act.ACCUSE,
    target="tarrow-minerals",
    happened=Dated(date="2019-03", basis="'in March' in another article"),
)
NEVER = claim(
    MINE_ID,
    '"No such warning was ever received,"',
    "said.",
    "Tarrow Minerals",
    ["p1"],
    subject="t2",
    act=Act.DENY,
    polarity="denied",
    said=SAID,
)
PUMPS = claim(MINE_ID, 'the pumps "ran without interruption."', "also said", "They", ["p1"], subject="t3")
BROKE = claim(MINE_ID, "Water broke into the Tarrow zinc mine before dawn on Monday", None, None, ["p4"])
ADMITTED = claim(
    LATER_ID,
    "its engineers had warned of seepage in March",
    "acknowledged that",
    "Tarrow Minerals",
    ["p1"],
    subject="t2",
    act=Act.ADMIT,
)
NINE = claim(
    LATER_ID,
    "nine bodies had been recovered",
    "said",
    "Rescuers",
    ["p8"],
    quantities=(count(LATER_ID, "nine", 9, 9, "bodies", event="killed", own=None),),
)
ERASED = claim(
    COURT_ID,
    "erasing the recording",
    "accused",
    "The prosecutor",
    ["p5"],
    subject="t4",
    act=Act.ACCUSE,
    target="piet-lange",
)
INVENTED = claim(
    COURT_ID,
    "inventing it",
    "accused",
    "Lange",
    ["p6"],
    nth=1,
    subject="t4",
    act=Act.ACCUSE,
    target="prosecution",
)
TAPE = claim(
    COURT_ID,
    "the tape <script>alert(1)</script> had been *kept* in a safe",
    "According to",
    "an unnamed clerk",
    [],
    via=("p7",),
    unknown_speaker="the clerk is not named",
)

CLAIMS = (BROKE, TWELVE, THIRTY_ONE, WARNED, NEVER, PUMPS, ADMITTED, NINE, ERASED, INVENTED, TAPE)


def reason(rule: str, detail: str, *claims: Claim) -> Reason:
    return Reason(rule=rule, detail=detail, spans=tuple((one.id, one.start, one.end) for one in claims))


DENIAL = Dispute(
    id="d1",
    kind="denial",
    subject="t2",
    sides=((WARNED.id,), (NEVER.id,)),
    reasons=(reason("denied", "the denial follows at once; both tell of one deed", WARNED, NEVER),),
    origins=(1, 1),
)
REVERSAL = Dispute(
    id="d2",
    kind="reversal",
    subject="t2",
    sides=((NEVER.id,), (ADMITTED.id,)),
    score=0.8,
    reasons=(
        reason(
            "once no, once yes", "the company first denies a warning and then admits one", NEVER, ADMITTED
        ),
    ),
)
FIGURES = Dispute(
    id="d3",
    kind="figures",
    subject="t1",
    sides=((TWELVE.id,), (THIRTY_ONE.id,)),
    reasons=(reason("other count beside", "12 and 31 or more do not overlap", TWELVE, THIRTY_ONE),),
)
ACCUSATIONS = Dispute(
    id="d4",
    kind="mutual_accusation",
    subject="t4",
    sides=((ERASED.id,), (INVENTED.id,)),
    reasons=(reason("each blames the other", "each accuses the other", ERASED, INVENTED),),
)

FINDINGS = Findings(
    collection=Collection(
        sources=SOURCES,
        speakers=(COMPANY, VOSS, UNION, COURIER, PROSECUTOR, LANGE, WEEKLY, RESCUERS),
        claims=CLAIMS,
        flags=(
            Flag(
                claim=TWELVE.id,
                kind="not_verified",
                detail="the inspectorate could not confirm it",
                basis=find(MINE_ID, "The inspectorate could not immediately confirm either figure."),
            ),
        ),
    ),
    matching=Matching(
        disputes=(ACCUSATIONS, FIGURES, REVERSAL, DENIAL),
        updates=(Update(id="u1", subject="t1", sides=((TWELVE.id,), (NINE.id,)), reasons=()),),
        flags=(
            Flag(claim=PUMPS.id, kind="unverified_claim", detail="no response is recorded"),
            Flag(claim=NINE.id, kind="unverified_figure", detail="one party's figure"),
        ),
        agreements=(
            Agreement(
                a=WARNED.id,
                b=ADMITTED.id,
                adverse=True,
                reasons=(reason("same deed", "the accused side admits it"),),
            ),
        ),
        leads=(
            Lead(
                a=WARNED.id,
                b=PUMPS.id,
                score=0.2,
                reasons=(
                    reason("one_denies", "one denies"),
                    reason("opposed", "they speak for two sides"),
                ),
            ),
        ),
        near_misses=(NearMiss(a=TWELVE.id, b=NINE.id, gate="counted", detail="underground is not dead"),),
        subjects=(
            Subject(id="t1", label="miners underground at Tarrow, 3 June 2019"),
            Subject(id="t2", label="warning before the flood at Tarrow"),
            Subject(id="t3", label="running of the pumps"),
            Subject(id="t4", label="erasing of a recording"),
        ),
    ),
)


def table(name: str, findings: Findings) -> Any:
    """Return one of the tables as a frame."""
    rows, columns = TABLES[name]
    return frame(rows(findings), columns)
