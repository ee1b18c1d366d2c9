"""Of whom or of what a figure is: the phrase, its side, the unit counted and the class of person."""

import re
from typing import TYPE_CHECKING

from claimgraph.extract import counted as reading
from claimgraph.extract.prices import priced
from claimgraph.lexicon import table, words
from claimgraph.lexicon.sides import side_of

if TYPE_CHECKING:
    from spacy.tokens import Token

POSSESSIVES = frozenset({"its", "their", "our", "his", "her", "my", "your"})
_MODIFIERS = frozenset({"amod", "compound", "nmod", "poss", "case", "punct", "advmod"})
_ARMED = frozenset({"army", "military", "navy", "marine", "infantry"})


def unit_of(noun: "Token | None", event: str | None) -> tuple[str | None, str | None]:
    """Return the unit counted and the class of person; (None, None) where nothing is counted."""
    people = reading.counts_people(event)
    if noun is None:
        return ("people", "person") if people else (None, None)
    lemma = _singular(noun)
    category = category_of(noun, None)
    if category is not None or _is_a_people(noun):
        return "people", category or "person"
    if lemma in reading.event_nouns():
        return ("people", "person") if people else (lemma, None)
    if reading.only_people(event) and lemma not in table("units")["animals"]["words"]:
        return "people", "person"
    for unit, names in table("units")["same"].items():
        if lemma in names:
            return unit, None
    return lemma, None


def _singular(noun: "Token") -> str:
    """Return the lemma; capitals in a headline keep the parser from finding the singular."""
    lemma = noun.lemma_.lower()
    if noun.pos_ == "PROPN" and len(lemma) > 3:
        return re.sub(r"(?<=[a-rt-z])s$", "", re.sub(r"ies$", "y", lemma))
    return lemma


def _is_a_people(noun: "Token") -> bool:
    """Tell whether a plural name stands for persons ("twelve Brazilians")."""
    return noun.tag_ in {"NNPS", "NNS"} and noun.text[:1].isupper() and side_of(noun.text) is not None


def category_of(noun: "Token", default: str | None) -> str | None:
    """Return the class of person of a noun, its modifiers included ("police officers", "civilian deaths")."""
    lemma = noun.lemma_.lower()
    counting = reading.event_nouns() | words("circumstances", "figures") | {"toll"}
    own = reading.person_class(lemma) or reading.person_class(noun.lower_)
    for child in noun.children:
        if child.dep_ not in {"amod", "compound", "nmod"} or child.i > noun.i:
            continue
        if (
            child.lower_ in _ARMED
            and own in {None, "police", "person"}
            and (own or lemma in reading.event_nouns())
        ):
            return "soldier"
        if child.lower_ == "police" and own is not None:
            return "police"
        by_modifier = reading.person_class(child.lemma_)
        if by_modifier not in {None, "person"} and (own == "person" or lemma in counting):
            return by_modifier
    target = behind(noun, {"of", "among"}) if lemma in counting else None
    return category_of(target, default) if target is not None else own or default


def behind(noun: "Token", prepositions: set[str]) -> "Token | None":
    """Return the object of the first of these prepositions that hangs on a noun."""
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in prepositions:
            return next((grand for grand in child.children if grand.dep_ == "pobj"), None)
    return None


def phrase_of(noun: "Token | None", first: int = 0, stop: int | None = None) -> str | None:
    """Return a noun with its modifiers and an "of" or "from" phrase, without number and article.

    Args:
        noun: the head; None and pronouns name nobody.
        first: index of the first token that may belong, for a noun behind the number.
        stop: index of the first token that may not, for a noun before the number.
    """
    if noun is None or noun.pos_ == "PRON" or noun.tag_ in {"WP", "WDT"}:
        return None
    start = noun.i
    floor = first if first <= noun.i else 0
    while start > floor and _leads(noun.doc[start - 1], start, noun):
        start -= 1
    for child in noun.children:
        if child.dep_ == "poss" and child.i < start:
            start = max(floor, min(start, child.left_edge.i))
    end = noun.i
    for child in noun.children:
        near = child.i == noun.i + 1 and child.right_edge.i - noun.i < 8
        if stop is not None and noun.i < stop <= child.right_edge.i:
            continue
        if child.dep_ == "prep" and child.lower_ in {"of", "from"} and near:
            end = child.right_edge.i
    words = noun.doc[start : end + 1].text.strip(" -–“”\"'’,.")
    return words or None


def _leads(token: "Token", start: int, noun: "Token") -> bool:
    """Tell whether a token belongs to the modifiers in front of a noun ("worst-hit mountain villages")."""
    if token.is_punct and token.text not in {"-", "'", "’"}:
        return False
    hyphenated = token.text == "-" or token.doc[token.i + 1].text == "-"
    if token.tag_ in {"CD", "DT"}:
        return False
    return (start <= token.head.i <= noun.i and token.dep_ in _MODIFIERS) or hyphenated


def side_of_phrase(of: str | None) -> str | None:
    """Return the side a phrase belongs to; whose "its servicemen" are is not in the phrase."""
    if of is None or of.split()[0].lower() in POSSESSIVES:
        return None
    return side_of(of)


def measured_noun(anchor: "Token", noun: "Token | None") -> "Token | None":
    """Return what a share or a sum belongs to: "40 percent of homes", "a fine of $5m"."""
    if noun is not None:
        return noun
    head, relation = reading.nominal_role(anchor)
    if (valued := priced(anchor, head, relation)) is not None:
        return valued
    sized = _sized(head, anchor, relation) if relation in {"attr", "dobj"} else None
    if sized is not None and sized.dep_ in reading.SUBJECTS:
        return sized
    inner = behind(anchor, {"of", "in"})
    if inner is not None and inner.i > anchor.i:
        return inner
    if relation in reading.MODIFIERS and head.pos_ in reading.NOMINAL and head.i > anchor.i:
        return head
    if relation == "pobj":
        head = head.head
        if head.dep_ == "acl":
            head = head.head
        if head.pos_ in reading.NOMINAL:
            return head
    return _sized(head, anchor, relation)


def _sized(verb: "Token", anchor: "Token", relation: str) -> "Token | None":
    """Return the subject (or object) of a verb of size: "revenue rose to $4bn", "put the cost at $2m"."""
    if verb.pos_ not in {"VERB", "AUX"} or verb.lemma_.lower() not in table("units")["sizing"]["words"]:
        return None
    wanted = reading.SUBJECTS | reading.PASSIVE_SUBJECTS
    objects = [child for child in verb.children if child.dep_ == "dobj" and relation == "pobj"]
    subjects = [child for child in verb.children if child.dep_ in wanted]
    named = [
        child for child in (*objects, *subjects) if child.i != anchor.i and child.pos_ in reading.NOMINAL
    ]
    return named[0] if named else None


def general_event(anchor: "Token", *, of_people: bool = True) -> str | None:
    """Return the verb whose subject or object the counted is: the table's name, or the lemma.

    Args:
        anchor: the token that fills the grammatical role.
        of_people: False where what happens to people cannot be meant ("saved $3m").
    """
    head, relation = reading.nominal_role(anchor)
    if relation == "pobj":
        head = head.head
    elif relation not in reading.SUBJECTS | reading.PASSIVE_SUBJECTS | reading.OBJECTS | {
        "npadvmod",
        "advmod",
    }:
        return None
    lemma = head.lemma_.lower()
    if head.pos_ != "VERB" or lemma in {"be", "have", "do", "say", "tell"}:
        return None
    particle = next((child.lower_ for child in head.children if child.dep_ == "prt"), None)
    named = f"{lemma} {particle}" if particle else lemma
    passive = any(child.dep_ == "auxpass" for child in head.children)
    canonical = reading.canonical_event(named)
    if named in table("units")["recording"]["words"]:
        return "recorded"
    acting = relation in reading.SUBJECTS and not passive
    return named if acting or (reading.counts_people(canonical) and not of_people) else canonical


def is_population(found: "reading.Counted") -> bool:
    """Tell whether the number says how many live somewhere ("home to 20,000 people")."""
    head, relation = reading.nominal_role(found.anchor)
    if relation == "pobj" and head.lower_ in {"of", "to"}:
        return head.head.lemma_.lower() in table("units")["population"]["words"]
    resident = found.noun is not None and found.noun.lemma_.lower() in {"resident", "inhabitant"}
    return resident and relation in {"dobj", "pobj"} and head.lemma_.lower() in {"have", "with"}


def is_kinship(found: "reading.Counted") -> bool:
    """Tell whether the number says how many children somebody has ("a mother of six")."""
    head, relation = reading.nominal_role(found.anchor)
    return (
        relation == "pobj"
        and head.lower_ == "of"
        and head.head.lemma_.lower() in table("units")["kin"]["words"]
    )


def names_a_thing(number: "Token", noun: "Token") -> bool:
    """Tell whether number and noun are one name ("4 Corners", "the 7 Mile road"), not a count.

    In running text a counted noun has a small letter; a headline has capitals throughout. A
    name may stand between the number and persons ("40 New Zealand tourists") or a plural.
    """
    singular_name = noun.tag_ == "NNP" and noun.i == number.i + 1 and not noun.lower_.endswith("s")
    if singular_name and reading.person_class(noun.lemma_) is None and not noun.is_upper:
        return True
    following = noun.doc[number.i + 1] if number.i + 1 < len(noun.doc) else noun
    if not following.text[:1].isupper() or following.is_upper:
        return False
    if _named_between(number, following, noun):
        return False
    words = [token for token in number.sent if token.is_alpha and len(token) > 3]
    capitals = sum(token.text[0].isupper() for token in words)
    return capitals < 0.7 * len(words)


def _named_between(number: "Token", following: "Token", noun: "Token") -> bool:
    """Tell whether capitals behind a number belong to a side or qualify what is counted."""
    if side_of(number.doc[following.i : noun.i + 1].text):
        return True
    labelled = number.i > number.sent.start and number.nbor(-1).pos_ == "PROPN"
    plural = noun.tag_ == "NNS" or reading.person_class(noun.lower_) is not None
    return noun.i > following.i and noun.text.islower() and plural and not labelled


def sentenced(term: "Token") -> "Token | None":
    """Return who is sentenced to a term: the object of the verb, or the subject of its passive."""
    for token in reversed(term.doc[term.sent.start : term.i]):
        if token.lemma_.lower() in {"sentence", "jail", "imprison", "condemn"} and token.pos_ == "VERB":
            wanted = {"dobj"} | reading.PASSIVE_SUBJECTS
            noun = next((child for child in token.children if child.dep_ in wanted), None)
            named = [child for child in noun.children if child.dep_ == "appos"] if noun is not None else []
            return named[0] if named and named[0].pos_ == "PROPN" else noun
    return None
