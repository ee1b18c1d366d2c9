"""What a time expression belongs to in the parse: the cue verb, the main event, or only a noun."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice, pairwise

from claimgraph.extract.grammar.sentences import roots
from claimgraph.extract.grammar.tree import (
    ANY_SUBJECT,
    AUXILIARIES,
    COMPLEMENTS,
    NOMINAL,
    VERBAL,
    child,
    children,
    has,
    has_word,
    lemmas,
)
from claimgraph.extract.grammar.verbs import FINITE_TAGS, is_infinitive
from claimgraph.extract.parse import Paragraph
from claimgraph.extract.times.calendar import Direction
from claimgraph.extract.times.expressions import Expression, expressions
from claimgraph.extract.tokens import Token, Tokens
from claimgraph.lexicon import table, words
from claimgraph.model import Span

_VERBS_FIRST = {"VERB": 0, "AUX": 1}
_BEING = frozenset({"am", "is", "are", "'s", "’s", "'re", "’re", "be"})
_PRESENT, _PAST = frozenset({"VBZ", "VBP"}), frozenset({"VBD", "VBN", "VBG"})
_PRONOUNS = frozenset({"he", "she", "it", "they", "i", "we"})
_CLIMBED = frozenset({"conj", "advcl", "xcomp", "pcomp", "prep", "acl"})
_MARKS = frozenset({".", "?", "!", "”", "“", '"', ";"})
_MEANWHILE = frozenset({"when", "while", "as"})
_LONG = frozenset({"monthyear", "month", "relmonth", "year", "years", "decade"})
_MAX_CLIMB = 6
_MOST_BEHIND = 6
"""Words between a cue verb and an expression behind it."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A time expression where it stands: in the source and in the parse.

    ``head`` is the token that governs its others, ``governor`` the verb it hangs on, through
    prepositions and nouns of time.
    """

    paragraph: Paragraph
    expression: Expression
    head: Token
    governor: Token | None

    @property
    def start(self) -> int:
        """Where it begins in the source."""
        return self.paragraph.start + self.expression.start

    @property
    def end(self) -> int:
        """Where it ends in the source."""
        return self.paragraph.start + self.expression.end

    @property
    def before(self) -> str:
        """The word before it, in small letters."""
        start = self.expression.start
        return next(reversed(self.paragraph.text[max(0, start - 14) : start].lower().split()), "")

    @property
    def is_apart(self) -> bool:
        """Whether it names another time than the event's: a limit, or the date of a topic or a comparison.

        "before Monday", "by 2030"; "talks about the vote in July"; "more than in March", "up from 2 in May".
        """
        for below, above in _climb(self.head):
            if above.pos_ in VERBAL and above.dep_ != "prep":
                return False
            bounds = words("times", "limits" if below == self.head else "topics")
            limited = below.dep_ == "pobj" and above.lower_ in bounds
            of_value = below != self.head and _is_of_value(above)
            if limited or of_value or above.lower_ in words("times", "comparing"):
                return True
        return False

    @property
    def is_background(self) -> bool:
        """Whether it names a stretch or an older thing, not a day something was said."""
        kind = self.expression.kind
        if self.before in words("times", "stretching") or kind in {"years", "decade", "past"}:
            return True
        return kind == "year" and self.before not in {"", "in"}

    @property
    def modifies_noun(self) -> bool:
        """Whether it only modifies a noun: "a 1994 truce", "Tuesday's summit"."""
        labels = {"compound", "nummod", "amod", "nmod", "poss"}
        return self.head.dep_ in labels and self.head.head.pos_ in NOMINAL

    @property
    def is_in_event(self) -> bool:
        """Whether the noun modified is itself when it happened: "in a 1988-94 war", "in the 2011 flood"."""
        noun = self.head.head
        if noun.dep_ != "pobj" or noun.head.lower_ not in {"in", "during"}:
            return False
        listed = words("times", "calamities") | words("times", "occasions")
        return noun.head.head.pos_ in VERBAL and noun.lemma in listed

    def stands_in(self, sentence: Tokens) -> bool:
        """Tell whether it begins in a sentence of its paragraph."""
        return bool(sentence.start_char <= self.expression.start < sentence.end_char)

    def is_near(self, verb: Token) -> bool:
        """Tell whether nothing but the speaker stands between it and the cue verb.

        "The agency on Tuesday denied", "said Wednesday", "Earlier on Friday, the mayor said".
        """
        low, high = sorted((self.head.i, verb.i))
        own = range(self.expression.start, self.expression.end)
        between = [token for token in verb.doc[low + 1 : high] if token.idx not in own]
        aside = any(one.dep_ in {"relcl", "acl"} and one.i < verb.i for one in self.head.ancestors)
        if aside or any(map(_parts, between)):
            return False
        if self.head.i < verb.i:
            return not self.modifies_noun
        return len(between) <= _MOST_BEHIND and not any(_leads_on(token) for token in between)

    def is_right_behind(self, verb: Token | None) -> bool:
        """Tell whether it stands between a verb and what it says: "said in April the camp was full"."""
        if verb is None:
            return False
        first = next(token for token in verb.doc if token.idx >= self.expression.start)
        alone = not self.modifies_noun and self.head.dep_ not in ANY_SUBJECT
        return alone and first.i > verb.i and all(one.pos_ == "ADP" for one in verb.doc[verb.i + 1 : first.i])

    def dates_publication(self, verb: Token) -> bool:
        """Tell whether it dates the interview, speech or statement the words of a verb were made in."""
        if self.governor is None or self.governor.lemma not in words("times", "made_public"):
            return False
        for _, above in _climb(self.governor):
            if above.i == verb.i or above.dep_ in {"ccomp", "conj"}:
                return bool(above.i == verb.i)
        return False

    def belongs_to(self, verb: Token, content: tuple[Span, ...]) -> bool:
        """Tell whether it dates a cue verb."""
        if self.is_background:
            return False
        if self.is_right_behind(verb):
            return True
        inside = _holds(content, self.start)
        if self.governor == verb:
            swallowed = any(self.end == end for _, end in content)  # the cue's own date, at the end
            return not inside or swallowed or _holds(content, verb.at)
        if self.dates_publication(verb):
            return not inside or self.head.i < verb.i
        return not inside and not self._hangs_before(verb) and self.is_near(verb)

    def _hangs_before(self, verb: Token) -> bool:
        governor = self.governor
        return governor is not None and governor.i < verb.i and governor.pos_ == "VERB"

    def distance(self, main: Token | None, cue: Token | None, inside: Span) -> int | None:
        """Return how directly it dates the main event (0 best), or None when it does not."""
        if self.is_apart or self.is_right_behind(cue):
            return None
        if main is None:
            return None if self.modifies_noun else 1
        if self.governor is None:
            return None
        if self.governor == cue:
            return 0 if self._is_fronted(inside) else None
        if self.modifies_noun and not self.is_in_event:
            return None
        return _complement_distance(self.governor, main, same_day=self.expression.kind not in _LONG)

    def _is_fronted(self, inside: Span) -> bool:
        """Tell whether it opens the content ("On Friday a bridge fell, police said")."""
        before = self.paragraph.tokens(inside[0], self.start)
        return all(token.pos_ not in {"VERB", "NOUN", "PROPN"} for token in before)


def placed(paragraph: Paragraph) -> list[Placed]:
    """Return the time expressions of a paragraph, in order."""
    found = []
    for one in expressions(paragraph.text):
        tokens = paragraph.tokens(paragraph.start + one.start, paragraph.start + one.end)
        head = paragraph.doc[tokens[0].i : tokens[-1].i + 1].root
        found.append(Placed(paragraph, one, head, _governor(head)))
    return found


def _governor(head: Token) -> Token | None:
    for below, above in _climb(head):
        if above.pos_ in VERBAL:
            return above
        if below.dep_ == "conj":
            break
    return None


def _complement_distance(governor: Token, main: Token, *, same_day: bool) -> int | None:
    """Return the distance from a governing verb to the main one over complements, or None.

    What relative clauses and clauses of time tell ("since a war ended in 1994", "after being jailed
    in 2012") is not the main event, unless it was while that happened ("died when a car hit her") or,
    of ``same_day``, right before ("was held after fleeing on Monday").
    """
    another = (words("times", "topics") | words("times", "stretching")) - ({"after"} if same_day else set())
    if governor == main:
        return 0
    for step, (below, above) in enumerate(_climb(governor), 1):
        gerund = below.dep_ == "pcomp" and below.tag_ in {"VBG", "VBN"} and above.lower_ in another
        if gerund or _tells_another_time(below):
            return None
        if above.i == main.i:
            return step
    return None


def _tells_another_time(clause: Token) -> bool:
    """Tell whether a clause need not be of the time of the one that it hangs in."""
    if clause.dep_ == "conj":
        return has(clause, *ANY_SUBJECT, "expl")
    meanwhile = clause.dep_ == "advcl" and has(clause, "advmod", "mark", among=_MEANWHILE)
    return clause.dep_ in {"relcl", "acl", "advcl"} and not meanwhile


def _climb(token: Token) -> Iterator[tuple[Token, Token]]:
    """Yield a token with the one above it, that one with the next above, and so on."""
    return pairwise((token, *islice(token.ancestors, _MAX_CLIMB)))


def _is_of_value(preposition: Token) -> bool:
    """Tell whether a time behind a preposition is that of another figure: "up from 2 in May"."""
    value = child(preposition, "pobj") if preposition.lower_ == "from" else None
    return value is not None and (value.pos_ == "NUM" or has(value, "nummod"))


def _holds(spans: tuple[Span, ...], position: int) -> bool:
    return any(start <= position < end for start, end in spans)


def _parts(token: Token) -> bool:
    finite = token.tag_ in FINITE_TAGS and token.dep_ not in AUXILIARIES
    return finite or token.text in _MARKS or token.tag_ in {"WDT", "WP"}


def _leads_on(token: Token) -> bool:
    return token.tag_ in {"VBG", "VBN", "TO"} or token.lower_ == "that"


def cue_head(paragraph: Paragraph, cue: Span) -> Token | None:
    """Return the token of the cue that governs the others, a verb where there is one."""
    tokens = paragraph.tokens(*cue)
    tops = roots(tokens)
    return min(tokens, key=lambda one: (_VERBS_FIRST.get(one.pos_, 2), one not in tops), default=None)


def main_verb(paragraph: Paragraph, inside: Span) -> Token | None:
    """Return the verb of a stretch of the source that governs the rest of it."""
    tokens = paragraph.tokens(*inside)
    tops = roots(tokens)
    verbs = [token for token in tokens if token.pos_ in VERBAL]
    own = [verb for verb in verbs if verb.dep_ not in {"relcl", "acl"}]
    under = [verb for verb in own if verb.head in tops]
    return next(iter((*(verb for verb in verbs if verb in tops), *under, *own)), None)


def direction_of(verb: Token | None) -> Direction:
    """Return whether a verb tells of the past or of what is to come."""
    if verb is None:
        return "past"
    if _is_to_come(verb):
        return "future"
    if is_infinitive(verb) and verb.dep_ == "xcomp":
        meant = words("times", "planned") | words("times", "committing")
        return "future" if verb.head.lemma in meant else "either"
    return "present" if verb.tag_ in _PRESENT else "past" if verb.tag_ in _PAST else "either"


def _is_to_come(verb: Token) -> bool:
    """Tell whether a verb tells of what is to come: "will open", "is opening", "plans to", "is due for"."""
    helpers = {one.lower_ for one in children(verb, *AUXILIARIES)}
    now = not _BEING.isdisjoint({verb.lower_, *helpers})
    open_ = now or has(verb, "xcomp") or has(verb, "prep", among={"for"})
    plans = not lemmas([verb, *children(verb, *COMPLEMENTS)]).isdisjoint(words("times", "planned"))
    return bool(helpers & words("times", "to_come")) or (open_ and plans) or (now and verb.tag_ == "VBG")


def sharing_subject(verb: Token) -> list[Token]:
    """Return the verb and those above it with the same subject: "said on Friday …, adding that".

    A pronoun in a coordinated clause has the subject of the clause before ("said …, but it warned").
    """
    chain = [verb]
    for below, above in _climb(verb):
        own = children(below, *ANY_SUBJECT, "expl")
        takes_up = below.dep_ == "conj" and all(one.lower_ in _PRONOUNS for one in own)
        if (own and not takes_up) or below.dep_ not in _CLIMBED:
            break
        if above.pos_ in VERBAL:
            chain.append(above)
    return chain


@cache
def reporting_lemmas() -> frozenset[str]:
    """Return the lemmas of verbs that report."""
    verbs = table("cues")["verbs"]
    return frozenset({*verbs["clause"], *verbs["object"], *verbs.get("infinitive", ())})


def reporting_verb(sentence: Tokens) -> Token | None:
    """Return the reporting verb highest in a sentence."""
    found = [one for one in sentence if one.pos_ == "VERB" and one.lemma in reporting_lemmas()]
    # Most often it is the root, and a sentence that never ends has a root far from its last verbs.
    root = next((token for token in found if token.head == token), None)
    return root or min(found, key=lambda one: sum(1 for _ in one.ancestors), default=None)


def takes_up(paragraph: Paragraph, verb: Token, mention: Span | None) -> bool:
    """Tell whether a cue only takes up who spoke before: "it said", "the statement also", "then"."""
    subject = child(verb, *ANY_SUBJECT, "expl") or _alone(paragraph, mention)
    if has_word(verb, "then") or subject is None:
        return has_word(verb, "then")
    definite = has_word(subject, "the", "this")
    named = any(token.pos_ == "PROPN" for token in subject.subtree)
    echo = definite and not named and subject.lower_ in words("times", "echoes")
    return echo or subject.lower_ in _PRONOUNS


def _alone(paragraph: Paragraph, mention: Span | None) -> Token | None:
    """Return the one word for somebody in a mention, where it has just one."""
    tokens = paragraph.tokens(*mention) if mention is not None else []
    naming = [token for token in tokens if token.pos_ in {"PRON", "NOUN", "PROPN"}]
    return naming[0] if len(naming) == 1 else None
