"""The rule engine: what the rules find in each paragraph becomes the article's attributions."""

import logging
from collections.abc import Callable
from dataclasses import dataclass

from claimgraph.extract.engines import Attribution
from claimgraph.extract.nesting import nested
from claimgraph.extract.parse import Article
from claimgraph.extract.rules.according import find_according
from claimgraph.extract.rules.cues import Cues, cues
from claimgraph.extract.rules.layout import drop_datelines, find_layout
from claimgraph.extract.rules.nominal import find_nominal
from claimgraph.extract.rules.passage import Finding, Passage, joined, trim
from claimgraph.extract.rules.quoted import attach_quotes
from claimgraph.extract.rules.references import refer_back
from claimgraph.extract.rules.series import continue_series
from claimgraph.extract.rules.siblings import (
    carry_through,
    drop_repeats,
    drop_summaries,
    part_siblings,
    trim_joints,
)
from claimgraph.extract.rules.speeches import continue_speeches
from claimgraph.extract.rules.verbs import find_verbs
from claimgraph.model import Span

_MOST_FINDINGS = 500
"""In one paragraph, which holds 20,000 characters at most; prose has some 150."""
_PERSONS = frozenset(("i", "we", "you"))
_LOG = logging.getLogger(__name__)
_FINDERS: tuple[Callable[[Passage, Cues], list[Finding]], ...] = (
    find_verbs,
    find_according,
    find_nominal,
    find_layout,
)


@dataclass(frozen=True, slots=True)
class RuleEngine:
    """Attribution by dependency rules and the words of ``lexicon/cues.toml``.

    Args:
        wishes: also what somebody wants, plans or supports: reported, but no statement of
            what is the case.
    """

    wishes: bool = False
    name: str = "rules"

    def attributions(self, article: Article) -> list[Attribution]:
        """Return the attributions of an article in text order.

        Source, cue and content are spans of ``article.source.text``. ``source`` is empty
        for the rule ``unattributed``; in "the minister, who said" it is the minister, with
        the relative pronoun as a second span. A paragraph that breaks a rule is skipped.
        """
        table = cues(wishes=self.wishes)
        passages = Passage.all_of(article)
        drafts = [(passage, self._of_paragraph(passage, table)) for passage in passages]
        drop_datelines(drafts)
        found = [
            attribution
            for passage, findings in drafts
            for finding in findings
            if (attribution := _attribution(passage, finding)) is not None
        ]
        found = continue_speeches(passages, _ordered(found))
        return nested([attribution for attribution in found if attribution.content])

    def _of_paragraph(self, passage: Passage, table: Cues) -> list[Finding]:
        try:
            findings = [finding for find in _FINDERS for finding in find(passage, table)]
            if len(findings) > _MOST_FINDINGS:
                _LOG.warning("a paragraph at %d is no prose and was skipped", passage.paragraph.start)
                return []
            findings = _without_asides([finding for finding in findings if finding.cue])
            part_siblings(findings, table)
            refer_back(passage, findings, table)
            drop_summaries(findings, table)
            continue_series(passage, findings)
            for finding in findings:
                trim_joints(finding)
            findings = attach_quotes(passage, findings, table)
            drop_repeats(findings)
            carry_through(findings)
        except (ValueError, IndexError, KeyError, TypeError, AttributeError) as error:
            # One odd paragraph must not cost the article.
            _LOG.warning("a paragraph at %d was skipped: %s", passage.paragraph.start, error)
            return []
        return findings


def _without_asides(findings: list[Finding]) -> list[Finding]:
    """In a turn of a transcript, "I think" and "you said" are part of what its speaker says."""
    if not any(finding.rule == "transcript" for finding in findings):
        return findings
    return [
        f for f in findings if {f.head.doc[i].lower_ for i in f.source} - _PERSONS or f.rule == "transcript"
    ]


def _attribution(passage: Passage, finding: Finding) -> Attribution | None:
    """Turn token indices into spans of the source's text; None when nothing is said.

    A cue at the end of its paragraph ("To which she replied:") waits for the next one.
    """
    content = _content(passage, finding)
    introduces = finding.spoken and passage.text.rstrip().endswith((":", ","))
    if not (content or introduces) or (not finding.source and finding.rule != "unattributed"):
        return None
    offset = passage.paragraph.start

    def placed(spans: list[Span]) -> tuple[Span, ...]:
        return tuple((start + offset, end + offset) for start, end in spans)

    source = [trim(passage.text, passage.extent(finding.source))] if finding.source else []
    pronoun = passage.runs(finding.pronoun)
    via = [span for tokens in finding.via if tokens and (span := trim(passage.text, passage.extent(tokens)))]
    return Attribution(
        source=placed([span for span in source if span] + pronoun),
        cue=placed(passage.runs(finding.cue)),
        content=placed(content),
        head=finding.lemma,
        rule=finding.rule,
        via=placed(via),
    )


def _content(passage: Passage, finding: Finding) -> list[Span]:
    """Join the content's tokens with the whole of the quotations that belong to it."""
    quoted: list[Span] = [(quote.start, quote.end) for quote in (passage.quotes[n] for n in finding.quotes)]
    spans = [span for run in passage.runs(finding.content) if (span := trim(passage.text, run))]
    merged: list[Span] = []
    for start, end in sorted([*quoted, *spans]):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    core = [passage.extent([index]) for index in finding.core()]
    return joined(
        [
            span
            for span in merged
            if not any(span[0] <= s and e <= span[1] for s, e in core) or len(merged) == 1
        ],
        passage.text,
    )


def _ordered(found: list[Attribution]) -> list[Attribution]:
    """Sort by position and drop what repeats the same cue."""
    seen: set[tuple[Span, ...]] = set()
    kept = []
    for attribution in sorted(found, key=lambda a: (min(span[0] for span in a.cue + a.content), a.cue)):
        if attribution.cue not in seen:
            seen.add(attribution.cue)
            kept.append(attribution)
    return kept
