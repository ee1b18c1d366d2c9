"""Words by which a statement is held at a distance, and numbers marked as approximate."""

import re
from typing import TYPE_CHECKING

from claimgraph.extract.grammar.tree import children, following, lemma
from claimgraph.extract.reading.statement import Statement
from claimgraph.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token


def read_hedges(statement: Statement) -> tuple[str, ...]:
    """Return the hedges inside the content, in its cue, or on its verb, in text order, each once."""
    main, cue = statement.main, statement.cue
    inside = {token.i for token in statement.tokens}
    beside = [one for one in children(main.verb, "advmod") if one.i not in inside] if main is not None else []
    around = sorted([*beside, *cue.tokens, *statement.tokens], key=lambda token: token.i)
    found = [*_of_the_source(statement), *(text for _, text in sorted(_phrases(statement.text)))]
    found += [one.lower_ for one in around if one.lower_ in words("hedges", "words") and _hedges_here(one)]
    found += [cue.lemma] if cue.lemma in words("acts", "belief") else []
    modals = (token for token in statement.tokens if token.dep_ == "aux")
    found += [lemma(one) for one in modals if lemma(one) in words("hedges", "modals")]
    if main is not None and main.modal == "could" and main.perfect and main.negation is None:
        found.append("could have")
    return tuple(dict.fromkeys(found))


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


def _hedges_here(token: "Token") -> bool:
    """Tell whether a listed word hedges where it stands: "about 20", not "about the plan"."""
    word = token.lower_
    if word in words("hedges", "before_number"):
        behind = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
        number = behind.like_num or behind.lower_ in {"half", "a", "$", "€"}
        counting = token.dep_ in {"advmod", "quantmod", "det", "amod"}
        return number and (counting or (behind.like_num and not measures_time(behind)))
    if word in words("hedges", "attributive"):
        return token.dep_ == "amod"
    return word != "likely" or token.dep_ == "advmod"


def is_estimate(statement: Statement) -> bool:
    """Tell whether the content holds a count marked as approximate ("about 40 houses", "some $3m")."""
    for token in statement.tokens:
        if token.lower_ in words("hedges", "approximate"):
            money = following(token) in {"$", "€", "£", "¥"}
            number = token.doc[min(token.i + 1 + money, len(token.doc) - 1)]
            if number.like_num and not measures_time(number):
                return True
    return False


def measures_time(number: "Token") -> bool:
    """Tell whether a number counts hours, years or miles, or is a year."""
    measures = words("hedges", "measures_of_time")
    behind = lemma(number.nbor(1)) if number.i + 1 < len(number.doc) else ""
    year = number.dep_ == "pobj" and number.text.isdigit() and 1800 <= int(number.text) <= 2100
    return year or behind in measures or lemma(number.head) in measures
