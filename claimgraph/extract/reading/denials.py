"""Rules that read a denial: in the cue, in words that call a statement false, in a negated fact.

What is refused, doubted, predicted or merely unknown is not denied.
"""

from collections.abc import Iterable

from claimgraph.extract.grammar.nouns import counted_of, is_claim
from claimgraph.extract.grammar.tree import AUXILIARIES, COMPLEMENTS, VERBAL, children, following, has, lemmas
from claimgraph.extract.grammar.verbs import Predicate, going_to, is_conditional, is_infinitive
from claimgraph.extract.reading.statement import Statement, Verdict, of_clause
from claimgraph.extract.reading.telling import FALSITY
from claimgraph.extract.reading.vocabulary import does_harm, judges
from claimgraph.extract.tokens import Token
from claimgraph.lexicon import words
from claimgraph.lexicon.deeds import harmful
from claimgraph.model import Act

COPULAS = frozenset({"be", "prove", "remain", "become", "seem", "appear", "sound", "look"})
TRUTH = ("truth_adjectives", "truth_nouns", "reality_nouns")
CLAIM_PRONOUNS = frozenset({"that", "this", "it", "these", "those", "them", "all", "everything", "which"})
_KNOWN = frozenset({"the", "this", "that", "these", "those"})


def by_cue(statement: Statement) -> Verdict | None:
    """The cue itself denies ("denied", "rejected the claim", "ruled out", "did not accept that")."""
    cue = statement.cue
    if not cue.is_any("deny", "deny_claims"):
        return None
    denies = cue.is_any("deny") and not _is_refusal(statement)
    if denies or (cue.is_any("deny_claims") and _is_of_a_claim(statement)):
        return Verdict(Act.DENY, statement.turned, by_cue=True)
    if cue.is_any("evaluate") or cue.lemma in words("acts", "emphatic"):
        return None  # "hit back: “He lied”"
    return Verdict(Act.EVALUATE, "denied")  # refuses a proposal


def _is_refusal(statement: Statement) -> bool:
    """Tell whether what is denied is a request or a thing to be done: "denied bail", "ruled out leaving"."""
    head, main = statement.head, statement.main
    ahead = statement.cue.lemma == "rule out" and main is not None and main.verb.tag_ == "VBG"
    wanted = ahead or (head is not None and head.lemma in words("denials", "refusals"))
    return wanted and not statement.is_clause


def _is_of_a_claim(statement: Statement) -> bool:
    """Tell whether the thing rejected is something said: a claim noun, a pronoun, a clause."""
    head, main = statement.head, statement.main
    above = main.verb.head if main is not None and main.verb.dep_ in {"acl", "relcl"} else head
    named = [above, *children(above, "conj")] if above is not None else []
    if statement.cue.is_any("evaluate"):
        return any(is_claim(one, charged=True) for one in named)
    if any(is_claim(one) or _has_content(one) for one in named):
        return True
    if statement.is_clause:  # not "disagree on how it should happen"
        neutral = words("grammar", "asking") | words("acts", "emphatic")
        return neutral.isdisjoint({statement.tokens[0].lower_, statement.cue.lemma})
    return head is not None and head.lower_ in CLAIM_PRONOUNS


def by_exclamation(statement: Statement) -> Verdict | None:
    """A word without a verb calls something false: "“Nonsense,” he said"."""
    head = statement.head
    if statement.main is not None or head is None or not _is_false(head, of_claim=False):
        return None
    return Verdict(Act.DENY, "denied", (head,))


def _has_content(noun: Token) -> bool:
    """Tell whether a noun says what is so ("the idea that it leaked"), not what is felt or shall be."""
    felt = words("acts", "act_nouns_evaluate") | words("denials", "refusals")
    return noun.lemma not in felt and any(has(one, "mark", among={"that"}) for one in noun.children)


def _is_false(word: Token, *, of_claim: bool) -> bool:
    """Tell whether a word calls what it is said of false; "absurd" does it of a claim alone."""
    lists, word = FALSITY if of_claim else ("falsity_adjectives", "falsity_nouns"), counted_of(word)
    forms = {word.lemma, word.lower_, *(f"{word.lower_} {one.lower_}" for one in children(word, "prt"))}
    forms |= {f"{one.lower_} {word.lower_}" for one in children(word, "compound", "amod")}  # "a fairy tale"
    return any(not forms.isdisjoint(words("denials", name)) for name in lists)


def _with_adjectives(told: Iterable[Token]) -> list[Token]:
    """Return words said of something with the adjectives of "a false report", not of "the false report"."""
    said = list(told)
    claims = (one for one in said if is_claim(one) and not has(one, "det", "poss", among=_KNOWN))
    return said + [adjective for one in claims for adjective in children(one, "amod")]


def by_label(statement: Statement) -> Verdict | None:
    """A statement is called false: "called the report a lie", "described it as baseless"."""
    if statement.cue.lemma not in words("acts", "label") or statement.polarity == "denied":
        return None
    of_claim = any(map(is_claim, statement.tokens))
    said = [token for token in statement.tokens if token.dep_ != "amod" or token.head.pos_ != "NOUN"]
    found = tuple(token for token in _with_adjectives(said) if _is_false(token, of_claim=of_claim))
    return Verdict(Act.DENY, "denied", found) if found else None


@of_clause
def by_falsity(statement: Statement, main: Predicate) -> Verdict | None:
    """The content says that a statement is false: "the report is a lie", "the story was made up"."""
    named = main.subject is not None and is_claim(main.subject)
    told = _with_adjectives(_complements(main.verb)) + [main.verb] * (named and main.passive)
    false = tuple(word for word in told if _is_false(word, of_claim=named))
    if not false:
        return None
    return Verdict(Act.DENY if main.negation is None else Act.ASSERT, statement.turned, false[:1])


@of_clause
def by_untruth(_statement: Statement, main: Predicate) -> Verdict | None:
    """The content says that a statement is not true: "that is not the case", "there is no basis"."""
    subject = main.subject
    of_claim = subject is None or subject.lower_ in CLAIM_PRONOUNS or is_claim(subject)
    so = frozenset().union(*(words("denials", name) for name in TRUTH))  # "true", "the case", "basis"
    true = [word for word in _with_adjectives(_complements(main.verb)) if word.lemma in so]
    return (
        Verdict(Act.DENY, "denied", (main.negation, true[0])) if of_claim and main.negation and true else None
    )


def _complements(verb: Token) -> list[Token]:
    """Return predicate nouns and adjectives, and what is coordinated with them."""
    if verb.lemma == "have":
        return children(verb, "dobj")
    found = children(verb, *COMPLEMENTS) if verb.lemma in COPULAS else []
    apart = (one for word in found for one in children(word, "amod") if following(one) == ",")
    found += apart  # "false, Mr Roe"
    return found + [below for word in found for below in children(word, "conj")]


def by_phrase(statement: Statement) -> Verdict | None:
    """A set phrase that denies a part in something ("had nothing to do with it")."""
    entries = sorted(words("denials", "phrases"), key=len, reverse=True)
    entry = next((entry.split() for entry in entries if f" {entry} " in f" {statement.text} "), None)
    if entry is None:
        return None
    windows = (statement.tokens[place : place + len(entry)] for place in range(len(statement.tokens)))
    found = next((window for window in windows if [one.lower_ for one in window] == entry), ())
    return Verdict(Act.DENY, "denied", tuple(found))


@of_clause
def by_negated_fact(statement: Statement, main: Predicate) -> Verdict | None:
    """The main clause is negated and tells a past or present fact; what is not known is not denied."""
    if main.negation is None or _is_no_fact(main):
        return None
    if _is_gap(main):
        return Verdict(Act.ASSERT, "denied")
    if _is_attitude(main) or judges(main.verb):
        return Verdict(Act.EVALUATE, "denied")
    if main.modal is None and not _answers_a_charge(statement, main):
        return Verdict(Act.ASSERT, "denied")
    return Verdict(Act.DENY, "denied", _negated_words(main))


def _is_no_fact(main: Predicate) -> bool:
    """Tell whether the negated clause is a plan, an order, a possibility or an obligation."""
    if is_infinitive(main.verb) or is_conditional(main.verb) or going_to(main.verb) is not None:
        return True
    if main.modal is None:
        return main.subject is None and main.verb.tag_ == "VB"
    return not (main.modal in {"can", "could"} and main.perfect)


def _is_gap(main: Predicate) -> bool:
    """Tell whether the clause says that something is unknown, unpublished or unconfirmed."""
    word = main.verb.lemma
    if not words("denials", "gap_adjectives").isdisjoint(lemmas(_complements(main.verb))):
        return True
    if word == "know" and not main.passive:
        asked = (below for one in children(main.verb, "ccomp", "advcl") for below in one.subtree)
        asks = any(one.lower_ in words("grammar", "asking") for one in asked)
        return asks or not has(main.verb, "dobj", "prep", "ccomp")
    return word in words("denials", "gaps") and (main.passive or word not in words("denials", "open_gaps"))


def _is_attitude(main: Predicate) -> bool:
    """Tell whether a verb tells what somebody thinks; who "did not see the car" tells a fact."""
    word = main.verb.lemma
    perceives = word in {"feel", "see"} and has(main.verb, "dobj")
    consented = _is_past(main.verb) and word in words("denials", "consenting")  # "did not agree"
    return word in words("denials", "attitudes") and not perceives and not consented


def _is_past(verb: Token) -> bool:
    return any(one.tag_ == "VBD" for one in (verb, *children(verb, *AUXILIARIES)))


def _answers_a_charge(statement: Statement, main: Predicate) -> bool:
    """Tell whether a negated fact is a denial and not merely a negative statement.

    It is when the cue is emphatic ("insisted"), when a misdeed is what did not happen
    (on whoever's behalf), when it is said not to have happened at all, and when the
    speaker tells what the own side did not do, or is said elsewhere to have done. "The owners
    have not paid", "no one was hurt", "I had no money" and "we are not worried" deny nothing.
    """
    subject = main.subject
    if main.passive and subject is not None and subject.lower_ in words("denials", "nobody"):
        return False
    if statement.cue.lemma in words("acts", "emphatic") or main.verb.lemma in words("deeds", "occurring"):
        return True
    if any(map(_is_accusable, {*statement.tokens}.intersection(_of_clause(main.verb)))):
        return True
    return subject is not None and statement.is_self(subject) and _is_past_deed(statement, main)


def _is_past_deed(statement: Statement, main: Predicate) -> bool:
    """Tell whether a clause is of a past deed, or of what the article says elsewhere was so; no state."""
    if main.negation is not None and main.negation.head.dep_ in {"dobj", "attr"}:  # "made no arrests"
        return False
    if has(main.verb, "neg", "advmod", among={"never", "ever"}):
        return True
    if not _is_past(main.verb):
        return False
    there = main.verb.lemma == "be" and has(main.verb, "prep")  # "was not in Kenya"
    acts = main.verb.lemma not in words("acts", "states") - {"see"}
    done = main.verb.tag_ == "VBG" or has(main.verb, "dobj", "prep", "dative", "xcomp")
    deed = acts and done and not main.passive
    return there or deed or statement.is_told_elsewhere(main.verb)


def _of_clause(word: Token) -> list[Token]:
    """Return the words of a clause without clauses that tell when, or more of a noun that it is not."""
    away = {"advcl"} if word.dep_ == "attr" else {"advcl", "relcl"}  # "is not the man who fired"
    return [word, *(below for one in word.children if one.dep_ not in away for below in _of_clause(one))]


def _is_accusable(token: Token) -> bool:
    """Tell whether a word names a misdeed, a part in one, or the blame for it."""
    word = token.lemma
    if token.pos_ in VERBAL:
        return does_harm(token) or word == "involve"
    lists = (("acts", "blame_adjectives"), ("acts", "blame_nouns"), ("denials", "culprits"))
    return word in harmful("nouns").union(*(words(*each) for each in lists)) - words("denials", "suffered")


def _negated_words(main: Predicate) -> tuple[Token, ...]:
    """Return the words from the first auxiliary or negation to the verb."""
    near = [one for one in children(main.verb, *AUXILIARIES, "neg") if one.i < main.verb.i]
    if main.negation is not None and main.negation not in near:
        return (main.negation,)
    return (*near, main.verb)
