"""The cue words of ``lexicon/cues.toml`` as one table: lemma and construction."""

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from claimgraph import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

_Table = dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Cues:
    """Which lemma attributes in which construction (the sections of ``cues.toml``)."""

    clause: frozenset[str]
    objects: frozenset[str]
    object_with: _Table
    predicate: frozenset[str]
    infinitive: frozenset[str]
    gerund: frozenset[str]
    quote: frozenset[str]
    addressed: frozenset[str]
    continuing: frozenset[str]
    preposition: _Table
    particle: _Table
    idioms: _Table
    hearing: frozenset[str]
    heard: frozenset[str]
    told: frozenset[str]
    light_verbs: frozenset[str]
    light_nouns: frozenset[str]
    noun_clause: frozenset[str]
    noun_of: frozenset[str]
    reference: frozenset[str]
    summary: frozenset[str]
    deniable: frozenset[str]
    shares: frozenset[str]
    words_of: frozenset[str]
    denial: frozenset[str]
    topic: frozenset[str]
    irrealis: frozenset[str]
    prompt: frozenset[str]
    not_said: _Table
    said_only: _Table
    governed: _Table
    unsaid: frozenset[str]
    unnamed: frozenset[str]
    weak: frozenset[str]
    inner: frozenset[str]
    openers: frozenset[str]
    corrections: dict[str, str]

    def is_verb(self, lemma: str) -> bool:
        """Whether the lemma attributes as a verb in any construction."""
        return any(
            lemma in lemmas
            for lemmas in (
                self.clause,
                self.objects,
                self.infinitive,
                self.predicate,
                self.object_with,
                self.preposition,
                self.gerund,
                self.light_verbs,
            )
        )

    def speaks(self, lemma: str) -> bool:
        """Whether the lemma can carry a quotation beside it."""
        return (self.is_verb(lemma) and lemma not in self.said_only) or lemma in self.quote

    def can_attribute(self, token: "Token") -> bool:
        """Whether the verb attributes in some construction, alone or with a word beside it."""
        lemma = self.lemma(token)
        beside = lemma in self.idioms or lemma in self.heard or lemma in self.said_only
        return self.speaks(lemma) or beside or self.with_particle(token)

    def with_particle(self, token: "Token") -> bool:
        """Whether a particle right behind the verb makes it take an object ("ruled out sabotage")."""
        words = self.particle.get(self.lemma(token), ())
        return bool(words) and token.i + 1 < len(token.doc) and token.nbor().lower_ in words

    def lemma(self, token: "Token") -> str:
        """Return the token's lemma in lower case, with the parser's known slips set right."""
        lemma = token.lemma_.lower()
        if lemma == "hop" and not token.lower_.startswith("hopp"):
            return "hope"
        if token.tag_ == "NNS" and lemma.endswith("sse"):
            # "dismisses", read as a noun, is given the singular of one.
            lemma = lemma[:-1]
        return self.corrections.get(lemma, lemma)


@cache
def cues(*, wishes: bool = False) -> Cues:
    """Read the table; with ``wishes`` also what somebody wants, plans or supports."""
    data = lexicon.table("cues")
    verbs, nouns = data["verbs"], data["nouns"]
    layers = [verbs, data["opinion"], *([data["wish"]] if wishes else [])]

    def merged(key: str) -> frozenset[str]:
        return frozenset(lemma for layer in layers for lemma in layer.get(key, ()))

    def frames(key: str) -> _Table:
        return {lemma: tuple(words) for layer in layers for lemma, words in layer.get(key, {}).items()}

    return Cues(
        clause=merged("clause"),
        objects=merged("object"),
        object_with=frames("object_with"),
        predicate=merged("predicate"),
        infinitive=merged("infinitive"),
        gerund=merged("gerund"),
        quote=merged("quote"),
        addressed=merged("addressed"),
        continuing=merged("continuing"),
        preposition=frames("preposition"),
        particle=frames("particle"),
        idioms={lemma: tuple(words) for lemma, words in data["idioms"].items()},
        hearing=frozenset(data["hearing"]["bodies"]),
        heard=frozenset(data["hearing"]["active"]),
        told=frozenset(data["hearing"]["passive"]),
        light_verbs=frozenset(data["light"]["verbs"]),
        light_nouns=frozenset(data["light"]["nouns"]),
        noun_clause=frozenset(nouns["clause"]),
        noun_of=frozenset(nouns["of"]),
        reference=frozenset(nouns["reference"]),
        summary=frozenset(nouns["summary"]),
        deniable=frozenset(nouns["deniable"]),
        shares=frozenset(nouns["shares"]),
        words_of=frozenset(data["prepositions"]["words_of"]),
        denial=frozenset(data["denial"]["verbs"]),
        topic=frozenset(data["topic"]),
        irrealis=frozenset(data["irrealis"]),
        prompt=frozenset(data["prompt"]),
        not_said={lemma: tuple(words) for lemma, words in data["not_said"].items()},
        said_only={lemma: tuple(words) for lemma, words in data["said_only"].items()},
        governed={lemma: tuple(words) for lemma, words in data["governed"].items()},
        unsaid=frozenset(data["unsaid"]["verbs"]),
        inner=frozenset(data["weak"]["inner"]),
        weak=frozenset(data["weak"]["verbs"]),
        unnamed=frozenset(data["unsaid"]["names"]),
        openers=frozenset(data["openers"]["words"]),
        corrections=dict(data["lemma"]),
    )


@cache
def _time_words() -> frozenset[str]:
    return lexicon.words("cues", "time_words")


def is_temporal(node: "Token") -> bool:
    """Whether a phrase names a time: its head noun, or a preposition's, is a word of time."""
    heads = [node, *(child for child in node.children if child.dep_ == "pobj")]
    words = _time_words()
    return any(head.lemma_.lower() in words or head.lower_ in words for head in heads)


@cache
def bodies() -> frozenset[str]:
    """Return the nouns for people in office and for bodies that speak, in the singular or as used."""
    roles, institutions = lexicon.table("roles"), lexicon.table("institutions")
    lists = [entry for entry in roles.values() if isinstance(entry, list)] + [institutions["heads"]]
    return frozenset(word for entry in lists for word in entry if isinstance(word, str))


@cache
def carriers() -> frozenset[str]:
    """Return the nouns for what carries words without being anybody ("announcement")."""
    return frozenset(lexicon.table("roles")["carriers"])


@cache
def event_nouns() -> frozenset[str]:
    """Return the nouns for things that happen ("flood", "strike")."""
    tables = lexicon.table("events").values()
    return frozenset(noun for entry in tables if isinstance(entry, dict) for noun in entry.get("nouns", ()))


@cache
def documents() -> frozenset[str]:
    """Return the nouns for things that state something themselves or carry what others say."""
    return frozenset(lexicon.table("cues")["nouns"]["documents"])
