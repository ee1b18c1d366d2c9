"""Rules that read a denial: in the cue, in words that call a statement false, in a negated fact.

Each rule takes a statement and returns a verdict, or None when it does not apply. What is
refused, doubted, predicted or merely unknown is not denied.
"""

from typing import TYPE_CHECKING

from claimgraph.extract.grammar.tree import AUXILIARIES, COMPLEMENTS, VERBAL, children, has, lemma, lemmas
from claimgraph.extract.grammar.verbs import Predicate, is_conditional, is_infinitive
from claimgraph.extract.reading.judging import judges
from claimgraph.extract.reading.statement import Statement, Verdict
from claimgraph.extract.reading.vocabulary import does_harm, harmful_nouns
from claimgraph.lexicon import words
from claimgraph.model import Act

if TYPE_CHECKING:
    from spacy.tokens import Token

COPULAS = frozenset({"be", "prove", "remain", "become", "seem", "appear", "sound", "look"})
CLAIM_PRONOUNS = frozenset({"that", "this", "it", "these", "those", "them", "all", "everything", "which"})


def by_cue(statement: Statement) -> Verdict | None:
    """The cue itself denies ("denied", "rejected the claim", "ruled out")."""
    cue = statement.cue
    if not cue.is_any("deny", "deny_claims"):
        return None
    if (cue.is_any("deny") and not _refuses(statement)) or (
        cue.is_any("deny_claims") and _of_a_claim(statement)
    ):
        return Verdict(Act.DENY, statement.turned, "cue: denial", by_cue=True)
    return Verdict(Act.EVALUATE, "denied", "cue: refuses a proposal")


def _tells(statement: Statement) -> bool:
    return statement.main is not None and statement.main.subject is not None


def _refuses(statement: Statement) -> bool:
    """Tell whether what is denied is a request or a thing wanted, or kept from somebody, not a fact."""
    head, cue = statement.head, statement.cue.tokens
    kept = [one for one in statement.tokens if one.dep_ in {"dobj", "dative", "npadvmod"} and one.head in cue]
    if len([one for one in kept if lemma(one) not in words("cues", "time_words")]) > 1:
        return True  # "denied his party the victory"
    return not _tells(statement) and head is not None and lemma(head) in words("denials", "refusals")


def _of_a_claim(statement: Statement) -> bool:
    """Tell whether the thing rejected is something said: a claim noun, a pronoun, a clause."""
    head = statement.head
    if _tells(statement):
        return statement.cue.lemma not in words("acts", "emphatic")
    return head is not None and (
        head.lower_ in CLAIM_PRONOUNS or lemma(head) in words("denials", "claim_nouns")
    )


def _false_words() -> frozenset[str]:
    return words("denials", "falsity_adjectives") | words("denials", "falsity_nouns")


def by_label(statement: Statement) -> Verdict | None:
    """A statement is called false: "called the report a lie", "described it as baseless"."""
    if statement.cue.lemma not in words("acts", "label") or statement.polarity == "denied":
        return None
    listed = _false_words()
    if not lemmas(statement.tokens).isdisjoint(words("denials", "claim_nouns")):
        listed |= words("denials", "falsity_of_claims")
    said = [token for token in statement.tokens if token.dep_ != "amod" or token.head.pos_ != "NOUN"]
    found = tuple(token for token in said if lemma(token) in listed)
    return Verdict(Act.DENY, "denied", "calls it false", found) if found else None


def by_falsity(statement: Statement) -> Verdict | None:
    """The content says that a statement is false, or is not true."""
    main, head = statement.main, statement.head
    if main is None:
        called = head is not None and lemma(head) in _false_words()
        return Verdict(Act.DENY, "denied", "content: called false", (head,)) if called and head else None
    named = main.subject is not None and lemma(main.subject) in words("denials", "claim_nouns")
    of_claim = named or main.subject is None or main.subject.lower_ in CLAIM_PRONOUNS
    for word in _complements(main.verb):
        if lemma(word) in _false_words() or (named and lemma(word) in words("denials", "falsity_of_claims")):
            act = Act.ASSERT if main.negation is not None else Act.DENY
            return Verdict(act, statement.turned, "content: called false", (word,))
        if main.negation is not None and of_claim and _is_truth(word):
            return Verdict(Act.DENY, "denied", "content: called untrue", (main.negation, word))
    return None


def _is_truth(word: "Token") -> bool:
    """Tell whether a word says that something is so: "true", "the case", "basis"."""
    lists = ("truth_adjectives", "truth_nouns", "reality_nouns")
    return any(lemma(word) in words("denials", name) for name in lists)


def _complements(verb: "Token") -> "list[Token]":
    """Return predicate nouns and adjectives, and what is coordinated with them."""
    if lemma(verb) == "have":
        return children(verb, "dobj")
    found = children(verb, *COMPLEMENTS) if lemma(verb) in COPULAS else []
    return found + [below for word in found for below in children(word, "conj")]


def by_phrase(statement: Statement) -> Verdict | None:
    """A set phrase that denies a part in something ("had nothing to do with it")."""
    text, main = f" {statement.text} ", statement.main
    entries = sorted(words("denials", "phrases"), key=len, reverse=True)
    entry = next((entry for entry in entries if f" {entry} " in text), None)
    if entry is not None:
        return Verdict(Act.DENY, "denied", "content: set phrase", _matching(statement, entry))
    found = _complements(main.verb) if main is not None and main.negation is None else []
    innocent = tuple(word for word in found if lemma(word) in words("denials", "innocence"))
    return Verdict(Act.DENY, "denied", "content: innocence", innocent) if innocent else None


def _matching(statement: Statement, entry: str) -> "tuple[Token, ...]":
    parts = entry.split()
    windows = (statement.tokens[place : place + len(parts)] for place in range(len(statement.tokens)))
    matching = (found for found in windows if [one.lower_.replace("’", "'") for one in found] == parts)
    return tuple(next(matching, ()))


def by_negated_fact(statement: Statement) -> Verdict | None:
    """The main clause is negated and tells a past or present fact."""
    main = statement.main
    if main is None or main.negation is None or _not_a_fact(main):
        return None
    if lemma(main.verb) in words("denials", "expectations"):
        return Verdict(Act.PREDICT, "denied", "content: not expected")
    if _is_gap(main):
        return Verdict(Act.ASSERT, "denied", "content: not known")
    if _is_attitude(main) or judges(main.verb):
        return Verdict(Act.EVALUATE, "denied", "content: negative opinion")
    if main.modal is None and not _answers_a_charge(statement, main):
        return Verdict(Act.ASSERT, "denied", "content: negative statement")
    return Verdict(Act.DENY, "denied", "content: negated fact", _negated_words(main))


def _not_a_fact(main: Predicate) -> bool:
    """Tell whether the negated clause is a plan, an order, a possibility or an obligation."""
    if is_infinitive(main.verb) or is_conditional(main.verb):
        return True
    imperative = main.subject is None and main.verb.tag_ == "VB" and main.modal is None
    if imperative or (lemma(main.verb) == "go" and has(main.verb, "xcomp")):
        return True
    return main.modal is not None and not (main.modal in {"can", "could"} and main.perfect)


def _is_gap(main: Predicate) -> bool:
    """Tell whether the clause says that something is unknown, unpublished or unconfirmed."""
    word = lemma(main.verb)
    if not words("denials", "gap_adjectives").isdisjoint(lemmas(_complements(main.verb))):
        return True
    if word == "know" and not main.passive:
        clauses = children(main.verb, "ccomp", "advcl")
        asks = any(below.lower_ in words("grammar", "asking") for one in clauses for below in one.subtree)
        return asks or not has(main.verb, "dobj", "prep", "ccomp")
    return word in words("denials", "gaps") and (main.passive or word not in words("denials", "open_gaps"))


def _is_attitude(main: Predicate) -> bool:
    """Tell whether a verb tells what somebody thinks; who "did not see the car" tells a fact."""
    word = lemma(main.verb)
    perceives = word in {"feel", "see"} and has(main.verb, "dobj")
    return word in words("denials", "attitudes") and not perceives


def _answers_a_charge(statement: Statement, main: Predicate) -> bool:
    """Tell whether a negated fact is a denial and not merely a negative statement.

    It is when the cue is emphatic ("insisted"), when a misdeed is what did not happen
    (on whoever's behalf), when it is said not to have happened at all, and when the
    speaker tells what the own side did not do. "The owners have not paid" and "I had no
    money" deny nothing.
    """
    if statement.cue.lemma in words("acts", "emphatic") or lemma(main.verb) in words("deeds", "occurring"):
        return True
    if any(_accusable(token) for token in main.verb.subtree if token in statement.tokens):
        return True
    if main.subject is None or not statement.is_self(main.subject):
        return False
    determiner = main.negation is not None and main.negation.head.dep_ in {"dobj", "attr"}
    adjective = lemma(main.verb) == "be" and has(main.verb, "acomp")
    return not determiner and not adjective


def _accusable(token: "Token") -> bool:
    """Tell whether a word names a misdeed, a part in one, or the blame for it."""
    word = lemma(token)
    if token.pos_ in VERBAL:
        return does_harm(token) or word == "involve"
    if token.pos_ == "ADJ":
        return word in words("acts", "blame_adjectives")
    return word in harmful_nouns() | words("acts", "blame_nouns") | words("denials", "culprits")


def _negated_words(main: Predicate) -> "tuple[Token, ...]":
    """Return the words from the first auxiliary or negation to the verb."""
    near = [one for one in children(main.verb, *AUXILIARIES, "neg") if one.i < main.verb.i]
    if main.negation is not None and main.negation not in near:
        return (main.negation,)
    return (*near, main.verb)
