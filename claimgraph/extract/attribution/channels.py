"""Through whom a statement came: "told Reuters", "interview with Radio Nord", "quoted by AP as saying".

The network takes who quotes for the speaker, so "quoted as saying" is read anew from the parse.

Invariant: a channel is named in the text and stands in nothing that is said.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimgraph.extract.attribution.spans import Attribution, cue_verb, shared
from claimgraph.extract.grammar.nouns import full_name
from claimgraph.extract.grammar.sentences import in_quotation
from claimgraph.extract.grammar.tree import AUXILIARIES, child, children, governed, has, subtrees
from claimgraph.extract.grammar.verbs import agent_of, is_passive
from claimgraph.extract.parse import Article, Paragraph
from claimgraph.extract.quotes import MARKS
from claimgraph.extract.tokens import Token
from claimgraph.lexicon import table, words
from claimgraph.model import Span

RULE = "quoted"
_WHOSE = frozenset({"poss", "compound", "nmod"})
_QUOTING = frozenset({"quote", "cite"})
_BEFORE_SPEAKER = (",", "”", '"', "’", "'")
_LOOSE = " \t\n\u00a0,"


def with_channels(article: Article, found: Sequence[Attribution]) -> list[Attribution]:
    """Return attributions with whom they came through."""
    quoted = [one for paragraph in article.paragraphs for one in _quoted(paragraph)]
    cues = tuple(span for one in quoted for span in one.cue)
    return [*quoted, *(_told(article, one) for one in found if not shared(one.cue, cues))]


def with_relays(article: Article, found: Sequence[Attribution]) -> list[Attribution]:
    """Return "“It fell,” Lund said, according to Radio Nord" as Lund's words, through the radio."""
    kept, text = list(found), article.source.text
    for relay in (one for one in found if one.head == "according"):
        one = next((one for one in kept if one.source and _is_relayed(one, relay, text)), None)
        if one is not None:
            more = (span for span in relay.content if not shared((span,), one.content))
            content = tuple(sorted((*one.content, *more)))
            kept[kept.index(one)] = replace(one, via=(*one.via, *relay.source), content=content)
            kept.remove(relay)
    return kept


def _is_relayed(one: Attribution, relay: Attribution, text: str) -> bool:
    """Tell whether a quotation with its speaker and cue is what a channel is said to tell."""
    first, last = one.content[0][0], one.cue[-1][1]
    whole = any(start == first and last <= end for start, end in relay.content)
    return whole and one is not relay and text[first] in MARKS


def _quoted(paragraph: Paragraph) -> Iterator[Attribution]:
    """Read "X was quoted by Y as saying Z" and "Y quoted X as saying Z"."""
    for verb in paragraph.doc:
        saying = _saying(verb) if verb.lemma in _QUOTING and not in_quotation(verb) else None
        speaker = child(verb, "nsubjpass", "dobj")
        if saying is not None and speaker is not None:
            yield from _quotation(paragraph, verb, saying, full_name(speaker, verb))


def _quotation(
    paragraph: Paragraph, verb: Token, saying: Token, source: list[Token]
) -> Iterator[Attribution]:
    medium = (agent_of(verb) or agent_of(saying)) if is_passive(verb) else child(verb, "nsubj")
    through = full_name(medium, verb) if medium is not None else []
    content = paragraph.runs(subtrees(children(saying, "ccomp", "dobj"))) or _said_before(paragraph, source)
    first = min(one.i for one in (verb, *children(verb, *AUXILIARIES)))
    cue = set(paragraph.doc[first : saying.i + 1]).difference(source, through)
    if content:
        yield Attribution(
            source=(paragraph.span(source),),
            cue=paragraph.runs(cue),
            content=content,
            head=saying.lemma,
            rule=RULE,
            via=(paragraph.span(through),) if through else (),
        )


def _saying(verb: Token) -> Token | None:
    """Return the "saying" of "quoted as saying"."""
    inner = (child(one, "pcomp") for one in verb.children if one.lower_ == "as")
    return next((word for word in inner if word is not None), None)


def _said_before(paragraph: Paragraph, source: list[Token]) -> tuple[Span, ...]:
    """Return the sentence up to its speaker: "…, officials were quoted by AP as saying"."""
    start, stop = paragraph.start + source[0].sent.start_char, paragraph.span(source)[0]
    before = paragraph.text[start - paragraph.start : stop - paragraph.start].rstrip()
    said = before.rstrip(_LOOSE)
    return ((start, start + len(said)),) if said and before.endswith(_BEFORE_SPEAKER) else ()


def _told(article: Article, one: Attribution) -> Attribution:
    """Add a named hearer, and who quotes the speaker or was given the interview."""
    paragraph, verb = article.paragraph_at(one.cue[0][0]), cue_verb(article, one)
    if paragraph is None or verb is None:
        return one
    nouns = [noun for clause in _clauses(verb) for noun in (*_hearers(clause, verb), *_carriers(clause))]
    via = (paragraph.span(full_name(noun, verb)) for noun in nouns)
    return replace(one, via=tuple(span for span in via if not shared((span,), one.content)))


def _clauses(verb: Token) -> list[Token]:
    """Return a verb with those that tell where it is said: "speaking on CNN", "took to Twitter to"."""
    subject, over = child(verb, "nsubj"), [verb.head] if verb.dep_ in {"advcl", "xcomp"} else []
    return [verb, *over, *children(verb, "advcl"), *(children(subject, "acl") if subject is not None else ())]


def _hearers(clause: Token, verb: Token) -> list[Token]:
    """Return whom, and where, something is said to: "told Reuters", "told CNN's Jane Roe", "said on CNN"."""
    if clause.i != verb.i and clause.lemma not in words("cues", "heard"):
        return []
    addressed = clause.lemma in table("cues")["verbs"]["addressed"]
    told = children(clause, "dobj", "dative") if addressed else []
    there = (*told, governed(clause, "on"), governed(clause, "to"))
    return [noun for one in there if one is not None for noun in _media(one)]


def _media(noun: Token) -> list[Token]:
    """Return a noun if it may be a medium's, and whose it is: "NBC's Today", "Fox News host Jane Roe"."""
    known = noun.lemma in words("media", "heads") and has(noun, "det", "compound")
    name = children(noun, "compound", "nmod") if noun.pos_ == "PROPN" else []  # "Jane" of "Jane Roe"
    before = (one for one in noun.subtree if one.i < noun.i and one.text[:1].isupper())
    whose = [one for one in before if one.dep_ in _WHOSE and one not in name]
    return [*whose, noun] if known or noun.text[:1].isupper() else whose


def _carriers(verb: Token) -> list[Token]:
    """As in "in an interview with Radio Nord", "in a CNN interview", "in a statement sent to Reuters"."""
    quoter = agent_of(verb) if verb.lemma in _QUOTING else None
    near = filter(None, (verb, child(verb, "nsubj")))  # "Lund in an interview said"
    nouns = [child(one, "pobj") for word in near for one in children(word, "prep")]
    talks = filter(None, (*nouns, *(governed(noun, "of") for noun in nouns)))
    held = (talk for talk in talks if talk.lemma in words("cues", "contacts"))
    return [*filter(None, (quoter,)), *(noun for talk in held for noun in _holders(talk))]


def _holders(talk: Token) -> list[Token]:
    """Return to whom an interview or a statement was given, and who printed it."""
    asked = (governed(one, "with", "to", "on", "by") for one in (talk, *children(talk, "acl")))
    return [*(noun for noun in asked if noun is not None and noun.text[:1].isupper()), *_media(talk)]
