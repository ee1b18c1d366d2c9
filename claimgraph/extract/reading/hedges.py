"""Words by which a statement is held at a distance; which numbers count something, and which roughly."""

import re
from collections.abc import Sequence

from claimgraph.extract.grammar.tree import children, following
from claimgraph.extract.reading.statement import Statement
from claimgraph.extract.tokens import Token
from claimgraph.lexicon import words

_YEAR = re.compile(r"(?:1[5-9]|20)\d\ds?")
_COUNTED = frozenset({"nummod", "nsubj", "nsubjpass", "dobj", "pobj", "attr", "quantmod", "compound", "ROOT"})


def read_hedges(statement: Statement) -> tuple[str, ...]:
    """Return the hedges inside the content, in its cue, or on its verb, each once."""
    cue, modals = statement.cue, [token for token in statement.tokens if token.dep_ == "aux"]
    phrases = [phrase for phrase in words("hedges", "phrases") if f" {phrase} " in f" {statement.text} "]
    found = [*_of_the_source(statement), *sorted(phrases, key=statement.text.index)]
    adverbs = children(statement.main.verb, "advmod") if statement.main is not None else []
    around = sorted([*adverbs, *cue.tokens, *statement.tokens], key=lambda token: token.i)
    found += [one.lower_ for one in around if _hedges(one)]
    found += [cue.lemma] if cue.lemma in words("acts", "belief") else []
    found += [one.lemma for one in modals if one.lemma in words("hedges", "modals")]
    return tuple(dict.fromkeys(found))


def _of_the_source(statement: Statement) -> list[str]:
    """Return what makes the source doubtful: "unconfirmed reports", or "are believed to" with none."""
    named = {word.strip(".,").lower() for word in statement.speaker.split()}
    impersonal = f"{statement.cue.text} to"
    passive = [impersonal] if not named and impersonal in words("hedges", "phrases") else []
    return [*passive, *sorted(named & words("hedges", "doubtful_sources"))]


def _hedges(token: Token) -> bool:
    """Tell whether a word is listed and hedges where it stands: "about 20", not "about the plan"."""
    word = token.lower_
    if word not in words("hedges", "words"):
        return False
    if word in words("hedges", "before_number"):
        number = token.doc[min(token.i + 1, len(token.doc) - 1)]
        counts = number.like_num or number.lower_ in {"half", "a", "$", "€"}
        return counts and token.dep_ in {"advmod", "quantmod", "det", "amod"}
    if word in words("hedges", "attributive"):
        return token.dep_ == "amod"
    return word != "likely" or token.dep_ == "advmod"


def is_estimate(statement: Statement) -> bool:
    """Tell whether the content holds a count marked as approximate ("about 40 houses", "some $3m")."""
    return any(_approximates(one) for one in statement.tokens if one.lower_ in words("hedges", "approximate"))


def _approximates(token: Token) -> bool:
    money = following(token) in {"$", "€", "£", "¥"}
    number = token.doc[min(token.i + 1 + money, len(token.doc) - 1)]
    return number.like_num and not measures_time(number)


def measures_time(number: Token) -> bool:
    """Tell whether a number counts hours, years or miles, or is a year."""
    measures = words("hedges", "measures_of_time")
    behind = number.nbor(1).lemma if number.i + 1 < len(number.doc) else ""
    year = number.dep_ == "pobj" and number.text.isdigit() and 1800 <= int(number.text) <= 2100
    return year or behind in measures or number.head.lemma in measures


def has_figure(tokens: Sequence[Token]) -> bool:
    """Tell whether something is counted: a number with a noun, or "dozens", "hundreds"."""
    return any(token.lower_ in words("numbers", "crowds") or _counts(token) for token in tokens)


def _counts(token: Token) -> bool:
    year = _YEAR.fullmatch(token.text) is not None and token.head.tag_ != "NNS"
    if year or not token.like_num or token.tag_ != "CD" or measures_time(token):
        return False
    return token.dep_ in _COUNTED and token.head.pos_ != "PROPN"
