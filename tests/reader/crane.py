"""Two invented articles on a crane, with hand-made claims, and answers a reader may give about them."""

import hashlib
import json
from collections.abc import Iterable

from claimgraph.model import (
    Act,
    Block,
    Claim,
    Collection,
    Dated,
    Extraction,
    Findings,
    Matching,
    Quantity,
    Source,
    Speaker,
    Subject,
)
from claimgraph.reader.files import PREFIX
from claimgraph.store import Store
from claimgraph.tracker import ClaimGraph
from claimgraph.tracker.extracting import extractor_for

FIRST = (
    "Crane fell at Osk quay\n\n"
    "Osk Port said on Monday that the crane had been checked in May and that 12 people were hurt.\n\n"
    "The dockers' union denied that the crane had been checked. It will strike, the union promised.\n"
)
SECOND = (
    "Osk clinic full after crane falls\n\n"
    "The town clinic said that 30 people were hurt at Osk quay when the crane\nfell on Monday.\n\n"
    "Osk Port said the crane was left unchecked.\n"
)
PORT = Speaker(id="p-port", name="Osk Port", kind="organisation", side="osk-port")
UNION = Speaker(id="p-union", name="dockers' union", kind="organisation", side="dockers")
CLINIC = Speaker(id="p-clinic", name="town clinic", kind="organisation")
MONDAY = "2031-06-02"


def source(name: str, text: str, published: str | None = "2031-06-03") -> Source:
    blocks, start = [], 0
    for paragraph in text.split("\n\n"):
        blocks.append(Block(start=start, end=start + len(paragraph.rstrip("\n")), kind="body"))
        start += len(paragraph) + 2
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Source(
        id=Source.make_id(name, sha256), name=name, path=f"/articles/{name}", title=text.split("\n", 1)[0],
        publisher="Osk Post", published=Dated(date=published, basis="dateline"), sha256=sha256, text=text,
        blocks=tuple(blocks),
    )  # fmt: skip


def claim(of: Source, words: str, speaker: Speaker, cue: str = "said", **more: object) -> Claim:
    """Return a claim on the first occurrence of some words, said with the nearest cue before them."""
    start = of.text.index(words)
    span = (start, start + len(words))
    at = of.text.rfind(cue, 0, start)
    spoken = (at, at + len(cue)) if at >= 0 else None
    paragraph = sum(block.end <= start for block in of.blocks)
    fields: dict[str, object] = {
        "statement": f"st{start}", "act": Act.ASSERT, "happened": Dated(), "rule": "test", **more,
    }  # fmt: skip
    return Claim(
        id=Claim.make_id(of.id, (span,), spoken), source=of.id, start=start, end=span[1], text=words,
        content=(span,), cue=spoken, mention=spoken, speakers=(speaker.id,), paragraph=paragraph, **fields,
    )  # fmt: skip


def people(of: Source, number: int, event: str = "injured") -> tuple[Quantity, ...]:
    start = of.text.index(str(number))
    return (
        Quantity(
            low=number, high=number, text=str(number), span=(start, start + len(str(number))), unit="people",
            event=event,
        ),
    )  # fmt: skip


def extractions() -> list[tuple[Source, Extraction]]:
    """Return the two articles with their claims."""
    first, second = source("first.txt", FIRST), source("second.txt", SECOND)
    day = Dated(date=MONDAY, basis="Monday")
    told = (
        claim(first, "the crane had been checked in May", PORT, terms=("crane", "check")),
        claim(first, "12 people were hurt", PORT, quantities=people(first, 12), happened=day, terms=("hurt",)),
        claim(
            first, "the crane had been checked.", UNION, "denied", act=Act.DENY, polarity="denied",
            terms=("crane", "check"), marks=("question",),  # so that no rule takes it for an answer
        ),
        claim(first, "It will strike", UNION, act=Act.PROMISE, terms=("strike",)),
    )  # fmt: skip
    more = (
        claim(second, "30 people were hurt", CLINIC, quantities=people(second, 30), happened=day, terms=("hurt",)),
        claim(
            second, "the crane\nfell on Monday", CLINIC, happened=day, terms=("crane", "fall"),
            statement=f"st{second.text.index('30')}",
        ),
        claim(second, "the crane was left unchecked", PORT, terms=("crane", "check")),
    )  # fmt: skip
    return [
        (first, Extraction(source=first.id, claims=told, speakers=(PORT, UNION))),
        (second, Extraction(source=second.id, claims=more, speakers=(CLINIC, PORT))),
    ]


def findings() -> Findings:
    pairs = extractions()
    claims = tuple(one for _, extraction in pairs for one in extraction.claims)
    speakers = {one.id: one for _, extraction in pairs for one in extraction.speakers}
    subject = Subject(id="t-crane", label="fall of the crane", claims=tuple(one.id for one in claims))
    return Findings(
        collection=Collection(
            sources=tuple(one for one, _ in pairs), speakers=tuple(speakers.values()), claims=claims
        ),
        matching=Matching(subjects=(subject,)),
    )


def case() -> ClaimGraph:
    """Return a case in memory that holds the two articles."""
    store = Store.open(None)
    for of, extraction in extractions():
        store.add(of, extraction)
    return ClaimGraph(store, extractor_for(None))


def ids() -> dict[str, str]:
    """Return the ids of the claims by a word for each."""
    names = ("checked", "twelve", "denial", "strike", "thirty", "fell", "unchecked")
    return dict(zip(names, (one.id for one in findings().collection.claims), strict=True))


def pair(a: str, a_words: str, b: str, b_words: str, relation: str = "contradiction", **more: object) -> dict:
    """Return an entry of an answer with one statement on each side."""
    sides = {"a": [{"id": a, "words": a_words}], "b": [{"id": b, "words": b_words}]}
    return {"reason": "They cannot both be so.", "relation": relation, **sides, **more}


def entry(a: dict[str, str], b: dict[str, str], relation: str = "contradiction") -> dict:
    """Return an entry of an answer: on each side the words by the ids."""
    sides = [[{"id": one, "words": words} for one, words in side.items()] for side in (a, b)]
    return {"reason": "They cannot all be so.", "relation": relation, "a": sides[0], "b": sides[1]}


def content(*entries: dict) -> str:
    return json.dumps({"disputes": list(entries)})


def good() -> str:
    """Return an answer of which every pair holds."""
    by = ids()
    return content(
        pair(by["checked"], "had been checked in May", by["denial"], "denied that the crane", "denial"),
        pair(by["twelve"], "12 people", by["thirty"], "30 people were hurt", "figures"),
        pair(by["checked"], "had been checked", by["unchecked"], "was left unchecked", "reversal"),
    )


def answer_line(prompt: str, text: str | None, model: str = "m", **more: object) -> str:
    message = {"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": "stop"}
    return json.dumps({
        "id": "1", "custom_id": PREFIX + prompt,
        "response": {"status_code": 200, "body": {"model": model, "choices": [message]}}, "error": None, **more,
    })  # fmt: skip


def lines(found: Iterable[str]) -> str:
    return "".join(f"{one}\n" for one in found)


BAD = {
    "prose": f"Here is what I found:\n```json\n{good()}\n```\nI hope this helps!",
    "none": "I am sorry, I cannot help with that.",
    "half": good()[: len(good()) // 2],
    "other form": json.dumps([1, 2]),
    "german": "Diese Aussagen widersprechen sich nicht.",
    "invented": content(pair("cffffffffffff", "x", "c0000000", "y")),
    "empty": "",
    "no words": None,
}
"""Answers by the name of the model that gives them."""
