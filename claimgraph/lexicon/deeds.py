"""What the lists say of verbs and nouns for deeds and states (``events.toml``, ``opposites.toml``)."""

from functools import cache

from claimgraph.lexicon import table, words


@cache
def verb_types() -> dict[str, str]:
    """Return verb lemma -> type of event."""
    return {verb: name for name, entry in table("events").items() for verb in entry["verbs"]}


@cache
def noun_types() -> dict[str, str]:
    """Return noun lemma -> type of event."""
    return {noun: name for name, entry in table("events").items() for noun in entry["nouns"]}


@cache
def undergone() -> frozenset[str]:
    """Return the verbs whose subject is what the event happens to ("five people died")."""
    return frozenset(verb for entry in table("events").values() for verb in entry.get("undergone", ()))


@cache
def state_words() -> frozenset[str]:
    """Return the words for states that exclude others (``lexicon/opposites.toml``)."""
    return frozenset(word for pair in table("opposites")["pairs"] for word in pair)


@cache
def harmful(kind: str) -> frozenset[str]:
    """Return the "verbs", some with a particle, or "nouns" for harmful acts."""
    types = [entry for entry in table("events").values() if entry.get("harmful")]
    return words("acts", f"harmful_{kind}").union(*(entry[kind] for entry in types))


@cache
def idioms() -> dict[str, str]:
    """Return verbs that with a noun are one word -> the preposition of what they act on."""
    return dict(one.rsplit(" ", 1) for one in words("grammar", "idioms"))
