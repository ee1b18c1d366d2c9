"""A source span as a phrase: its head, its kind, its parts, and which of the names in it speaks."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from claimgraph.extract.grammar.tree import ANY_SUBJECT, VERBAL, governed
from claimgraph.extract.parse import Article
from claimgraph.extract.speakers.cast import Actor, only
from claimgraph.extract.speakers.mentions import Mention
from claimgraph.extract.speakers.scene import Scene
from claimgraph.extract.speakers.units import meets
from claimgraph.extract.tokens import Token
from claimgraph.lexicon import words
from claimgraph.lexicon.characters import fold
from claimgraph.lexicon.roles import is_of_body, role_family, singular
from claimgraph.lexicon.sides import is_demonym
from claimgraph.lexicon.spelling import is_of_people
from claimgraph.model import Span

HE = frozenset({"he", "him", "himself", "his"})
SHE = frozenset({"she", "her", "herself", "hers"})
IT = frozenset({"it", "itself", "its"})
THEY = frozenset({"they", "them", "themselves", "their", "both", "all"})
WE = frozenset({"i", "we", "me", "us", "my", "our"})
RELATIVE = frozenset({"who", "which", "that", "whom"})
_WHICH = frozenset({"amod", "nummod", "det", "relcl", "acl", "prep"})
"""How hangs on a people what tells which, or how many, of it are meant."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase of the text: its span, words, and the token that heads it.

    ``at`` is where the head stands, ``offset`` where the paragraph of its tokens starts.
    """

    span: Span
    text: str
    head: Token
    at: int
    offset: int
    tokens: tuple[Token, ...]

    @property
    def low(self) -> str:
        """The words, folded, without a leading article."""
        return re.sub(r"^(?:the|a|an)\s+", "", fold(self.text))

    @property
    def pronoun(self) -> str | None:
        """The pronoun, when the phrase is nothing else; "US" and "IT" in capitals are names."""
        first = self.tokens[0]
        alone = len(self.tokens) == 1 and not (first.text.isupper() and len(first) > 1)
        return first.lower_ if alone and first.pos_ == "PRON" else None

    @property
    def noun(self) -> str:
        """The head in small letters, with what hyphens join to it if that is a calling: "front-runner"."""
        upto = self.text[: self.at + len(self.head) - self.span[0]].lower()
        whole = re.split(r"[^\w-]", upto)[-1]
        listed = role_family(whole) is not None or whole in words("roles", "epithets")
        return whole if listed else self.head.lower_

    @property
    def definite(self) -> bool:
        """Whether the phrase points back: "the ministry", "his lawyer", "this group"."""
        first = self.tokens[0]
        return first.lower_ in {"the", "this", "that", "these", "those"} or first.tag_ == "PRP$"

    @property
    def the_one(self) -> bool:
        """Whether "the" stands before a singular noun."""
        return self.definite and self.tokens[0].tag_ == "DT" and not self.plural

    @property
    def indefinite(self) -> bool:
        """Whether the phrase brings in somebody new: "an official", "one resident"."""
        return self.tokens[0].lower_ in {"a", "an", "one", "another", "some", "any"}

    @property
    def past(self) -> bool:
        """Whether the phrase tells of whoever was something: "the former chief"."""
        return self.low.split()[0] in words("name_words", "past")

    @property
    def plural(self) -> bool:
        """Whether the head noun is a plural."""
        return self.head.tag_ in {"NNS", "NNPS"}

    @property
    def nationals(self) -> bool:
        """Whether the phrase is people by their nationality: "the Norwegian", "many Poles", "half of Poles".

        A plural with nothing beside it is the party of that name: "the Russians".
        """
        people = governed(self.head, "of") or self.head
        members = is_of_people(people.text) and not is_of_body(self.head.lower_)  # "some Republicans"
        if people.tag_ in {"NNS", "NNPS"} and (members or is_demonym(people.text.removesuffix("s"))):
            told = any(one.dep_ in _WHICH and one.lower_ not in {"the", "both"} for one in people.children)
            return told or people.dep_ == "pobj"
        whole = self.definite and self.head.text.endswith(("sh", "nch", "tch", "ese", "ss"))  # "the Swiss"
        single = (self.definite or self.indefinite) and self.head.tag_ in {"NN", "NNP", "JJ"}
        return single and not whole and is_demonym(self.head.text)

    def span_of(self, tokens: Sequence[Token]) -> Span:
        """Return the stretch of the text from the first to the last of some tokens of its paragraph."""
        return (self.offset + tokens[0].idx, self.offset + tokens[-1].idx + len(tokens[-1]))


def phrase_at(article: Article, span: Span) -> Phrase | None:
    """Return the phrase under a span, trimmed of marks at its edges; None when there is no word."""
    tokens = _trimmed([token for token in article.tokens(span) if not token.is_space])
    paragraph = article.paragraph_at(span[0])
    if not tokens or paragraph is None:
        return None
    tokens = [token for token in tokens if token.doc is tokens[0].doc]
    head = _head(tokens)
    tokens = _before_its_verb(tokens, head)
    start = max(span[0], paragraph.start + tokens[0].idx)
    end = paragraph.start + tokens[-1].idx + len(tokens[-1])
    text = article.source.text[start:end]
    return Phrase((start, end), text, head, paragraph.start + head.idx, paragraph.start, tuple(tokens))


def _trimmed(tokens: list[Token]) -> list[Token]:
    """Cut marks and linking words off the ends; of "(the man) who smiled" only the pronoun is left."""
    while tokens and _only_closes(tokens):
        tokens.pop()
    while tokens and _only_links(tokens):
        tokens.pop(0)
    relative = tokens and _is_relative(tokens[0]) and tokens[0].tag_ in {"WDT", "WP"}
    return tokens[:1] if relative else tokens


def _is_relative(token: Token) -> bool:
    return token.lower_ in RELATIVE and not token.text.isupper()  # but "the WHO"


def _only_closes(tokens: list[Token]) -> bool:
    last = tokens[-1]
    stressed = last.lower_ in {"itself", "himself", "herself", "themselves"}  # "the firm itself"
    return last.is_punct or last.tag_ == "POS" or (len(tokens) > 1 and (stressed or _is_relative(last)))


def _only_links(tokens: list[Token]) -> bool:
    """Whether the first word only joins a source to what is before: "(a rule) that the court (made)"."""
    first = tokens[0]
    if len(tokens) == 1 or first.is_punct:
        return first.is_punct
    opens = tokens[1].pos_ in {"DET", "PRON", "PROPN"} and tokens[1].dep_ != first.dep_
    if first.lower_ in {"to", "for", "by"}:
        return opens
    return first.pos_ == "CCONJ" or (first.lower_ in {"that", "which"} and first.tag_ != "DT" and opens)


def _head(tokens: list[Token]) -> Token:
    """Return the token whose governor lies outside; a noun or pronoun before anything else."""
    tops = [token for token in tokens if set(token.ancestors).isdisjoint(tokens)]
    nominal = [token for token in tokens if token.pos_ in {"NOUN", "PROPN", "PRON"}]
    whole = [token for token in nominal if token.dep_ not in {"compound", "poss"}]
    return next((token for token in nominal if token in tops), (whole or tops)[0])


def _before_its_verb(tokens: list[Token], head: Token) -> list[Token]:
    """Cut what a noun does off its phrase: "results (were released)", "she (is)"; "he took" is a clause."""
    own = [token for token in tokens if token.i <= head.right_edge.i]
    behind = tokens[len(own) :]
    does = head.dep_ in ANY_SUBJECT and bool(behind) and behind[0].pos_ in VERBAL
    clause = head.pos_ == "PRON" and any(token.pos_ != "AUX" for token in behind)
    return own if does and not clause else tokens


def joined(phrase: Phrase) -> list[Span]:
    """Return the spans of the parts of "A, B and C"; "the chair and former mayor" is one person."""
    tokens, heads = phrase.tokens, _heads(phrase)
    starts = [max(token.left_edge.i, before.i + 1) for before, token in pairwise(heads)]
    bounds = pairwise([tokens[0].i, *starts, tokens[-1].i + 1])
    parts = (_bare([token for token in tokens if low <= token.i < high]) for low, high in bounds)
    return [phrase.span_of(part) for part in parts if part]


def _heads(phrase: Phrase) -> list[Token]:
    """Return the nouns that are joined, but for what tells more of the first: "Roe, a lawyer and a mayor"."""
    heads = sorted({phrase.head, *phrase.head.conjuncts} & {*phrase.tokens}, key=lambda token: token.i)
    past = words("name_words", "past")
    heads = [one for one in heads if one is heads[0] or one.tag_ != "NN" or one.left_edge.lower_ not in past]
    named = heads[0].text[0].isupper() and heads[1:] and heads[1].left_edge.lower_ in {"a", "an"}
    return heads[:1] if named else heads


def _bare(tokens: list[Token]) -> list[Token]:
    kept = [token.i for token in tokens if not token.is_punct and token.dep_ != "cc"]
    return [token for token in tokens if kept[0] <= token.i <= kept[-1]] if kept else []


Pair = tuple[Mention, Actor]

_GAP = re.compile(r"(?:,|,?\s*(?:and|&|as well as))(?:\s+(?:the|its|neighbou?r|neighbou?ring|ally|both))*")
_ADDRESSED = re.compile(r"\b(?:to|about|against|concerning|regarding)\s+(?:(?:the|his|her|its|their)\s+)?$")


def parts_of(scene: Scene, phrase: Phrase) -> list[Span]:
    """Return the parts of a phrase that joins several speakers; one body's name stays whole."""
    if _described_name(scene, phrase) is not None:
        return []
    whole = [mention.span for mention, _ in scene.cast.around(phrase.span)]
    # a mention with role and apposition may hold another: the state in "Peruvian president Ana Roe"
    found = [one for one, _ in scene.cast.at(phrase.span)]
    inside = [one for one in found if not any(span != one.span and meets(one.core, span) for span in whole)]
    hulls = [(max(m.span[0], phrase.span[0]), min(m.span[1], phrase.span[1])) for m in inside]
    if _are_listed(scene, hulls):
        return hulls
    parts = joined(phrase)
    return [] if any(sum(meets(part, hull) for part in parts) > 1 for hull in hulls) else parts


def _are_listed(scene: Scene, hulls: list[Span]) -> bool:
    """Whether nothing but commas and "and" stands between names."""
    gaps = [scene.text((before[1], after[0])).strip() for before, after in pairwise(hulls)]
    return all(map(_GAP.fullmatch, gaps)) and re.search(r"and|&|as well", "".join(gaps)) is not None


def named(scene: Scene, phrase: Phrase) -> Actor | None:
    """Return the actor whom a name in the phrase makes its speaker.

    Of namesakes it is the one who spoke last, unless another who spoke has had the bare surname before.
    """
    found = _named(scene, phrase)
    if found is None or found.form != "person" or len(phrase.tokens) > 1:
        return found
    alike = scene.cast.namesakes(phrase.low, phrase.at)
    kept = scene.cast.surnames.get(phrase.low) is found and scene.has_spoken(found)
    spoke = scene.spoken_before(phrase.at) if len(alike) > 1 and not kept else []
    heard = (only(list(one.actors)) for one in spoke)
    return next((one for one in heard if one in alike), found)


def _named(scene: Scene, phrase: Phrase) -> Actor | None:
    head = phrase.noun
    person = _person(scene, phrase)
    if person is not None:
        return person
    if head in words("roles", "transparent") | words("roles", "carriers"):
        return _behind(scene, phrase)
    if role_family(singular(head)) == "spokesperson":
        return None
    return _described_name(scene, phrase) or (None if phrase.nationals else _held(scene, phrase))


def _held(scene: Scene, phrase: Phrase) -> Actor | None:
    """Return whose name holds the head of the phrase, or is the only one in it when a name heads it."""
    inside = scene.cast.at(phrase.span)
    at = phrase.at - 2 if phrase.head.is_digit else phrase.at  # "Dock Workers Local 12"
    holding = [pair for pair in inside if pair[0].core[0] <= at < pair[0].core[1]]
    of_people = phrase.noun in words("roles", "belonging")  # "the Ohio Democrat"
    if of_people:
        return None if phrase.the_one else fullest(holding)  # "the Liberal", of somebody named
    headed = phrase.head.tag_ == "NNP" and role_family(singular(phrase.noun)) is None
    return fullest(holding) or (inside[0][1] if headed and len(inside) == 1 else None)


def _behind(scene: Scene, phrase: Phrase) -> Actor | None:
    """Return who is named with what only carries words: "Lund's statement", "members of the union"."""
    owners = (pair for pair in scene.cast.at(phrase.span) if _is_theirs(scene, phrase, pair[0]))
    return fullest(pair for pair in owners if fold(pair[0].name) not in words("media", "platforms"))


def _is_theirs(scene: Scene, phrase: Phrase, name: Mention) -> bool:
    """Whether a name is whose words or leaders these are: "Ohio Republican leaders" are not Ohio's."""
    if phrase.noun in words("roles", "carriers"):
        return not is_addressed(scene, name)
    gap = scene.text((name.core[1], phrase.at)).strip()
    return name.core[0] > phrase.at or gap in {"", "'s", "’s", "'", "’"}


def _person(scene: Scene, phrase: Phrase) -> Actor | None:
    """Return the person whose name, role or apposition holds the head of the phrase."""
    around = scene.cast.around(phrase.span)
    holding = (pair for pair in around if pair[0].span[0] <= phrase.at < pair[0].span[1])
    return next((actor for mention, actor in holding if mention.form == "person"), None)


def _described_name(scene: Scene, phrase: Phrase) -> Actor | None:
    """Return the name that ends the phrase and that all before it describes.

    "The state news agency Xinhua", "the owner, Acme", "director for the School of Law, Jane Roe": a
    common noun in the singular stands directly before the name, or a comma and before it one thing alone.
    Behind a person's name an age or a place may follow: "her nephew, Dan Roe, 32, of Arden".
    """
    inside = [(one.core[1], one.form == "person", (one, who)) for one, who in scene.cast.at(phrase.span)]
    last = phrase.span[1] - 1
    ending = [
        pair for at, person, pair in inside if at >= last or (person and scene.text((at, at + 1)) == ",")
    ]
    if not ending:
        return None
    mention, actor = ending[0]
    start = max(mention.span[0], phrase.span[0]) if mention.form == "person" else mention.core[0]
    before = [token for token in phrase.tokens if token.idx + len(token) <= start - phrase.offset]
    single = phrase.low.startswith("one of ")  # "one of its rivals, Acme"
    if (mention.form == "person" or single) and _is_set_off(before):
        describes = single or not phrase.plural
    else:
        describes = _is_one_noun(before)
    return actor if describes else None


def _is_set_off(before: Sequence[Token]) -> bool:
    """Whether a comma and only what describes stand before a name: "Its chair, the judge"."""
    last = max((place for place, token in enumerate(before) if token.text == ","), default=None)
    return last is not None and all(
        one.pos_ in {"DET", "ADJ", "NOUN", "PROPN", "PUNCT"} for one in before[last:]
    )


def _is_one_noun(tokens: Sequence[Token]) -> bool:
    """Whether words, but for a comma at their end, are a singular noun and what is before it, unlinked."""
    noun = tokens[:-1] if tokens and tokens[-1].text == "," else tokens
    apart = {"ADP", "PRON", "PUNCT"}
    linked = any((one.pos_ in apart and one.tag_ != "PRP$") or one.tag_ == "NNS" for one in noun)
    return bool(noun) and noun[-1].tag_ == "NN" and not linked


def is_addressed(scene: Scene, mention: Mention) -> bool:
    """Whether a document is to, about or against a name: "a letter to Lund", "the lawsuit against Acme"."""
    return _ADDRESSED.search(scene.text((max(0, mention.span[0] - 30), mention.span[0]))) is not None


def fullest(found: Iterable[Pair]) -> Actor | None:
    """Return the actor with the longest name, if there is one; a bare state comes last."""
    fullness = {actor: (one.form != "state", one.core[1] - one.core[0]) for one, actor in found}
    return max(fullness, key=lambda actor: fullness[actor], default=None)
