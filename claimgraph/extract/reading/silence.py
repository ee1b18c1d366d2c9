"""Attributions in which nothing is stated: nobody speaks, a thing is left unsaid or undone, or merely named.

"The firm declined to build a smaller car", "the mayor refused to say who had paid", "the doctor asked not to
be named" and "nor did he report that anybody had resigned" have a speaker and something that looks like his
words; so has "it seems odd", which is the writer's own. A thing alone is told of where it is denied,
admitted, judged aloud or asked for, where it is itself a happening or a saying ("confirmed the theft"), and
where it is new ("reported a loss"): that "his identity" was revealed says nothing.
"""

from functools import cache
from itertools import takewhile

from claimgraph.extract.attribution.spans import ATTITUDE, TOPIC, Attribution, cue_verb, is_done_to
from claimgraph.extract.grammar.nouns import is_person
from claimgraph.extract.grammar.sentences import in_quotation, is_quote, is_word, roots
from claimgraph.extract.grammar.tree import (
    ANY_SUBJECT,
    NOMINAL,
    VERBAL,
    child,
    children,
    following,
    governed,
    has,
    lemmas,
    positions,
)
from claimgraph.extract.grammar.verbs import DUTY, POSSIBLE, is_finite, is_infinitive, is_passive, modal_of
from claimgraph.extract.parse import Article
from claimgraph.extract.reading.hedges import has_figure
from claimgraph.extract.reading.statement import Cue, read_cue
from claimgraph.extract.tokens import Token
from claimgraph.lexicon import table, words
from claimgraph.lexicon.deeds import noun_types

_DEFINITE = frozenset({"the", "this", "that", "these", "those"})


def keeps_silent(article: Article, attribution: Attribution) -> bool:
    """Tell whether the speaker of an attribution would not, or did not, say or do what it holds."""
    verb = cue_verb(article, attribution)
    said = [token for token in article.tokens(*attribution.content) if is_word(token)]
    if any(map(_is_term, roots(said)[:2])) or _leaves_open(article, attribution, said):
        return True
    if verb is None:
        return False
    if verb.lemma in words("grammar", "leaving_undone"):
        return _is_not_told(verb, said)
    above = verb.head.lemma if verb.dep_ == "xcomp" else ""
    if above in words("cues", "leaving_unsaid"):  # "failed to say who"
        return True
    if above in words("grammar", "leaving_undone"):
        return _is_silence(verb)
    apart = [one for one in children(verb, "neg") if one not in said]  # not: "Not yet," he said
    return _did_not_say(verb, [*article.tokens(*attribution.cue), *apart], said)


def _did_not_say(verb: Token, cue: list[Token], said: list[Token]) -> bool:
    """Read "did not say who had paid", "never mentioned that he was ill"."""
    negatives, quite = words("grammar", "negatives"), words("grammar", "not_quite")
    negated = any(token.lower_ in negatives and following(token) not in quite for token in cue)
    if said and said[0].lower_ in words("discourse", "asked"):
        return negated or (verb.dep_ != "parataxis" and has(verb.head, "neg"))
    return negated and verb.lemma in words("cues", "merely_told") | words("cues", "topic")


def _is_not_told(verb: Token, said: list[Token]) -> bool:
    """Read "declined to build a smaller car", "declined to say who": a refusal to confirm tells something."""
    done = next((one for one in said if one.dep_ == "xcomp" and one.head.i == verb.i), None)
    cues = table("cues")["verbs"]
    telling = {*cues["clause"], *cues["object"], *words("cues", "stands")}
    return done is not None and (done.lemma not in telling or _is_silence(done))


def _is_silence(refused: Token) -> bool:
    """Tell whether nothing is told by who would not do a thing; who would not confirm one tells something."""
    telling = words("caveats", "refused") | words("caveats", "give")
    return refused.lemma in telling - words("caveats", "verify")


def _is_term(top: Token) -> bool:
    """Read "asked not to be named", "requesting anonymity": on what terms somebody talks."""
    if top.lemma in words("cues", "secrecy"):
        return True
    named = top.lemma in words("cues", "naming") and is_passive(top)
    return named and is_infinitive(top) and not children(top, "nsubjpass", "agent")


def _leaves_open(article: Article, attribution: Attribution, said: list[Token]) -> bool:
    """Read "says what he believes", "took a look at why it broke": the reader is not told which."""
    if not said or attribution.head in {"ask", "wonder"} or in_quotation(said[0]):
        return False
    what, asking = said[0], words("grammar", "asking") - {"if", "whether", "that"}
    if attribution.rule == ATTITUDE and roots(said)[0].dep_ == "pcomp" and what.lower_ in asking:
        judging = words("acts", "evaluative_adjectives") | words("acts", "act_nouns_evaluate")
        judging = judging.difference(words("acts", "views")).union(table("acts")["cues"]["evaluate"])
        cue = article.tokens(*attribution.cue)
        return judging.isdisjoint(lemmas(cue).union(one.lower_ for one in cue))  # not "is worried about how"
    return what.lower_ == "what" and what.head in said and {*said} <= {*what.head.subtree}


def is_nobodys(article: Article, attribution: Attribution) -> bool:
    """Read "no one knows what will come of it", "you never know", "it seems odd": nobody says that."""
    verb = cue_verb(article, attribution)
    source = [token.lower_ for token in article.tokens(*attribution.source)]
    supposed = attribution.rule == ATTITUDE and words("discourse", "own_words").isdisjoint(source)
    if verb is not None and (seems_so(verb) or (supposed and _is_supposed(verb))):
        return True
    alone = len(source) == 1 and source[0] in words("roles", "anybody")
    return alone or not {"no", "nobody", "none", "neither"}.isdisjoint(source[:1])


def seems_so(verb: Token) -> bool:
    """Tell whether a verb tells how something looks, and to nobody but whoever writes it."""
    if verb.lemma not in words("hedges", "seeming") or governed(verb, "to") is not None:
        return False
    clause = verb.lemma != "look" and has(verb, "xcomp", "ccomp")
    return clause or has(verb, "acomp", "attr", "oprd") or has(verb, "prep", among={"like"})


def _is_supposed(verb: Token) -> bool:
    """Read "may want to sell", "should worry", "deserves to know": so thinks who writes it."""
    owed = verb.dep_ == "xcomp" and verb.head.lemma in words("grammar", "obliging")
    return owed or modal_of(verb) in POSSIBLE | DUTY


def is_bare(article: Article, one: Attribution) -> bool:
    """Tell whether an attribution names a thing, and says nothing of it."""
    tokens, cue, stated = article.tokens(*one.content), read_cue(article, one), one.rule != ATTITUDE
    said = [token for token in tokens if is_word(token)]
    if not cue.tokens or any(map(is_quote, tokens)) or _predicates(said, cue, stated=stated):
        return False
    things = _things(said)
    if one.rule == TOPIC:  # "questioned his fitness" judges, "questions about it" do not
        asks = cue_verb(article, one) is not None and not is_done_to(article, one, "hears_in_passive")
        return not (asks and cue.is_any("evaluate"))
    return bool(things) and not any(_is_told_of(thing, cue, stated=stated) for thing in things)


def _things(said: list[Token]) -> list[Token]:
    """Return the nouns and pronouns that govern a content, or else stand behind its preposition."""
    nouns, tops = {*NOMINAL, "PRON"}, roots(said)
    named = [top for top in tops if top.pos_ in nouns]
    return named or [one for top in tops for one in children(top, "pobj") if one.pos_ in nouns]


def _predicates(said: list[Token], cue: Cue, *, stated: bool) -> bool:
    """Tell whether words say something of what they name: a verb, a figure, "as a friend"."""
    clausal = cue.lemma in table("cues")["verbs"]["clause"] and cue.tokens[-1].lower_ != "about"
    inside, telling = positions(said), stated and not cue.negated and clausal
    own = [token for token in said if not _stands_aside(token, inside, new=telling)]
    if has_figure(said if telling else own) or any((*map(is_finite, own), *map(_is_predicate, roots(own)))):
        return True
    if telling and len(said) > 1 and said[-1].i < cue.tokens[0].i:  # "Bridge unsafe, engineers said"
        return not any(map(is_passive, cue.tokens))
    as_what = any((one.lower_, one.dep_) == ("as", "prep") for one in own)
    return as_what or _says_of_another(roots(own), cue, telling=telling)


def _says_of_another(tops: list[Token], cue: Cue, *, telling: bool) -> bool:
    """Read "showed Roe leading", "called him a liar": a thing, and what is said of it."""
    named = any(top.pos_ in {"PROPN", "PRON"} for top in tops)
    if (telling or named) and any(has(top, "acl") for top in tops):
        return True
    return len(tops) > 1 and (cue.lemma in words("acts", "label") or (telling and named))


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
    if cue.is_any("deny_claims"):
        return thing.lemma in _matters() or thing.lower_ in words("grammar", "pointing")
    if cue.lemma in words("acts", "felt"):
        return thing.lemma in _matters()
    return not cue.negated and thing.pos_ != "PRON" and _is_news(thing, cue, stated=stated)


def _is_news(thing: Token, cue: Cue, *, stated: bool) -> bool:
    """Tell whether a thing is judged, asked for or promised, or is told of and no thing known before."""
    if has(thing, "det", among={"no"}) and cue.lemma in words("caveats", "give"):  # "disclosed no terms"
        return False
    if cue.is_any("evaluate", "demand", "predict") or cue.lemma in words("acts", "act_nouns_evaluate"):
        return True
    new = stated and (cue.is_any("promise") or not _is_known(thing))
    return cue.lemma in _tellings() and (new or thing.lemma in _matters())


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
