"""The deeds inside a claim's content, one by one: verbs, nouns for deeds, and states of things.

A proposition's ``predicate`` is a class of ``lexicon/events.toml`` where the verb or noun is in one,
else the lemma of the claim's main predicate, so that any verb can be compared with itself.
Roles come from the dependency parse; a role nobody fills is None.
"""

from collections.abc import Iterator
from functools import partial

from claimgraph.extract.grammar import nouns
from claimgraph.extract.grammar.nouns import counted_of, governed_by, is_person, joined_to
from claimgraph.extract.grammar.reality import factuality, factuality_of_noun
from claimgraph.extract.grammar.sentences import is_all_said, roots
from claimgraph.extract.grammar.subjects import bearer, is_existential, performer, undergoer
from claimgraph.extract.grammar.tree import (
    ANY_SUBJECT,
    MODIFIERS,
    NOMINAL,
    OBJECTS,
    VERBAL,
    above,
    child,
    children,
    governed,
    has,
    is_content,
    is_half,
    is_time,
    particles,
)
from claimgraph.extract.grammar.verbs import (
    agent_of,
    going_to,
    is_finite,
    is_passive,
    is_undone,
    leads_on,
    next_beside,
    polarity,
)
from claimgraph.extract.reading.copulas import is_cleft, phrases, states, to_do
from claimgraph.extract.reading.participants import Passage
from claimgraph.extract.reading.statement import can_act
from claimgraph.extract.reading.vocabulary import (
    is_participle,
    means_another,
    noun_lemma,
    noun_type,
    side_before,
    verb_lemma,
    verb_type,
)
from claimgraph.extract.tokens import Token
from claimgraph.lexicon import words
from claimgraph.lexicon.deeds import idioms, undergone
from claimgraph.lexicon.kinds import is_harmful
from claimgraph.model import Proposition

Roles = tuple[Token | None, Token | None]
"""Who does a deed, and whom or what it is done to."""
_STATED = frozenset({"ROOT", "appos", "conj", "attr", *OBJECTS, *ANY_SUBJECT})
_MAIN = frozenset({"ROOT", "ccomp", "conj", "pcomp", "xcomp"})


def deeds(passage: Passage) -> Iterator[Proposition]:
    """Yield the deeds and states in the words of one claim, in text order."""
    for token in passage.tokens:
        if told := list(states(passage, token)):
            clause = token if has(token, *ANY_SUBJECT) else token.head
            yield from (one.model_copy(update=_as_mentioned(clause, passage)) for one in told)
        elif token.pos_ in VERBAL or is_participle(token):
            kind = _kind(token, passage)
            if kind is not None:
                changed = _as_mentioned(token, passage)
                yield from (one.model_copy(update=changed) for one in _verbs_told(passage, token, kind))
        elif token.pos_ in NOMINAL and (kind := _noun_kind(token, passage)) is not None:
            yield _noun_told(passage, token, kind)


def _kind(verb: Token, passage: Passage) -> str | None:
    """Return the type of a verb; where it has none, the main verb itself unless it tells no deed."""
    if is_existential(verb):
        return "exist"
    if _tells_nothing(verb):
        return None
    named = verb_lemma(verb)
    found = verb_type(verb, named)
    if found is not None or verb.pos_ != "VERB" or not _is_main(verb, passage):
        return found
    another = named == verb.lemma and means_another(verb) and undergoer(verb) is not None
    telling = named not in words("grammar", "light") and not another
    return named if telling else _with_object(verb, undergoer(verb))


def _tells_nothing(verb: Token) -> bool:
    """Tell whether a verb only helps or passes on ("is going to be") or is half a word."""
    used = verb.lemma == "use" and has(verb, "auxpass") and has(verb, "prep", among={"to"})  # "is used to it"
    half = verb.is_punct or is_half(verb)
    seeming = words("hedges", "seeming") | {"feel", "sound"}
    seems = verb.lemma in seeming and has(verb, "acomp")  # "looks tired"
    return going_to(verb) is not None or used or half or seems or leads_on(verb)


def _with_object(verb: Token, thing: Token | None) -> str | None:
    """Return what a verb that tells little says with its object: "have gun"; a clause tells it alone."""
    clauses = children(verb, "ccomp", *(() if verb.lemma == "take" else ("xcomp",)))  # "it takes guts to go"
    if thing is None or any(one.i > verb.i for one in clauses):
        return None
    return f"{verb.lemma} {noun_lemma(counted_of(thing))}" if thing.pos_ == "NOUN" else verb.lemma


def _noun_kind(noun: Token, passage: Passage) -> str | None:
    """Return the type of a noun; where it is all a claim says, or a charge, the noun: "fate of the crew"."""
    names_kind = noun.dep_ == "compound" and noun.head.lemma not in words("grammar", "presupposing")
    if is_half(noun) or names_kind:  # "deal-breaker", "death penalty"
        return None
    whole = noun.pos_ == "NOUN" and (noun.dep_ == "ROOT" or noun.head not in passage.tokens)
    whole = whole and noun.lemma not in words("generic", "gatherings")  # "a list of charges"
    itself = (whole and governed(noun, "of") is not None) or _is_charge(noun, passage)
    return noun_type(noun) or (noun_lemma(noun) if itself else None)


def _is_charge(noun: Token, passage: Passage) -> bool:
    """Tell whether a noun is what somebody is accused of by the cue: "accused | her of sexism"."""
    link, verb = noun.head, noun.head.head
    charging = words("deeds", "charging") - {"clear"}
    return link.lower_ in {"of", "for"} and verb.lemma in charging and verb not in passage.tokens


def _is_main(verb: Token, passage: Passage) -> bool:
    """Tell whether a verb is what the claim says, as "mines laid by rebels" says who laid them."""
    if is_all_said(verb, passage.tokens):
        return True
    if verb.dep_ == "prep" or (verb.dep_ == "acl" and verb.head in passage.tokens):  # "following the vote"
        return has(verb, "agent")
    noun = verb.head if verb.dep_ == "relcl" else verb
    little = noun.dep_ == "attr" and (noun.lemma in words("grammar", "saying_little") or is_cleft(noun))
    if noun is not verb and (little or roots(passage.tokens) == [noun]):  # "is one that", "a law that"
        return True
    clause = verb.dep_ == "advcl" and has(verb, *ANY_SUBJECT) and is_finite(verb)
    gerund = verb.dep_ == "pobj" and verb.tag_ == "VBG"  # "accused the clerk of ducking"
    return clause or gerund or verb.dep_ in _MAIN or verb.head not in passage.tokens


def _verbs_told(passage: Passage, verb: Token, kind: str) -> Iterator[Proposition]:
    """Yield what a verb tells, also of who is joined to or set against a role: "Roe, not Lund, fled"."""
    agent, patient = _roles(verb)
    told = _verb_told(passage, verb, kind, (agent, patient))
    yield told
    by_object = kind != verb.lemma and kind == _with_object(verb, patient)
    other = {"polarity": "affirmed" if told.denied else "denied"}
    for beside, changed in ((joined_to, {}), (partial(nouns.set_against, negated=told.denied), other)):
        roles = [*((one, patient) for one in beside(agent)), *((agent, one) for one in beside(patient))]
        for one in roles:  # "has a dog and a barn" has each
            own = _with_object(verb, one[1]) if by_object else None
            yield _verb_told(passage, verb, own or kind, one).model_copy(update=changed)


def _verb_told(passage: Passage, verb: Token, kind: str, roles: Roles) -> Proposition:
    (agent, patient), place = roles, _place(verb)
    tool = governed(verb, "with") if is_harmful(kind) else None  # elsewhere "with" has too many senses
    tool = None if tool is not None and tool.lemma in words("grammar", "aims") else tool
    if verb.dep_ == "advcl" and verb.head not in passage.tokens:  # not of the clause that attributes
        agent, patient = (one if one in passage.tokens else None for one in (agent, patient))
    return Proposition(
        predicate=kind,
        complement=_completion(verb, kind, {agent, patient, tool, place}),
        trigger=passage.span(verb),
        lemma=verb_lemma(verb),
        agent=passage.participant(agent),
        patient=passage.participant(patient),
        instrument=passage.participant(tool),
        place=passage.participant(place if place != patient else None),
        polarity=polarity(verb),
        factuality=factuality(verb),
        background=_in_passing(verb),
    )


def _completion(verb: Token, kind: str, filled: set[Token | None]) -> str:
    """Return what a verb says beside its roles: "put it at risk", "had the right to go"."""
    beside = [said for said in phrases(verb, *filled) if said.split()[0] not in kind.split()]
    told = words("grammar", "telling_how") - set(kind.split())
    how = (one for one in children(verb, "advmod") if one.i > verb.i and one.lower_ in told)
    how_told = (" ".join(word.lower_ for word in (*one.lefts, one) if word.is_alpha) for one in how)
    thing = child(verb, "dobj")
    return ", ".join([*how_told, *beside[:2], *(to_do(thing) if thing is not None else [])])


def _place(deed: Token) -> Token | None:
    """Return where a deed was done; of bare nouns only few say where: "in court", not "in haste"."""
    links = (one for one in children(deed, "prep") if one.lower_ in words("discourse", "where"))
    inner = (one for link in links for one in children(link, "pobj") if not is_time(one))
    inner = (one for one in inner if one.lemma not in words("generic", "placeless"))
    inner = (one for one in inner if not any(map(is_time, children(one, "poss"))))  # "at year's end"
    listed = words("generic", "bare_places")
    return next((one for one in inner if not _is_bare(one) or one.lemma in listed), None)


def _is_bare(noun: Token) -> bool:
    """Tell whether a noun stands without article, owner, number or name: "in good faith"."""
    return noun.tag_ == "NN" and not has(noun, "det", "poss", "nummod", "compound", "nmod", "prep", "relcl")


def _as_mentioned(verb: Token, passage: Passage) -> dict[str, str]:
    """Return what is otherwise of a deed that the words of a claim only mention.

    "We deny that we took it" denies it; "would not comment on reports that it sank" leaves it open.
    """
    first = verb if has(verb, *ANY_SUBJECT) else above(verb, "conj")  # "denied robbing and killing him"
    telling = above(first.head, "dobj")
    if telling not in passage.tokens or polarity(verb) == "denied" or factuality(verb) != "actual":
        return {}
    content = first.dep_ in {"ccomp", "xcomp"} or first.head.lemma in words("denials", "claim_nouns")
    plain = polarity(telling) == "affirmed"
    if content and plain and verb_lemma(telling) in words("deeds", "disowning"):
        return {"polarity": "denied"}
    confirmed = plain and telling.lemma == "confirm"
    claimed = is_content(first) and first.head.lemma in words("generic", "claim_nouns")
    return {"factuality": "possible"} if claimed and not confirmed else {}


def _in_passing(verb: Token) -> bool:
    """Tell whether a verb stands in a relative clause or only modifies a noun ("the downed plane")."""
    if verb.dep_ == "amod":
        return verb.tag_ != "VBG"
    first = above(verb, "conj", "xcomp")
    return first.dep_ == "relcl" and first.head.dep_ != "attr" and not is_content(first)


def _noun_told(passage: Passage, noun: Token, kind: str) -> Proposition:
    befalls = kind in words("deeds", "befalling")
    side = side_before(noun, frozenset() if befalls else words("deeds", "attackers"))
    told = _passing_under(noun) or noun.head.lower_ in {"of", "for", "by", "to"}
    stated = told if noun.dep_ == "pobj" else noun.dep_ in _STATED
    return Proposition(
        predicate=kind,
        trigger=passage.span(noun),
        lemma=noun.lemma,
        agent=passage.participant(_doer(noun) or (None if befalls else _owner(noun)) or side),
        patient=passage.participant(_befallen(noun, kind)),
        place=passage.participant(_place(noun)),
        polarity="denied" if is_undone(noun) else "affirmed",
        factuality=factuality_of_noun(noun),
        background=not stated,
    )


def _passing_under(noun: Token) -> Token | None:
    """Return the verb that says who is under what a noun tells: "came under attack from rebels"."""
    under, verb = noun.head, noun.head.head
    says = under.lower_ == "under" and noun.dep_ == "pobj" and under.dep_ == "prep"
    return verb if says and verb.lemma in words("grammar", "passing_under") else None


def _owner(noun: Token) -> Token | None:
    owner = child(noun, "poss")
    return None if owner is not None and is_time(owner) else owner


def _befallen(noun: Token, kind: str) -> Token | None:
    """Return whom a deed was done to: by its phrase, or its owner ("his arrest")."""
    if (under := _passing_under(noun)) is not None:
        return child(under, "dobj") or bearer(under)
    onto = governed(noun, "of") or (governed_by(noun, "on", "against", "upon") if is_harmful(kind) else None)
    if onto is not None:
        return onto
    return _owner(noun) if kind in words("deeds", "befalling") else None


def _doer(noun: Token) -> Token | None:
    """Return who did what a noun tells: by its phrase, its verb, or a charge ("accused X of fraud")."""
    doing = words("grammar", "doing") - words("grammar", "undergoing")
    does = noun.dep_ in {"dobj", "nsubjpass"} and noun.head.lemma in doing
    laid = above(noun, "conj").head
    verb = above(laid.head, "dobj", "nsubjpass")
    charged = laid.lower_ in {"for", "of", "with"} and verb.lemma in words("deeds", "charging")
    named = child(verb, "dobj", "nsubjpass") if charged else None
    if (under := _passing_under(noun)) is not None:
        return nouns.doer_of(noun) or governed(noun, "of", "from") or governed(under, "from", "by")
    return nouns.doer_of(noun) or (performer(noun.head) if does else None) or named


def _roles(verb: Token) -> Roles:
    """Return agent and patient heads of a verb, through passives, relatives and control."""
    if verb.dep_ in MODIFIERS:
        return None, verb.head
    if is_existential(verb):
        return None, child(verb, "attr", "nsubj", "dobj")
    subject = bearer(verb)
    if is_passive(verb):
        return agent_of(verb), subject or (verb.head if verb.dep_ == "acl" else None)
    return (None, subject) if _befalls(verb, subject) else (subject, _object(verb))


def _befalls(verb: Token, subject: Token | None) -> bool:
    """Tell whether the subject is what a verb happens to: "died", "the war ended", not "exploded a bomb"."""
    done, named = child(verb, "dobj"), verb_lemma(verb)
    if done is not None and not named.endswith(done.lemma):
        return False
    turns = named in words("grammar", "turning") and not has(verb, "xcomp", "ccomp")
    thing = subject is not None and not (can_act(subject) or is_person(subject))
    return named in undergone() or (turns and thing)


def _object(verb: Token) -> Token | None:
    """Return what an active verb acts on: its object, or that of its preposition ("fired shells at X")."""
    particle = verb_lemma(verb).partition(" ")[2]
    found = undergoer(verb)
    if particle and (found is None or found.lemma == particle or governed(verb, particle)):
        onto = (idioms().get(verb_lemma(verb), particle), "of", "at", "on", "against", "over")
        behind = (one for one in verb.children if one.lower_ == particle)  # "ran out of water"
        return next(filter(None, (governed(one, *onto) for one in (verb, found, *behind))), None)
    taken = particles(verb, "prep")
    partners = (one.partition(" ")[2] for one in taken if one in words("grammar", "partnered"))
    return found or governed(verb, "against", *partners) or _object_beside(verb)


def _object_beside(verb: Token) -> Token | None:
    """Return the object of the verb behind ("burned and looted it"), or what a relative clause is of."""
    second = next_beside(verb)
    if second is not None and has(second, "dobj"):
        return child(second, "dobj")
    relative = verb.dep_ == "relcl" and not is_content(verb)
    return verb.head if relative and not has(verb, *ANY_SUBJECT, among=nouns.RELATIVE) else None
