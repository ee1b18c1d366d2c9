"""When a statement was made and when what it tells happened, each with its basis in words.

A date is taken only from words that belong to the cue (said) or to the main event of the
content (happened). What the text leaves open stays None: a claim made at an unknown time is
not given the article's own date here.
"""

from typing import TYPE_CHECKING

from claimgraph.extract.grammar.tree import ANY_SUBJECT, children, lemma
from claimgraph.extract.parse import Article, Paragraph
from claimgraph.extract.times.attachment import (
    complement_distance,
    cue_head,
    dates_publication,
    direction_of,
    elaborates,
    event_in_time,
    governor_of,
    head_token,
    is_apart,
    is_background,
    is_fronted,
    is_near,
    main_verb,
    modifies_noun,
    outside_edge,
    reporting_lemmas,
    reporting_verb,
    shared_prefix,
    sharing_subject,
    subject_holder,
    takes_up,
)
from claimgraph.extract.times.calendar import Anchor, Direction, resolve
from claimgraph.extract.times.expressions import Expression, expressions
from claimgraph.lexicon import words
from claimgraph.model import Dated, Span

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token


class Times:
    """The dates of one article's claims. Built once per article; holds no state besides it."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._anchor = Anchor.of(article.source.published.date)
        self._found: dict[int, list[Expression]] = {}

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
            return Dated(date=None, basis="not stated")
        own = [self._local(paragraph, span) for span in content]
        expression = self._of_verb(paragraph, verb, own, self._local(paragraph, cue))
        if expression is not None:
            return self._dated(expression, "past")
        return self._carried(paragraph, verb, mention)

    def happened(self, content: tuple[Span, ...], cue: Span | None) -> Dated:
        """Return when the main event of the content happened, or None with the reason.

        Args:
            content: the words claimed.
            cue: the words that attribute; a date that belongs to them is not the event's.
        """
        for span in content:
            paragraph = self._article.paragraph_at(span[0])
            if paragraph is None:
                continue
            inside = self._local(paragraph, span)
            verb = cue_head(paragraph, cue) if cue is not None else None
            candidates = [
                (rank, expression)
                for expression in self._expressions(paragraph)
                if inside[0] <= expression.start and expression.end <= inside[1]
                if (rank := self._rank(paragraph, expression, inside, verb)) is not None
            ]
            if candidates:
                _, expression = min(candidates, key=lambda pair: (pair[0], pair[1].start))
                main = main_verb(paragraph, inside)
                return self._event_date(paragraph, expression, direction_of(main))
            if (history := self._of_subject(paragraph, inside)) is not None:
                return self._event_date(paragraph, history, "past")
        return self._of_sentence_before(content)

    def _of_sentence_before(self, content: tuple[Span, ...]) -> Dated:
        """Return the date of the sentence before, where the content goes on about it ("It killed …")."""
        unknown = Dated(date=None, basis="not stated")
        paragraph = self._article.paragraph_at(content[0][0])
        first = next(iter(paragraph.tokens(*content[0])), None) if paragraph is not None else None
        if paragraph is None or first is None or first.lower_ not in words("times", "going_on"):
            return unknown
        if first.i != first.sent.start or not first.i:
            return unknown
        before = paragraph.doc[first.i - 1].sent
        found = self._expressions(paragraph)
        told = [one for one in found if before.start_char <= one.start < before.end_char]
        if len(told) != 1 or is_background(paragraph, told[0]):
            return unknown
        dated = self._event_date(paragraph, told[0], "past")
        return dated.model_copy(update={"basis": f"{dated.basis}, in the sentence before"})

    def _of_subject(self, paragraph: Paragraph, inside: Span) -> Expression | None:
        """Return the time in the name of a subject that is what happened ("the 2011 flood killed 90")."""
        main = main_verb(paragraph, inside)
        if main is None:
            return None
        nouns = [*children(main, *ANY_SUBJECT), *([main.head] if main.dep_ == "relcl" else [])]
        calamities = {noun.i for noun in nouns if lemma(noun) in words("times", "calamities")}
        for expression in self._expressions(paragraph):
            token = head_token(paragraph, expression)
            if token is not None and modifies_noun(paragraph, expression) and token.head.i in calamities:
                return expression
        return None

    def _expressions(self, paragraph: Paragraph) -> list[Expression]:
        if paragraph.index not in self._found:
            self._found[paragraph.index] = expressions(paragraph.text)
        return self._found[paragraph.index]

    @staticmethod
    def _local(paragraph: Paragraph, span: Span) -> Span:
        return (span[0] - paragraph.start, span[1] - paragraph.start)

    def _dated(self, expression: Expression, direction: Direction) -> Dated:
        date, reckoning = resolve(expression, self._anchor, direction)
        words = " ".join(expression.text.split())
        if date is None and self._anchor.exact is None:
            return Dated(
                date=None, basis=f"“{words}” in the text, but the article's own date is not known to the day"
            )
        return Dated(date=date, basis=f"“{words}” in the text; {reckoning}")

    def _event_date(self, paragraph: Paragraph, expression: Expression, direction: Direction) -> Dated:
        """Date an event; of a stretch that began then ("since 1994") only what its days share is known."""
        dated = self._dated(expression, direction)
        since = paragraph.text[max(0, expression.start - 12) : expression.start].lower().split()
        if not since or since[-1] != "since" or dated.date is None:
            return dated
        shared = shared_prefix(dated.date, self._article.source.published.date or "")
        basis = f"“since {expression.text}” in the text: a stretch from then to publication"
        return Dated(date=shared, basis=basis)

    def _of_verb(
        self, paragraph: Paragraph, verb: "Token", content: list[Span], cue: Span
    ) -> Expression | None:
        """Return the time expression that belongs to a cue, climbing to the verb it shares a subject with."""
        sentence = verb.sent
        for current in sharing_subject(verb):
            if (
                current != verb
                and verb.tag_ not in {"VB", "VBG"}
                and lemma(current) not in reporting_lemmas()
            ):
                continue
            belonging = [
                expression
                for expression in self._expressions(paragraph)
                if sentence.start_char <= expression.start < sentence.end_char
                if self._belongs(paragraph, expression, current, content)
            ]
            if belonging:
                return min(belonging, key=lambda found: abs(found.start - cue[0]))
        return None

    def _belongs(
        self, paragraph: Paragraph, expression: Expression, verb: "Token", content: list[Span]
    ) -> bool:
        """Tell whether an expression dates the cue verb."""
        if is_background(paragraph, expression):
            return False
        inside = any(start <= expression.start < end for start, end in content)
        governor = governor_of(paragraph, expression)
        if governor is not None and governor.i == verb.i:
            within = any(start <= verb.idx < end for start, end in content)
            return not inside or within or outside_edge(expression, content)
        public = dates_publication(paragraph, expression, verb)
        if inside:
            return expression.end <= verb.idx and public
        earlier = governor is not None and governor.i < verb.i and governor.pos_ == "VERB"
        return public or (not earlier and is_near(paragraph, expression, verb))

    def _carried(self, paragraph: Paragraph, verb: "Token", mention: Span | None) -> Dated:
        """Carry the date of the statement before, where this one only takes its speaker up again."""
        nothing = Dated(date=None, basis="not stated")
        current = subject_holder(verb)
        for _ in range(3):
            before = self._statement_before(paragraph, current.sent)
            if before is None or not (
                takes_up(paragraph, current, mention) or elaborates(current, before[1])
            ):
                return nothing
            paragraph, current = before
            expression = self._of_verb(paragraph, current, [], (current.idx, current.idx + len(current)))
            if expression is not None:
                dated = self._dated(expression, "past")
                return Dated(date=dated.date, basis=f"{dated.basis}, carried from the statement before")
            current, mention = subject_holder(current), None
        return nothing

    def _statement_before(
        self, paragraph: Paragraph, sentence: "Sentence"
    ) -> "tuple[Paragraph, Token] | None":
        """Return the nearest reporting verb before a sentence, in its paragraph or the last one's end."""
        earlier = [found for found in paragraph.doc.sents if found.end <= sentence.start]
        if earlier or not paragraph.index:
            verb = reporting_verb(earlier[-1]) if earlier else None
            return (paragraph, verb) if verb is not None else None
        previous = self._article.paragraphs[paragraph.index - 1]
        found = (reporting_verb(one) for one in reversed(list(previous.doc.sents)))
        verb = next((one for one in found if one is not None), None)
        return (previous, verb) if verb is not None else None

    def _rank(
        self, paragraph: Paragraph, expression: Expression, inside: Span, cue: "Token | None"
    ) -> int | None:
        """Return how directly an expression dates the main event (0 best), or None when it does not."""
        main = main_verb(paragraph, inside)
        governor = governor_of(paragraph, expression)
        if is_apart(paragraph, expression):
            return None
        if main is None or governor is None:
            return 1 if main is None and not modifies_noun(paragraph, expression) else None
        if cue is not None and governor.i == cue.i:
            return 0 if is_fronted(paragraph, expression, inside) else None
        if modifies_noun(paragraph, expression) and not event_in_time(paragraph, expression):
            return None
        return 0 if governor.i == main.i else complement_distance(governor, main)
