"""Who speaks: each attribution's source is read as a phrase and given to actors of the cast."""

import re
from collections.abc import Sequence

from claimgraph.extract.engines import Attribution
from claimgraph.extract.parse import Article
from claimgraph.extract.speakers import anaphora
from claimgraph.extract.speakers.cast import Actor, Cast, institution_words
from claimgraph.extract.speakers.mentions import Mention, sides_under
from claimgraph.extract.speakers.phrases import PARTIES, PARTIES_ROLE, RELATIVE, WE, Phrase, joined, phrase_at
from claimgraph.extract.speakers.vocabulary import fold, role_family, singular
from claimgraph.lexicon import words
from claimgraph.lexicon.sides import name_of_side, side_kind, side_of
from claimgraph.model import Span

Answer = tuple[list[Actor], str | None]
"""The actors, or none and the reason."""

_OPENING = "\"“‘'"


class Resolver:
    """Resolves the sources of one article in text order, remembering who spoke."""

    def __init__(self, article: Article, cast: Cast, attributions: Sequence[Attribution]) -> None:
        self.article = article
        self.cast = cast
        self.attributions = attributions
        self.spoken: list[tuple[int, list[Actor]]] = []
        self.answers: dict[int, Answer] = {}

    def run(self) -> list[Answer]:
        """Return the answer for each attribution, in the order given."""
        order = sorted(range(len(self.attributions)), key=lambda index: _position(self.attributions[index]))
        for index in order:
            answer = self._answer(index)
            self.answers[index] = answer
            if answer[0]:
                self.spoken.append((_position(self.attributions[index]), answer[0]))
        return [self.answers[index] for index in range(len(self.attributions))]

    def via(self, attribution: Attribution) -> list[Actor]:
        """Return the actors through whom a statement came."""
        return [actor for span in attribution.via for actor in self.actors_at(span, attribution)[0]]

    def _answer(self, index: int) -> Answer:
        attribution = self.attributions[index]
        if attribution.source:
            span = (attribution.source[0][0], attribution.source[-1][1])
            if span[1] - span[0] > 2 * sum(end - start for start, end in attribution.source) + 40:
                span = attribution.source[0]
            phrase = phrase_at(self.article, span)
            if phrase is not None and phrase.low in WE and attribution.parent is not None:
                return self.answers.get(attribution.parent, ([], "the text names nobody"))
            return self.actors_at(span, attribution)
        if not attribution.cue and attribution.content:
            return self._continued(attribution)
        return [], "the text names nobody"

    def _continued(self, attribution: Attribution) -> Answer:
        """Give a quotation without a speaker to whom the paragraph has just quoted."""
        start = attribution.content[0][0]
        text, paragraph = self.article.source.text, self.article.paragraph_at(start)
        quoted = text[start : start + 1] in _OPENING or text[max(0, start - 1) : start] in _OPENING
        if paragraph is None or not quoted:
            return [], None
        earlier = [actors for at, actors in self.spoken if paragraph.start <= at < start]
        return (earlier[-1], None) if earlier else ([], None)

    def actors_at(self, span: Span, attribution: Attribution) -> Answer:
        """Return the actors that a source's span names."""
        phrase = phrase_at(self.article, span)
        if phrase is None:
            return [], "the source holds no word"
        parties = self._parties(phrase)
        if parties is not None:
            return parties
        parts = self._parts(phrase)
        if len(parts) > 1:
            return self._several(parts, attribution)
        return self._one(phrase, attribution)

    def _several(self, parts: list[Span], attribution: Attribution) -> Answer:
        found: list[Actor] = []
        for part in parts:
            phrase = phrase_at(self.article, part)
            if phrase is not None:
                found.extend(actor for actor in self._one(phrase, attribution)[0] if actor not in found)
        return (found, None) if found else ([], "none of those named together could be told")

    def _parts(self, phrase: Phrase) -> list[Span]:
        """Return the parts of a phrase that joins several speakers; one body's name stays whole."""
        inside = [mention for mention, _ in self.cast.at(phrase.span) if not self._nested(mention, phrase)]
        hulls = [(max(m.span[0], phrase.span[0]), min(m.span[1], phrase.span[1])) for m in inside]
        text = self.article.source.text
        gaps = [text[a[1] : b[0]].strip() for a, b in zip(hulls, hulls[1:], strict=False)]
        if len(hulls) > 1 and all(re.fullmatch(r",|,?\s*and(?:\s+the)?|&|,\s*the", gap) for gap in gaps):
            if any("and" in gap or gap == "&" for gap in gaps):
                return hulls
        parts = joined(self.article, phrase)
        whole = [
            m
            for m, _ in self.cast.at(phrase.span)
            if sum(m.core[0] <= part[0] and part[1] <= m.core[1] for part in parts) > 1
        ]
        return [] if whole else parts

    def _nested(self, mention: Mention, phrase: Phrase) -> bool:
        """Whether a mention lies within the hull of another of the same phrase."""
        return any(
            other is not mention
            and other.span[0] <= mention.core[0]
            and mention.core[1] <= other.span[1]
            and other.span != mention.span
            for other, _ in self.cast.around(phrase.span)
        )

    def _parties(self, phrase: Phrase) -> Answer | None:
        """Read "both sides", "the two countries", "the countries' foreign ministers"."""
        role = PARTIES_ROLE.match(phrase.text.strip())
        match = PARTIES.match(phrase.text.strip())
        both = phrase.low in {"both", "each"}
        if not role and not both and not match:
            return None
        if (
            match
            and not role
            and re.match(
                r"the\s+(?:country|nation|government|party|company|side|team|club)$",
                phrase.text,
                re.IGNORECASE,
            )
        ):
            return None
        two = anaphora.two_parties(self.cast, self.article, self.spoken, phrase.at)
        if not two:
            return [], f"“{phrase.text}”: the text does not make clear which two"
        if role:
            return [
                self._role_holder(actor.side, singular(role["role"])) for actor in two if actor.side
            ], None
        return two, None

    def _one(self, phrase: Phrase, attribution: Attribution) -> Answer:
        word = fold(phrase.text)
        if phrase.head.pos_ == "PRON" or word in anaphora.PRONOUNS:
            return self._pronoun(phrase, word, attribution)
        named = self._named(phrase)
        if named is not None:
            return [named], None
        return self._described(phrase)

    def _pronoun(self, phrase: Phrase, word: str, attribution: Attribution) -> Answer:
        if word in RELATIVE:
            verb = phrase.head.head
            while verb.dep_ not in {"relcl", "ROOT"} and verb.head is not verb:
                verb = verb.head
            paragraph = self.article.paragraph_at(phrase.at)
            if verb.dep_ == "relcl" and paragraph is not None:
                kept = [token for token in verb.head.subtree if token.i < phrase.head.i]
                if kept:
                    return self.actors_at(paragraph.span(kept), attribution)
            return [], "a relative pronoun without a clear antecedent"
        return anaphora.pronoun(self.cast, self.article, self.spoken, word, phrase.at)

    def _named(self, phrase: Phrase) -> Actor | None:
        """Return the actor whom a name in the phrase makes its speaker."""
        around = self.cast.around(phrase.span)
        family = role_family(singular(phrase.head.lemma_.lower())) or role_family(phrase.head.lower_)
        inside = [
            (m, actor) for m, actor in around if m.core[0] >= phrase.span[0] and m.core[1] <= phrase.span[1]
        ]
        for mention, actor in around:
            if (
                mention.form == "person"
                and mention.span[0] <= phrase.at < mention.span[1]
                and not self._owns(mention, phrase)
            ):
                return actor
        head = phrase.head.lower_
        if family == "spokesperson" and not (head in words("roles", "transparent") and phrase.plural):
            return None
        if head in words("roles", "carriers") or head in words("roles", "transparent"):
            owners = [(m, actor) for m, actor in inside if m.form != "outlet" or len(inside) == 1]
            return self._fullest(owners) if owners and head != "side" or len(owners) == 1 else None
        holding = [(m, actor) for m, actor in inside if m.core[0] <= phrase.at < m.core[1]]
        return self._fullest(holding) if holding else self._only_name(phrase, inside)

    def _owns(self, mention: Mention, phrase: Phrase) -> bool:
        """Whether the person's name only owns the phrase's head ("Roe's lawyer")."""
        return (
            mention.core[1] <= phrase.at
            and self.article.source.text[mention.core[1] : mention.core[1] + 1] in "'’"
        )

    @staticmethod
    def _fullest(found: list[tuple[Mention, Actor]]) -> Actor:
        return max(found, key=lambda pair: (pair[0].form != "state", pair[0].core[1] - pair[0].core[0]))[1]

    def _only_name(self, phrase: Phrase, inside: list[tuple[Mention, Actor]]) -> Actor | None:
        """Return the one actor when the phrase is nothing but a name and its attributes."""
        if len(inside) == 1 and phrase.head.pos_ == "PROPN" and not phrase.plural:
            return inside[0][1]
        return None

    def _described(self, phrase: Phrase) -> Answer:
        """Return whoever a phrase without a name describes."""
        head, side = phrase.head.lower_, side_of(phrase.text)
        steps = (self._as_spokesperson, self._as_carrier, self._as_authority, self._as_role, self._as_body)
        for step in steps:
            answer = step(phrase, head, side)
            if answer is not None:
                return answer
        if phrase.head.pos_ not in {"NOUN", "PROPN", "NUM", "ADJ"}:
            return [], f"“{phrase.text}” names nobody"
        return [self._unnamed(phrase, side)], None

    def _as_spokesperson(self, phrase: Phrase, head: str, side: str | None) -> Answer | None:
        if role_family(singular(head)) != "spokesperson":
            return None
        owners = [(m, actor) for m, actor in self.cast.at(phrase.span) if m.form != "outlet"]
        owner = self._fullest(owners) if owners else anaphora.last_body(self.cast, self.spoken, phrase.at)
        if owner is None:
            return [self._unnamed(phrase, side)], None
        actor = self.cast.local(
            "person", f"{head} of {owner.name}", f"{owner.form}:{owner.key}:{singular(head)}", owner.side
        )
        actor.role, actor.family, actor.spokesperson_of = head, "spokesperson", owner
        actor.add(phrase.text, phrase.span, f"“{phrase.text}” speaks for “{owner.name}”")
        return [actor], None

    def _as_carrier(self, phrase: Phrase, head: str, _side: str | None) -> Answer | None:
        if head not in words("roles", "carriers") or not phrase.definite:
            return None
        issuer = anaphora.issuer(self.cast, self.spoken, phrase.at)
        if issuer is None:
            return [], f"“{phrase.text}”: nobody before it issued one"
        issuer.add(phrase.text, phrase.span, f"“{phrase.text}” carries the words of “{issuer.name}”")
        return [issuer], None

    def _as_authority(self, phrase: Phrase, head: str, side: str | None) -> Answer | None:
        """Read "the Fijian side", "Abkhaz separatists": whoever rules a territory is its voice."""
        own = side or (sides_under(phrase.text)[-1:] or [None])[0]
        if own is None:
            return None
        rulers = head in words("institutions", "state") or head in words("roles", "transparent")
        breakaway = (
            head in {"separatists", "rebels", "separatist", "insurgents"} and side_kind(own) == "territory"
        )
        if not rulers and not breakaway:
            return None
        actor = self.cast.state(own)
        actor.add(phrase.text, phrase.span, f"“{phrase.text}” speaks as {name_of_side(own)}")
        return [actor], None

    def _as_role(self, phrase: Phrase, head: str, side: str | None) -> Answer | None:
        family = role_family(singular(head))
        if family is None or phrase.plural:
            return None
        role = anaphora.role_words(phrase)
        if side is not None and family in {"official", "member", "prosecution"}:
            return [self._role_holder(side, role)], None
        if not phrase.definite:
            return None
        known = anaphora.by_role(self.cast, role, phrase.at)
        if known is None:
            return None
        known.add(phrase.text, phrase.span, f"“{phrase.text}” is the nearest earlier {head}, “{known.name}”")
        return [known], None

    def _role_holder(self, side: str | None, role: str) -> Actor:
        """Return who holds an office of a side; unnamed, when the article names nobody."""
        known = self.cast.holder(side, role)
        if known is not None:
            known.evidence.append(f"holds the office “{role}” of {name_of_side(side or '') or side}")
            return known
        office = " ".join(word.capitalize() for word in role.split())
        actor = self.cast.office(side or "", office)
        actor.family = role_family(role.split()[-1]) or "official"
        return actor

    def _as_body(self, phrase: Phrase, head: str, side: str | None) -> Answer | None:
        """Read "the ministry", "the company", "the country": the nearest that can be called so."""
        if side is not None and head in words("institutions", "heads"):
            return None
        if not phrase.definite:
            return None
        wanted = institution_words(phrase.low, drop_sides=False)
        known = anaphora.by_kind(self.cast, self.spoken, head, wanted, phrase.at)
        if known is None:
            return None
        known.add(phrase.text, phrase.span, f"“{phrase.text}” is the nearest earlier {head}, “{known.name}”")
        return [known], None

    def _unnamed(self, phrase: Phrase, side: str | None) -> Actor:
        """Return somebody without a name; the same words again in this article mean the same."""
        head = phrase.head.lower_
        sides = sides_under(phrase.text)
        detail = re.sub(r"^(?:some|many|several|most|other|these|those)\s+", "", phrase.low)
        single = (
            not phrase.plural
            and not phrase.definite
            and head not in words("roles", "groups")
            and head != "police"
        )
        if single:
            detail = f"{detail}@{phrase.at}"
        own_voice = role_family(singular(head)) == "own_voice" or head in {
            "media",
            "press",
            "reports",
            "report",
            "witnesses",
            "residents",
        }
        actor = self.cast.local(
            "group",
            phrase.text,
            detail,
            None if own_voice else side or (sides[0] if len(sides) == 1 else None),
        )
        actor.family = actor.family or role_family(singular(head)) or role_family(head)
        actor.head, actor.plural = head, phrase.plural
        actor.add(phrase.text, phrase.span, None)
        return actor


def _position(attribution: Attribution) -> int:
    spans = attribution.source or attribution.cue or attribution.content
    return spans[0][0] if spans else 0
