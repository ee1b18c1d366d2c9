"""Who says it: speakers whom the network left out or mistook, and through whom a statement came.

All is read off the parse: who performs the cue's verb, and whom a relative pronoun stands for.
Whoever "is accused of" something does not say it, nor does a court that "heard that". What could be
a saying is left out where nobody has spoken: "posted a loss", "if she thinks so", "citing two officials".
A channel is whoever was told, or prints it: "told Reuters", "interview with Radio Nord"; the network
takes who quotes for the speaker, so that "quoted by AP as saying" is read anew.

Invariant: a relative pronoun stays as a second span of the source; neither a speaker nor a channel
stands in what is said.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimgraph.extract.attribution.spans import Attribution, cue_verb, is_done_to, shared
from claimgraph.extract.grammar.nouns import antecedent, full_name, is_person
from claimgraph.extract.grammar.sentences import in_quotation, roots
from claimgraph.extract.grammar.subjects import performer
from claimgraph.extract.grammar.tree import AUXILIARIES, child, children, governed, has, subtrees
from claimgraph.extract.grammar.verbs import DUTY, POSSIBLE, agent_of, is_passive, modal_of
from claimgraph.extract.parse import Article, Paragraph
from claimgraph.extract.quotes import MARKS
from claimgraph.extract.tokens import Token
from claimgraph.lexicon import table, words
from claimgraph.model import Span

RULE = "quoted"
_WHOSE = frozenset({"poss", "compound", "nmod"})
_QUOTING = frozenset({"quote", "cite"})
_BEFORE_SPEAKER = (",", "”", '"', "’", "'")
_LOOSE = " \t\n\u00a0,"


def with_sources(article: Article, found: Sequence[Attribution]) -> list[Attribution]:
    """Return attributions with the speakers that the parse tells."""
    verbs = [(one, cue_verb(article, one)) for one in found]
    said = (one for one, verb in verbs if verb is None or not _tells_otherwise(article, one, verb))
    named = (_named(article, one) if one.source else _supplied(article, one) for one in said)
    return [_unspoken(article, one) for one in named]


def _tells_otherwise(article: Article, one: Attribution, verb: Token) -> bool:
    """Tell whether a verb tells what is done, supposed or said by others: "responded to claims of theft"."""
    finds = verb.lemma == "find" and verb.tag_ == "VBG"  # "is finding them shy"
    written = words("cues", "surfaces")  # "the sign says “Exit”"
    signs = any(top.pos_ == "NOUN" and top.lemma in written for top in roots(article.tokens(*one.source)))
    if finds or signs or _is_supposed(verb) or _cites_somebody(article, one, verb):
        return True
    expects = verb.lemma == "see" and verb.tag_ in {"VBZ", "VBP"}  # "sees a rise"
    return not expects and _does_or_answers(article, one, verb)


def _does_or_answers(article: Article, one: Attribution, verb: Token) -> bool:
    """Read "read the letter to him" and "responded to claims of theft": all that is said is the thing met."""
    done, ways = (table("cues")[listed].get(verb.lemma, ()) for listed in ("deeds", "answering"))
    thing = child(verb, "dobj")
    things = filter(None, (thing, governed(verb, "for", "to")))
    if _gives_or_admits(verb) or any(noun.lemma in done for noun in things):
        return True
    met = governed(verb, *ways) or (thing if "" in ways else None)
    said = roots(article.tokens(*one.content))
    return met is not None and not in_quotation(said[0]) and all(top in met.subtree for top in said)


def _gives_or_admits(verb: Token) -> bool:
    """Read "denied him a visa", "was admitted with a fever" and "offered no proof that he lied"."""
    thing = child(verb, "dobj")
    if verb.lemma == "admit" and is_passive(verb):
        return agent_of(verb) is None
    none = thing is not None and has(thing, "det", among={"no"}) and thing.lemma in words("caveats", "given")
    return (verb.lemma == "deny" and has(verb, "dative")) or (none and verb.lemma in words("caveats", "give"))


def _is_supposed(verb: Token) -> bool:
    """Tell whether a clause only supposes it: "if she thinks so", "assuming that", "could by telling"."""
    if verb.is_sent_start and verb.lower_ in words("cues", "supposing"):
        return True
    if verb.dep_ == "pcomp" and verb.head.lower_ == "by":
        end = verb.head.head
        return modal_of(end) in POSSIBLE | DUTY
    maybe = modal_of(verb) in {"may", "might"}
    maybe = maybe and not has(verb, "aux", among={"have"})
    return maybe or has(verb, "mark", among={"if", "unless"})


def _cites_somebody(article: Article, one: Attribution, verb: Token) -> bool:
    """Read "citing two officials": who says it, not what is said."""
    cited = child(verb, "dobj") if verb.lemma in {"cite", "quote"} and verb.tag_ == "VBG" else None
    tops = roots(article.tokens(*one.content))
    if cited is None or tops[:1] != [cited] or any(top.head == verb for top in tops[1:]):
        return False  # or "said, citing two officials, that it leaked", read wrongly
    bodies = words("media", "heads") | words("institutions", "heads") | words("roles", "informants")
    return cited.pos_ == "PROPN" or is_person(cited) or cited.lemma in bodies


def _named(article: Article, one: Attribution) -> Attribution:
    """Put the noun before a source that is a relative pronoun; give one before a name to what is said."""
    tokens = article.tokens(*one.source)
    noun = antecedent(tokens[0]) if tokens else None
    if noun is not None and len(tokens) == 1:
        return _with(one, full_name(noun, tokens[0].head))
    if noun is None or all(token.dep_ != "nsubj" for token in tokens[1:]):
        return one
    start, name = one.source[0][0], tokens[1].idx - tokens[0].idx  # "who | prosecutors | say ran the gang"
    content = tuple(sorted(((start, start + len(tokens[0])), *one.content)))
    return replace(one, source=((start + name, one.source[0][1]), *one.source[1:]), content=content)


def _supplied(article: Article, one: Attribution) -> Attribution:
    """Give a statement that has no source whoever performs its verb."""
    verb = cue_verb(article, one)
    if verb is None or verb.dep_ == "conj" or is_done_to(article, one, "hears_in_passive"):
        return one
    who = performer(verb)
    return _with(one, full_name(who, verb)) if who is not None else one


def _with(one: Attribution, name: list[Token]) -> Attribution:
    span = (name[0].at, name[-1].until)
    if shared((span,), (*one.content, *one.cue)):
        return one
    return replace(one, source=(span, *one.source))


def _is_told(article: Article, one: Attribution, *, hears: bool) -> bool:
    """Tell whether a "told" without a hearer is a headline's for "was told": "clerk stole, court told".

    In running text only what hears for its work is told so: anybody else's hearer the parse may have missed.
    """
    verb, last, said = cue_verb(article, one), article.tokens(*one.cue)[-1], article.tokens(*one.content)
    bare = verb == last and not has(last, "aux", "auxpass", "prep")
    ends = hears or last.i == len(last.doc) - 1
    return bare and ends and all(to in said for to in children(last, "dobj", "dative"))


def _only_hears(article: Article, one: Attribution) -> bool:
    """Tell whether a source hears for its work ("court heard"), or is nobody ("word has it that")."""
    if one.head == "have":
        verb = cue_verb(article, one)
        return verb is not None and has(verb, "dobj", among={"it"})
    source = article.tokens(*one.source)
    hears = bool(source) and source[-1].lemma in words("cues", "hearing")
    return (hears and one.head == "hear") or (one.head == "tell" and _is_told(article, one, hears=hears))


def _unspoken(article: Article, one: Attribution) -> Attribution:
    """Return an attribution without its source where that is accused, or only hears.

    The words that name the one accused belong to what is claimed.
    """
    if _only_hears(article, one):
        return replace(one, source=())
    ends_before = one.source and max(end for _, end in one.source) <= one.cue[-1][0]
    if not ends_before or not is_done_to(article, one, "accuses_in_passive"):
        return one
    return replace(one, source=(), content=tuple(sorted((*one.source, *one.content))))


def with_channels(article: Article, found: Sequence[Attribution]) -> list[Attribution]:
    """Return attributions with whom they came through."""
    quoted = [one for paragraph in article.paragraphs for one in _quoted(paragraph)]
    cues = tuple(span for one in quoted for span in one.cue)
    return [*quoted, *(_told(article, one) for one in found if not shared(one.cue, cues))]


def with_relays(article: Article, found: Sequence[Attribution]) -> list[Attribution]:
    """Return "“It fell,” Lund said, according to Radio Nord" as Lund's words, through the radio."""
    kept, text = list(found), article.source.text
    for relay in (one for one in found if one.head == "according"):
        one = next((one for one in kept if one.source and _is_relayed(one, relay, text)), None)
        if one is not None:
            more = (span for span in relay.content if not shared((span,), one.content))
            content = tuple(sorted((*one.content, *more)))
            kept[kept.index(one)] = replace(one, via=(*one.via, *relay.source), content=content)
            kept.remove(relay)
    return kept


def _is_relayed(one: Attribution, relay: Attribution, text: str) -> bool:
    """Tell whether a quotation with its speaker and cue is what a channel is said to tell."""
    first, last = one.content[0][0], one.cue[-1][1]
    whole = any(start == first and last <= end for start, end in relay.content)
    return whole and one is not relay and text[first] in MARKS


def _quoted(paragraph: Paragraph) -> Iterator[Attribution]:
    """Read "X was quoted by Y as saying Z" and "Y quoted X as saying Z"."""
    for verb in paragraph.doc:
        saying = _saying(verb) if verb.lemma in _QUOTING and not in_quotation(verb) else None
        speaker = child(verb, "nsubjpass", "dobj")
        if saying is not None and speaker is not None:
            yield from _quotation(paragraph, verb, saying, full_name(speaker, verb))


def _quotation(
    paragraph: Paragraph, verb: Token, saying: Token, source: list[Token]
) -> Iterator[Attribution]:
    medium = (agent_of(verb) or agent_of(saying)) if is_passive(verb) else child(verb, "nsubj")
    through = full_name(medium, verb) if medium is not None else []
    content = paragraph.runs(subtrees(children(saying, "ccomp", "dobj"))) or _said_before(paragraph, source)
    first = min(one.i for one in (verb, *children(verb, *AUXILIARIES)))
    cue = set(paragraph.doc[first : saying.i + 1]).difference(source, through)
    if content:
        yield Attribution(
            source=(paragraph.span(source),),
            cue=paragraph.runs(cue),
            content=content,
            head=saying.lemma,
            rule=RULE,
            via=(paragraph.span(through),) if through else (),
        )


def _saying(verb: Token) -> Token | None:
    """Return the "saying" of "quoted as saying"."""
    inner = (child(one, "pcomp") for one in verb.children if one.lower_ == "as")
    return next((word for word in inner if word is not None), None)


def _said_before(paragraph: Paragraph, source: list[Token]) -> tuple[Span, ...]:
    """Return the sentence up to its speaker: "…, officials were quoted by AP as saying"."""
    start, stop = paragraph.start + source[0].sent.start_char, paragraph.span(source)[0]
    before = paragraph.text[start - paragraph.start : stop - paragraph.start].rstrip()
    said = before.rstrip(_LOOSE)
    return ((start, start + len(said)),) if said and before.endswith(_BEFORE_SPEAKER) else ()


def _told(article: Article, one: Attribution) -> Attribution:
    """Add a named hearer, and who quotes the speaker or was given the interview."""
    verb = cue_verb(article, one)
    if verb is None:
        return one
    nouns = [noun for clause in _clauses(verb) for noun in (*_hearers(clause, verb), *_carriers(clause))]
    via = ((name[0].at, name[-1].until) for name in (full_name(noun, verb) for noun in nouns))
    return replace(one, via=tuple(span for span in via if not shared((span,), one.content)))


def _clauses(verb: Token) -> list[Token]:
    """Return a verb with those that tell where it is said: "speaking on CNN", "took to Twitter to"."""
    subject, over = child(verb, "nsubj"), [verb.head] if verb.dep_ in {"advcl", "xcomp"} else []
    return [verb, *over, *children(verb, "advcl"), *(children(subject, "acl") if subject is not None else ())]


def _hearers(clause: Token, verb: Token) -> list[Token]:
    """Return whom, and where, something is said to: "told Reuters", "told CNN's Jane Roe", "said on CNN"."""
    if clause.i != verb.i and clause.lemma not in words("cues", "heard"):
        return []
    addressed = clause.lemma in table("cues")["verbs"]["addressed"]
    told = children(clause, "dobj", "dative") if addressed else []
    there = (*told, governed(clause, "on"), governed(clause, "to"))
    return [noun for one in there if one is not None for noun in _media(one)]


def _media(noun: Token) -> list[Token]:
    """Return a noun if it may be a medium's, and whose it is: "NBC's Today", "Fox News host Jane Roe"."""
    known = noun.lemma in words("media", "heads") and has(noun, "det", "compound")
    name = children(noun, "compound", "nmod") if noun.pos_ == "PROPN" else []  # "Jane" of "Jane Roe"
    before = (one for one in noun.doc[noun.left_edge.i : noun.i] if one.text[:1].isupper())
    whose = [one for one in before if one.dep_ in _WHOSE and one not in name]
    return [*whose, noun] if known or noun.text[:1].isupper() else whose


def _carriers(verb: Token) -> list[Token]:
    """As in "in an interview with Radio Nord", "in a CNN interview", "in a statement sent to Reuters"."""
    quoter = agent_of(verb) if verb.lemma in _QUOTING else None
    near = filter(None, (verb, child(verb, "nsubj")))  # "Lund in an interview said"
    nouns = [child(one, "pobj") for word in near for one in children(word, "prep")]
    talks = filter(None, (*nouns, *(governed(noun, "of") for noun in nouns)))
    held = (talk for talk in talks if talk.lemma in words("cues", "contacts"))
    return [*filter(None, (quoter,)), *(noun for talk in held for noun in _holders(talk))]


def _holders(talk: Token) -> list[Token]:
    """Return to whom an interview or a statement was given, and who printed it."""
    asked = (governed(one, "with", "to", "on", "by") for one in (talk, *children(talk, "acl")))
    return [*(noun for noun in asked if noun is not None and noun.text[:1].isupper()), *_media(talk)]
