"""What happened to the counted where no verb of harm says it, and numbers that take up a count."""

from rates import at_rate

from claimgraph.extract.counts.quantities import quantities
from claimgraph.extract.parse import parse
from claimgraph.model import Block, Source

TABLE = [
    ("Divers recovered eleven bodies from the wreck.", [(11, None, "people", "killed")]),
    ("Rescuers found the bodies of six climbers.", [(6, None, "people", "killed")]),
    ("Five bodies that license surgeons met in Arlen.", [(5, 5, "people", None)]),
    ("Forty passengers were listed as missing.", [(40, 40, "people", "missing")]),
    ("About 60 people were on the barge when it turned over.", [(60, 60, "people", "aboard")]),
    ("The bus was packed with 90 people.", [(90, 90, "people", "aboard")]),
    ("The hall was packed with 90 people.", [(90, 90, "people", "pack")]),
    ("For the rally the square was packed with 9,000 people.", [(9000, 9000, "people", "attended")]),
    ("The launch had a capacity of 25 passengers.", [(25, 25, "people", "capacity")]),
    ("It was a coach with a 52-seat capacity.", [(52, 52, "people", "capacity")]),
    ("The lift can carry up to 12 people.", [(None, 12, "people", "capacity")]),
    ("A 40-bed hospital and a 300-seat theatre were opened.", []),
    ("Some 7,000 people joined the march.", [(7000, 7000, "people", "attended")]),
    ("About 7,000 people joined the party.", [(7000, 7000, "people", "join")]),
    ("Sixty students staged a vigil.", [(60, 60, "people", "attended")]),
    ("The march began early, with 20,000 taking part.", [(20000, 20000, "people", "attended")]),
    ("The number of people on the march rose to 3,000.", [(3000, 3000, "people", "attended")]),
    ("Police put the marchers' numbers at 900.", [(900, 900, "people", "attended")]),
    ("Six guards killed on duty were identified.", [(6, 6, "people", "identify")]),
    ("The toll exceeds 300.", [(300, None, "people", "killed")]),
    ("There were 700 demonstrators at noon.", [(700, 700, "people", "attended")]),
    ("Organisers claimed a turnout of 40,000 people.", [(40000, 40000, "people", "attended")]),
    ("Police gave the size of the crowd as 40,000.", [(40000, 40000, "people", "attended")]),
    ("The strike had a turnout of 62 percent.", [(62, 62, "percent", "on strike")]),
    ("The election had a turnout of 62 percent.", [(62, 62, "percent", None)]),
    ("Some 30 percent of teachers stayed away.", [(30, 30, "percent", "on strike")]),
    ("Turnout in the strike ranged between 80% and 45%.", [(45, 80, "percent", "on strike")]),
    ("A second 4.9-magnitude tremor followed.", [(4.9, 4.9, "magnitude", "aftershock")]),
    ("The strongest shock in the quake-prone valley had a magnitude of 6.1.", [(6.1, 6.1, "magnitude", "earthquake")]),
    ("Storms destroyed 40 barns and 300 others were damaged.", [(40, 40, "barn", "destroyed")]),
    ("The civilian toll was 14.", [(14, 14, "people", "killed")]),
    # "the figure" takes up the count before it
    ("Police said 4,000 people marched, while organisers put the figure closer to 9,000.",
     [(4000, 4000, "people", "attended"), (9000, 9000, "people", "attended")]),
    ("The fire destroyed 12 cabins. The sheriff put the number at 20.",
     [(12, 12, "cabin", "destroyed"), (20, 20, "cabin", "destroyed")]),
    ("The crash killed four people.\n\nA nurse put the figure at six.",
     [(4, 4, "people", "killed"), (6, 6, "people", "killed")]),
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
    assert [one.category for one in _read("It put the number of dead rebels at 30.")] == ["militant"]
