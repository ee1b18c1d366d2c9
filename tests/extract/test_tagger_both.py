"""The rules complete the tagger: what is kept, what is added, what is left out."""

from dataclasses import replace

import pytest
from markup import article_of

from claimgraph.extract.engines import Attribution, engine
from claimgraph.extract.parse import Article
from claimgraph.extract.tagger.both import POSSIBLE, BothEngine, merged
from claimgraph.extract.tagger.engine import Reading, TaggerEngine

TEXT = "x" * 220 + " 40 were hurt" + "x" * 80
SAID = Attribution(((0, 9),), ((10, 14),), ((20, 60),), "say", "tagger")


def ruled(**changes: object) -> Attribution:
    plain = {"source": ((0, 9),), "cue": ((10, 14),), "content": ((15, 60),), "head": "say", "rule": "clause"}
    return Attribution(**{**plain, **changes})


def words(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    return " | ".join(text[start:end] for start, end in spans)


def marked(
    text: str, source: str, cue: str, *content: str, head: str = "say", rule: str = "clause"
) -> Attribution:
    """An attribution of words that stand once in the text."""
    spans = [
        tuple((text.index(w), text.index(w) + len(w)) for w in part if w)
        for part in ((source,), (cue,), content)
    ]
    return Attribution(*spans, head, rule)


def test_the_taggers_spans_stand_where_both_find_a_statement() -> None:
    (found,) = merged(TEXT, [SAID], [ruled()])
    assert (found.content, found.rule) == (SAID.content, "tagger")


def test_what_came_through_somebody_is_the_rules_whole() -> None:
    told = ruled(via=((61, 70),))
    assert merged(TEXT, [SAID], [told]) == [told]


def test_the_rules_tell_the_lemma_of_a_common_cue() -> None:
    tagged = Attribution(((0, 9),), ((10, 14),), ((20, 60),), "tell", "tagger")
    assert [one.head for one in merged(TEXT, [tagged], [ruled(head="say")])] == ["say"]


@pytest.mark.parametrize(
    ("rest", "goes_on"),
    [
        (", and had moved", True),
        ("; it lay deep", True),
        (" or lost", True),
        ("en by pirates", True),
        (" deep off the coast", True),
        (" in June; nobody had seen it", True),
        (", which had moved", False),
        (" on Friday", False),
        (" when she left", False),
    ],
)
def test_a_content_that_ends_too_early_goes_on_as_the_rules_have_it(rest: str, goes_on: bool) -> None:
    text = f"Ann said it was sunk{rest}."
    tagged = Attribution(((0, 3),), ((4, 8),), ((9, 20),), "say", "tagger")
    whole = ruled(source=((0, 3),), cue=((4, 8),), content=((9, len(text) - 1),))
    (found,) = merged(text, [tagged], [whole])
    assert found.content == (whole.content if goes_on else tagged.content)


def test_a_statement_with_another_cue_is_the_same_when_its_content_is() -> None:
    found = merged(TEXT, [SAID], [ruled(cue=((61, 66),), head="deny")])
    assert [one.head for one in found] == ["say"]


def test_the_rules_name_a_speaker_the_tagger_missed() -> None:
    (found,) = merged(TEXT, [Attribution((), *SAID_PARTS)], [ruled()])
    assert found.source == ((0, 9),)


SAID_PARTS = (SAID.cue, SAID.content, "say", "tagger")


@pytest.mark.parametrize(
    ("changes", "added"),
    [
        ({"head": "deny"}, True),
        ({"head": "reject"}, True),
        ({"head": "admit"}, True),
        ({"head": "accuse"}, True),
        ({"head": "according", "rule": "according"}, True),
        ({"head": "view", "rule": "according"}, False),
        ({"head": "plead", "rule": "predicate"}, True),
        ({"head": "call", "rule": "predicate"}, False),
        ({"head": "describe", "rule": "passive"}, False),
        ({"head": "add", "via": ((190, 195),)}, True),
        ({"head": "put"}, True),
        ({"head": "add"}, False),
        ({"head": "wonder"}, False),
    ],
)
def test_the_rules_add_what_decides_disputes(changes: dict[str, object], added: bool) -> None:
    apart = {"source": ((100, 105),), "cue": ((106, 112),), "content": ((113, 180),)}
    other = ruled(**{**apart, **changes})
    assert len(merged(TEXT, [SAID], [other])) == 1 + added


@pytest.mark.parametrize(
    ("text", "content", "added"),
    [
        ("The keeper's claim that the lock was broken is old.", "that the lock was broken", True),
        ("The keeper's description of the broken lock is old.", "the broken lock", False),
    ],
)
def test_of_what_a_noun_carries_a_clause_is_added(text: str, content: str, *, added: bool) -> None:
    noun = marked(text, "The keeper", text.split()[2], content, head=text.split()[2], rule="noun")
    assert len(merged(text, [], [noun])) == added


class _Fixed(TaggerEngine):
    """A network that is sure of one statement and in doubt about two."""

    asked: float
    reading: Reading

    def read(self, article: Article, lowest: float = 1.0) -> Reading:
        self.asked = lowest
        return self.reading


def test_the_network_may_be_in_doubt_about_what_the_rules_find_too() -> None:
    text = "The cook said the soup was cold. Guests wondered at the bill."
    known = marked(text, "The cook", "said", "the soup was cold", rule="tagger")
    unknown = marked(text, "Guests", "wondered at", "the bill", rule="tagger")
    network = _Fixed()
    network.reading = Reading([], [known, unknown])
    found = BothEngine(tagger=network).attributions(article_of(text))
    assert [words(text, one.cue) for one in found] == ["said"]
    assert network.asked == POSSIBLE


def test_what_is_only_talked_about_stays_so_whatever_the_network_calls_it() -> None:
    text = "The guide spoke of forty goats on the far bank."
    learned = marked(text, "The guide", "spoke of", "forty goats on the far bank", rule="tagger")
    topic = marked(text, "The guide", "spoke of", "forty goats", rule="topic")
    (found,) = merged(text, [learned], [topic])
    assert (found.rule, words(text, found.content)) == ("topic", "forty goats on the far bank")


def test_what_came_through_somebody_keeps_its_further_parts() -> None:
    text = "“It leaks,” the plumber told the Herald. “It always has.”"
    learned = marked(text, "the plumber", "told", "“It leaks,”", "“It always has.”", rule="tagger")
    told = Attribution(learned.source, learned.cue, learned.content[:1], "tell", "quotation", via=((27, 37),))
    (found,) = merged(text, [learned], [told])
    assert (found.content, found.via) == (learned.content, told.via)


# Text; who, the cue, what is said by the network; the same by the rules; what is said in the end.
CHOICES = [
    (
        "The dairy said the milk was safe and blamed a rival for the scare.",
        ("The dairy", "said", "the milk was safe and blamed a rival for the scare"),
        [("The dairy", "said", "the milk was safe"), ("The dairy", "blamed", "a rival for the scare")],
        ["the milk was safe", "a rival for the scare"],
    ),
    (
        "She said the canal was full as she urged the ferries to stop.",
        ("She", "said", "the canal was full as she urged the ferries to stop"),
        [("She", "said", "the canal was full"), ("she", "urged", "the ferries to stop")],
        ["the canal was full", "the ferries to stop"],
    ),
    (
        "The museum claimed last year that the vase was stolen.",
        ("The museum", "claimed", "last year that the vase was stolen"),
        [("The museum", "claimed", "that the vase was stolen")],
        ["that the vase was stolen"],
    ),
    (
        "The museum pointed to the old fear that the vase was stolen.",
        ("The museum", "pointed to", "the old fear that the vase was stolen"),
        [("The museum", "pointed to", "that the vase was stolen")],
        ["the old fear that the vase was stolen"],
    ),
    (
        "The porter recalled sitting in the lift by the bar that claimed to be open.",
        ("The porter", "recalled", "sitting in the lift by the bar that claimed to be open"),
        [("The porter", "recalled", "sitting in the lift"), ("the bar", "claimed", "to be open")],
        ["sitting in the lift by the bar that claimed to be open"],
    ),
    (
        "The envoy said he had told the board and the owners of the mine that it leaked.",
        ("The envoy", "said", "he had told", "that it leaked"),
        [("The envoy", "said", "he had told the board and the owners of the mine that it leaked")],
        ["he had told the board and the owners of the mine that it leaked"],
    ),
    (
        "“The pitch was frozen,” the referee said. “Nobody could have stood on it.”",
        ("the referee", "said", "“The pitch was frozen,”"),
        [("the referee", "said", "“The pitch was frozen,”", "“Nobody could have stood on it.”")],
        ["“The pitch was frozen,” | “Nobody could have stood on it.”"],
    ),
    (
        "“The pitch was frozen,” the referee said of what he called “a farce”.",
        ("the referee", "said", "“The pitch was frozen,”"),
        [("the referee", "said", "“The pitch was frozen,”", "“a farce”")],
        ["“The pitch was frozen,”"],
    ),
    (
        "The bank lent the money, a claim that the auditor rejects.",
        ("the auditor", "rejects", "a claim"),
        [("the auditor", "rejects", "The bank lent the money")],
        ["The bank lent the money"],
    ),
    (
        "The board criticised a study by the guild according to which the dam was weak.",
        ("which", "according to", "The board criticised a study by the guild"),
        [("a study by the guild", "according to", "the dam was weak")],
        ["The board criticised a study by the guild"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "learned", "found", "expected"), CHOICES)
def test_where_contents_differ_the_better_one_stands(
    text: str, learned: tuple[str, ...], found: list[tuple[str, ...]], expected: list[str]
) -> None:
    back = "reference" if "claim that" in text else "clause"
    ours = [marked(text, *one, head="deny" if one[1] == "rejects" else "say", rule=back) for one in found]
    made = merged(text, [marked(text, *learned, rule="tagger")], ours)
    assert [words(text, one.content) for one in made] == expected


def test_a_pronoun_becomes_whom_it_stands_for() -> None:
    text = "The warden, who said the gate was open, has left."
    learned = marked(text, "who", "said", "the gate was open", rule="tagger")
    known = Attribution(((0, 10), (12, 15)), learned.cue, learned.content, "say", "clause")
    (found,) = merged(text, [learned], [known])
    assert words(text, found.source) == "The warden | who"


def test_parents_are_found_over_both_engines() -> None:
    outer = Attribution(((0, 9),), ((10, 14),), ((15, 80),), "say", "tagger")
    inner = ruled(source=((20, 30),), cue=((31, 37),), content=((38, 80),), head="deny")
    assert [one.parent for one in merged(TEXT, [outer], [inner])] == [None, 0]


def test_neither_engine_finding_anything_gives_nothing() -> None:
    assert merged(TEXT, [], []) == []


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("The airline denied that its pilots had skipped the briefing.", "deny"),
        ("The gallery rejected claims that the painting was stolen.", "reject"),
        ("The senator's denial that he took the money was short.", "denial"),
        ("The farmers accused the dairy of short weights.", "accuse"),
    ],
)
def test_denials_and_accusations_are_found(text: str, head: str) -> None:
    assert head in [one.head for one in engine("both").attributions(article_of(text))]


def test_who_is_set_between_commas_says_the_whole_sentence() -> None:
    text = "Three of the waiters, the cook told the owner, had asked to leave."
    learned = marked(text, "the cook", "had asked", "to leave", rule="tagger")
    ruled = marked(text, "the cook", "told", "had asked to leave", rule="clause")
    (found,) = merged(text, [learned], [ruled])
    assert words(text, found.cue) == "told"


def test_a_plea_is_read_as_the_rules_read_it() -> None:
    text = "The cook pleaded not guilty to theft."
    learned = marked(text, "The cook", "pleaded not guilty", "to theft", rule="tagger; attitude")
    plea = marked(text, "The cook", "pleaded", "not guilty to theft", head="plead", rule="predicate")
    assert merged(text, [learned], [plea]) == [plea]


def test_a_count_reaches_back_into_no_other_givers() -> None:
    text = "The fair drew 500 people according to the mayor, 900 according to the vendors."
    mayor = marked(text, "the mayor", "according to", "The fair drew 500 people", rule="according")
    vendors = marked(text, "the vendors", "according to", "900", rule="according")
    at = text.rindex("according to")
    vendors = replace(vendors, cue=((at, at + len("according to")),))
    wide = replace(vendors, content=((0, text.index(" according to the vendors")),), rule="tagger")
    found = merged(text, [mayor, wide], [mayor, vendors])
    assert [words(text, one.content) for one in found] == ["The fair drew 500 people", "900"]
