"""One score for "is it one event?", asked by every kind of dispute with the contested field left out.

The score is a logistic sum: each field's answer, times its degree, times the weight of that answer in
``weights.toml``. The weights are fitted on labelled pairs (``python -m claimgraph.training.weights``)
with their signs fixed: what is the same never speaks against, what is different never for.
"""

import math
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from claimgraph.errors import LexiconError
from claimgraph.lexicon.own import VARIABLE, own_weights
from claimgraph.match.fields import Field, Said
from claimgraph.match.stories import Stories
from claimgraph.model import Comparison

Weights = Mapping[str, Any]
SHIPPED = "weights.toml"


@dataclass(frozen=True, slots=True)
class Identity:
    """How likely it is that two things said belong together, and the answers this rests on.

    ``score`` lies between 0 and 1; ``answers`` come with what each weighs; ``veto`` is the answer that
    forbids it, if one does.
    """

    score: float
    answers: tuple[tuple[Comparison, float], ...]
    veto: Comparison | None = None

    @property
    def comparisons(self) -> tuple[Comparison, ...]:
        """The answers with their weights, made when they are asked for: most pairs are never shown."""
        return tuple(
            found.model_copy(update={"weight": weight}) if weight else found for found, weight in self.answers
        )

    def detail(self) -> str:
        """Return what spoke for it, in words, the weightiest first."""
        speaking = sorted((one for one in self.answers if one[1] > 0), key=lambda one: -one[1])
        return "; ".join(found.detail for found, _ in speaking[:3])


def weights(row: str) -> Weights:
    """Return the weights of one row of the table of kinds: the user's own, else the shipped ones."""
    return table(own_weights())[row]


@cache
def table(path: Path | None) -> Mapping[str, Weights]:
    """Return all weights of a file, or the shipped ones, by row.

    Raises:
        LexiconError: the file is not one of weights.
    """
    if path is None:
        return tomllib.loads((files(__package__) / SHIPPED).read_text(encoding="utf-8"))
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
        for row in table(None):
            float(found[row]["bias"])
            for name, fits in found[row].items():
                if name != "bias":
                    [float(weight) for weight in fits.values()]
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise LexiconError(
            f"{path} is not a file of weights; make it with `python -m claimgraph.training.weights`,"
            f" or unset {VARIABLE}"
        ) from error
    return found


def same_event(  # noqa: PLR0913 - what is compared, and how
    a: Said,
    b: Said,
    known: Stories,
    *,
    row: str,
    fields: Mapping[str, Field],
    vetoes: Iterable[str] = (),
) -> Identity:
    """Score whether two things said are of one event.

    Args:
        a: one of them.
        b: the other.
        known: the articles they stand in.
        row: whose weights to use.
        fields: what to ask, by name.
        vetoes: fields whose DIFFERENT, in full degree, forbids it.
    """
    own, forbidding = weights(row), set(vetoes)
    total, answers, veto = float(own["bias"]), [], None
    for name, compare in fields.items():
        found = compare(a, b, known)
        weight = float(own.get(name, {}).get(found.fit, 0.0)) * found.degree
        answers.append((found, round(weight, 3)))
        total += weight
        if name in forbidding and found.fit == "different" and found.degree >= 1:
            veto = found
            break
    score = 0.0 if veto is not None else 1 / (1 + math.exp(-total))
    return Identity(round(score, 4), tuple(answers), veto)
