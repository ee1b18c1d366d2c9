"""What could not be checked, is not known or went unanswered, and which claims that marks."""

import pytest
from markup import article_of
from rates import at_rate

from claimgraph.extract.grammar.sentences import sentences
from claimgraph.extract.reading.caveat_words import read_caveats
from claimgraph.extract.reading.caveats import caveats
from claimgraph.model import Claim, Participant, Proposition, Quantity

CAVEATS = [
    ("The claims couldn’t be independently verified.", "verification", "couldn’t be independently verified"),
    ("Neither account could be confirmed.", "verification", "could be confirmed"),
    (
        "The Tribune was not immediately able to verify whether the mine had reopened.",
        "verification",
        "not immediately able to verify",
    ),
    ("Reporters were unable to verify the footage.", "verification", "unable to verify"),
    ("It was impossible to verify the authenticity of the letter.", "verification", "impossible to verify"),
    ("The death has not been confirmed by a doctor.", "verification", "has not been confirmed"),
    ("The number has yet to be confirmed.", "verification", "yet to be confirmed"),
    ("There was no independent confirmation of the landing.", "verification", "no independent confirmation"),
    ("There were unconfirmed reports of a second blast.", "verification", "unconfirmed reports"),
    ("The allegation remains unverified.", "verification", "unverified"),
    ("None of the reports from the mine could be checked.", "verification", "could be checked"),
    (
        "The figures could not be independently established.",
        "verification",
        "not be independently established",
    ),
    ("The truth of the rumours could not be determined.", "verification", "not be determined"),
    ("The allegation could not immediately be proven.", "verification", "not immediately be proven"),
    ("The reports are hard to verify.", "verification", "hard to verify"),
    ("It was impossible to verify either account.", "verification", "impossible to verify"),
    ("No independent source confirmed the figures.", "verification", "No independent source confirmed"),
    ("There is no evidence to support the claim.", "verification", "no evidence"),
    ("There was no way to verify the story.", "verification", "no way to verify"),
    ("There was no way of checking the figures independently.", "verification", "no way of checking"),
    ("Independent confirmation was not available.", "verification", "confirmation was not"),
    ("Divers have not determined what sank the barge.", "unclear", "not determined"),
    ("The ferryman said, without offering proof, that the locks had been tampered with.", "details", "proof"),
    ("The queen claimed without evidence that the votes were forged.", "details", "without evidence"),
    ("The bishop would not comment.", "reply", "would not comment"),
    ("The firm has not responded to the allegation.", "reply", "has not responded"),
    ("The guild was not immediately available for comment.", "reply", "not immediately available"),
    ("The guild had no comment.", "reply", "no comment"),
    ("It was not immediately clear if the toll included the crew.", "unclear", "not immediately clear"),
    ("It is unclear who ordered the demolition.", "unclear", "unclear"),
    ("It is unclear to whom the barge belonged.", "unclear", "unclear"),
    ("It was not known whether anyone was on board.", "unclear", "not known"),
    ("The cause of the fire was not immediately known.", "unclear", "not immediately known"),
    ("The motive remains unknown.", "unclear", "unknown"),
    ("The guards did not know who had opened the gate.", "unclear", "not know"),
    ("There was no word on survivors.", "details", "no word"),
    ("No further details were provided.", "details", "No further details"),
    ("The ministry did not provide details on its losses.", "details", "did not provide details"),
    ("He gave no details.", "details", "no details"),
    ("The spokesman did not elaborate.", "details", "did not elaborate"),
    ("The clinic has not commented.", "reply", "has not commented"),
    (
        "Harlan Mills did not immediately respond to a request for comment.",
        "reply",
        "did not immediately respond",
    ),
    ("The owner declined to comment.", "reply", "declined to comment"),
    ("Mr Okafor could not be reached for comment.", "reply", "could not be reached"),
    ("There was no immediate comment from the airline.", "reply", "no immediate comment"),
    ("The agency did not return calls.", "reply", "did not return"),
    ("The bank reportedly lost forty million crowns.", "hearsay", "reportedly"),
    ("The gunman allegedly shouted slogans before he fired.", "hearsay", "allegedly"),
    ("Three miners are believed to have died in the shaft.", "hearsay", "are believed"),
    ("The governor is said to have fled the capital.", "hearsay", "is said"),
    ("It was rumoured that the firm had found a buyer.", "hearsay", "was rumoured"),
    ("Rumours that the mayor had fled were circulating on Sunday.", "hearsay", "Rumours"),
    ("There is talk in the valley that the owners moved the men.", "hearsay", "talk"),
    ("Industry gossip has it that two more yards have closed.", "hearsay", "gossip"),
    ("A video that appears to show guards beating a man was shared widely.", "pictured", "appears to show"),
    ("The army published a photograph purporting to show the burnt tank.", "pictured", "purporting to show"),
    ("The cables may have been cut by an anchor.", "supposed", "may have been cut"),
    ("The fire was probably caused by a heater.", "supposed", "probably caused"),
    ("It was too early to say who had planted the bomb.", "unclear", "early to say"),
    ("It is premature to speculate about the cause.", "unclear", "premature to speculate"),
    ("Police would not say whether the driver had been tested.", "unsaid", "would not say"),
    ("The firm has not disclosed how many people were hurt.", "unsaid", "has not disclosed"),
    ("Detectives are investigating whether the driver was drunk.", "pending", "investigating"),
    ("The cause of the crash is under investigation.", "pending", "under"),
    ("The motive is still being investigated.", "pending", "investigated"),
    ("Divers are still trying to establish how the barge sank.", "pending", "establish"),
    ("Results of the autopsy are awaited.", "pending", "awaited"),
    ("The inquiry has not yet reached a conclusion.", "pending", "conclusion"),
    ("The tests were inconclusive.", "pending", "inconclusive"),
    ("Preliminary figures put the dead at forty.", "provisional", "Preliminary"),
    ("The toll is provisional.", "provisional", "provisional"),
    ("The death toll could rise further.", "provisional", "rise"),
    ("The toll is expected to rise.", "provisional", "rise"),
    ("The letter, said to have been written by the queen, was burnt.", "hearsay", "said"),
    ("The Echo reported the sale on Monday, citing two people close to the talks.", "undisclosed", "citing"),
    ("The clerk spoke on condition of anonymity.", "undisclosed", "on condition of anonymity"),
    ("Initial reports suggested that a leak had caused the blast.", "initial", "Initial reports"),
    ("According to preliminary findings, the pilot was drunk.", "initial", "preliminary findings"),
    ("Police have not ruled out arson.", "unclear", "not ruled out"),
    ("The cause of the fire has yet to be determined.", "unclear", "determined"),
    ("Prosecutors have opened an inquiry into whether the mayor took bribes.", "pending", "inquiry"),
    ("The watchdog is looking into the incident in which a man was shot.", "pending", "looking"),
    ("The club refused to confirm that the coach had left.", "verification", "refused to confirm"),
    ("The ministry would not confirm that the pilot had been drinking.", "verification", "would not confirm"),
    ("The company gave no source for the figure.", "details", "gave no source"),
    ("There were conflicting reports about who fired first.", "differing", "conflicting reports"),
]
NO_CAVEATS = [
    "It is easy to answer no to such questions.",
    "There was no way to reach the village by road.",
    "The crew left without giving the signal.",
    "The driver did not check whether the doors were shut.",
    "The nominee’s confirmation was not delayed by the storm.",
    "She gave the answer no.",
    "The driver did not check the brakes.",
    "The firm could not prove its title to the land.",
    "The height of the wave could not be determined by the buoy.",
    "There was no evidence of frost on the vines.",
    "The stadium was not available for matches.",
    "The bank verified the signature within a day.",
    "The accounts were verified by two auditors.",
    "The senate did not confirm the nominee.",
    "Voters whose identity papers could not be verified, with signatures missing, were turned away.",
    "The singer confirmed the engagement.",
    "The tests confirmed the diagnosis.",
    "The app sends a code to users who have not verified their email.",
    "If the reservation is not confirmed, the room is sold.",
    "The company must not confirm orders by telephone.",
    "Her talent was known to everybody.",
    "He is not known for his patience.",
    "The water was clear and cold.",
    "It is unclear whether the club will play in Orrin.",
    "The judge made clear that such letters are not welcome.",
    "I do not know who he is.",
    "The way is now clear for a deal.",
    "The firemen responded to the call within minutes.",
    "The mayor commented on the match.",
    "The summit could not be reached by the climbers.",
    "The report gives many details.",
    "The minister will not elaborate the plan before May.",
    "They left without a word.",
    "There was no fire at the plant.",
    "The owners are not sure how to get rid of him.",
    "Voters may have had enough of her.",
    "The bank may cut the rate.",
    "The minister was not believed to be in danger.",
    "The play is considered a classic.",
    "He was thought by his sister to be abroad.",
    "The clip shows the goal twice.",
    "She appeared to show her ticket.",
    "They came too early to see the parade.",
    "I would not say whether it is art.",
    "The clerk did not say when the shop would open.",
    "Officers were investigating a report of smoke when the roof fell in.",
    "Guards were at the gate investigating a report of smoke when the roof fell in.",
    "He was heard instructing the crew to wait.",
    "All letters are supposed to be opened by Friday.",
    "It is unclear how long her magic can last.",
    "Critics are examining his early paintings.",
    "The crowd awaited the queen.",
    "They went home to await the results.",
    "In 2013 the ministry began investigating the claim.",
    "Mr Roe did not rule out a run for mayor.",
    "The court opened an inquiry into the crash in 1987.",
    "The first test was postponed.",
    "The judge ruled out the evidence.",
    "The inquiry into the crash found no fault.",
    "The report cites the law of 1907.",
    "She would confirm the order by letter.",
    "Prices could rise in the spring.",
    "The initial plan was dropped.",
    "The brothers differ in height.",
    "The talk was of football and rain.",
]


def only_sentence(text: str) -> list[object]:
    article = article_of(text)
    found = sentences(article, ((0, len(text)),))
    assert len(found) == 1
    return found[0]


@at_rate(CAVEATS)
def test_a_caveat_is_known_by_its_words_and_grammar(text: str, kind: str, marked: str) -> None:
    sentence = only_sentence(text)
    (found,) = read_caveats(sentence)
    assert found.kind == kind
    start = min(token.idx for token in found.words)
    end = max(token.idx + len(token) for token in found.words)
    assert marked in text[start:end] or text[start:end] in marked


@at_rate(NO_CAVEATS)
def test_the_same_words_in_another_sense_are_no_caveat(text: str) -> None:
    assert not read_caveats(only_sentence(text))


def claim(
    text: str,
    words: str,
    *,
    statement: str = "s1",
    figure: str | None = None,
    own: bool = False,
    doer: str = "",
) -> Claim:
    start = text.index(words)
    span = (start, start + len(words))
    agent = Participant(text=doer, span=(start, start + len(doer)), head=doer.lower())
    deed = Proposition(predicate="do", lemma="do", trigger=span, agent=agent, main=True)
    number = Quantity(low=9, text="nine", span=span, unit="people", event=figure)
    return Claim(
        id=Claim.make_id("s0", (span,), None),
        statement=statement,
        source="s0",
        start=span[0],
        end=span[1],
        text=words,
        content=(span,),
        cue=None if own else (0, 1),
        quantities=(number,) if figure else (),
        propositions=(deed,) if doer else (),
    )


CARRIED = [
    (
        (
            "The bishop scolded the ferry company for raising a fare, but it is unclear whether the scolding "
            "moved the company to close the pier."
        ),
        [
            "the ferry company for raising a fare",
            "whether the scolding moved the company to close the pier",
        ],
        ["whether the scolding moved the company to close the pier"],
    ),
    (
        (
            "The firm said nine people were killed. The clinic said two were killed.\n"
            "Neither figure could be verified, and the ministry did not respond to a request for comment."
        ),
        [
            "nine people were killed",
            "two were killed",
            "the ministry did not respond to a request for comment",
        ],
        [
            "nine people were killed",
            "two were killed",
        ],
    ),
    (
        "The miners said the lift fell. The owner said the lift stood still. The claims could not be verified.",
        ["the lift fell", "the lift stood still"],
        ["the lift fell", "the lift stood still"],
    ),
    (
        "The rebels said the bridge was mined, but this could not be independently confirmed.",
        ["the bridge was mined"],
        ["the bridge was mined"],
    ),
    (
        "The governor said nine people were killed. It was not immediately clear if the toll included rescuers.",
        ["nine people were killed"],
        ["nine people were killed"],
    ),
    (
        "Owls said the dam had burst.\nBread rose to four crowns.\nThe Echo could not verify whether the dam had burst.",
        ["the dam had burst", "Bread rose to four crowns"],
        ["the dam had burst"],
    ),
    (
        "Rain fell all night.\nThe cause of the blackout was not known.",
        ["Rain fell all night", "The cause of the blackout was not known"],
        ["The cause of the blackout was not known"],
    ),
    (
        "Workers said Halvorsen Steel had sacked the cook. Prices rose.\nHalvorsen Steel did not respond to a request for comment.",
        ["Halvorsen Steel had sacked the cook", "Prices rose"],
        ["Halvorsen Steel had sacked the cook"],
    ),
    (
        "The club said the coach had left. No further details were provided.",
        ["the coach had left"],
        ["the coach had left"],
    ),
    (
        "The owner said the dam held. The mayor said the dam burst. Farmers said the dam leaked.\nThey could not be verified.",
        ["the dam held", "the dam burst", "the dam leaked"],
        ["the dam held", "the dam burst", "the dam leaked"],
    ),
    (
        "The owner said the dam held.\nThe mayor said the dam burst.\nNone of the reports could be checked.",
        ["the dam held", "the dam burst"],
        ["the dam held", "the dam burst"],
    ),
    (
        "The owner said the dam held. The mayor said the dam burst. Farmers said the dam leaked.\nNeither account could be verified.",
        ["the dam held", "the dam burst", "the dam leaked"],
        ["the dam burst", "the dam leaked"],
    ),
    (
        "Rain fell all night.\nThe owner said the dam held.\nThis could not be verified.",
        ["Rain fell all night", "the dam held"],
        ["the dam held"],
    ),
    (
        "The owner said the dam held. The mayor said nine people were killed.\nNobody has confirmed the figures.",
        ["the dam held", "nine people were killed", "the figures"],
        ["nine people were killed", "the figures"],
    ),
    (
        "The owner said the guild blocked the gate. Prices rose.\nThe guild was not available for comment.",
        ["the guild blocked the gate", "Prices rose"],
        ["the guild blocked the gate"],
    ),
    (
        "Police said Eve ran and Adam hid.\nThe report could not be confirmed.",
        ["Eve ran", "Adam hid"],
        ["Eve ran", "Adam hid"],
    ),
    (
        "The governor said nine people were killed. The figures are preliminary.",
        ["nine people were killed", "The figures are preliminary"],
        ["nine people were killed"],
    ),
    (
        "The driver said the lift fell.\nPolice are investigating whether the lift fell.",
        ["the lift fell", "Police are investigating whether the lift fell"],
        ["the lift fell", "Police are investigating whether the lift fell"],
    ),
]


@pytest.mark.parametrize(("text", "made", "marked"), CARRIED)
def test_a_caveat_is_carried_to_the_claims_it_covers(text: str, made: list[str], marked: list[str]) -> None:
    figures = {"nine people were killed": "killed", "two were killed": "killed"}
    claims = [
        claim(
            text,
            words,
            statement=f"s{text[: text.index(words)].count('.')}",
            figure=figures.get(words),
            own=text.splitlines()[-1].startswith(words),
            doer=next((doer for doer in ("Halvorsen Steel", "the guild") if words.startswith(doer)), ""),
        )
        for words in made
    ]
    flags = caveats(article_of(text), claims)
    names = {made_claim.id: made_claim.text for made_claim in claims}
    assert sorted(names[flag.claim] for flag in flags) == sorted(marked)
    assert {flag.kind for flag in flags} == {"not_verified"}


def test_a_flag_shows_the_words_it_rests_on_and_the_sentence() -> None:
    text = "The pilot said the door opened. That could not be verified."
    (flag,) = caveats(article_of(text), [claim(text, "the door opened")])
    assert text[slice(*flag.basis)] == "could not be verified"
    assert "“That could not be verified”" in flag.detail


def test_plural_claims_cover_every_claim_of_the_sentence_and_singular_the_last_statement() -> None:
    text = "Ann said it rained and Bob said it snowed. The {} could not be verified."
    for words, expected in (("claims", 2), ("claim", 1)):
        full = text.format(words)
        claims = [claim(full, "it rained", statement="a"), claim(full, "it snowed", statement="b")]
        assert len(caveats(article_of(full), claims)) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "“I have never given the names to anybody,” said the clerk.",
            "I have never given the names to anybody",
        ),
        ("“The people are uncertain,” said the coach.", "The people are uncertain"),
        (
            "The guild said the gate was open. The guild did not respond to a request for comment.",
            "the gate was open",
        ),
        (
            "Bread rose to four crowns. The guild did not respond to a request for comment.",
            "Bread rose to four crowns",
        ),
        ("Owls said bread was dear. There was no word on why the dam had burst.", "bread was dear"),
    ],
)
def test_doubts_of_a_speaker_and_silence_on_something_else_mark_nothing(text: str, words: str) -> None:
    assert caveats(article_of(text), [claim(text, words)]) == []


def test_what_a_speaker_says_is_not_known_marks_his_words() -> None:
    text = "Police said it was not known who had opened the gate."
    assert caveats(article_of(text), [claim(text, "it was not known who had opened the gate")])


def test_hearsay_marks_what_is_passed_on_and_nothing_beside() -> None:
    text = "The bank reportedly lost ten crowns, and the police arrested two clerks."
    lost, arrested = "The bank reportedly lost ten crowns", "the police arrested two clerks"
    made = [claim(text, lost, own=True), claim(text, arrested, own=True)]
    assert [flag.claim for flag in caveats(article_of(text), made)] == [made[0].id]


def test_no_claims_give_no_flags() -> None:
    assert caveats(article_of("The claims could not be verified."), []) == []
