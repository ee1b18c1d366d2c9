"""Sentences with what is done in them marked by hand: ``<who: act+ the words>``, ``-`` where the words are denied.

Who is left out where only the act is asked for, and empty where nobody is named.
"""

import re

LABEL = re.compile(r"<(?:([^<>:]*): )?(\w+)([+-]) ([^<>]*)>")
Row = tuple[str, str, str, str, str]


def labelled(lines: str) -> list[Row]:
    """Return (sentence, who, words, act, polarity) for each label of each line."""
    return [
        (LABEL.sub(r"\4", line), who, words, act, "denied" if sign == "-" else "affirmed")
        for line in lines.splitlines()
        for who, act, sign, words in LABEL.findall(line)
    ]
