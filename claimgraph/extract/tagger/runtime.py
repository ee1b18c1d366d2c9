"""The network as it is run, and how what it reads in an article becomes attributions.

Two ONNX files of 8-bit weights, one thread, no training library. Of a cue that is a word for saying or
denying the network may be less sure than of another (docs/tagger.md has the figures).

Invariants
    - Nothing is run that is not, byte for byte, what the manifest beside it names.
    - Windows are read one at a time, so that memory does not grow with the text.
    - Spans are positions of the article's text, inside its paragraphs; a part of the text that cannot be
      read costs the attributions of that part only.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from claimgraph.errors import ClaimgraphError
from claimgraph.extract.tagger.decode import Candidate, Decoding
from claimgraph.extract.tagger.windows import Window, windows
from claimgraph.memory import nothing_thrown_away
from claimgraph.model import Span
from claimgraph.networks import MANIFEST, REMEDY, session_of, tokenizer_of, verified

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Integers = NDArray[np.int64]
    Floats = NDArray[np.float32]
import logging
from dataclasses import replace

from claimgraph.extract.attribution.spans import ATTITUDE, Attribution, trimmed
from claimgraph.extract.parse import Article
from claimgraph.extract.tagger.decode import Decoded, decode
from claimgraph.extract.tagger.repair import Mender
from claimgraph.lexicon import table, words

WEIGHTS = Path(__file__).parent / "weights"
ENCODER, BRANCH, PIECES = FILES = "encoder.onnx", "branch.onnx", "tokenizer.json"
LOWEST = 0.08
"""Probability below which a word is not looked at as a cue; thresholds for taking it lie above."""
SURE = 0.5
"""Probability from which a cue is marked as another one while its neighbour's content is sought."""
_TOGETHER = 8
"""Cues of one paragraph that are read at once."""
RULE = "tagger"
KNOWN = 0.3
"""Probability from which a statement is taken whose cue is a word for saying."""
_LOG = logging.getLogger(__name__)
_KEPT_FORMS = frozenset({"according"})
"""Words that are their own lemma as a cue, whatever the parser takes them for."""


def softmax(scores: "Floats") -> "Floats":
    """Return probabilities over the last axis."""
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    return np.asarray(raised / raised.sum(-1, keepdims=True), np.float32)


@dataclass(frozen=True, slots=True)
class _Cues:
    """What a window's words may be cues: parallel to its pieces."""

    probability: "Floats"
    statement: "Floats"
    looked_at: "Integers"


class Runtime:
    """The tagger's network on one thread.

    Args:
        folder: where the weights and their manifest are.

    Raises:
        ClaimgraphError: a file is missing or is not the one that the manifest names.
    """

    def __init__(self, folder: Path = WEIGHTS) -> None:
        manifest = verified(folder, FILES, "tagger")
        try:
            self.decoding = Decoding(**manifest.get("decoding", {}))
        except TypeError as error:
            raise ClaimgraphError(f"{folder / MANIFEST} cannot be read ({error}); {REMEDY}") from error
        self.tokenizer = tokenizer_of(folder / PIECES)
        self._encoder = session_of(folder / ENCODER)
        self._branch = session_of(folder / BRANCH)

    def candidates(
        self, text: str, stretches: Sequence[Span], lowest: float = LOWEST
    ) -> Iterator[list[Candidate]]:
        """Yield the possible cues of a text, a window at a time, in order.

        Args:
            text: the text that the candidates' positions point into.
            stretches: its paragraphs.
            lowest: probability from which a word is looked at as a cue.
        """
        for window in windows(self.tokenizer, text, stretches):
            yield list(self._candidates_of(window, lowest))

    def _candidates_of(self, window: Window, lowest: float) -> Iterator[Candidate]:
        # One window at a time: no padding, no mask, and the states stay in the processor's cache.
        inputs = {"ids": window.ids, "casing": window.casing, "quoting": window.quoting}
        states, heads = self._encoder.run(None, {name: np.array([row]) for name, row in inputs.items()})
        cues = _cues(window, softmax(heads[0]), lowest)
        by_crop: dict[tuple[int, int], list[int]] = {}
        for position in cues.looked_at:
            by_crop.setdefault(window.crop(int(position)), []).append(int(position))
        for (start, end), positions in by_crop.items():
            for begin in range(0, len(positions), _TOGETHER):
                part = positions[begin : begin + _TOGETHER]
                every = self._roles(
                    states[0, start:end], cues.probability[start:end], [p - start for p in part]
                )
                for position, roles in zip(part, every, strict=True):
                    probability, statement = cues.probability[position], cues.statement[position]
                    yield Candidate(window, position, float(probability), float(statement), start, end, roles)

    def _roles(self, states: "Floats", cues: "Floats", positions: Sequence[int]) -> "Floats":
        """Return the roles [positions, length, 4] of one crop, for each cue in it that is asked about."""
        marks = np.tile(np.where(cues >= SURE, 2, 0), (len(positions), 1))
        marks[np.arange(len(positions)), positions] = 1
        around = np.tile(states, (len(positions), 1, 1))
        return softmax(self._branch.run(None, {"states": around, "marks": marks})[0])


def _cues(window: Window, kinds: "Floats", lowest: float) -> _Cues:
    """Read the kinds [length, 3]: only the first piece of a word of the window's own is a head."""
    possible = (np.array(window.own) >= 0) & np.array(window.first)
    probability = np.where(possible, 1 - kinds[:, 0], 0)
    statement = kinds[:, 1] / np.maximum(kinds[:, 1:].sum(1), 1e-6)
    return _Cues(probability, statement, np.flatnonzero(probability >= lowest))


@cache
@nothing_thrown_away()
def shared_runtime(folder: Path = WEIGHTS) -> Runtime:
    """Load the weights once per process."""
    return Runtime(folder)


@dataclass(frozen=True, slots=True)
class Tagger:
    """Attribution by a small network trained on annotated news (see docs/tagger.md).

    Args:
        weights: a folder of other weights than the shipped ones, as ``python -m claimgraph.training``
            writes it.

    Raises:
        ClaimgraphError: when first used, if the weights are missing or damaged.
    """

    weights: Path = WEIGHTS

    def attributions(self, article: Article) -> list[Attribution]:
        """Return the attributions of an article.

        ``rule`` is "tagger", or "tagger; attitude" where the network takes it for no statement.
        """
        text, runtime = article.source.text, shared_runtime(self.weights)
        enough = runtime.decoding.threshold
        decoding = replace(runtime.decoding, threshold=min(KNOWN, enough))
        stretches = [(paragraph.start, paragraph.end) for paragraph in article.paragraphs]
        mender = Mender(article)
        found: list[Attribution] = []
        for candidates in runtime.candidates(text, stretches, lowest=decoding.threshold):
            try:
                decoded = decode(text, candidates, decoding)
            except (ValueError, IndexError) as error:
                _LOG.warning("some paragraphs of %s were skipped: %s", article.source.name, error)
                continue
            for one in decoded:
                head = _head(article, one.head)
                if one.probability >= enough or head in _known():
                    mended = mender.mended(_attribution(article, one, head))
                    found += [mended] if mended.content else []
        return found


@cache
def _known() -> frozenset[str]:
    """Return the lemmas of cues that are words for saying, denying, accusing, admitting or estimating."""
    verbs, cues = table("cues")["verbs"], table("acts")["cues"]
    acts = ("deny", "deny_claims", "accuse", "admit", "estimate")
    said = {*verbs["clause"], *verbs["object"], *words("cues", "about")}
    return frozenset(said.union(*(cues[act] for act in acts)))


def _attribution(article: Article, decoded: Decoded, head: str) -> Attribution:
    text = article.source.text
    return Attribution(
        source=trimmed(text, decoded.source),
        cue=decoded.cue,
        content=trimmed(text, decoded.content),
        head=head,
        rule=RULE if decoded.statement >= 0.5 else ATTITUDE,
    )


def _head(article: Article, span: Span) -> str:
    """Return the lemma of the word under the head of a cue, "" when the parser has none there."""
    token = next(iter(article.tokens(span)), None)
    if token is None:
        return ""
    return str(token.lower_) if token.lower_ in _KEPT_FORMS else token.lemma
