"""When a statement was made and when what it tells happened, each with its basis in words.

A date is taken only from words that belong to the cue (said) or to the main event of the
content (happened). What the text leaves open stays None: a claim made at an unknown time is
not given the article's own date here.
"""

from claimgraph.extract.grammar.tree import ANY_SUBJECT, children
from claimgraph.extract.parse import Article, Paragraph
from claimgraph.extract.times.attachment import (
    Placed,
    cue_head,
    direction_of,
    main_verb,
    placed,
    reporting_lemmas,
    reporting_verb,
    sharing_subject,
    takes_up,
)
from claimgraph.extract.times.calendar import Anchor, Direction, common_prefix, resolve
from claimgraph.extract.tokens import Token, Tokens
from claimgraph.lexicon import words
from claimgraph.model import Dated, Span

_NOT_STATED = Dated(date=None, basis="not stated")


class Times:
    """The dates of one article's claims. Built once per article; holds no state besides it."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._anchor = Anchor.of(article.source.published.date)
        self._found: dict[int, list[Placed]] = {}

    def said(self, cue: Span | None, mention: Span | None, content: tuple[Span, ...]) -> Dated:
        """Return when the statement was made.

        Taken from words with the cue, else carried from the statement before when the
        speaker is only taken up again ("it added"). Never the publication date by default.

        Args:
            cue: the words that attribute, or None for the article's own voice.
            mention: the words that name the speaker.
            content: what was said.
        """
        paragraph = self._article.paragraph_at(cue[0]) if cue is not None else None
        verb = cue_head(paragraph, cue) if paragraph is not None and cue is not None else None
        if cue is None or paragraph is None or verb is None:
            return _NOT_STATED
        found = self._of_verb(paragraph, verb, cue, content)
        return self._dated(found, "past") if found else self._carried(paragraph, verb, mention)

    def happened(self, content: tuple[Span, ...], cue: Span | None) -> Dated:
        """Return when the main event of the content happened, or None with the reason.

        A date that belongs to the cue, the words that attribute, is not the event's.
        """
        for span in content:
            paragraph = self._article.paragraph_at(span[0])
            dated = self._of_event(paragraph, span, cue) if paragraph is not None else None
            if dated is not None:
                return dated
        return _NOT_STATED

    def _of_event(self, paragraph: Paragraph, inside: Span, cue: Span | None) -> Dated | None:
        main = main_verb(paragraph, inside)
        verb = cue_head(paragraph, cue) if cue is not None else None
        near = [
            (distance, one.start, one)
            for one in self._placed(paragraph)
            if inside[0] <= one.start and one.end <= inside[1]
            if (distance := one.distance(main, verb, inside)) is not None
        ]
        if near:
            return self._event_date(min(near)[-1], direction_of(main))
        told = self._of_subject(paragraph, main) if main is not None else None
        return self._event_date(told, "past") if told is not None else None

    def _of_subject(self, paragraph: Paragraph, main: Token) -> Placed | None:
        """Return the time in the name of a subject that is what happened ("the 2011 flood killed 90")."""
        nouns = [*children(main, *ANY_SUBJECT), *([main.head] if main.dep_ == "relcl" else [])]
        calamities = {noun.i for noun in nouns if noun.lemma in words("times", "calamities")}
        found = (one for one in self._placed(paragraph) if one.modifies_noun)
        return next((one for one in found if one.head.head.i in calamities), None)

    def _placed(self, paragraph: Paragraph) -> list[Placed]:
        if paragraph.index not in self._found:
            self._found[paragraph.index] = placed(paragraph)
        return self._found[paragraph.index]

    def _dated(self, one: Placed, direction: Direction) -> Dated:
        date, reckoning = resolve(one.expression, self._anchor, direction)
        if date is None and not self._anchor.day:
            reckoning = "but the article's own date is not known to the day"
        told = " ".join(one.expression.text.split())
        mark = "," if reckoning.startswith("but") else ";"
        return Dated(date=date, basis=f"“{told}” in the text{mark} {reckoning}")

    def _event_date(self, one: Placed, direction: Direction) -> Dated:
        """Date an event; of a stretch that began then ("since 1994") only what its days share is known."""
        dated = self._dated(one, direction)
        if one.before != "since" or dated.date is None:
            return dated
        shared = common_prefix(dated.date, self._article.source.published.date or "")
        basis = f"“since {one.expression.text}” in the text: a stretch from then to publication"
        return Dated(date=shared, basis=basis)

    def _of_verb(
        self, paragraph: Paragraph, verb: Token, cue: Span, content: tuple[Span, ...]
    ) -> Placed | None:
        """Return the time that belongs to a cue, climbing to the verb it shares a subject with."""
        own = [one for one in self._placed(paragraph) if one.stands_in(verb.sent)]
        for current in sharing_subject(verb):
            reports = verb.tag_ in {"VB", "VBG"} or current.lemma in reporting_lemmas()
            if current == verb or reports:
                belonging = [one for one in own if one.belongs_to(current, content)]
                if belonging:
                    return min(belonging, key=lambda one: abs(one.start - cue[0]))
        return None

    def _carried(self, paragraph: Paragraph, verb: Token, mention: Span | None) -> Dated:
        """Carry the date of the statement before, where this one only takes its speaker up again."""
        current = sharing_subject(verb)[-1]
        for _ in range(3):
            before = self._statement_before(paragraph, current.sent)
            if before is None or not takes_up(paragraph, current, mention):
                break
            paragraph, current = before
            found = self._of_verb(paragraph, current, paragraph.span([current]), ())
            if found is not None:
                dated = self._dated(found, "past")
                return Dated(date=dated.date, basis=f"{dated.basis}, carried from the statement before")
            current, mention = sharing_subject(current)[-1], None
        return _NOT_STATED

    def _statement_before(self, paragraph: Paragraph, sentence: Tokens) -> tuple[Paragraph, Token] | None:
        """Return the nearest reporting verb before a sentence, in its paragraph or the last one's end."""
        earlier = [found for found in paragraph.doc.sents if found.end <= sentence.start][-1:]
        if not earlier and paragraph.index:
            paragraph = self._article.paragraphs[paragraph.index - 1]
            earlier = list(paragraph.doc.sents)
        verb = next((found for one in reversed(earlier) if (found := reporting_verb(one)) is not None), None)
        return (paragraph, verb) if verb is not None else None
