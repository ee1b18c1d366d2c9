"""Rules that read a denial: in the cue, in words that call a statement false, in a negated fact.

Each rule takes a statement and returns a verdict, or None when it does not apply. What is
refused, doubted, predicted or merely unknown is not denied.
"""

from typing import TYPE_CHECKING

from claimgraph.extract.harms import does_harm, harmful_nouns
from claimgraph.extract.predicates import Predicate
from claimgraph.extract.statements import Statement
from claimgraph.extract.verdicts import COMPLEMENTS, Verdict, polarity_of
from claimgraph.lexicon import table, words
from claimgraph.model import Act, Polarity

if TYPE_CHECKING:
    from spacy.tokens import Token

COPULAS = frozenset({"be", "prove", "remain", "become", "seem", "appear", "sound", "look"})
PERSONS = frozenset({"him", "her", "them"})
CLAIM_PRONOUNS = frozenset({"that", "this", "it", "these", "those", "them", "all", "everything", "which"})
PERCEPTIONS = frozenset({"feel", "see"})
OPEN_GAPS = frozenset({"say", "provide", "release", "find", "name", "reach", "publish", "locate", "recover"})
"""Verbs that tell of a gap only in the passive or before a question."""
WH_WORDS = frozenset({"whether", "if", "how", "why", "what", "who", "when", "where", "which"})


def by_cue(statement: Statement) -> Verdict | None:
    """The cue itself denies ("denied", "rejected the claim", "ruled out")."""
    cue = statement.cue
    if cue.is_any("deny") and not _refuses(statement):
        return Verdict(Act.DENY, _polarity_under_denial(statement), "cue: denial", by_cue=True)
    if not cue.is_any("deny", "deny_claims"):
        return None
    if cue.is_any("deny_claims") and _of_a_claim(statement):
        return Verdict(Act.DENY, _polarity_under_denial(statement), "cue: rejects a claim", by_cue=True)
    if (
        cue.is_any("deny_claims")
        and statement.main is not None
        and statement.main.subject is not None
        and cue.lemma in words("acts", "emphatic")
    ):
        return None
    return Verdict(Act.EVALUATE, "denied", "cue: refuses a proposal")


def _polarity_under_denial(statement: Statement) -> Polarity:
    """Return the polarity of what is denied: "denied it had not warned them" affirms the warning.

    A noun that is denied ("the reports that nobody was hurt") is denied as it stands.
    """
    head, main = statement.head, statement.main
    nominal = head is not None and main is not None and head.i < main.verb.i and head.dep_ == "dobj"
    return "denied" if nominal else polarity_of(main, 1)


def _refuses(statement: Statement) -> bool:
    """Tell whether what is denied is a request or a thing wanted, not a fact."""
    head = statement.head
    if _gives_two(statement) or _gives_to(statement):
        return True
    if statement.main is not None and statement.main.subject is not None:
        return False
    if statement.cue.lemma == "rule out" and statement.main is not None:
        perfect = any(child.lemma_ == "have" for child in statement.main.verb.children if child.dep_ == "aux")
        return statement.main.verb.tag_ == "VBG" and not perfect
    return head is not None and head.lemma_.lower() in words("denials", "refusals")


def _gives_two(statement: Statement) -> bool:
    """Tell whether the cue has two objects, somebody and a thing: "denied his party the victory"."""
    times = words("cues", "time_words")
    objects = [
        token
        for token in statement.tokens
        if token.dep_ in {"dobj", "dative", "npadvmod"} and token.head in statement.cue.tokens
    ]
    return len([token for token in objects if token.lemma_.lower() not in times]) > 1


def _gives_to(statement: Statement) -> bool:
    """Tell whether the cue has a thing and to whom it is refused: "denied parole to the two men"."""
    head = statement.head
    if head is None or head.lemma_.lower() in words("denials", "claim_nouns") or head.dep_ != "dobj":
        return False
    clause = statement.main is not None and statement.main.subject is not None
    return not clause and any(
        child.lower_ == "to" and child.dep_ in {"prep", "dative"}
        for token in statement.cue.tokens
        for child in token.children
    )


def _of_a_claim(statement: Statement) -> bool:
    """Tell whether the thing rejected is something said: a claim noun, a pronoun, a clause."""
    head, main = statement.head, statement.main
    if any(token.lemma_.lower() in _false_words() for token in statement.tokens):
        return True
    if head is not None and head.lemma_.lower() in words("denials", "proposition_nouns"):
        return _has_clause_of_fact(head)
    if main is not None and (main.subject is not None or (main.verb.tag_ == "VBG" and main.perfect)):
        return statement.cue.lemma not in words("acts", "emphatic") or statement.cue.lemma == "dispute"
    if head is None:
        return False
    if head.lemma_.lower() in words("denials", "refusals"):
        return False
    if statement.cue.lemma == "contradict" and (head.lower_ in PERSONS or head.pos_ == "PROPN"):
        return True  # "contradicted her": what she said
    listed = words("denials", "claim_nouns")
    return head.lower_ in CLAIM_PRONOUNS or head.lemma_.lower() in listed


def _has_clause_of_fact(noun: "Token") -> bool:
    """Tell whether a noun has a clause of fact: "the idea that it failed", not "that it should"."""
    clauses = [child for child in noun.children if child.dep_ in {"acl", "ccomp", "relcl"}]
    return any(
        any(child.dep_.startswith("nsubj") for child in clause.children)
        and not any(child.tag_ == "MD" for child in clause.children)
        for clause in clauses
    )


def _false_words() -> frozenset[str]:
    return words("denials", "falsity_adjectives") | words("denials", "falsity_nouns")


def by_label(statement: Statement) -> Verdict | None:
    """A statement is called false: "called the report a lie", "described it as baseless"."""
    if statement.cue.lemma not in words("acts", "label"):
        return None
    claims = words("denials", "claim_nouns")
    of_claim = any(token.lemma_.lower() in claims for token in statement.tokens)
    found = [token for token in statement.tokens if _calls_false(token, of_claim=of_claim)]
    if not found:
        return None
    negated = statement.main is not None and statement.main.negation is not None
    return None if negated else Verdict(Act.DENY, "denied", "calls it false", tuple(found))


def _calls_false(token: "Token", *, of_claim: bool) -> bool:
    attributive = token.dep_ == "amod" and token.head.pos_ in {"NOUN", "PROPN"} and token.i < token.head.i
    if attributive:
        return False
    forms = {token.lemma_.lower(), token.lower_}
    of_claims = of_claim and bool(forms & words("denials", "falsity_of_claims"))
    return bool(forms & _false_words()) or of_claims


def by_falsity(statement: Statement) -> Verdict | None:
    """The content says that a statement is false, or is not true."""
    main = statement.main
    if main is None:
        head = statement.head
        if head is not None and head.lemma_.lower() in _false_words():
            return Verdict(Act.DENY, "denied", "content: called false", (head,))
        return None
    for word in _complements(main.verb):
        if _is_false(word, main):
            negated = main.negation is not None
            act = Act.ASSERT if negated else Act.DENY
            return Verdict(act, "affirmed" if negated else "denied", "content: called false", (word,))
        if main.negation is not None and _says_truth(word, main):
            return Verdict(Act.DENY, "denied", "content: called untrue", (main.negation, word))
    return None


def by_false_charge(statement: Statement) -> Verdict | None:
    """Who charges or alleges that something is false denies it: "charged that the tapes were faked"."""
    if statement.cue.lemma not in {"charge", "allege"} or statement.cue.negated:
        return None
    verdict = by_falsity(statement)
    return verdict if verdict is not None and verdict.act is Act.DENY else None


def _complements(verb: "Token") -> "list[Token]":
    """Return predicate nouns and adjectives, and what is coordinated with them."""
    if verb.lemma_.lower() == "have":
        return [child for child in verb.children if child.dep_ == "dobj"]
    if verb.lemma_.lower() not in COPULAS:
        fabricated = verb.tag_ == "VBN" and verb.lower_ in words("denials", "falsity_adjectives")
        return [verb] if fabricated else []
    found = [child for child in verb.children if child.dep_ in COMPLEMENTS]
    return found + [below for word in found for below in word.children if below.dep_ == "conj"]


def _is_false(word: "Token", main: Predicate) -> bool:
    lemma = word.lemma_.lower()
    if main.verb.lemma_.lower() == "have":
        return False
    if lemma in _false_words() or word.lower_ in _false_words():
        return True
    subject = main.subject
    named = subject is not None and subject.lemma_.lower() in words("denials", "claim_nouns")
    return named and lemma in words("denials", "falsity_of_claims")


def _says_truth(word: "Token", main: Predicate) -> bool:
    lemma = word.lemma_.lower()
    subject = main.subject
    claimed = subject is not None and (
        subject.lower_ in CLAIM_PRONOUNS or subject.lemma_.lower() in words("denials", "claim_nouns")
    )
    measured = (
        below.lemma_.lower() for child in word.children if child.lower_ == "of" for below in child.children
    )
    if lemma in words("denials", "truth_nouns") or set(measured) & words("denials", "truth_nouns"):
        return (subject is None or claimed) and not _of_something(word)
    if lemma in words("denials", "reality_nouns"):
        return claimed
    if lemma not in words("denials", "truth_adjectives"):
        return False
    return claimed or subject is None or lemma in {"true", "accurate"}


def _of_something(noun: "Token") -> bool:
    """Tell whether a noun is that of something else: "the basis of our policy" is no truth."""
    definite = any(child.dep_ in {"det", "poss"} and child.lower_ != "no" for child in noun.children)
    named = noun.lemma_.lower() in words("denials", "truth_nouns") - {"truth"}
    return definite and named and any(child.lower_ == "of" for child in noun.children)


def _only_measures(words_of: "tuple[Token, ...]") -> bool:
    """Tell whether the "so" of "not so" goes with the next word: "not so long ago"."""
    last = words_of[-1] if words_of else None
    return (
        last is not None
        and last.head.i > last.i
        and last.dep_ == "advmod"
        and last.head.pos_ in {"ADJ", "ADV"}
    )


def by_phrase(statement: Statement) -> Verdict | None:
    """A set phrase that denies a part in something ("had nothing to do with it")."""
    text = f" {statement.text} "
    for entry in sorted(words("denials", "phrases"), key=len, reverse=True):
        if f" {entry} " in text and not _says_other(statement, entry):
            return Verdict(Act.DENY, "denied", "content: set phrase", _matching(statement, entry))
    main = statement.main
    if main is not None and main.negation is None:
        for word in _complements(main.verb):
            if word.lemma_.lower() in words("denials", "innocence"):
                return Verdict(Act.DENY, "denied", "content: innocence", (word,))
    return None


def _says_other(statement: Statement, entry: str) -> bool:
    """Tell whether a phrase says something else here: a verdict reported, no plea; "not so long ago"."""
    if entry.endswith(" so"):
        return _only_measures(_matching(statement, entry))
    if entry != "not guilty" or statement.cue.lemma == "plead":
        return False
    main = statement.main
    return main is None or main.verb.lemma_ == "find" or main.subject is None


def _matching(statement: Statement, entry: str) -> "tuple[Token, ...]":
    parts = entry.split()
    tokens = statement.tokens
    for position in range(len(tokens) - len(parts) + 1):
        window = tokens[position : position + len(parts)]
        if [token.lower_.replace("’", "'") for token in window] == parts:
            return tuple(window)
    return ()


def by_negated_fact(statement: Statement) -> Verdict | None:
    """The main clause is negated and tells a past or present fact."""
    main = statement.main
    if main is None or main.negation is None or _not_a_fact(main):
        return None
    lemma = main.verb.lemma_.lower()
    if lemma in words("denials", "expectations"):
        return Verdict(Act.PREDICT, "denied", "content: not expected")
    if lemma in table("acts")["cues"]["deny"]:
        return Verdict(Act.ASSERT, "affirmed", "content: was not denied")
    if _is_gap(main):
        return Verdict(Act.ASSERT, "denied", "content: not known")
    if (lemma in words("denials", "attitudes") and not _perceives(main)) or _judges(main):
        return Verdict(Act.EVALUATE, "denied", "content: negative opinion")
    if main.modal is None and not _answers_a_charge(statement, main):
        return Verdict(Act.ASSERT, "denied", "content: negative statement")
    return Verdict(Act.DENY, "denied", "content: negated fact", _negated_words(main))


def _of_time(negation: "Token") -> bool:
    """Tell whether a "not" is said of a time: "it was not so long ago that"."""
    following = negation.doc[negation.i + 1 : negation.i + 5]
    words_of = [
        token.lower_ for token in following if token.lower_ not in {"so", "too", "very", "that", "all"}
    ]
    return words_of[:1] == ["long"] and words_of[1:2] in (["ago"], ["after"], ["before"])


def _not_a_fact(main: Predicate) -> bool:
    """Tell whether the negated clause is a plan, an order, a possibility, an obligation or a time."""
    if main.negation is not None and _of_time(main.negation):
        return True
    children = list(main.verb.children)
    if any(child.dep_ == "aux" and child.lower_ == "to" for child in children):
        return True
    if any(
        child.dep_ == "mark" and child.lower_ in {"if", "unless", "whether", "lest"} for child in children
    ):
        return True
    imperative = main.subject is None and main.verb.tag_ == "VB" and main.modal is None
    if imperative or (main.verb.lemma_ == "go" and any(child.dep_ == "xcomp" for child in children)):
        return True
    return main.modal is not None and not (main.modal in {"can", "could"} and main.perfect)


def _is_gap(main: Predicate) -> bool:
    """Tell whether the clause says that something is unknown, unpublished or unconfirmed."""
    lemma = main.verb.lemma_.lower()
    if any(word.lemma_.lower() in words("denials", "gap_adjectives") for word in _complements(main.verb)):
        return True
    if lemma not in words("denials", "gaps"):
        return False
    asks = any(
        below.lower_ in WH_WORDS
        for child in main.verb.children
        if child.dep_ in {"ccomp", "advcl"}
        for below in child.subtree
    )
    if lemma == "know":
        about = any(child.dep_ in {"dobj", "prep", "ccomp"} for child in main.verb.children)
        return main.passive or asks or not about
    return main.passive or asks or lemma not in OPEN_GAPS


def _perceives(main: Predicate) -> bool:
    """Tell whether "feel" or "see" has a thing or a deed for its object: a perception, not an attitude."""
    return main.verb.lemma_.lower() in PERCEPTIONS and any(
        child.dep_ == "dobj" or (child.dep_ == "ccomp" and child.tag_ in {"VB", "VBG"})
        for child in main.verb.children
    )


def _judges(main: Predicate) -> bool:
    """Tell whether a negated copula carries a judgement ("is not fair", "there is no other way")."""
    for word in _complements(main.verb):
        lemma = word.lemma_.lower()
        if main.verb.lemma_ == "be" and (
            lemma in words("acts", "evaluative_adjectives") or lemma in words("acts", "evaluative_nouns")
        ):
            return True
    return main.verb.lemma_ == "make" and any(
        child.dep_ == "dobj" and child.lemma_.lower() in words("acts", "made_judgements")
        for child in main.verb.children
    )


def _answers_a_charge(statement: Statement, main: Predicate) -> bool:
    """Tell whether a negated fact is a denial and not merely a negative statement.

    It is when the cue is emphatic ("insisted"), when a misdeed is what did not happen
    (on whoever's behalf), when it is said not to have happened at all, and when the
    speaker tells what the own side did not do. "The owners have not paid" and "I had no
    money" deny nothing.
    """
    if statement.cue.lemma in words("acts", "emphatic") or main.verb.lemma_.lower() in words(
        "deeds", "occurring"
    ):
        return True
    if any(_accusable(token) for token in main.verb.subtree if token in statement.tokens):
        return True
    if any(child.dep_ == "attr" and child.lower_ in {"us", "me"} for child in main.verb.children):
        return True  # "it was not us"
    if main.subject is None or not statement.is_self(main.subject):
        return False
    determiner = main.negation is not None and main.negation.head.dep_ in {"dobj", "attr"}
    adjective = main.verb.lemma_ == "be" and any(child.dep_ == "acomp" for child in main.verb.children)
    return not determiner and not adjective


def _accusable(token: "Token") -> bool:
    """Tell whether a word names a misdeed, a part in one, or the blame for it."""
    lemma = token.lemma_.lower()
    if token.pos_ in {"VERB", "AUX"}:
        return does_harm(token) or lemma == "involve"
    if token.pos_ == "ADJ":
        return lemma in words("acts", "blame_adjectives") or lemma == "involved"
    return lemma in harmful_nouns() | words("acts", "blame_nouns") | words("denials", "culprits")


def _negated_words(main: Predicate) -> "tuple[Token, ...]":
    """Return the words from the first auxiliary or negation to the verb."""
    near = [
        child
        for child in main.verb.children
        if child.dep_ in {"aux", "auxpass", "neg"} and child.i < main.verb.i
    ]
    if main.negation is not None and main.negation not in near:
        return (main.negation,)
    return (*near, main.verb)
