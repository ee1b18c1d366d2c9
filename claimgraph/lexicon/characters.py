"""Characters that hide what stands there, and how to spell them out."""

import re
import unicodedata
from functools import cache

UNSEEN = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
"""What nobody sees, as the inside of a regular expression's brackets: soft hyphens, joiners, directions."""

_WORD = re.compile(r"[^\W\d_]+")
_ALPHABETS = ("LATIN", "CYRILLIC", "GREEK")
"""Those whose letters are taken for one another."""

_HIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def visible(text: str) -> str:
    """Return the text with control and bidirectional-override characters spelled out, without word joiners.

    Such characters can make a page or a terminal show other words than the ones that stand there. A joiner
    shows nothing, and stands for every sign of Markdown's markup (``read.markdown``).
    """
    return _HIDDEN.sub(lambda match: f"[U+{ord(match[0]):04X}]", text.replace("\u2060", ""))


def writable(text: str) -> str:
    """Return a text with halves of characters, which no file or database can hold, as question marks."""
    return text.encode("utf-8", "replace").decode()


def lookalikes(text: str) -> str:
    """Return the letters that pass for Latin ones: another alphabet's in a word that has Latin ones too."""
    found: dict[str, None] = {}
    if text.isascii():
        return ""
    for word in _WORD.findall(text):
        alphabets = {letter: _alphabet(letter) for letter in word}
        if "LATIN" in alphabets.values():
            found |= {letter: None for letter, name in alphabets.items() if name in _ALPHABETS[1:]}
    return "".join(found)


def _alphabet(letter: str) -> str:
    return unicodedata.name(letter, "").split(" ", 1)[0]


@cache
def fold(text: str) -> str:
    """Lower case without accents, dots, or curly apostrophes: the form in which words are compared."""
    plain = unicodedata.normalize("NFKD", text)
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    return " ".join(plain.replace("’", "'").replace(".", "").lower().split())
