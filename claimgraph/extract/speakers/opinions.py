"""A second opinion on names: what spaCy's recogniser takes for persons in the sentences that have speakers.

The shapes of ``mentions`` go by capitals and lists of words, so that they misread a surname that
is also a role ("King"), three names none of which is listed, and a calling in capitals before a
name ("Ranger Nick Hale"). The recogniser errs on other things (places, firms), so it is believed
on persons of two words and more alone, and where most of its sentences agree.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from claimgraph.extract.attribution.spans import Attribution
from claimgraph.extract.parse import Article, named_entities
from claimgraph.extract.speakers.vocabulary import role_family, titles
from claimgraph.lexicon.characters import fold

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Opinions:
    """The names of persons, each as its words, by their first word; and the surnames among them."""

    people: dict[str, tuple[Words, ...]] = field(default_factory=dict)
    surnames: frozenset[str] = frozenset()

    def people_in(self, words: Sequence[str]) -> Iterator[tuple[int, int]]:
        """Yield from and up to which of the words the name of a person stands; the longest name wins."""
        at = 0
        while at < len(words):
            known = self.people.get(words[at], ())
            length = max((len(one) for one in known if tuple(words[at : at + len(one)]) == one), default=0)
            if length:
                yield at, at + length
            at += length or 1


def opinions(article: Article, attributions: Sequence[Attribution]) -> Opinions:
    """Return what the recogniser says of the sentences in which somebody speaks."""
    sentences = {}
    for attribution in attributions:
        for span in attribution.source:
            for token in article.tokens(span):
                if token.pos_ == "PROPN" or (token.text[:1].isupper() and not token.is_sent_start):
                    sentences[token.doc, token.sent.start] = token.sent
    labels: dict[Words, Counter[bool]] = defaultdict(Counter)
    for words, label in named_entities(sentences.values()):
        name = _bare(words)
        if len(name) > 1:
            labels[name][label == "PERSON"] += 1
    people: dict[str, list[Words]] = defaultdict(list)
    for name, votes in sorted(labels.items()):
        if votes[True] > votes[False]:
            people[name[0]].append(name)
    return Opinions(
        {first: tuple(names) for first, names in people.items()},
        frozenset(name[-1] for names in people.values() for name in names),
    )


def _bare(words: Iterable[str]) -> Words:
    """Return a name without a title or an office before it, or a possessive mark behind it."""
    parts = [word for word in words if word not in {"'s", "’s", "'", "’"}]
    while len(parts) > 1 and (
        fold(parts[0]) in titles() or role_family(fold(parts[0])) or parts[0][:1].islower()
    ):
        parts.pop(0)
    return tuple(part.rstrip(".") if len(part) > len("A.") else part for part in parts)
