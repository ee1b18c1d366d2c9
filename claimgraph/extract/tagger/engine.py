"""The tagger as an engine: what it reads in an article's paragraphs becomes attributions.

Invariant: spans are positions of the article's text, inside its paragraphs; a part of the
text that cannot be read costs the attributions of that part only.
"""

import logging
from bisect import bisect_right
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from claimgraph.extract.engines import ATTITUDE, Attribution
from claimgraph.extract.nesting import nested
from claimgraph.extract.parse import Article
from claimgraph.extract.tagger.decode import Decoded, decode
from claimgraph.extract.tagger.repair import Mender
from claimgraph.extract.tagger.runtime import Runtime, shared_runtime
from claimgraph.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

RULE = "tagger"
_LOG = logging.getLogger(__name__)
_KEPT_FORMS = frozenset({"according"})
"""Words that are their own lemma as a cue, whatever the parser takes them for."""
_TRIMMED = " \t\r\n\u00a0,;:"


@dataclass(frozen=True, slots=True)
class Reading:
    """What the network takes for attributions, in text order; of the ``doubtful`` it is not sure enough."""

    sure: list[Attribution]
    doubtful: list[Attribution] = field(default_factory=list)


@dataclass(slots=True)
class TaggerEngine:
    """Attribution by a small network trained on annotated news (see docs/tagger.md).

    Args:
        weights: a folder of other weights, as ``python -m claimgraph.training`` writes it;
            None for the shipped ones.

    Raises:
        ClaimgraphError: when first used, if the weights are missing or damaged.
    """

    weights: Path | None = None
    name: str = "tagger"
    _own: Runtime | None = field(default=None, init=False, repr=False)

    @property
    def runtime(self) -> Runtime:
        """The network, loaded when first asked for."""
        if self.weights is None:
            return shared_runtime()
        if self._own is None:
            self._own = Runtime(self.weights)
        return self._own

    def attributions(self, article: Article) -> list[Attribution]:
        """Return the attributions of an article in text order.

        ``rule`` is "tagger", or "tagger; attitude" where the network takes it for no statement.
        """
        return self.read(article).sure

    def read(self, article: Article, lowest: float = 1.0) -> Reading:
        """Return the attributions of an article, the sure and the doubtful ones.

        Args:
            article: the parsed source.
            lowest: probability from which an attribution is told as doubtful.
        """
        text, runtime = article.source.text, self.runtime
        sure = runtime.decoding.threshold
        decoding = replace(runtime.decoding, threshold=min(lowest, sure))
        stretches = [(paragraph.start, paragraph.end) for paragraph in article.paragraphs]
        starts = [start for start, _ in stretches]
        mender = Mender(article)
        found: dict[bool, list[Attribution]] = {True: [], False: []}
        for candidates in runtime.candidates(text, stretches, lowest=decoding.threshold):
            try:
                decoded = decode(text, candidates, decoding)
            except (ValueError, IndexError) as error:
                _LOG.warning("some paragraphs of %s were skipped: %s", article.source.name, error)
                continue
            for one in decoded:
                mended = mender.mended(_attribution(article, one, _head(article, one.head, starts)))
                if mended.content:
                    found[one.probability >= sure].append(mended)
        return Reading(nested(found[True]), found[False])


def _attribution(article: Article, decoded: Decoded, head: str) -> Attribution:
    text = article.source.text
    return Attribution(
        source=_trimmed(text, decoded.source),
        cue=decoded.cue,
        content=_trimmed(text, decoded.content),
        head=head,
        rule=RULE if decoded.statement >= 0.5 else ATTITUDE,
    )


def _trimmed(text: str, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Cut white space and commas off the ends; keep what holds a letter or a digit."""
    kept = []
    for span in spans:
        start, end = span
        while start < end and text[start] in _TRIMMED:
            start += 1
        while start < end and text[end - 1] in _TRIMMED:
            end -= 1
        if any(character.isalnum() for character in text[start:end]):
            kept.append((start, end))
    return tuple(kept)


def _head(article: Article, span: Span, starts: list[int]) -> str:
    """Return the lemma of the word under the head of a cue, "" when the parser has none there."""
    place = bisect_right(starts, span[0]) - 1
    tokens: list[Token] = article.paragraphs[place].tokens(*span) if place >= 0 else []
    if not tokens:
        return ""
    token = tokens[0]
    form = str(token.lower_)
    return form if form in _KEPT_FORMS else str(token.lemma_).lower()
