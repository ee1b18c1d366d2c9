"""Lines keep their numbers, however Spark cuts the files that they stand in."""

from claimgraph.scale.places import escaped, key
from claimgraph.scale.rows import Block, numbered

A, B = "file:/x/a.jsonl", "file:///x/b%20c.jsonl"
NUMBERS = {("file", "", "/x/a.jsonl"): 0, ("file", "", "/x/b c.jsonl"): 4}


def lines_of(blocks: list[Block], file: str) -> list[int]:
    """Return the numbers of the lines of a file that are read, in its order."""
    told = {start: (shift, last) for name, start, _, shift, last in numbered(blocks, NUMBERS) if name == file}
    found = []
    for block in sorted(blocks, key=lambda one: one.start):
        if block.file == file:
            shift, last = told[block.start]
            found += [
                at + shift for at in range(block.first, block.first + block.lines) if at + shift <= last
            ]
    return found


def test_lines_are_counted_over_the_blocks_of_a_file_in_any_order():
    blocks = [Block(A, 512, 7, 3, None), Block(B, 0, 1 << 33, 2, None), Block(A, 0, 100, 5, None)]
    assert lines_of(blocks, A) == [1, 2, 3, 4, 5, 6, 7, 8]
    assert lines_of(blocks, B) == [1, 2]
    assert {given for _, _, given, _, _ in numbered(blocks, NUMBERS)} == {0, 4}


def test_nothing_behind_a_line_that_is_too_long_is_read():
    blocks = [Block(A, 0, 0, 4, 2), Block(A, 512, 50, 4, 51)]
    assert lines_of(blocks, A) == [1, 2, 3]


def test_an_address_is_known_in_every_spelling():
    assert key("file:/x/a%20b", quoted=True) == key("file:///x/a b") == ("file", "", "/x/a b")
    assert key("s3a://box/a%2520b", quoted=True) == key("s3a://box/a%20b") == ("s3a", "box", "/a%20b")


def test_a_name_stands_for_itself_alone():
    assert escaped("file:///a [1]*{x}?") == "file:///a \\[1\\]\\*\\{x\\}\\?"
