"""Read the predicates of a claim as events: what was done, by whom, to whom, and whether it was.

A proposition's ``predicate`` is a class of ``lexicon/events.toml`` where the verb or noun is in one,
else the lemma of the claim's main predicate, so that any verb can be compared with itself.
Roles come from the dependency parse; a role nobody fills is None.
"""

from claimgraph.extract.events.grammar import noun_phrase
from claimgraph.extract.events.happening import factuality, is_negated, polarity
from claimgraph.extract.events.participants import OWN_WORDS, Voice
from claimgraph.extract.events.reading import read_events
from claimgraph.extract.events.terms import content_terms
from claimgraph.extract.events.vocabulary import event_words, noun_lemma, verb_lemma

__all__ = [
    "OWN_WORDS",
    "Voice",
    "content_terms",
    "event_words",
    "factuality",
    "is_negated",
    "noun_lemma",
    "noun_phrase",
    "polarity",
    "read_events",
    "verb_lemma",
]
