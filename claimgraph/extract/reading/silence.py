"""Attributions in which nobody speaks, or somebody leaves a thing unsaid or undone: nothing is stated there.

"The firm declined to build a smaller car", "the mayor refused to say who had paid", "the doctor asked not to
be named", "the minister failed to mention the leak" and "nor did he report that anybody had resigned" have a
speaker and something that looks like his words; so has "it seems odd", which is the writer's own.
"""

from claimgraph.extract.attribution.spans import ATTITUDE, Attribution, cue_verb
from claimgraph.extract.grammar.sentences import in_quotation, is_word, roots
from claimgraph.extract.grammar.tree import children, following, governed, has, lemmas
from claimgraph.extract.grammar.verbs import DUTY, POSSIBLE, is_infinitive, is_passive, modal_of
from claimgraph.extract.parse import Article
from claimgraph.extract.tokens import Token
from claimgraph.lexicon import table, words


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
    if above in words("grammar", "leaving_undone") | words("cues", "leaving_unsaid"):  # "declined to say who"
        return _is_silence(verb) or above in words("cues", "leaving_unsaid")
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
    what = said[0] if said and attribution.head not in {"ask", "wonder"} else None
    if what is None or in_quotation(what):
        return False
    asking = words("grammar", "asking") - {"if", "whether", "that"}
    if attribution.rule == ATTITUDE and roots(said)[0].dep_ == "pcomp" and what.lower_ in asking:
        judging = words("acts", "evaluative_adjectives") | words("acts", "act_nouns_evaluate")
        judging = judging.difference(words("acts", "views")).union(table("acts")["cues"]["evaluate"])
        cue = article.tokens(*attribution.cue)
        return judging.isdisjoint(lemmas(cue).union(one.lower_ for one in cue))  # not "is worried about how"
    inside = what.lower_ == "what" and what.tag_ == "WP" and what.head in said and what.head.head not in said
    return inside and all(one in what.head.subtree for one in said)


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
