"""Whose words a claim answers: what denies, what is taken back, and what is said beside."""

import pytest
from markup import read_marked
from rates import at_rate

from claimgraph.extract.reading.acts import read_act
from claimgraph.extract.reading.propositions import Teller, read_events
from claimgraph.extract.reading.telling import read_pointer
from claimgraph.model import Act, Pointer

BARE = (
    "[Larkin Foods] {denied|deny} <the accusation>.",
    "[Larkin Foods] {denied|deny} <that>.",
    "[The banker] {denied|deny} <any wrongdoing>.",
    "[The palace] {said|say} <the story was a lie>.",
    "<“That is false,”> [the palace] {said|say}.",
    "[The senator] {rejected|reject} <the charges>.",
    "[The army] {dismissed|dismiss} <the report>.",
    "[The laboratory] {disputes|dispute} <the figures>.",
    "[The club] {called|call} <the claims baseless>.",
    "[The union] {rejected|reject} <the allegation as false>.",
)
WITH_WORDS = (
    "[Larkin Foods] {denied|deny} <hiding mould in the cannery>.",
    "[The banker] {denied|deny} <that he had forged letters>.",
    "[The army] {said|say} <it had not fired on the convoy>.",
    "[The colonel] {insists|insist} <he never ordered the raid>.",
    "[The museum] {insisted|insist} <it had not sold the painting>.",
    "[The mayor] {denied|deny} <that police had shot the pedlar>.",
    "[The quarry] {denied|deny} <that dust harmed the villagers>.",
    "[The airline] {rejected|reject} <the claim that pilots slept in the cockpit>.",
    "[The refinery] {said|say} <no oil had leaked from the tank>.",
    "<“We did not open the gate,”> [the guards] {said|say}.",
)
PLAIN = (
    "[Larkin Foods] {denied|deny} <hiding mould in the cannery>.",
    "[The palace] {said|say} <the story was a lie>.",
    "<The report is false>, [the palace] {said|say}.",
    "[The bank] {denied|deny} <any wrongdoing>.",
    "[The union] {rejected|reject} <the charge>.",
    "[The army] {refuted|refute} <the account>.",
)
ONLY_NOT = (
    "[The army] {said|say} <it had not attacked the convoy>.",
    "[The colonel] {insists|insist} <he never gave the order>.",
    "<“We did not open the gate,”> [the guards] {said|say}.",
    "[The museum] {said|say} <it had not sold the painting>.",
)
NONE = (
    "[Larkin Foods] {said|say} <the cannery was clean>.",
    "[The union] {accused|accuse} <Larkin Foods of hiding mould>.",
    "[The bank] {admitted|admit} <that the vault was open>.",
    "[The mayor] {promised|promise} <a new bridge>.",
    "[The mayor] {demanded|demand} <that the quarry close>.",
    "[The club] {said|say} <the striker joined the squad>.",
)
TAKEN_BACK = (
    "[The witness] {retracted|retract} <her statement>.",
    "[The sailor] {recanted|recant} <his testimony>.",
    "[The minister] {took back|take} <his claim that the dam was safe>.",
    "[The newspaper] {withdrew|withdraw} <the report>.",
    "[The coach] {backtracked|backtrack} <on his criticism of the referee>.",
    "[The witness] {went back|go} <on her statement>.",
    "[The ministry] {backed away|back} from <its claim that the dam was safe>.",
)
NAMED = (
    ("[Larkin Foods] {denied|deny} <the accusation>.", "charge"),
    ("[The bank] {rejected|reject} <the allegations>.", "charge"),
    ("[The palace] {dismissed|dismiss} <the report>.", "report"),
    ("[The palace] {said|say} <the story was a lie>.", "report"),
    ("[The laboratory] {disputes|dispute} <the figures>.", "figure"),
    ("[The army] {rejected|reject} <the toll>.", "figure"),
    ("[Larkin Foods] {denied|deny} <that>.", None),
    ("[Larkin Foods] {denied|deny} <hiding mould>.", None),
)


def pointer(marked: str) -> Pointer | None:
    article, attribution = read_marked(marked)
    content = attribution.content
    reading = read_act(article, attribution, content)
    (start, end), *_ = attribution.cue
    found = read_pointer(
        article, reading.denial, (start, end), content, read_events(article, content, Teller("", None))
    )
    if found is not None:
        assert article.source.text[found.words[0] : found.words[1]].strip()
        assert (found.stance == "takes back") or reading.act is Act.DENY
    return found


@at_rate((*BARE, *WITH_WORDS), 0.9)
def test_a_denial_says_something_beside_or_nothing(marked: str) -> None:
    found = pointer(marked)
    assert found is not None
    assert found.stance == "denies"
    assert found.bare is (marked in BARE)


@pytest.mark.parametrize(("listed", "explicit"), [(PLAIN, True), (ONLY_NOT, False)])
def test_a_denial_is_plain_or_only_says_not(listed: tuple[str, ...], explicit: bool) -> None:
    for marked in listed:
        found = pointer(marked)
        assert found is not None, marked
        assert found.explicit is explicit, marked


TAKE = pytest.mark.xfail(
    reason="reported: “take” says so little by itself that a denial of taking one thing is taken for a bare one"
)


@pytest.mark.parametrize(
    "marked",
    [
        "[The army] {said|say} <it had not fired on the convoy>.",
        "[The army] {said|say} <it did not shoot the pedlar>.",
        pytest.param("[The clerk] {said|say} <he did not take the money>.", marks=TAKE),
    ],
)
def test_a_word_of_a_phrase_that_denies_is_no_denial_by_itself(marked: str) -> None:
    found = pointer(marked)
    assert found is not None
    assert not found.explicit
    assert not found.bare


@pytest.mark.parametrize("marked", NONE)
def test_what_says_its_own_points_at_nothing(marked: str) -> None:
    assert pointer(marked) is None


@pytest.mark.parametrize("marked", TAKEN_BACK)
def test_what_is_taken_back_is_known(marked: str) -> None:
    found = pointer(marked)
    assert found is not None
    assert found.stance == "takes back"


@pytest.mark.parametrize(("marked", "noun"), NAMED)
def test_what_a_denial_calls_it(marked: str, noun: str | None) -> None:
    found = pointer(marked)
    assert found is not None
    assert found.noun == noun


def test_the_words_that_deny_are_shown() -> None:
    for marked, words in (
        ("[Larkin Foods] {denied|deny} <the accusation>.", "denied"),
        ("[The palace] {said|say} <the story was a lie>.", "lie"),
    ):
        article, _ = read_marked(marked)
        found = pointer(marked)
        assert found is not None
        assert article.source.text[found.words[0] : found.words[1]] == words
