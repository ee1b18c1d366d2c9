"""Read the predicates of a claim as events: what was done, by whom, to whom, and whether it was.

An event's ``type`` is a class of ``lexicon/events.toml`` where the verb or noun is in one,
else the lemma of the claim's main predicate, so that any verb can be compared with itself.
Roles come from the dependency parse; a role nobody fills is None.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from claimgraph.extract.parse import Article, Paragraph
from claimgraph.extract.predicates import NOT_QUITE_NEGATIVE
from claimgraph.lexicon import table, words
from claimgraph.lexicon.kinds import is_harmful
from claimgraph.lexicon.sides import side_of, sides_in
from claimgraph.model import Event, Participant, Realis, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "csubj"})
PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
OBJECTS = frozenset({"dobj", "dative", "oprd"})
PATIENT_PREPOSITIONS = frozenset({"of", "on", "against", "upon"})
PLACE_PREPOSITIONS = frozenset(
    {"in", "at", "near", "around", "across", "outside", "inside", "toward", "towards"}
)
OWN_WORDS = frozenset({"its", "their", "our", "his", "her", "my", "we", "our own"})
NEGATIONS = frozenset(
    {"no", "never", "not", "n't", "neither", "nor", "nobody", "none", "nothing", "without", "hardly"}
)
POSSIBLE = frozenset({"may", "might", "could", "can", "ca"})
FUTURE = frozenset({"will", "would", "shall", "'ll", "’ll", "wo"})
INTENTIONS = frozenset(
    {"urge", "call", "demand", "ask", "order", "want", "plan", "threaten", "need", "try", "vow", "promise"}
    | {"intend", "hope", "appeal", "mean", "aim", "offer", "agree", "decide", "prepare", "expect"}
)
"""Verbs whose infinitive is wished or planned, not done."""
DOING = frozenset(
    {"carry", "make", "conduct", "commit", "launch", "take", "have", "do", "cause", "order", "stage"}
)
"""Verbs that only say that the deed of their object was done."""
HYPHENS = frozenset({"-", "‐", "‑"})
LIGHT_VERBS = frozenset(
    {
        "be",
        "have",
        "do",
        "say",
        "make",
        "take",
        "get",
        "go",
        "come",
        "give",
        "put",
        "let",
        "see",
        "become",
        "seem",
        "remain",
        "call",
    }
)


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose words are read: the side of the speaker, for "its", "our" and "we"."""

    side: str | None = None


@cache
def event_words() -> tuple[dict[str, str], dict[str, str]]:
    """Return verb lemma -> type and noun lemma -> type."""
    verbs: dict[str, str] = {}
    nouns: dict[str, str] = {}
    for name, entry in table("events").items():
        verbs.update(dict.fromkeys(entry["verbs"], name))
        nouns.update(dict.fromkeys(entry["nouns"], name))
    return verbs, nouns


def read_events(article: Article, content: Iterable[Span], voice: Voice | None = None) -> tuple[Event, ...]:
    """Return the events inside the content of one claim, in text order."""
    voice = voice or Voice()
    found: list[Event] = []
    spans = tuple(content)
    touched = {paragraph.index: paragraph for span in spans for paragraph in article.overlapping(span)}
    for _, paragraph in sorted(touched.items()):
        inside = _tokens_inside(paragraph, spans)
        if inside:
            found.extend(_paragraph_events(paragraph, inside, voice))
    return tuple(found)


def content_terms(article: Article, content: Iterable[Span]) -> tuple[str, ...]:
    """Return the lemmas that say what the content is about, each once, in text order."""
    general = words("generic", "terms")
    terms: dict[str, None] = {}
    for span in content:
        for token in article.tokens(span):
            model = any(c.isdigit() for c in token.text) and any(c.isalpha() for c in token.text)  # "MiG-29"
            if (model or token.pos_ in {"NOUN", "PROPN", "VERB", "ADJ"}) and not token.is_stop:
                lemma = _singular(token)
                if len(lemma) > 1 and lemma not in general:
                    terms[lemma] = None
    return tuple(terms)


def _singular(token: "Token") -> str:
    """Return the lemma, with the plural of a name taken off ("two Boeings")."""
    lemma = token.lemma_.lower().strip("’'\".,-")
    if token.tag_ in {"NNPS", "NNS"} and lemma == token.lower_ and lemma.endswith("s") and len(lemma) > 4:
        return lemma[:-2] if lemma.endswith(("ches", "shes", "xes", "sses", "zes")) else lemma[:-1]
    return lemma


def _tokens_inside(paragraph: Paragraph, content: Iterable[Span]) -> "list[Token]":
    return [
        token
        for start, end in content
        if start < paragraph.end and end > paragraph.start
        for token in paragraph.tokens(start, end)
    ]


def _paragraph_events(paragraph: Paragraph, inside: "list[Token]", voice: Voice) -> Iterator[Event]:
    verbs, nouns = event_words()
    indices = {token.i for token in inside}
    roots = {token.i for token in inside if token.head.i not in indices or token.head == token}
    for token in inside:
        if (
            token.lower_ in state_words()
            and token.tag_ in {"VBN", "JJ", "VBD"}
            and token.dep_ not in {"amod", "conj"}
        ):
            yield _state_event(paragraph, token, token.lower_, voice)
        elif token.pos_ in {"VERB", "AUX"} or _is_participle(token):
            lemma = verb_lemma(token)
            kind = _special(token, lemma) or verbs.get(lemma)
            if kind is None and token.pos_ == "VERB" and _is_main(token, roots):
                kind = lemma = _with_particle(token, lemma)
                kind = None if kind in LIGHT_VERBS else kind
            if kind is not None:
                yield _verb_event(paragraph, token, lemma, kind, voice)
        elif token.pos_ in {"NOUN", "PROPN"} and noun_lemma(token) in nouns:
            yield _noun_event(paragraph, token, nouns[noun_lemma(token)], voice)
        elif token.pos_ == "ADJ" and token.dep_ in {"acomp", "oprd", "attr"}:
            yield _state_event(paragraph, token, token.lemma_.lower(), voice)
        elif (
            token.dep_ == "advmod"
            and token.lower_.removesuffix("ly") in state_words()
            and token.head.pos_ == "VERB"
        ):
            yield _state_event(paragraph, token, token.lower_.removesuffix("ly"), voice)


def _is_participle(token: "Token") -> bool:
    """Tell whether a modifier is a participle, also where the tagger took it for an adjective."""
    if token.dep_ != "amod":
        return False
    return token.tag_ in {"VBN", "VBG"} or _from_participle(token) in event_words()[0]


def _from_participle(token: "Token") -> str:
    """Return the verb of an adjective in -ed: "the downed plane" is of "down"."""
    verbs, _ = event_words()
    stems = (token.lower_[:-2], token.lower_[:-1], token.lower_[:-3]) if token.lower_.endswith("ed") else ()
    return next((stem for stem in stems if stem in verbs), token.lemma_.lower())


def _special(token: "Token", lemma: str) -> str | None:
    """Return the type of a verb that its construction decides: "there was …", "the town fell"."""
    if _is_existential(token):
        return "exist"
    named = any(child.dep_ in SUBJECTS and child.pos_ == "PROPN" for child in token.children)
    alone = not any(
        child.dep_ in {*OBJECTS, "prep", "npadvmod", "prt", "acomp", "attr"} for child in token.children
    )
    return "capture" if lemma == "fall" and named and alone else None


def _is_existential(token: "Token") -> bool:
    """Tell whether a verb only says that there is something ("there was no leak")."""
    return token.lemma_.lower() == "be" and any(child.dep_ == "expl" for child in token.children)


@cache
def undergone() -> frozenset[str]:
    """Return the verbs whose subject is what the event happens to ("five people died")."""
    return frozenset(verb for entry in table("events").values() for verb in entry.get("undergone", ()))


@cache
def state_words() -> frozenset[str]:
    """Return the words for states that exclude others (``lexicon/opposites.toml``)."""
    return frozenset(word for pair in table("opposites")["pairs"] for word in pair)


def _is_main(token: "Token", roots: set[int]) -> bool:
    if token.dep_ == "acl":  # "mines laid by rebels"
        return any(child.dep_ == "agent" for child in token.children)
    return token.i in roots or token.dep_ in {"ROOT", "ccomp", "conj", "pcomp", "xcomp"}


def verb_lemma(token: "Token") -> str:
    """Return the verb's lemma with its particle: "shot down" is "shoot down"."""
    verbs, _ = event_words()
    lemma = _from_participle(token) if token.pos_ == "ADJ" else token.lemma_.lower()
    for child in token.children:
        if child.dep_ in {"prt", "advmod", "prep"} and f"{lemma} {child.lower_}" in verbs:
            return f"{lemma} {child.lower_}"
        if child.dep_ == "dobj" and f"{lemma} {child.lemma_.lower()}" in verbs:
            return f"{lemma} {child.lemma_.lower()}"
    return lemma


def _with_particle(token: "Token", lemma: str) -> str:
    """Return a verb with its particle, which makes another verb of it: "turn over", "turn down"."""
    particle = next((child.lower_ for child in token.children if child.dep_ == "prt"), None)
    return f"{lemma} {particle}" if particle and " " not in lemma else lemma


def noun_lemma(token: "Token") -> str:
    """Return the noun's lemma; a hyphenated word is one word ("cease-fire" is no fire)."""
    doc, first = token.doc, token.i
    while (
        first >= 2
        and doc[first - 1].text in HYPHENS
        and not doc[first - 1].whitespace_
        and not doc[first - 2].whitespace_
    ):
        first -= 2
    if first < token.i:
        return doc[first : token.i + 1].text.lower()
    lemma = token.lemma_.lower()
    return f"{lemma[:-3]}man" if lemma.endswith("men") and len(lemma) > 5 else lemma


def _verb_event(paragraph: Paragraph, token: "Token", lemma: str, kind: str, voice: Voice) -> Event:
    agent, patient = _verb_roles(token)
    return Event(
        type=kind,
        trigger=paragraph.span([token]),
        lemma=lemma,
        agent=_participant(paragraph, agent, voice),
        patient=_participant(paragraph, patient, voice),
        instrument=_participant(paragraph, _prepositional(token, frozenset({"with", "using"})), voice),
        place=_participant(paragraph, _prepositional(token, PLACE_PREPOSITIONS), voice),
        negated=is_negated(token),
        realis=realis(token),
        presupposed=_in_passing(token),
    )


def _in_passing(token: "Token") -> bool:
    """Tell whether a verb stands in a relative clause or only modifies a noun ("the downed plane")."""
    if token.dep_ == "amod":
        return token.tag_ != "VBG"
    while token.dep_ in {"conj", "xcomp", "auxpass"} and token.head != token:
        token = token.head
    return token.dep_ == "relcl" and token.head.dep_ != "attr"


def _verb_roles(token: "Token") -> "tuple[Token | None, Token | None]":
    """Return agent and patient heads of a verb, through passives, relatives and control."""
    if token.dep_ in {"amod", "compound"}:  # also a gerund hung on its object ("denied dumping waste")
        governed = token.tag_ == "VBG" and token.head.dep_ == "pobj" and token.head.head.dep_ == "prep"
        return _inherited_subject(token.head.head) if governed else None, token.head
    if _is_existential(token):
        return None, _child(token, frozenset({"attr", "nsubj", "dobj"}))
    if _is_there(token):
        return doer_from(token), _object(token, None)
    passive = _is_passive(token)
    if not passive and (
        verb_lemma(token) in undergone() or _special(token, token.lemma_.lower()) == "capture"
    ):
        return None, _antecedent(_child(token, SUBJECTS) or _inherited_subject(token), token)
    subject = _child(token, PASSIVE_SUBJECTS if passive else SUBJECTS)
    if subject is None:
        subject = _inherited_subject(token)
    subject = _antecedent(subject, token)
    if passive or _is_reduced_passive(token):
        by = _child(token, frozenset({"agent"}))
        patient = token.head if token.dep_ == "acl" and subject is None else subject
        return (_child(by, frozenset({"pobj"})) if by is not None else None), patient
    return subject, _object(token, subject)


def _is_there(token: "Token") -> bool:
    """Tell whether the parser made a verb of what there was ("there was shelling from the coast")."""
    return token.tag_ == "VBG" and any(
        child.dep_ == "expl" and child.lower_ == "there" for child in token.children
    )


def doer_from(deed: "Token") -> "Token | None":
    """Return the side from which a deed came: "fire from Norlandic posts", not "fire from the hill"."""
    place = _prepositional(deed, frozenset({"from"}))
    words_of = " ".join(token.text for token in noun_phrase(place)) if place is not None else ""
    return place if any(side for _, _, side in sides_in(words_of)) else None


def _is_reduced_passive(token: "Token") -> bool:
    """Tell "the town struck by shells" from a whole clause: "reports that they had struck the town"."""
    own = {"aux", *SUBJECTS}
    return token.dep_ == "acl" and token.tag_ == "VBN" and not any(c.dep_ in own for c in token.children)


def _object(token: "Token", subject: "Token | None") -> "Token | None":
    """Return what an active verb acts on: its object, or that of its preposition ("fired shells at X")."""
    particle = verb_lemma(token).partition(" ")[2]
    found = _child(token, OBJECTS)
    if particle and (
        found is None or found.lemma_.lower() == particle or _prepositional(token, frozenset({particle}))
    ):
        return _prepositional(token, frozenset({particle, "of", "at", "on", "against", "over"}))
    if found is None:
        found = _prepositional(token, frozenset({"on", "at", "against"}))
    if found is None and token.lemma_.lower() in words("generic", "partnered"):
        found = _prepositional(token, frozenset({"with", "for", "to"}))
    if found is None and token.dep_ == "relcl" and subject != token.head:
        return token.head
    return found


def _is_passive(token: "Token") -> bool:
    """Tell whether a verb is passive, also as the second of two ("were killed and injured")."""
    if any(child.dep_ in {"auxpass", "nsubjpass", "agent"} for child in token.children):
        return True
    alone = not any(child.dep_ in {"aux", *SUBJECTS} for child in token.children)
    return (
        token.dep_ == "conj"
        and token.tag_ == "VBN"
        and alone
        and token.head != token
        and _is_passive(token.head)
    )


def _inherited_subject(token: "Token") -> "Token | None":
    """Return the subject of the verb that governs this one ("used X to shell Y", "accused X of shelling")."""
    seen, current = 0, token
    while seen < 4 and current.head != current:
        seen += 1
        if current.dep_ == "acl":
            return current.head if current.tag_ == "VBG" else None
        if current.dep_ in {"pcomp", "prep"}:
            governor = current.head
            if governor.pos_ == "VERB" and current.dep_ == "prep":
                return _child(governor, frozenset({"dobj"})) or _child(governor, SUBJECTS | PASSIVE_SUBJECTS)
            if (
                governor.pos_ in {"NOUN", "PROPN"} and governor.dep_ == "dobj"
            ):  # "accused the firm of dumping"
                return governor
            current = governor
            continue
        if current.dep_ not in {"xcomp", "conj", "advcl", "ccomp"}:
            return None
        current = current.head
        subject = _child(current, SUBJECTS | PASSIVE_SUBJECTS)
        if subject is not None:
            return subject
    return None


def _antecedent(subject: "Token | None", verb: "Token") -> "Token | None":
    """Return what a relative pronoun stands for."""
    if subject is not None and subject.tag_ in {"WDT", "WP"} and verb.dep_ == "relcl":
        return verb.head
    return subject


def _noun_event(paragraph: Paragraph, token: "Token", kind: str, voice: Voice) -> Event:
    owner = _child(token, frozenset({"poss"}))
    adjective = next(
        (
            child
            for child in token.children
            if child.dep_ in {"amod", "compound", "nmod"} and side_of(child.text)
        ),
        None,
    )
    by = _prepositional(token, frozenset({"by"}))
    if by is None and owner is None and adjective is None and is_harmful(kind):
        by = doer_from(token)
    patient = _prepositional(token, PATIENT_PREPOSITIONS)
    if patient is not None and patient.lower_ == "part":  # "a provocation on the part of X" is X's
        by, patient = _prepositional(patient, frozenset({"of"})), None
    return Event(
        type=kind,
        trigger=paragraph.span([token]),
        lemma=token.lemma_.lower(),
        agent=_participant(paragraph, by or owner or adjective, voice),
        patient=_participant(paragraph, patient, voice),
        place=_participant(paragraph, _prepositional(token, PLACE_PREPOSITIONS), voice),
        negated=any(child.lower_ in NEGATIONS for child in token.children) or _undone(token),
        realis=realis(token.head) if token.head.pos_ in {"VERB", "AUX"} else "actual",
        presupposed=not _is_stated(token),
    )


def _undone(noun: "Token") -> bool:
    """Tell whether a deed told by a noun was not done: "did not carry out any attack"."""
    return (
        noun.dep_ in OBJECTS | PASSIVE_SUBJECTS
        and noun.head.lemma_.lower() in DOING
        and is_negated(noun.head)
    )


def _is_stated(noun: "Token") -> bool:
    """Tell whether a deed told by a noun is what the clause is about, not a circumstance of it."""
    if noun.dep_ == "pobj":
        return noun.head.lower_ in {"of", "for", "by", "to"}
    return noun.dep_ in {"ROOT", "appos", "conj", "attr", *OBJECTS, *SUBJECTS, *PASSIVE_SUBJECTS}


def _state_event(paragraph: Paragraph, token: "Token", lemma: str, voice: Voice) -> Event:
    """Return a predicate adjective or adverb ("was undamaged", "went smoothly") as a state of the subject."""
    own = _child(token, SUBJECTS | PASSIVE_SUBJECTS)  # "were grounded" is parsed as a passive
    verb = token if own is not None else token.head
    return Event(
        type=lemma,
        trigger=paragraph.span([token]),
        lemma=lemma,
        patient=_participant(
            paragraph, own or _child(verb, SUBJECTS | PASSIVE_SUBJECTS) or _inherited_subject(verb), voice
        ),
        negated=is_negated(verb) or is_negated(token),
        realis=realis(verb),
    )


def _participant(paragraph: Paragraph, head: "Token | None", voice: Voice) -> Participant | None:
    if head is None:
        return None
    head = _whole(head)
    phrase = noun_phrase(head)
    span = paragraph.span(phrase)
    text = paragraph.text[span[0] - paragraph.start : span[1] - paragraph.start]
    owner = next((token.lower_ for token in phrase if token.lower_ in OWN_WORDS), None)
    side = voice.side if owner is not None and voice.side else side_of(text)
    return Participant(text=text, span=span, head=noun_lemma(head), side=side)


def _whole(head: "Token") -> "Token":
    """Return what a mere quantifier is of: of "none of the nurses", the nurses."""
    if head.lower_ not in words("generic", "quantifiers"):
        return head
    return _prepositional(head, frozenset({"of"})) or head


def noun_phrase(head: "Token") -> "list[Token]":
    """Return the head with its modifiers, without relative clauses and appositions, contiguous."""
    keep = {head.i}
    for child in head.children:
        if (
            child.dep_ in {"det", "amod", "compound", "poss", "nmod", "nummod", "quantmod", "case", "neg"}
            and child.i < head.i
        ):
            keep.update(token.i for token in child.subtree)
        elif child.dep_ == "prep" and child.lower_ in {"of", "in", "near", "from"} and child.i > head.i:
            keep.update(token.i for token in child.subtree if token.dep_ not in {"relcl", "advcl"})
    low = high = head.i
    while low - 1 in keep:
        low -= 1
    while high + 1 in keep:
        high += 1
    return [head.doc[index] for index in range(low, high + 1)]


def _child(token: "Token", labels: frozenset[str]) -> "Token | None":
    return next((child for child in token.children if child.dep_ in labels), None)


def _prepositional(token: "Token", prepositions: frozenset[str]) -> "Token | None":
    """Return the object of the first of these prepositions that hangs on the token, unless it is a time."""
    for child in token.children:
        if child.dep_ in {"prep", "agent"} and child.lower_ in prepositions:
            found = _child(child, frozenset({"pobj"}))
            if found is not None and found.lemma_.lower() not in words("generic", "calendar"):
                return found
    return None


def is_negated(token: "Token") -> bool:
    """Tell whether a predicate is negated: by "not", "never", "no" on an argument, "failed to", "without"."""
    if any(
        child.dep_ == "neg" or (child.dep_ == "advmod" and child.lower_ in NEGATIONS)
        for child in token.children
        if not _not_quite(child)
    ):
        return True
    if any(child.dep_ == "preconj" and child.lower_ == "neither" for child in token.children):
        return True
    for child in token.children:
        if child.dep_ in SUBJECTS | PASSIVE_SUBJECTS | OBJECTS | {"attr"} and any(
            grandchild.lower_ in {"no", "neither", "none"} for grandchild in child.children
        ):
            return True
        if child.dep_ in SUBJECTS | PASSIVE_SUBJECTS | OBJECTS and child.lower_ in NEGATIONS:
            return True
    head = token.head
    if token.dep_ == "pcomp" and head.lower_ == "without":
        return True
    if _put_aside(token):
        return True
    if token.dep_ == "xcomp" and head.lemma_.lower() in {"fail", "refuse", "decline"}:
        return True
    if token.dep_ == "xcomp":
        return head.lemma_.lower() not in INTENTIONS and is_negated(head)
    if token.dep_ in {"acl", "ccomp"} and head.pos_ == "NOUN":  # "no evidence that there was one"
        return any(child.lower_ == "no" for child in head.children) or is_negated(head.head)
    if token.dep_ == "relcl" and head.dep_ == "attr":  # "is not the one who fired"
        return is_negated(head.head)
    return bool(token.dep_ == "conj" and head != token and _shares_negation(token))


def _put_aside(verb: "Token") -> bool:
    """Tell whether a deed is named as what was not done: "rather than offered help", "instead of helping"."""
    start = verb.left_edge.i
    before = verb.doc[max(0, start - 2) : start].text.lower()
    if verb.dep_ not in {"conj", "pcomp", "advcl", "xcomp"}:
        return False
    return before in {"rather than", "instead of"}


def _not_quite(negation: "Token") -> bool:
    """Tell whether a "not" is taken back by the next word: "not only", "not infrequently"."""
    last = negation.i + 1 == len(negation.doc)
    return not last and negation.nbor(1).lower_ in NOT_QUITE_NEGATIVE


def _shares_negation(token: "Token") -> bool:
    """Tell whether "did not A or B" and "neither A nor B" carry the negation over to B."""
    head = token.head
    joined_by_or = any(child.dep_ == "cc" and child.lower_ in {"or", "nor"} for child in head.children)
    return joined_by_or and any(
        child.dep_ == "neg" or (child.dep_ == "preconj" and child.lower_ == "neither")
        for child in head.children
    )


def _only_possible(token: "Token") -> bool:
    """Tell whether an infinitive hangs on an adjective or noun ("enough to win"), or is but possible."""
    infinitive = any(child.dep_ == "aux" and child.lower_ == "to" for child in token.children)
    if infinitive and (
        token.dep_ in {"acl", "relcl"} or (token.dep_ == "xcomp" and token.head.pos_ not in {"VERB", "AUX"})
    ):
        return True
    return any(child.lower_ in {"possibly", "perhaps", "potentially", "maybe"} for child in token.children)


def realis(token: "Token") -> Realis:
    """Return whether the event is told as actual, possible, future, conditional or demanded."""
    auxiliaries = {child.lower_ for child in token.children if child.dep_ in {"aux", "auxpass"}}
    if any(child.dep_ == "mark" and child.lower_ in {"if", "unless", "whether"} for child in token.children):
        return "conditional"
    if auxiliaries & FUTURE:
        return "future"
    if _only_possible(token):
        return "possible"
    if auxiliaries & POSSIBLE and "have" not in auxiliaries:
        return "possible"
    if auxiliaries & {"should", "must", "ought"}:
        return "demanded"
    if token.dep_ == "xcomp" and token.head.lemma_.lower() in INTENTIONS | {
        "urge",
        "call",
        "demand",
        "ask",
        "order",
        "want",
        "plan",
        "threaten",
        "need",
        "try",
        "vow",
        "promise",
        "intend",
        "hope",
        "appeal",
    }:
        return "demanded"
    if (
        token.dep_ in {"advcl", "conj", "xcomp"}
        and token.head != token
        and token.head.pos_ in {"VERB", "AUX"}
    ):
        return realis(token.head) if token.dep_ != "advcl" else "actual"
    return "actual"
