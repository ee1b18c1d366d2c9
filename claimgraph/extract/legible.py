"""Text as the parser and the rules read it: what only dresses it is set aside, position by position.

Invariant: the result has the length of the text, so that every position stays a position of the
text. Emoji and HTML entities that a page left behind become plain characters and spaces; an
article all in capitals is read in small letters.
"""

import html
import re

_APOSTROPHE = re.compile(r"(?<=\w)’(?=\w)")
"""Inside a word: the parser knows "there's" and "can't", but not "there’s"."""
_EMOJI = re.compile(
    "[\U0001f000-\U0001faff\u2600-\u26ff\u2700-\u2721\u2728-\u27bf\u2b00-\u2bff\ufe0e\ufe0f\u20e3]+"
)
_ENTITY = re.compile(r"&(?:#\d{2,5}|#x[0-9a-fA-F]{2,4}|[a-zA-Z]{2,8}\d?);(\w{1,2}\b)?")
_CLOSING = "”’»›"
_ENOUGH_LETTERS = 200
_SHOUTED = 0.9


def legible(text: str) -> str:
    """Return the text for reading, of the same length."""
    if "&" in text:
        text = _ENTITY.sub(_character, text)
    return _EMOJI.sub(lambda match: " " * len(match.group()), text)


def plain_apostrophes(text: str) -> str:
    """Return the text with plain apostrophes inside words."""
    return _APOSTROPHE.sub("'", text)


def _character(match: re.Match[str]) -> str:
    """Return the character an entity stands for, with spaces on the side where no word is.

    The "t" of "don&#39;t" is drawn to its apostrophe.
    """
    rest = match.group(1) or ""
    entity = match.group().removesuffix(rest)
    character = html.unescape(entity)
    if len(character) != 1:
        return match.group()
    before = match.string[match.start() - 1 : match.start()]
    padding = " " * (len(entity) - 1)
    if character in "'’" and rest and before.isalnum():
        return "'" + rest + padding
    if character.isspace():
        return " " + padding + rest
    closes = character in _CLOSING or (character in "\"'" and bool(before.strip()))
    return character + padding + rest if closes else padding + character + rest


def is_shouted(text: str) -> bool:
    """Tell whether a text is set in capitals throughout."""
    letters = [character for character in text if character.isalpha()]
    capitals = sum(character.isupper() for character in letters)
    return len(letters) >= _ENOUGH_LETTERS and capitals >= _SHOUTED * len(letters)


def lowered(text: str) -> str:
    """Return the text in small letters, of the same length."""
    return "".join(small if len(small := character.lower()) == 1 else character for character in text)
