"""Characters that hide what stands there, and how to spell them out."""

import re

_HIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def visible(text: str) -> str:
    """Return the text with control and bidirectional-override characters spelled out.

    Such characters can make a page or a terminal show other words than the ones that stand there.
    """
    return _HIDDEN.sub(lambda match: f"[U+{ord(match[0]):04X}]", text)
