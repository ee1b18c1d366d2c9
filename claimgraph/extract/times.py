"""When a statement was made and when what it tells happened, each with its basis in words.

A date is taken only from words that belong to the cue (said) or to the main event of the
content (happened). What the text leaves open stays None: a claim made at an unknown time is
not given the article's own date here.
"""

from typing import TYPE_CHECKING

from claimgraph.extract.calendar_words import Anchor, Direction, Expression, expressions, resolve
from claimgraph.extract.parse import Article, Paragraph
from claimgraph.lexicon import table
from claimgraph.lexicon.sides import side_of
from claimgraph.model import Dated, Span

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

_VERBAL = frozenset({"VERB", "AUX"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_CARRIED = frozenset({"prep", "pobj", "npadvmod", "advmod", "nummod", "amod", "compound", "nmod", "appos", "pcomp", "tmod", "dep", "poss", "det", "punct", "quantmod", "case", "attr", "dobj", "nsubj"})  # fmt: skip
_OWN_SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_FUTURE = frozenset({"will", "shall", "'ll", "’ll", "would"})
_PLANNED = frozenset({"expect", "schedule", "plan", "due", "set", "intend"})
_MADE_PUBLIC = frozenset({"air", "broadcast", "publish", "post", "release", "issue", "speak", "talk", "address", "write", "testify", "appear", "circulate", "print", "record", "date", "conduct", "give", "hold", "report", "quote", "read", "tweet", "upload"})  # fmt: skip
"""Verbs of making a statement public: "in an interview aired Thursday", "speaking on Friday"."""
_PRONOUNS = frozenset({"he", "she", "it", "they", "i", "we"})
_ECHOES = frozenset({"statement", "spokesman", "spokeswoman", "spokesperson", "report", "letter", "ministry", "official", "officials", "company", "police", "president", "minister", "agency", "court", "prosecutor", "prosecutors", "government", "army", "military", "department", "office", "governor", "mayor", "document", "filing", "post", "communique"})  # fmt: skip
_SAME_BREATH = frozenset({"also", "then", "added", "add"})
_CALAMITIES = frozenset({"war", "conflict", "battle", "fighting", "clash", "campaign", "accident", "disaster", "revolt", "uprising", "coup", "storm", "hurricane", "typhoon", "cyclone", "tornado", "wildfire", "fire", "famine", "epidemic", "outbreak", "pandemic", "eruption", "riot", "crash", "collapse", "quake", "earthquake", "tremor", "temblor", "tsunami", "flood", "landslide", "avalanche", "blast", "explosion", "bombing", "attack", "shooting", "massacre", "genocide", "killing", "raid", "invasion", "strike", "derailment", "drought", "heatwave"})  # fmt: skip
"""Nouns whose own year is the year of what is told of them."""
_EVENTS_IN_TIME = _CALAMITIES | {"operation", "incident", "crisis", "election", "referendum", "protest", "trial", "vote", "census", "survey", "season", "tournament", "summit"}  # fmt: skip
"""Nouns that, after "in" or "during", say when something happened ("in the 2011 census")."""
_MAX_CLIMB = 6


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
        if cue is None:
            return Dated(date=None, basis="not stated")
        paragraph = self._article.paragraph_at(cue[0])
        if paragraph is None:
            return Dated(date=None, basis="not stated")
        verb = _cue_head(paragraph, cue)
        if verb is None:
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
            verb = _cue_head(paragraph, cue) if cue is not None else None
            candidates = [
                (rank, expression)
                for expression in self._expressions(paragraph)
                if inside[0] <= expression.start and expression.end <= inside[1]
                if (rank := self._rank(paragraph, expression, inside, verb)) is not None
            ]
            if candidates:
                _, expression = min(candidates, key=lambda pair: (pair[0], pair[1].start))
                main = _main_verb(paragraph, inside)
                return self._event_date(paragraph, expression, _direction(main))
            if (history := self._of_subject(paragraph, inside)) is not None:
                return self._event_date(paragraph, history, "past")
        return Dated(date=None, basis="not stated")

    def _of_subject(self, paragraph: Paragraph, inside: Span) -> Expression | None:
        """Return the time in the name of a subject that is itself what happened ("the 2011 flood killed 90")."""
        main = _main_verb(paragraph, inside)
        if main is None:
            return None
        nouns = [child for child in main.children if child.dep_ in _OWN_SUBJECT]
        if main.dep_ == "relcl":
            nouns.append(main.head)
        calamities = {noun.i for noun in nouns if noun.lemma_.lower() in _CALAMITIES}
        for expression in self._expressions(paragraph):
            token = _head_token(paragraph, expression)
            if token is not None and _modifies_noun(paragraph, expression) and token.head.i in calamities:
                return expression
        return None

    def _expressions(self, paragraph: Paragraph) -> list[Expression]:
        if paragraph.index not in self._found:
            self._found[paragraph.index] = expressions(paragraph.doc.text)
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
        since = paragraph.doc.text[max(0, expression.start - 12) : expression.start].lower().split()
        if not since or since[-1] != "since" or dated.date is None:
            return dated
        shared = _shared_prefix(dated.date, self._article.source.published.date or "")
        basis = f"“since {expression.text}” in the text: a stretch from then to publication"
        return Dated(date=shared, basis=basis)

    def _of_verb(
        self, paragraph: Paragraph, verb: "Token", content: list[Span], cue: Span
    ) -> Expression | None:
        """Return the time expression that belongs to a cue, climbing to the verb it shares a subject with."""
        sentence = verb.sent
        reporting = _reporting()
        for current in _sharing(verb):
            if current != verb and verb.tag_ != "VB" and current.lemma_.lower() not in reporting:
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
        if _background(paragraph, expression):
            return False
        inside = any(start <= expression.start < end for start, end in content)
        governor = _governor(paragraph, expression)
        if governor is not None and governor.i == verb.i:
            return (
                not inside
                or any(start <= verb.idx < end for start, end in content)
                or _outside_edge(expression, content)
            )
        if inside:
            return expression.end <= verb.idx and _publishing(paragraph, expression, verb)
        return _near(paragraph, expression, verb) or _publishing(paragraph, expression, verb)

    def _carried(self, paragraph: Paragraph, verb: "Token", mention: Span | None) -> Dated:
        """Carry the date of the statement before, where this one only takes its speaker up again."""
        nothing = Dated(date=None, basis="not stated")
        current = _subject_holder(verb)
        for _ in range(3):
            before = self._statement_before(paragraph, current.sent)
            if before is None or not (
                _takes_up(paragraph, current, mention) or _elaborates(current, before[1])
            ):
                return nothing
            paragraph, current = before
            expression = self._of_verb(paragraph, current, [], (current.idx, current.idx + len(current)))
            if expression is not None:
                dated = self._dated(expression, "past")
                return Dated(date=dated.date, basis=f"{dated.basis}, carried from the statement before")
            current, mention = _subject_holder(current), None
        return nothing

    def _statement_before(
        self, paragraph: Paragraph, sentence: "Sentence"
    ) -> "tuple[Paragraph, Token] | None":
        """Return the nearest reporting verb before a sentence, in its paragraph or the last one's end."""
        cues = _reporting()
        earlier = [found for found in paragraph.doc.sents if found.end <= sentence.start]
        if earlier:
            verb = _reporting_verb(earlier[-1], cues)
            return (paragraph, verb) if verb is not None else None
        position = self._article.paragraphs.index(paragraph)
        if position == 0:
            return None
        previous = self._article.paragraphs[position - 1]
        for found in reversed(list(previous.doc.sents)):
            verb = _reporting_verb(found, cues)
            if verb is not None:
                return previous, verb
        return None

    def _rank(
        self, paragraph: Paragraph, expression: Expression, inside: Span, cue: "Token | None"
    ) -> int | None:
        """Return how directly an expression dates the main event (0 best), or None when it does not."""
        main = _main_verb(paragraph, inside)
        governor = _governor(paragraph, expression)
        if main is None or governor is None:
            return 1 if main is None and not _modifies_noun(paragraph, expression) else None
        if cue is not None and governor.i == cue.i and not _outside_of(cue, inside):
            return 0
        if cue is not None and governor.i == cue.i:
            return 0 if _fronted(paragraph, expression, inside) else None
        if _modifies_noun(paragraph, expression) and not _event_in_time(paragraph, expression):
            return None
        if governor.i == main.i:
            return 0
        return _chain(governor, main)


def _shared_prefix(first: str, last: str) -> str | None:
    """Return what two prefix dates share, part by part."""
    shared: list[str] = []
    for a, b in zip(first.split("-"), last.split("-"), strict=False):
        if a != b:
            break
        shared.append(a)
    return "-".join(shared) or None


def _cue_head(paragraph: Paragraph, cue: Span) -> "Token | None":
    """Return the token of the cue that governs the others, a verb where there is one."""
    tokens = paragraph.tokens(*cue)
    if not tokens:
        return None
    indices = {token.i for token in tokens}
    verbs = [token for token in tokens if token.pos_ == "VERB"] or [
        token for token in tokens if token.pos_ == "AUX"
    ]
    heads = [token for token in tokens if token.head.i not in indices or token.head == token]
    return next((verb for verb in verbs if verb in heads), verbs[0] if verbs else (heads or tokens)[0])


def _sharing(verb: "Token") -> "list[Token]":
    """Return the verb and those that share its subject above it: "said on Friday …, adding that"."""
    chain = [verb]
    current = verb
    for _ in range(_MAX_CLIMB):
        has_subject = any(child.dep_ in _OWN_SUBJECT for child in current.children)
        if (
            has_subject
            or current.head == current
            or current.dep_ not in {"conj", "advcl", "xcomp", "pcomp", "prep", "acl"}
        ):
            break
        current = current.head
        if current.pos_ in _VERBAL:
            chain.append(current)
    return chain


def _subject_holder(verb: "Token") -> "Token":
    """Return the verb, or the one above it, that has the subject."""
    return _sharing(verb)[-1]


def _head_token(paragraph: Paragraph, expression: Expression) -> "Token | None":
    span = paragraph.doc.char_span(expression.start, expression.end, alignment_mode="expand")
    return span.root if span is not None and len(span) else None


def _governor(paragraph: Paragraph, expression: Expression) -> "Token | None":
    """Return the verb an expression hangs on through prepositions and nouns of time, or the noun in between."""
    token = _head_token(paragraph, expression)
    for _ in range(_MAX_CLIMB):
        if token is None or token.head == token:
            return token if token is not None and token.pos_ in _VERBAL else None
        if token.pos_ in _VERBAL or token.dep_ not in _CARRIED:
            return token if token.pos_ in _VERBAL else (token.head if token.head.pos_ in _VERBAL else None)
        token = token.head
        if token.pos_ in _VERBAL:
            return token
    return None


def _background(paragraph: Paragraph, expression: Expression) -> bool:
    """Tell whether an expression names a stretch or an older thing, not a day something was said."""
    before = paragraph.doc.text[max(0, expression.start - 14) : expression.start].lower().split()
    if before and before[-1] in {
        "since",
        "until",
        "till",
        "by",
        "before",
        "after",
        "from",
        "for",
        "ending",
        "scheduled",
    }:
        return True
    return expression.kind in {"years", "decade", "past"} or (
        expression.kind == "year"
        and bool(before)
        and before[-1] not in {"in", "during", "late", "early", "mid"}
    )


def _outside_edge(expression: Expression, content: list[Span]) -> bool:
    """Tell whether an expression stands at the very end of the content, where a cue's date may be swallowed."""
    return any(expression.end == end for _, end in content)


def _outside_of(token: "Token", span: Span) -> bool:
    return not span[0] <= token.idx < span[1]


def _near(paragraph: Paragraph, expression: Expression, verb: "Token") -> bool:
    """Tell whether nothing but the speaker stands between an expression and the cue verb.

    "The agency on Tuesday denied", "said Wednesday", "Earlier on Friday, the mayor said".
    """
    first = _head_token(paragraph, expression)
    if first is None or any(above.dep_ in {"relcl", "acl"} and above.i < verb.i for above in first.ancestors):
        return False
    low, high = sorted((first.i, verb.i))
    between = [
        token for token in paragraph.doc[low + 1 : high] if not expression.start <= token.idx < expression.end
    ]
    if any(token.tag_ in _FINITE and token.dep_ not in {"aux", "auxpass"} for token in between):
        return False
    if any(token.text in {".", "?", "!", "”", "“", '"', ";"} for token in between):
        return False
    if first.i > verb.i:
        return len(between) <= 6 and not any(
            token.tag_ in {"VBG", "VBN", "TO", "WDT"} or token.lower_ in {"that", "whether"}
            for token in between
        )
    modified = _modifies_noun(paragraph, expression)
    return not modified and not any(token.tag_ in {"WDT", "WP"} for token in between)


def _publishing(paragraph: Paragraph, expression: Expression, verb: "Token") -> bool:
    """Tell whether an expression dates the interview, speech or statement the words were made in."""
    governor = _governor(paragraph, expression)
    if governor is None or governor.lemma_.lower() not in _MADE_PUBLIC or governor.i == verb.i:
        return False
    top = governor
    for _ in range(_MAX_CLIMB):
        if top.i == verb.i:
            return True
        if top.head == top or (top.dep_ in {"ccomp", "conj"} and top != governor):
            return False
        top = top.head
    return False


def _modifies_noun(paragraph: Paragraph, expression: Expression) -> bool:
    """Tell whether an expression only modifies a noun: "a 1994 truce", "Tuesday's summit"."""
    token = _head_token(paragraph, expression)
    if token is None:
        return False
    return token.dep_ in {"compound", "nummod", "amod", "nmod", "poss"} and token.head.pos_ in {
        "NOUN",
        "PROPN",
    }


def _event_in_time(paragraph: Paragraph, expression: Expression) -> bool:
    """Tell whether the noun modified is itself when it happened: "in a 1988-94 war", "in the 2011 flood"."""
    token = _head_token(paragraph, expression)
    if token is None:
        return False
    noun = token.head
    return (
        noun.dep_ == "pobj"
        and noun.head.lower_ in {"in", "during"}
        and noun.head.head.pos_ in _VERBAL
        and noun.lemma_.lower() in _EVENTS_IN_TIME
    )


def _main_verb(paragraph: Paragraph, inside: Span) -> "Token | None":
    """Return the verb of the content that governs the rest of it."""
    tokens = [
        token
        for token in paragraph.tokens(paragraph.start + inside[0], paragraph.start + inside[1])
        if not token.is_space
    ]
    indices = {token.i for token in tokens}
    tops = [token for token in tokens if token.head == token or token.head.i not in indices]
    verbs = [token for token in tops if token.pos_ in _VERBAL]
    if verbs:
        return verbs[0]
    for top in tops:
        below = next((token for token in tokens if token.head is top and token.pos_ in _VERBAL), None)
        if below is not None and below.dep_ not in {"relcl", "acl"}:
            return below
    return next(
        (token for token in tokens if token.pos_ in _VERBAL and token.dep_ not in {"relcl", "acl"}), None
    )


def _chain(governor: "Token", main: "Token") -> int | None:
    """Return the distance from a governing verb to the main one over complements, or None.

    What relative clauses and clauses of time tell ("since a war ended in 1994") is not the main event.
    """
    token = governor
    for step in range(1, _MAX_CLIMB):
        if token.head == token or token.dep_ in {"relcl", "acl", "advcl"}:
            return None
        if token.dep_ == "conj" and any(child.dep_ in _OWN_SUBJECT for child in token.children):
            return None
        token = token.head
        if token.i == main.i:
            return step
    return None


def _fronted(paragraph: Paragraph, expression: Expression, inside: Span) -> bool:
    """Tell whether an expression opens the content ("On Friday a bridge fell, police said")."""
    return not any(
        token.pos_ in {"VERB", "NOUN", "PROPN"}
        for token in paragraph.doc
        if inside[0] <= token.idx < expression.start
    )


def _direction(verb: "Token | None") -> Direction:
    """Return whether a verb tells of the past or of what is to come."""
    if verb is None:
        return "past"
    auxiliaries = {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    if auxiliaries & _FUTURE or verb.lemma_.lower() in _PLANNED:
        return "future"
    if verb.tag_ == "VB" and verb.dep_ == "xcomp":
        return (
            "future"
            if verb.head.lemma_.lower()
            in {*_PLANNED, "promise", "vow", "pledge", "agree", "urge", "order", "go"}
            else "either"
        )
    return "past" if verb.tag_ in {"VBD", "VBN", "VBG"} else "either"


def _reporting() -> frozenset[str]:
    """Return the lemmas of verbs that report."""
    verbs = table("cues")["verbs"]
    return frozenset({*verbs["clause"], *verbs["object"], *verbs.get("infinitive", ())})


def _reporting_verb(sentence: "Sentence", cues: frozenset[str]) -> "Token | None":
    """Return the reporting verb highest in a sentence."""

    def depth(token: "Token") -> int:
        return sum(1 for _ in token.ancestors)

    found = [token for token in sentence if token.pos_ == "VERB" and token.lemma_.lower() in cues]
    return min(found, key=depth) if found else None


def _takes_up(paragraph: Paragraph, verb: "Token", mention: Span | None) -> bool:
    """Tell whether the subject of a cue only takes up who spoke before: "it", "the statement also", "then"."""
    subject = next((child for child in verb.children if child.dep_ in _OWN_SUBJECT), None)
    if any(child.lower_ == "then" and child.dep_ == "advmod" for child in verb.children):
        return True
    if subject is None:
        if mention is None:
            return False
        tokens = [token for token in paragraph.tokens(*mention) if token.pos_ in {"PRON", "NOUN", "PROPN"}]
        if len(tokens) != 1:
            return False
        subject = tokens[0]
    if subject.lower_ in _PRONOUNS:
        return True
    named = any(token.pos_ == "PROPN" or token.ent_type_ for token in subject.subtree)
    definite = any(child.lower_ in {"the", "this", "that"} for child in subject.children)
    return definite and not named and subject.lower_ in _ECHOES


def _elaborates(verb: "Token", before: "Token") -> bool:
    """Tell whether an organ of the same side gives the text of what was just announced, "in a statement"."""
    written = any(
        grand.lower_ in {"statement", "communique", "communiqué"}
        for child in verb.children
        if child.dep_ == "prep" and child.lower_ == "in"
        for grand in child.children
    )
    return written and (side := _side_of_subject(verb)) is not None and side == _side_of_subject(before)


def _side_of_subject(verb: "Token") -> str | None:
    holder = _subject_holder(verb)
    subject = next((child for child in holder.children if child.dep_ in _OWN_SUBJECT), None)
    return side_of(" ".join(token.text for token in subject.subtree)) if subject is not None else None
