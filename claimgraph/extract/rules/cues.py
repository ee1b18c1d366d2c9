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
    light_verbs: frozenset[str]
    light_nouns: frozenset[str]
    noun_clause: frozenset[str]
    noun_of: frozenset[str]
    reference: frozenset[str]
    documents: frozenset[str]
    words_of: frozenset[str]
    denial: frozenset[str]
    time: frozenset[str]
    corrections: dict[str, str]

    def is_verb(self, lemma: str) -> bool:
        """Whether the lemma attributes as a verb in any construction."""
        return (
            lemma in self.clause
            or lemma in self.objects
            or lemma in self.infinitive
            or lemma in self.predicate
            or lemma in self.object_with
            or lemma in self.preposition
            or lemma in self.gerund
            or lemma in self.light_verbs
        )

    def speaks(self, lemma: str) -> bool:
        """Whether the lemma can carry a quotation beside it."""
        return self.is_verb(lemma) or lemma in self.quote

    def lemma(self, token: "Token") -> str:
        """Return the token's lemma in lower case, with the parser's known slips set right."""
        lemma = token.lemma_.lower()
        if lemma == "hop" and not token.lower_.startswith("hopp"):
            return "hope"
        return self.corrections.get(lemma, lemma)


@cache
def cues(*, stance: bool = True) -> Cues:
    """Read the table; without ``stance`` only statements, no opinions held or wishes."""
    data = lexicon.table("cues")
    verbs = data["verbs"]
    extra = data["stance"] if stance else {}

    def merge(key: str) -> frozenset[str]:
        return frozenset(verbs[key]) | frozenset(extra.get(key, ()))

    return Cues(
        clause=merge("clause"),
        objects=merge("object"),
        object_with={lemma: tuple(words) for lemma, words in verbs["object_with"].items()},
        predicate=merge("predicate"),
        infinitive=merge("infinitive"),
        gerund=merge("gerund"),
        quote=merge("quote"),
        addressed=frozenset(verbs["addressed"]),
        continuing=frozenset(verbs["continuing"]),
        preposition={lemma: tuple(words) for lemma, words in verbs["preposition"].items()},
        light_verbs=frozenset(data["light"]["verbs"]),
        light_nouns=frozenset(data["light"]["nouns"]),
        noun_clause=frozenset(data["nouns"]["clause"]),
        noun_of=frozenset(data["nouns"]["of"]),
        reference=frozenset(data["nouns"]["reference"]),
        documents=frozenset(data["nouns"]["documents"]),
        words_of=frozenset(data["prepositions"]["words_of"]),
        denial=frozenset(data["denial"]["verbs"]),
        time=frozenset(data["time"]["words"]),
        corrections=dict(data["lemma"]),
    )
