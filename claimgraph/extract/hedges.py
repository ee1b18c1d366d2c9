"""Words by which a statement is held at a distance, and numbers marked as approximate."""

import re
from typing import TYPE_CHECKING

from claimgraph.extract.statements import Statement
from claimgraph.lexicon import words

CURRENCIES = frozenset("$€£¥")

if TYPE_CHECKING:
    from spacy.tokens import Token


def read_hedges(statement: Statement) -> tuple[str, ...]:
    """Return the hedges inside the content, in its cue, or on its verb, in text order, each once."""
    around = [*_outside(statement), *statement.cue.tokens]
    found: dict[str, None] = dict.fromkeys(_of_the_source(statement))
    for _, text in sorted(_phrases(statement.text)):
        found[text] = None
    for token in sorted([*around, *statement.tokens], key=lambda token: token.i):
        lower = token.lower_
        if lower in words("hedges", "words") and _hedges_here(token):
            found[lower] = None
    if statement.cue.lemma in words("acts", "belief"):
        found[statement.cue.lemma] = None
    for token in statement.tokens:
        if token.dep_ == "aux" and token.lemma_.lower() in words("hedges", "modals"):
            found[token.lemma_.lower()] = None
    main = statement.main
    if main is not None and main.modal == "could" and main.perfect and main.negation is None:
        found["could have"] = None
    return tuple(found)


def _of_the_source(statement: Statement) -> list[str]:
    """Return what makes the source doubtful: "unconfirmed reports", or "are believed to" with none."""
    named = {word.strip(".,").lower() for word in statement.speaker.split()}
    impersonal = f"{statement.cue.text} to"
    passive = [impersonal] if not named and impersonal in words("hedges", "phrases") else []
    return [*passive, *sorted(named & words("hedges", "doubtful_sources"))]


def _phrases(text: str) -> list[tuple[int, str]]:
    return [
        (match.start(), phrase)
        for phrase in words("hedges", "phrases")
        if phrase in text
        for match in re.finditer(rf"\b{re.escape(phrase)}\b", text)
    ]


def _outside(statement: Statement) -> "list[Token]":
    """Return adverbs of the content's verb left outside the content."""
    main = statement.main
    if main is None:
        return []
    inside = {token.i for token in statement.tokens}
    return [child for child in main.verb.children if child.dep_ == "advmod" and child.i not in inside]


def _hedges_here(token: "Token") -> bool:
    """Tell whether a listed word hedges where it stands: "about 20", not "about the plan"."""
    lower = token.lower_
    following = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if lower in words("hedges", "before_number"):
        return (
            following is not None
            and (following.like_num or following.lower_ in {"half", "a", "one", "$", "€", "£"})
            and (
                token.dep_ in {"advmod", "quantmod", "det", "amod"}
                or (following.like_num and not measures_time(following))
            )
        )
    if lower in words("hedges", "attributive"):
        return token.dep_ == "amod" or (token.tag_ == "JJ" and token.dep_ != "acomp")
    if lower == "likely":
        return token.dep_ == "advmod" or token.pos_ == "ADV"
    return True


def is_estimate(statement: Statement) -> bool:
    """Tell whether the content holds a count marked as approximate ("about 40 houses")."""
    approximate = words("hedges", "approximate")
    named = [token for token in statement.tokens if token.lemma_ == "estimate" and token.pos_ == "NOUN"]
    if any(child.dep_ in {"nummod", "det"} for token in named for child in token.children) and any(
        token.like_num and token.head not in named for token in statement.tokens
    ):
        return True
    for token in statement.tokens:
        if _opens_range(token):
            return True
        if token.lower_ not in approximate or token.i + 2 >= len(token.doc):
            continue
        number = token.nbor(2) if token.nbor(1).text in CURRENCIES else token.nbor(1)
        if number.like_num and not measures_time(number) and _hedges_here(token):
            return True
    return False


def _opens_range(token: "Token") -> bool:
    """Tell whether "between" opens a range of counts: "between 60 and 80 climbers"."""
    following = token.doc[token.i + 1 : token.i + 4]
    if token.lower_ != "between" or len(following) < 3:
        return False
    low, joint, high = following
    return (
        low.like_num
        and joint.lower_ == "and"
        and high.like_num
        and not measures_time(low)
        and not measures_time(high)
    )


def measures_time(number: "Token") -> bool:
    """Tell whether a number counts hours, years or miles, or is a year or a time of day."""
    measures = words("hedges", "measures_of_time")
    if number.head.lemma_.lower() in measures:
        return True
    following = number.nbor(1).lemma_.lower() if number.i + 1 < len(number.doc) else ""
    year = number.text.isdigit() and len(number.text) == len("2000") and 1800 <= int(number.text) <= 2100
    return following in measures or (year and number.dep_ == "pobj") or ":" in number.text
