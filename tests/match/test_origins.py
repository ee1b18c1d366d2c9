"""How many independent origins stand behind some claims: echo is not corroboration."""

import pytest
from building import article, claim, known_of, node_of, speaker

from claimgraph.match.origins import count, same_origin
from claimgraph.model import Credit, Source, Speaker

PASSAGE = "the harbour master told a crowd at the old customs house that nobody had seen the barge leave before dawn"
OTHER = (
    "a baker opened his shop early and noticed that the quay lamps were dark until nearly seven that morning"
)


def printed(name: str, text: str, publisher: str | None = None, wire: str | None = None) -> Source:
    wires = (Credit(name=wire, span=(0, 1)),) if wire else ()
    return article(text, name, publisher=publisher, credits=wires)


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        (printed("a", PASSAGE), printed("a", PASSAGE), True),
        (printed("a", PASSAGE), printed("b", OTHER), False),
        (printed("a", PASSAGE, "The Ledger"), printed("b", OTHER, "The Ledger"), True),
        (printed("a", PASSAGE, "The Ledger"), printed("b", OTHER, "The Beacon"), False),
        (printed("a", PASSAGE, wire="Coast Wire"), printed("b", OTHER, wire="coast wire"), True),
        (printed("a", PASSAGE, wire="Coast Wire"), printed("b", OTHER, wire="Hill Wire"), False),
        (printed("a", PASSAGE), printed("b", f"{OTHER} {PASSAGE}"), True),
        (printed("a", PASSAGE), printed("b", f"{OTHER} the harbour master told a crowd"), False),
    ],
)
def test_articles_of_one_origin(one: Source, two: Source, same: bool) -> None:
    assert same_origin(one, two) is same
    assert same_origin(two, one) is same


POLICE, OTHER_POLICE = speaker("Lisk Police"), Speaker(id="p-2", name="lisk police", kind="organisation")
CHIEF = speaker("Ana Ruiz", kind="person", spokesperson_of="p-Lisk Police")
ODA = speaker("Oda Pell", kind="person")


@pytest.mark.parametrize(
    ("who", "origins"),
    [
        ((ODA, ODA), 1),
        ((ODA, POLICE), 2),
        ((POLICE, OTHER_POLICE), 1),
        ((POLICE, CHIEF), 1),
        ((ODA, None), 2),
        ((None, None), 2),
        ((None,), 1),
    ],
)
def test_origins_are_counted(who: tuple, origins: int) -> None:
    sources = [printed("a", PASSAGE), printed("b", OTHER)][: len(who)]
    claims = [claim(source, source.text, one) for source, one in zip(sources, who, strict=False)]
    known = known_of(sources, [POLICE, OTHER_POLICE, CHIEF, ODA], claims)
    assert count([node_of(known, one) for one in claims], known.context) == origins


def test_what_one_wire_printed_twice_is_one_origin() -> None:
    sources = [printed("a", PASSAGE, wire="Coast Wire"), printed("b", OTHER, wire="Coast Wire")]
    claims = [claim(source, source.text) for source in sources]
    known = known_of(sources, [], claims)
    assert count([node_of(known, one) for one in claims], known.context) == 1
