"""What happened to the counted where no verb of harm says it."""

from rates import at_rate

from claimgraph.extract.counts.quantities import quantities
from claimgraph.extract.parse import parse
from claimgraph.model import Block, Source

TABLE = [
    ("Divers recovered eleven bodies from the wreck.", [(11, None, "people", "killed")]),
    ("Rescuers found the bodies of six climbers.", [(6, None, "people", "killed")]),
    ("Five bodies that license surgeons met in Arlen.", [(5, 5, "people", None)]),
    ("Forty passengers were listed as missing.", [(40, 40, "people", "missing")]),
    ("A 40-bed hospital and a 300-seat theatre were opened.", []),
    ("Some 7,000 people joined the march.", [(7000, 7000, "people", "attended")]),
    ("About 7,000 people joined the party.", [(7000, 7000, "people", "join")]),
    ("Sixty students staged a vigil.", [(60, 60, "people", "attended")]),
    ("The toll exceeds 300.", [(300, None, "people", "killed")]),
    ("Police gave the size of the crowd as 40,000.", [(40000, 40000, "people", "attended")]),
    ("A second 4.9-magnitude tremor followed.", [(4.9, 4.9, "magnitude", "aftershock")]),
    ("The strongest shock in the quake-prone valley had a magnitude of 6.1.", [(6.1, 6.1, "magnitude", "earthquake")]),
    ("Storms destroyed 40 barns and 300 others were damaged.", [(40, 40, "barn", "destroyed")]),
    ("The civilian toll was 14.", [(14, 14, "people", "killed")]),
    ("The crash killed four people. The number of trams rose to six.", [(4, 4, "people", "killed")]),
]  # fmt: skip


def _read(text: str):
    blocks, start = [], 0
    for part in text.split("\n\n"):
        blocks.append(Block(start=start, end=start + len(part), kind="body"))
        start += len(part) + 2
    source = Source(id="s1", name="a.txt", path="a.txt", sha256="0", text=text, blocks=tuple(blocks))
    return quantities(parse(source), ((0, len(text)),))


@at_rate(TABLE)
def test_the_words_around_a_count_say_what_happened_to_whom(text: str, expected):
    assert [(one.low, one.high, one.unit, one.event) for one in _read(text)] == expected


def test_whose_dead_a_toll_counts_is_read_off_its_noun():
    assert [one.category for one in _read("The civilian toll was 14.")] == ["civilian"]
