"""Denials, accusations, admissions, estimates and other statements that the network misses.

They are read off the parse. It overlooks above all the one inside another's words ("said that the auditor
had denied the error"), the one that is joined to another ("said the van was stolen, and denied chasing
it"), the one told by a participle ("sent a letter saying that") and the estimate that is put ("puts the
damage at 40 million").

Invariant: a verb that stands in a cue already is left alone, and so is one that may do something
else ("rejected the offer", "denied him a visa") or that nobody has done yet ("would deny").
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from claimgraph.extract.attribution.spans import Attribution, cue_verb, idiom, shared, trimmed, without
from claimgraph.extract.grammar.nouns import RELATIVE, doer_of, full_name, is_claim, is_person, name_beside
from claimgraph.extract.grammar.sentences import in_quotation
from claimgraph.extract.grammar.subjects import performer
from claimgraph.extract.grammar.tree import (
    ANY_SUBJECT,
    AUXILIARIES,
    above,
    child,
    children,
    following,
    governed,
    has,
    subtrees,
)
from claimgraph.extract.grammar.verbs import is_finite, is_passive
from claimgraph.extract.parse import Article, Paragraph
from claimgraph.extract.tagger.repair import Mender
from claimgraph.extract.tokens import Token
from claimgraph.lexicon import table, words

RULE = "missed"
_CHARGED_WITH = frozenset({"of", "for", "on", "with"})
"""Prepositions behind an accusation that go on with what is said."""
_UNDONE = frozenset({"MD", "TO"})
_WHEN = frozenset({"in", "on", "for", "since", "after", "before", "by"})
_PERSON, _OTHERS, _PLURAL = frozenset({"he", "she"}), ("it", "they"), frozenset({"NNS", "NNPS"})
_SAYS = "say"
_AGAINST = frozenset({"at", "against", "on", "from"})
"""Prepositions behind which stands what is rejected: "hit back at the claim"."""
_ACTS = ("deny", "deny_claims", "accuse", "admit", "estimate")


def with_missed(article: Article, found: Sequence[Attribution]) -> list[Attribution]:
    """Return attributions with those added that the network missed."""
    taken = tuple(span for one in found for span in one.cue)
    read = (one for paragraph in article.paragraphs for one in _of_paragraph(paragraph))
    mender = Mender(article)  # a quotation is taken whole
    missed = (mender.mended(one) for one in read if not shared(one.cue, taken))
    return _of_one_subject(article, [*found, *missed])


def _of_one_subject(article: Article, found: list[Attribution]) -> list[Attribution]:
    """Take out of somebody's words a statement of his own: "She said she had met him but denied it"."""
    verbs = [cue_verb(article, one) for one in found]
    for place, verb in enumerate(verbs):
        teller = _teller(verb)
        if verb is None or teller is None or teller not in verbs:
            continue
        outer = verbs.index(teller)
        joint = next((one for one in reversed(children(verb.head, "cc")) if one.i < verb.i), verb)
        told = found[outer].content
        left = trimmed(article.source.text, without(told, (joint.at, told[-1][1])))
        if left:
            found[place] = replace(found[place], source=found[outer].source)
            found[outer] = replace(found[outer], content=left)
    return found


def _teller(verb: Token | None) -> Token | None:
    """Return the verb that reports one's own clause, to which a verb of its tense and subject is joined.

    Of that clause's own tense only a denial is: "said she rang him and told him" reports one deed more.
    """
    if verb is None or verb.dep_ != "conj" or has(verb, "aux", *ANY_SUBJECT):
        return None
    clause = above(verb, "conj")
    if clause.dep_ != "ccomp" or verb.tag_ != clause.head.tag_ or not _is_of_teller(clause):
        return None
    denied = verb.lemma in table("acts")["cues"]["deny"]
    return clause.head if denied or verb.tag_ != clause.tag_ else None


def _is_of_teller(clause: Token) -> bool:
    """Tell whether a clause's subject means whoever tells it: "Ms Roe said she"."""
    told, who = child(clause, *ANY_SUBJECT), child(clause.head, *ANY_SUBJECT)
    if told is None or who is None:
        return False
    if is_person(who) or (name_beside(who) or who).tag_ == "NNP":
        return told.lower_ in _PERSON
    return told.lower_ == _OTHERS[who.tag_ in _PLURAL]


def _of_paragraph(paragraph: Paragraph) -> Iterator[Attribution]:
    for token in paragraph.doc:
        act = _act(token) if token.pos_ == "VERB" else None
        said = _said(token, act) if act is not None and not in_quotation(token) else []
        one = _read(paragraph, token, said) if said else None
        one = one or _reported(paragraph, token) or _accounted(paragraph, token)
        if one is not None:
            yield one


def _reported(paragraph: Paragraph, word: Token) -> Attribution | None:
    """Read "Roe's claim (is) that it leaked", and "it was reported that it leaked", by whomever."""
    clause, who, nouns = child(word, "acl"), child(word, "poss") or doer_of(word), table("cues")["nouns"]
    if clause is None and word.dep_ == "nsubj" and word.head.lemma == "be":
        clause, nouns = child(word.head, "ccomp"), {"clause": [*nouns["clause"], *nouns["stand"]]}
    if word.pos_ != "NOUN" or word.lemma not in nouns["clause"] or who is None:
        clause, who = child(word, "ccomp") if _is_impersonal(word) else None, None
    if clause is None or not has(clause, "mark", among={"that"}) or in_quotation(word):
        return None
    source = (paragraph.span(full_name(who, word)),) if who is not None else ()
    cue = [*children(word, *AUXILIARIES), word]
    return Attribution(source, paragraph.runs(cue), paragraph.runs(clause.subtree), word.lemma, RULE)


def _accounted(paragraph: Paragraph, word: Token) -> Attribution | None:
    """Read "in the words of Roe, it leaked", "by his own account, it leaked"."""
    opener, verb = word.head, word.head.head
    if word.dep_ != "pobj" or word.lemma not in table("cues")["nouns"]["account"] or not is_finite(verb):
        return None
    who, phrase = child(word, "poss") or governed(word, "of"), list(opener.subtree)
    begins = opener.lower_ in {"in", "by"} and (opener.is_sent_start or following(opener, -1) == ",")
    if who is None or not begins or following(phrase[-1]) not in {",", ":"} or not has(word, "poss", "det"):
        return None
    said = paragraph.runs(one for one in verb.subtree if one not in phrase and one.text != ".")
    source, cue = paragraph.span(full_name(who, word)), paragraph.span([word])
    return Attribution((source,), (cue,), said, word.lemma, RULE)


def _is_impersonal(verb: Token) -> bool:
    """Tell whether a verb is one of "it was reported", "it is expected", and is told as done."""
    if not has(verb, "nsubjpass", among={"it"}):
        return False
    undone = any(one.tag_ in _UNDONE or one.dep_ == "neg" for one in verb.children)
    telling = {*table("cues")["verbs"]["clause"], *words("acts", "expected"), *words("acts", "belief")}
    return not undone and verb.lemma in telling


def _act(verb: Token) -> str | None:
    """Return the act that a verb performs whenever it is done, None where it is left undone."""
    if any(one.tag_ in _UNDONE for one in children(verb, "aux")):
        return None
    forms, cues = {verb.lemma, idiom(verb)}, table("acts")["cues"]
    if not forms.isdisjoint(words("cues", "about")) or _gives_figure(verb):
        return "estimate"
    return next((act for act in _ACTS if not forms.isdisjoint(cues[act])), _SAYS if _reports(verb) else None)


def _reports(verb: Token) -> bool:
    """Tell whether a verb for saying has a clause that says what."""
    clause = child(verb, "ccomp") if verb.lemma in table("cues")["verbs"]["clause"] else None
    inner = verb.dep_ == "ccomp" and verb.left_edge.tag_ == "``"  # ‘He told me “it is shut” and left,’ X said
    if clause is None or inner:
        return False  # cited as in "opened by saying, “We lost.”"
    return is_finite(verb) or in_quotation(clause) or has(clause, "mark", among={"that"})


def _gives_figure(verb: Token) -> bool:
    """Tell whether a verb gives a count: "gave its own tally as 185", "has a toll of 185"."""
    figures = [one for one in children(verb, "dobj") if one.lemma in words("cues", "given")]
    sized = any(map(_has_number, (link for one in figures for link in children(one, "prep"))))
    as_one = verb.lemma == "give" and any(one.lower_ == "as" for one in filter(_has_number, verb.children))
    return as_one or (sized and verb.lemma in words("cues", "giving"))


def _read(paragraph: Paragraph, verb: Token, said: list[Token]) -> Attribution | None:
    who = performer(verb.head.head if _is_of_subject(verb) else verb)
    if who is None or who.lower_ in RELATIVE or who.pos_ not in {"NOUN", "PROPN", "PRON"}:
        return None
    source = full_name(who, verb)
    particles = (one for one in children(verb, "prt", "advmod") if one.i == verb.i + 1)
    cue = [*children(verb, *AUXILIARIES, "neg"), verb, *particles]
    while said[-1].is_punct:
        said.pop()
    head = idiom(verb) or verb.lemma
    return Attribution((paragraph.span(source),), paragraph.runs(cue), paragraph.runs(said), head, RULE)


def _is_of_subject(verb: Token) -> bool:
    """Tell whether a participle behind a thing that cannot speak is the subject's: "left the hall saying"."""
    beside = verb.dep_ == "acl" and verb.tag_ == "VBG" and verb.head.dep_ == "dobj"
    return beside and not is_person(verb.head) and verb.head.lemma not in table("cues")["nouns"]["documents"]


def _said(verb: Token, act: str) -> list[Token]:
    """Return the words of what is denied, charged, admitted or estimated; none where it is something else."""
    if verb.dep_ == "acl" and is_passive(verb):  # "the report, denied by the palace"
        return full_name(verb.head, verb) if _can_be_denied(verb.head, act) else []
    clauses = children(verb, "ccomp", "xcomp", "pcomp")
    things = children(verb, "dobj", "dative", "oprd", "nsubjpass")
    if act == _SAYS:
        return subtrees(children(verb, "ccomp"))
    if act in _BESIDE:
        return _charged_or_estimated(verb, act, clauses, things)
    if act == "deny_claims":
        return _contested(verb, clauses, things)
    stated = clauses or (len(things) == 1 and _can_be_denied(things[0], act)) or idiom(verb) is not None
    return subtrees([*clauses, *things]) if stated else []


def _contested(verb: Token, clauses: list[Token], things: list[Token]) -> list[Token]:
    """Return the words of what is rejected, if it is told or was said: "took issue with the report"."""
    forms, acts = {verb.lemma, idiom(verb)}, table("acts")
    judged = not forms.isdisjoint(acts["cues"]["evaluate"])
    said = [one for one in _met(verb, things) if is_claim(one, charged=judged)]
    told = not judged and forms.isdisjoint(acts["emphatic"]) and any(has(one, "mark") for one in clauses)
    return subtrees([*clauses, *said[:1]]) if said or told else []


def _met(verb: Token, things: list[Token]) -> list[Token]:
    """Return what a verb is done to or against: "hit back at the claim", "took issue with the report"."""
    own = (one for one in things if idiom(verb) == f"{verb.lemma} {one.lemma}")
    near = (verb, *children(verb, "prt", "advmod"))
    links = [one for head in near for one in children(head, "prep") if one.lower_ in _AGAINST]
    links += [one for noun in own for one in children(noun, "prep")]
    return [*things, *(noun for one in links for noun in children(one, "pobj"))]


def _charged_or_estimated(verb: Token, act: str, clauses: list[Token], things: list[Token]) -> list[Token]:
    """Return the words of a charge or an estimate: "puts the damage at 40 million", "spoke of 40 dead"."""
    beside = _beside(verb, things, _BESIDE[act])
    if verb.lemma in words("cues", "about"):
        about = next((word for word in beside if word.lower_ == "of"), None)
        return list(about.subtree)[1:] if about is not None else []
    stated = clauses or (things and beside) or idiom(verb)
    return subtrees([*clauses, *things, *beside]) if stated and not has(verb, "prt") else []


def _beside(verb: Token, things: list[Token], fits: Callable[[Token], bool]) -> list[Token]:
    """Return the words behind a verb that fit, and hang on it or on a thing, if need be further down."""
    near = [word for head in (verb, *things) for word in head.children]
    deep = (word for thing in things for word in thing.subtree if word.lower_ == "at")
    found = [word for word in near if word.i > verb.i and fits(word)]
    return found or list(filter(fits, deep))


def _has_number(word: Token) -> bool:
    """Tell whether what follows a preposition, alone or after "closer", is a number."""
    if word.dep_ not in {"prep", "advmod"} or word.lower_ in _WHEN:
        return False
    governed = [noun for one in (word, *word.children) for noun in children(one, "pobj")]
    return any(token.like_num for noun in governed for token in (noun, *noun.children))


_BESIDE: dict[str, Callable[[Token], bool]] = {
    "accuse": lambda word: word.dep_ == "prep" and word.lower_ in _CHARGED_WITH,
    "estimate": _has_number,
}
"""What may stand beside the things accused or estimated."""


def _can_be_denied(thing: Token, act: str) -> bool:
    """Tell whether a noun is what somebody said or did, not a request that is refused."""
    if act != "deny":
        return is_claim(thing)
    return thing.lemma not in words("denials", "refusals") and thing.pos_ in {"NOUN", "PRON"}
