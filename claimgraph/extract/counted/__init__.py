"""What a number counts and what happened to it, read from the parse.

The noun counted, the event it suffers (``lexicon/harm.toml``) and the class of person
(``lexicon/categories.toml``). Adjacent words come before the parse tree: a small parser
errs more on "12 dead, 30 hurt" than the order of the words does.
"""

from claimgraph.extract.counted.fate import event_of, victim_event
from claimgraph.extract.counted.grammar import (
    MODIFIERS,
    NOMINAL,
    OBJECTS,
    PASSIVE_SUBJECTS,
    SUBJECTS,
    nominal_role,
)
from claimgraph.extract.counted.nouns import Counted, find_counted
from claimgraph.extract.counted.verbs import verb_event
from claimgraph.extract.counted.vocabulary import (
    canonical_event,
    counts_people,
    event_nouns,
    event_of_noun,
    of_things,
    only_people,
    person_class,
)

__all__ = [
    "MODIFIERS",
    "NOMINAL",
    "OBJECTS",
    "PASSIVE_SUBJECTS",
    "SUBJECTS",
    "Counted",
    "canonical_event",
    "counts_people",
    "event_nouns",
    "event_of",
    "event_of_noun",
    "find_counted",
    "nominal_role",
    "of_things",
    "only_people",
    "person_class",
    "verb_event",
    "victim_event",
]
