"""Text made to take long takes time in proportion to its length.

pytest -m benchmark tests/benchmarks/test_hostile_time.py
"""

import io
import time

import pytest

from claimgraph.extract import extract
from claimgraph.read import Input, scan

OPENING = "The board said no.\n\n"
TEXTS = {
    "who said": lambda n: OPENING + "Tom is a man " + "who said " * (n // 9),
    "the man who said": lambda n: OPENING + "the man who said " * (n // 17),
    "asides": lambda n: OPENING + "Tom, who said, " * (n // 15),
    "said that said": lambda n: OPENING + "The board said " + "that Tom said " * (n // 14),
    "quotations": lambda n: OPENING + '"a" said Tom, ' * (n // 14),
    "quotation marks": lambda n: OPENING + '" a ' * (n // 4),
    "one line": lambda n: " ".join(f"Town {i} said that {i} people had been hurt." for i in range(n // 44)),
}  # fmt: skip
SHORT = 8_000
"""Characters; the longer text has four times as many."""


def seconds(text: str) -> float:
    (found,) = scan(["-"], stdin=io.BytesIO(text.encode()))
    assert isinstance(found, Input)
    source = found.source()
    start = time.process_time()
    extract(source)
    return time.process_time() - start


@pytest.mark.benchmark
@pytest.mark.parametrize("name", TEXTS)
def test_four_times_the_text_takes_about_four_times_as_long(name, record_property):
    seconds(TEXTS[name](SHORT))  # whatever is loaded or remembered once
    ratio = seconds(TEXTS[name](4 * SHORT)) / seconds(TEXTS[name](SHORT))
    record_property("ratio", round(ratio, 2))
    assert ratio < 6
