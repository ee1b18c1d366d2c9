"""Denials, accusations, admissions and estimates that the network misses, read off the parse.

It overlooks above all the one inside another's words ("said that the auditor had denied the
error"), the one that is joined to another ("said the van was stolen, and denied chasing it") and
the estimate that is put ("puts the damage at 40 million").

Invariant: a verb that stands in a cue already is left alone, and so is one that may do something
else ("rejected the offer", "denied him a visa") or that nobody has done yet ("would deny").
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from claimgraph.extract.attribution.idioms import idiom
from claimgraph.extract.attribution.spans import Attribution, shared
from claimgraph.extract.attribution.voices import RELATIVE, is_passive, name_of, performer
from claimgraph.extract.parse import Article, Paragraph
from claimgraph.extract.grammar.sentences import in_quotation
from claimgraph.lexicon import table, words

if TYPE_CHECKING:
    from spacy.tokens import Token

RULE = "missed"
_CLAUSES = frozenset({"ccomp", "xcomp", "pcomp"})
_OBJECTS = frozenset({"dobj", "dative", "oprd", "nsubjpass"})
_WITH = {"accuse": frozenset({"of", "for", "on", "with"})}
"""Prepositions that go on with what is said, by act."""
_UNDONE = frozenset({"MD", "TO"})
_WHEN = frozenset({"in", "on", "for", "since", "after", "before", "by"})
_ACTS = ("deny", "deny_claims", "accuse", "admit", "estimate")


def with_missed(article: Article, found: Sequence[Attribution]) -> list[Attribution]:
    """Return attributions with those added that the network missed."""
    taken = tuple(span for one in found for span in one.cue)
    read = (one for paragraph in article.paragraphs for one in _of_paragraph(paragraph))
    return [*found, *(one for one in read if not shared(one.cue, taken))]


def _of_paragraph(paragraph: Paragraph) -> Iterator[Attribution]:
    for token in paragraph.doc:
        act = _act(token) if token.pos_ == "VERB" else None
        if act is None or in_quotation(token):
            continue
        one = _read(paragraph, token, act)
        if one is not None:
            yield one


def _act(verb: "Token") -> str | None:
    """Return the act that a verb performs whenever it is done, None where it is left undone."""
    if any(child.tag_ in _UNDONE for child in verb.children if child.dep_ == "aux"):
        return None
    lemmas, cues = {verb.lemma_.lower(), idiom(verb)}, table("acts")["cues"]
    if not lemmas.isdisjoint(words("cues", "about")):
        return "estimate"
    return next((act for act in _ACTS if not lemmas.isdisjoint(cues[act])), None)


def _read(paragraph: Paragraph, verb: "Token", act: str) -> Attribution | None:
    who = performer(verb)
    said = _said(verb, act)
    if who is None or who.lower_ in RELATIVE or who.pos_ not in {"NOUN", "PROPN", "PRON"} or not said:
        return None
    source = name_of(who, verb)
    cue = [child for child in verb.children if child.dep_ in {"aux", "auxpass", "neg", "prt"}]
    cue = [child for child in [*cue, verb] if abs(child.i - verb.i) <= 4]
    core = {token.i for token in (*source, *cue)}
    content = _trimmed([token for token in said if token.i not in core])
    if not content:
        return None
    return Attribution(
        source=(paragraph.span(source),),
        cue=paragraph.runs(cue),
        content=paragraph.runs(content),
        head=idiom(verb) or verb.lemma_.lower(),
        rule=RULE,
    )


def _said(verb: "Token", act: str) -> "list[Token]":
    """Return the words of what is denied, charged, admitted or estimated; none where it is something else."""
    if verb.dep_ == "acl" and is_passive(verb):  # "the report, denied by the palace"
        return name_of(verb.head, verb) if act.startswith("deny") and _can_be_denied(verb.head, act) else []
    whole = idiom(verb) is not None
    clauses = [child for child in verb.children if child.dep_ in _CLAUSES]
    things = [child for child in verb.children if child.dep_ in _OBJECTS]
    near = [word for head in (verb, *things) for word in head.children if word.i > verb.i]
    with_it = [word for word in near if word.dep_ == "prep" and (whole or word.lower_ in _WITH.get(act, ()))]
    if act == "estimate":
        with_it = [word for word in near if word.dep_ in {"prep", "advmod"} and _has_number(word)]
        about = verb.lemma_.lower() in words("cues", "about") and [w for w in with_it if w.lower_ == "of"]
        if about:  # "spoke of 40 dead"
            return [token for token in about[0].subtree if token.i != about[0].i]
        stated = (clauses or (things and with_it)) and not any(word.dep_ == "prt" for word in near)
    elif act == "accuse":
        stated = clauses or (with_it and things)
    elif act == "deny_claims":
        stated = any(map(_is_marked, clauses)) or (len(things) == 1 and _can_be_denied(things[0], act))
    else:
        stated = clauses or (len(things) == 1 and _can_be_denied(things[0], act))
    if not (stated or whole):
        return []
    tokens = {token for child in (*clauses, *things, *with_it) for token in child.subtree}
    return sorted(tokens, key=lambda token: token.i)


def _has_number(word: "Token") -> bool:
    """Tell whether what follows a preposition, alone or after "closer", is a number."""
    governed = [noun for child in (word, *word.children) for noun in child.children if noun.dep_ == "pobj"]
    measured = (token for noun in governed for token in (noun, *noun.children))
    return word.lower_ not in _WHEN and any(token.like_num for token in measured)


def _can_be_denied(thing: "Token", act: str) -> bool:
    """Tell whether a noun is what somebody said or did, not a request that is refused."""
    lemma = thing.lemma_.lower()
    if act == "deny":
        return lemma not in words("denials", "refusals") and thing.pos_ in {"NOUN", "PRON"}
    return lemma in words("denials", "claim_nouns")


def _is_marked(clause: "Token") -> bool:
    return any(child.dep_ == "mark" for child in clause.children)


def _trimmed(tokens: "list[Token]") -> "list[Token]":
    while tokens and (tokens[-1].is_punct or tokens[-1].is_space):
        tokens = tokens[:-1]
    return tokens
