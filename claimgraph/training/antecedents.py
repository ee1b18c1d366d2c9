"""``python -m claimgraph.training.antecedents``: fit the weights by which pronouns are resolved.

The articles come with coreference: a JSON object a line, ``{"id", "text", "entities": [{"mentions":
[[start, end], …]}]}``. Every subject that points back is an example: those whom it can mean, with the
clues for and against, and whom it means by the annotation, or nobody of them. A multinomial logit
with a penalty on the squares of its weights is fitted for each kind. Figures are by parts of the
articles that the weights have not seen.
"""

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from claimgraph.errors import ClaimgraphError
from claimgraph.extract.attribution.finding import attributions
from claimgraph.extract.attribution.spans import Attribution
from claimgraph.extract.parse import parse
from claimgraph.extract.speakers import anaphora
from claimgraph.extract.speakers.antecedents import KINDS, Option, Reference, options, score
from claimgraph.extract.speakers.cast import Actor
from claimgraph.extract.speakers.phrases import HE, IT, SHE, THEY, Phrase, phrase_at
from claimgraph.extract.speakers.resolve import answers, scene_of
from claimgraph.extract.speakers.scene import Scene
from claimgraph.gathering import grouped
from claimgraph.lexicon.roles import role_family, singular
from claimgraph.lexicon.spelling import institution_words
from claimgraph.model import Block, Source, Span
from claimgraph.training.speakers import coreference

Vector = npt.NDArray[np.float64]
FOLDS, STEPS, RATE, PENALTY = 5, 400, 0.03, 4.0
"""Parts of the articles; steps and rate of the descent; penalty on the squares of what is off ``PRIOR``."""
PRIOR = {
    "bias": 2.0,
    "far": -1.0,
    "subject": 0.5,
    "topic": 0.5,
    "heard_last": 1.0,
    "going_on": 1.5,
    "often": 0.5,
    "reported": -0.5,
    "shared": 1.0,
    "called": 1.0,
}
"""What weights are taken to be where few examples tell; all others 0."""
OTHERS = 0.2
"""What a reference counts that is no statement's source: it is for those that are that the weights are."""
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_DEFINITE = re.compile(r"(?:the|this|that) [a-z]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Example:
    """One reference: its article, its kind, the clues of each option, and which are right."""

    article: str
    kind: str
    clues: tuple[Mapping[str, float], ...]
    right: tuple[bool, ...]
    speaks: bool = False


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit code."""
    parser = argparse.ArgumentParser(prog="python -m claimgraph.training.antecedents")
    parser.add_argument("corpora", type=Path, nargs="+", metavar="COREF.jsonl", help="articles with entities")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="TOML", help="where weights go")
    parser.add_argument(
        "--statements",
        type=Path,
        nargs=2,
        metavar=("LABELS", "ARTICLES"),
        help="labelled statements and their articles, of which the learnt half is read",
    )
    given = parser.parse_args(arguments)
    try:
        articles = [article for path in given.corpora for article in _articles(path)]
        articles += coreference(*given.statements) if given.statements else ()
        examples = [one for article in articles for one in _examples(article)]
    except ClaimgraphError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    lines = ["# Fitted by `python -m claimgraph.training.antecedents`; not edited by hand."]
    for kind in KINDS:
        found = [one for one in examples if one.kind == kind]
        sys.stdout.write(f"{kind}: {_figures(found)}\n")
        lines += ["", f"[{kind}]", *(f"{name} = {value:.2f}" for name, value in sorted(fit(found).items()))]
    given.output.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return 0


def _articles(path: Path) -> Iterator[dict[str, Any]]:
    try:
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip():
                yield json.loads(line)
    except (OSError, ValueError) as error:
        raise ClaimgraphError(
            f"{path}: cannot be read ({error}); give articles as JSON, one a line"
        ) from error


def _examples(given: dict[str, Any]) -> Iterator[Example]:
    """Yield the references of one annotated article."""
    text, name = given["text"], str(given["id"])
    blocks = tuple(Block(start=m.start(), end=m.end(), kind="body") for m in re.finditer(r"[^\n]+", text))
    article = parse(Source(id=f"s-{name}", name=name, path=name, sha256="0", text=text, blocks=blocks))
    found = attributions(article)
    scene = scene_of(article, found)
    answers(scene)
    chains = {
        (start, end): number for number, one in enumerate(given["entities"]) for start, end in one["mentions"]
    }
    of = {id(actor): _chain(actor, chains) for actor in scene.cast.actors}
    by_source = {span: one for one in found for span in one.source}
    for span, chain in sorted(chains.items()):
        phrase = phrase_at(article, span)
        if phrase is None or phrase.head.dep_ not in _SUBJECTS:
            continue
        speaking = next((one for at, one in by_source.items() if at[0] <= phrase.at < at[1]), None)
        kind, candidates = _candidates(scene, phrase, speaking)
        if candidates:
            right = tuple(of.get(id(actor)) == chain for actor, _ in candidates)
            clues = tuple(clues for _, clues in candidates)
            yield Example(name, kind, clues, right, speaking is not None)


def _chain(actor: Actor, chains: Mapping[Span, int]) -> int | None:
    """Return the entity in whose mentions an actor's places stand most often; the tightest mention counts."""
    votes: Counter[int] = Counter()
    for start, end in actor.places:
        around = [span for span in chains if span[0] <= start and end <= span[1]]
        if around:
            votes[chains[min(around, key=lambda span: span[1] - span[0])]] += 1
    return votes.most_common(1)[0][0] if votes else None


def _candidates(scene: Scene, phrase: Phrase, attribution: Attribution | None) -> tuple[str, list[Option]]:
    """Return the kind of a reference, and whom it can mean."""
    word = phrase.pronoun
    if word is not None and word in HE | SHE | IT | THEY:
        gender = "male" if word in HE else "female" if word in SHE else None
        kind = "person" if gender else "thing" if word in IT else "many"
        barred = anaphora.others_than(scene, phrase.at, attribution) if attribution else []
        begins = anaphora.begins(phrase.at, attribution) if attribution and gender else None
        reference = Reference(kind, phrase.at, gender, speaks=attribution is not None, begins=begins)
        return kind, list(options(scene, reference, anaphora.can_be(scene, kind, gender, barred)))
    if not _DEFINITE.match(phrase.text) or any(token.pos_ == "PROPN" for token in phrase.tokens):
        return "", []
    head = phrase.head.lower_
    if role_family(singular(head)) and not phrase.plural:
        fitting = anaphora.in_role(scene, anaphora.role_words(phrase))
        words = anaphora.described_by(phrase)
        reference = Reference("role", phrase.at, words=words, head=head, speaks=attribution is not None)
    else:
        wanted = institution_words(phrase.low, drop_sides=False)
        fitting = anaphora.of_kind(scene, head, wanted, phrase.at)
        reference = Reference(
            "body", phrase.at, words=wanted | {head}, head=head, speaks=attribution is not None
        )
    return reference.kind, list(options(scene, reference, fitting))


def fit(examples: Sequence[Example]) -> dict[str, float]:
    """Return the weights that make whom the annotation names likeliest, nobody scoring 0."""
    found = {clue for one in examples for clues in one.clues for clue in clues}
    names = ["bias", *sorted(found | set(PRIOR) - {"bias"})]
    tables = [
        np.array([[1.0, *(clues.get(name, 0.0) for name in names[1:])] for clues in one.clues])
        for one in examples
    ]
    rights = [np.array(one.right) for one in examples]
    counts = [1.0 if one.speaks else OTHERS for one in examples]
    prior: Vector = np.array([PRIOR.get(name, 0.0) for name in names])
    weights: Vector = prior.copy()
    speed: Vector = np.zeros(len(names))
    for _ in range(STEPS if examples else 0):
        slope = PENALTY * (weights - prior)
        for table, right, count in zip(tables, rights, counts, strict=True):
            slope -= count * _pull(table, right, weights)
        speed = 0.9 * speed - RATE * slope / sum(counts)
        weights = weights + speed
    return {name: float(value) for name, value in zip(names, weights, strict=True) if abs(value) >= 0.005}


def _pull(table: Vector, right: npt.NDArray[np.bool_], weights: Vector) -> Vector:
    """Return the slope of one example's likelihood: nobody (a row of zeros) is right where no option is."""
    scores = table @ weights
    top = max(0.0, float(scores.max()))
    parts = np.exp(scores - top)
    whole = parts.sum() + np.exp(-top)
    expected = (parts / whole) @ table
    if not right.any():
        down: Vector = -expected
        return down
    wanted = parts * right
    pull: Vector = (wanted / wanted.sum()) @ table - expected
    return pull


def _figures(examples: Sequence[Example]) -> str:
    """Return how the options of articles come out by weights that were fitted on others."""
    order = {name: number for number, name in enumerate(sorted({one.article for one in examples}))}
    folds = grouped((order[one.article] % FOLDS, one) for one in examples)
    count: Counter[str] = Counter()
    for number, kept in folds.items():
        weights = fit([one for other, fold in folds.items() if other != number for one in fold])
        count.update(_outcome(one, weights) for one in kept if one.speaks)
    return f"{len(examples)} references, of which speak {dict(sorted(count.items()))}"


def _outcome(example: Example, weights: Mapping[str, float]) -> str:
    scores = [score(weights, clues) for clues in example.clues]
    best = max(range(len(scores)), key=lambda index: scores[index])
    known = any(example.right)
    if scores[best] <= 0:
        return "missed" if known else "rightly unknown"
    return "right" if example.right[best] else "wrong" if known else "wrong, none fits"


if __name__ == "__main__":
    sys.exit(main())
