"""What the network reads in an article's paragraphs becomes attributions.

Of a cue that is a word for saying or denying the network may be less sure than of another
(docs/tagger.md has the figures).

Invariant: spans are positions of the article's text, inside its paragraphs; a part of the
text that cannot be read costs the attributions of that part only.
"""

import logging
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from claimgraph.extract.attribution.spans import ATTITUDE, Attribution, trimmed
from claimgraph.extract.parse import Article
from claimgraph.extract.tagger.decode import Decoded, decode
from claimgraph.extract.tagger.repair import Mender
from claimgraph.extract.tagger.runtime import WEIGHTS, shared_runtime
from claimgraph.lexicon import table, words
from claimgraph.model import Span

RULE = "tagger"
KNOWN = 0.3
"""Probability from which a statement is taken whose cue is a word for saying."""
_LOG = logging.getLogger(__name__)
_KEPT_FORMS = frozenset({"according"})
"""Words that are their own lemma as a cue, whatever the parser takes them for."""


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
