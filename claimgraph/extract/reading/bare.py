"""Contents without a verb: whether a mere thing is told of depends on what is said or done to it.

"The port withdrew its bid", "the singer posted a photo" and "the chip supports roaming" tell deeds.
Something is said where a thing is denied, admitted, judged aloud or asked for, where it is itself a happening
or a saying ("confirmed the theft"), and where it is new ("reported a loss"): that "his identity" was revealed
says nothing, nor does who is merely criticised, nor that somebody "gave his views".
"""

from functools import cache
from itertools import takewhile

from claimgraph.extract.attribution.spans import ATTITUDE, TOPIC, Attribution, cue_verb, is_done_to
from claimgraph.extract.grammar.nouns import is_person
from claimgraph.extract.grammar.sentences import is_quote, is_word, roots
from claimgraph.extract.grammar.tree import ANY_SUBJECT, NOMINAL, VERBAL, child, children, has
from claimgraph.extract.grammar.verbs import is_finite, is_passive
from claimgraph.extract.parse import Article
from claimgraph.extract.reading.own_voice import has_figure
from claimgraph.extract.reading.statement import Cue, read_cue
from claimgraph.extract.reading.vocabulary import noun_types
from claimgraph.extract.tokens import Token
from claimgraph.lexicon import table, words

_DEFINITE = frozenset({"the", "this", "that", "these", "those"})


def is_bare(article: Article, one: Attribution) -> bool:
    """Tell whether an attribution names a thing, and says nothing of it."""
    tokens, cue, stated = article.tokens(*one.content), read_cue(article, one), one.rule != ATTITUDE
    said = [token for token in tokens if is_word(token)]
    if not cue.tokens or any(map(is_quote, tokens)) or _predicates(said, cue, stated=stated):
        return False
    nouns, tops = {*NOMINAL, "PRON"}, roots(said)
    things = [top for top in tops if top.pos_ in nouns]
    things = things or [one for top in tops for one in children(top, "pobj") if one.pos_ in nouns]
    if one.rule == TOPIC and things:  # "questioned his fitness" judges, "questions about it" do not
        asks = cue_verb(article, one) is not None and not is_done_to(article, one, "hears_in_passive")
        return not (asks and cue.is_any("evaluate"))
    return bool(things) and not any(_is_told_of(thing, cue, stated=stated) for thing in things)


def _predicates(said: list[Token], cue: Cue, *, stated: bool) -> bool:
    """Tell whether words say something of what they name: a verb, a figure, "as a friend"."""
    clausal = cue.lemma in table("cues")["verbs"]["clause"] and cue.tokens[-1].lower_ != "about"
    inside, telling = {token.i for token in said}, stated and not cue.negated and clausal
    own = [token for token in said if not _stands_aside(token, inside, new=telling)]
    told = has_figure(said if telling else own) or any(map(is_finite, own))
    if told or any(map(_is_predicate, roots(own))):
        return True
    if telling and len(said) > 1 and said[-1].i < cue.tokens[0].i:  # "Bridge unsafe, engineers said"
        return not any(map(is_passive, cue.tokens))
    as_what = any(token.lower_ == "as" and token.dep_ == "prep" for token in own)
    return as_what or _says_of_another(roots(own), cue, telling=telling)


def _says_of_another(tops: list[Token], cue: Cue, *, telling: bool) -> bool:
    """Read "showed Roe leading", "called him a liar": a thing, and what is said of it."""
    named = any(top.pos_ in {"PROPN", "PRON"} for top in tops)
    if (telling or named) and any(has(top, "acl") for top in tops):
        return True
    called = cue.lemma in words("acts", "label") or (telling and named)
    return called and (len(tops) > 1 or any(has(top, "appos") for top in tops))


def _is_predicate(top: Token) -> bool:
    """Tell whether the head of a content is a verb, is said of something, or tells for what one is judged."""
    below = child(top, "pcomp") if top.pos_ == "ADP" else top
    named = has(top, *ANY_SUBJECT) or top.dep_ in {"acomp", "oprd"}
    judged = top.lower_ == "for" and top.head.lemma in words("grammar", "judging")
    named = named or judged or any(has(one, "pcomp") for one in top.children)  # "the crew for saving him"
    return named or (below is not None and below.pos_ in {*VERBAL, "ADJ"})


def _stands_aside(word: Token, inside: set[int], *, new: bool) -> bool:
    """Read "gave no name | until he was asked", and clauses that tell which known thing is meant."""
    upwards = list(takewhile(lambda token: token.i in inside, (word, *word.ancestors)))
    top, when = upwards[-1], words("cues", "circumstances")
    if top.dep_ == "advcl" and has(top, "mark", "advmod", among=when):
        return True
    clauses = (one for one in upwards[:-1] if one.dep_ == "relcl")
    return not all(new and not _is_known(one.head) for one in clauses)


def _is_told_of(thing: Token, cue: Cue, *, stated: bool) -> bool:
    """Tell whether with a cue something is said of the thing it names."""
    if cue.is_any("deny", "admit", "accuse") or cue.lemma in words("caveats", "verify"):
        return not cue.negated
    if _says_so_little(thing, cue):
        return False
    matter = thing.lemma in _matters()
    if cue.is_any("deny_claims"):
        return matter or thing.lower_ in words("grammar", "pointing")
    if cue.lemma in words("acts", "felt"):
        return matter
    none = has(thing, "det", among={"no"}) and cue.lemma in words("caveats", "give")
    if cue.negated or none or thing.pos_ == "PRON":  # "did not praise the cook", "disclosed no terms"
        return False
    if cue.is_any("evaluate", "demand", "predict") or cue.lemma in words("acts", "act_nouns_evaluate"):
        return True
    new = stated and (cue.is_any("promise") or not _is_known(thing))
    return (matter or new) and (cue.is_any("promise") or cue.lemma in _tellings())


def _says_so_little(thing: Token, cue: Cue) -> bool:
    """Read "offered his views on it", "welcomed the move", "criticised Roe": one has to guess what for."""
    if not words("acts", "views").isdisjoint({cue.lemma, thing.lemma}):
        return cue.lemma == thing.lemma or not cue.is_any("deny_claims", "evaluate")
    only = all(one.lower_ in _DEFINITE for one in thing.children)
    vague = only and thing.lemma in words("acts", "judged") | words("acts", "vague")
    return cue.is_any("evaluate") and (vague or thing.pos_ == "PROPN" or is_person(thing))


def _is_known(thing: Token) -> bool:
    """Tell whether a thing is one that the reader is taken to know."""
    named = thing.pos_ in {"PROPN", "PRON"} or has(thing, "poss")
    return named or has(thing, "det", among=_DEFINITE)


@cache
def _tellings() -> frozenset[str]:
    """Return the words with which things are told of: verbs and their nouns."""
    cues = table("cues")
    return _sayings().union(cues["verbs"]["object"], cues["light"]["verbs"])


@cache
def _matters() -> frozenset[str]:
    """Return the nouns of happenings, sayings and proposals, rather than of persons and things."""
    claimed, nouns = words("denials", "claim_nouns") | words("acts", "proposals"), table("cues")["nouns"]
    return _sayings().union(noun_types(), claimed, nouns["reference"], nouns["deniable"])


@cache
def _sayings() -> frozenset[str]:
    acts = (words("acts", f"act_nouns_{act}") for act in ("evaluate", "promise", "demand"))
    return frozenset(table("cues")["nouns"]["clause"]).union(*acts)
