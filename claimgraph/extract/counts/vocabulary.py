"""Which event of ``lexicon/harm.toml`` a verb or noun of a text tells."""

from claimgraph.extract.grammar.tree import following, particles
from claimgraph.extract.tokens import Token
from claimgraph.lexicon.harm import events_by_word


def event_of_noun(noun: Token) -> str | None:
    """Return the event a noun names ("death" is "killed"), or None."""
    return events_by_word()["nouns"].get(noun.lemma)


def verb_event(verb: Token, kind: str = "verbs") -> str | None:
    """Return the event of a verb, with its particle where it has one ("shot down", "laid off")."""
    known = events_by_word()[kind]
    forms = (*particles(verb, "prt", "advmod"), f"{verb.lemma} {following(verb)}", verb.lemma)
    return next((known[form] for form in forms if form in known), None)
