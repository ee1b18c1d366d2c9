"""Through whom a statement came: "told Reuters", "interview with Radio Nord", "quoted by AP as saying".

The network takes who quotes for the speaker, so "quoted as saying" is read anew from the parse.

Invariant: a channel is named in the text and stands in nothing that is said.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from claimgraph.extract.attribution.spans import Attribution, shared
from claimgraph.extract.attribution.voices import agent, is_passive, name_of
from claimgraph.extract.parse import Article, Paragraph
from claimgraph.extract.grammar.sentences import in_quotation
from claimgraph.lexicon import table, words
from claimgraph.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

RULE = "quoted"
_QUOTING = frozenset({"quote", "cite"})
_SAID = frozenset({"ccomp", "dobj"})
_BEFORE_SPEAKER = ",”\"’'"
_LOOSE = " \t\n\u00a0,"


def with_channels(article: Article, found: Sequence[Attribution]) -> list[Attribution]:
    """Return attributions with whom they came through."""
    quoted = [one for paragraph in article.paragraphs for one in _quoted(paragraph)]
    cues = tuple(span for one in quoted for span in one.cue)
    others = [one for one in found if not shared(one.cue, cues)]
    return [*quoted, *(_told(article, one) for one in others)]


def _quoted(paragraph: Paragraph) -> Iterator[Attribution]:
    """Read "X was quoted by Y as saying Z" and "Y quoted X as saying Z"."""
    for verb in paragraph.doc:
        saying = _saying(verb) if verb.lemma_.lower() in _QUOTING and not in_quotation(verb) else None
        passive = is_passive(verb)
        labels = {"nsubjpass"} if passive else {"dobj"}
        speaker = next((child for child in verb.children if child.dep_ in labels), None)
        if saying is None or speaker is None:
            continue
        medium = (agent(verb) or agent(saying)) if passive else _child(verb, "nsubj")
        source = name_of(speaker, verb)
        through = name_of(medium, verb) if medium is not None else []
        content = _said(paragraph, saying, {token.i for token in through}) or _said_before(paragraph, source)
        if content:
            away = {token.i for token in (*source, *through)}
            first = min([verb.i, *(child.i for child in verb.children if child.dep_ in {"aux", "auxpass"})])
            yield Attribution(
                source=(paragraph.span(source),),
                cue=paragraph.runs(t for t in paragraph.doc[first : saying.i + 1] if t.i not in away),
                content=content,
                head=saying.lemma_.lower(),
                rule=RULE,
                via=(paragraph.span(through),) if through else (),
            )


def _saying(verb: "Token") -> "Token | None":
    """Return the "saying" of "quoted as saying"."""
    inner = (word for child in verb.children if child.lower_ == "as" for word in child.children)
    return next((word for word in inner if word.dep_ == "pcomp" and word.tag_ == "VBG"), None)


def _child(verb: "Token", label: str) -> "Token | None":
    return next((child for child in verb.children if child.dep_ == label), None)


def _said(paragraph: Paragraph, saying: "Token", away: set[int]) -> tuple[Span, ...]:
    heads = [child for child in saying.children if child.dep_ in _SAID and child.i > saying.i]
    tokens = [token for head in heads for token in head.subtree if token.i not in away]
    return paragraph.runs(tokens)


def _said_before(paragraph: Paragraph, source: "list[Token]") -> tuple[Span, ...]:
    """Return the sentence up to its speaker: "…, officials were quoted by AP as saying"."""
    start = paragraph.span(source)[0] - paragraph.start
    begin = source[0].sent.start_char
    before = paragraph.text[begin:start].rstrip()
    said = before.rstrip(_LOOSE)
    whole = before.endswith(tuple(_BEFORE_SPEAKER)) and said
    return ((paragraph.start + begin, paragraph.start + begin + len(said)),) if whole else ()


def _told(article: Article, one: Attribution) -> Attribution:
    """Add a named hearer, and who quotes the speaker or was given the interview."""
    paragraph = article.paragraph_at(one.cue[0][0]) if one.cue else None
    cue = [token for span in one.cue for token in article.tokens(span)]
    verb = next((token for token in reversed(cue) if token.pos_ == "VERB"), None)
    if paragraph is None or verb is None:
        return one
    speakers = [token for span in one.source[:1] for token in article.tokens(span)]
    nouns = [*_hearers(verb), *_interviewers(verb), *_quoters(verb, speakers)]
    via = tuple(paragraph.span(name_of(noun, verb)) for noun in nouns)
    return replace(one, via=tuple(span for span in via if not shared((span,), (*one.content, *one.source))))


def _hearers(verb: "Token") -> "list[Token]":
    if verb.lemma_.lower() not in table("cues")["verbs"]["addressed"]:
        return []
    heard = [child for child in verb.children if child.dep_ in {"dobj", "dative"} and child.i > verb.i]
    return [child for child in heard if child.pos_ == "PROPN"]


def _interviewers(verb: "Token") -> "list[Token]":
    """As in "in an interview with Radio Nord", "in a phone call to Reuters"."""
    contacts = words("cues", "contacts")
    talks = [noun for child in verb.children if child.dep_ == "prep" for noun in child.children]
    talks = [noun for noun in talks if noun.dep_ == "pobj" and noun.lemma_.lower() in contacts]
    partners = [inner for noun in talks for inner in noun.children if inner.lower_ in {"with", "to"}]
    return [noun for inner in partners for noun in inner.children if noun.pos_ == "PROPN"]


def _quoters(verb: "Token", speakers: "list[Token]") -> "list[Token]":
    """As in "The colonel, quoted by local radio, said"."""
    subject = _child(verb, "nsubj")
    if subject is None or subject.i not in {token.i for token in speakers}:
        return []
    participles = [child for child in subject.children if child.dep_ == "acl"]
    quoting = [child for child in participles if child.lemma_.lower() in _QUOTING]
    return [noun for child in quoting if (noun := agent(child)) is not None]
