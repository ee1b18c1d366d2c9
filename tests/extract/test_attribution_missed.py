"""Denials, accusations, admissions and estimates that the parse tells where the network does not."""

import pytest
from markup import article_of

from claimgraph.extract.attribution.missed import with_missed
from claimgraph.extract.attribution.spans import Attribution

Triple = tuple[str, str, str]


def read(text: str) -> list[Triple]:
    """Return who, the head of the cue and what of all that is read without the network."""
    return [
        (
            " | ".join(text[s:e] for s, e in one.source),
            one.head,
            " | ".join(text[s:e] for s, e in one.content),
        )
        for one in with_missed(article_of(text), [])
    ]


FOUND = [
    ("The trustees said that the auditor had denied the error.", ("the auditor", "deny", "the error")),
    ("The dairy denied watering the milk.", ("The dairy", "deny", "watering the milk")),
    ("The dairy sold the herd and denied that it was ill.", ("The dairy", "deny", "that it was ill")),
    ("The guild rejected claims that the scales lied.", ("The guild", "reject", "claims that the scales lied")),
    ("The reports were dismissed by the college.", ("the college", "dismiss", "The reports")),
    ("The report, denied by the palace, named three guests.", ("the palace", "deny", "The report")),
    ("Farmers accused the mill of short weights.", ("Farmers", "accuse", "the mill of short weights")),
    ("The owner blamed drivers for the crash.", ("The owner", "blame", "drivers for the crash")),
    ("The brewery admitted that the beer was old.", ("The brewery", "admit", "that the beer was old")),
    ("The cook, who admitted taking the spoons, has left.", ("The cook", "admit", "taking the spoons")),
    ("The insurer put the damage at 40 million euros.", ("The insurer", "put", "the damage at 40 million euros")),
    ("The insurer put the volume of water released at about 40 tons.", ("The insurer", "put", "the volume of water released at about 40 tons")),
    ("The insurer gave its own count as 40.", ("The insurer", "give", "its own count as 40")),
    ("The diocese gave a lower toll of 26.", ("The diocese", "give", "a lower toll of 26")),
    ("By the bishop's count, 26 boats sank.", ("the bishop's", "count", ", 26 boats sank")),
    ("The envoy spoke of some 350 dead.", ("The envoy", "speak", "some 350 dead")),
    ("Doctors put the toll above 40.", ("Doctors", "put", "the toll above 40")),
    ("The rebels hold the army responsible for the fire.", ("The rebels", "hold responsible", "the army responsible for the fire")),
    ("The guard said that he fled and his brother said he had stayed.", ("his brother", "say", "he had stayed")),
    ("The union said three men were beaten, while the firm insisted that nobody was touched.", ("the firm", "insist", "that nobody was touched")),
    ("The nurse maintains her innocence.", ("The nurse", "maintain innocence", "her innocence")),
    ("A diver said that two guards had told him that the lock was shut.", ("two guards", "tell", "that the lock was shut")),
    ("The mill is closing a plant and says it is not leaving the valley.", ("The mill", "say", "it is not leaving the valley")),
    ("Noting that the dam was old, Roe promised a new one.", ("Roe", "note", "that the dam was old")),
    ("A clerk played down the unrest saying that it was over.", ("A clerk", "say", "that it was over")),
    ("The bishop has complained that the choir is small, a letter shows.", ("The bishop", "complain", "that the choir is small")),
    ("The firm's claim that the pit was safe was printed twice.", ("The firm's", "claim", "that the pit was safe")),
    ("A report by the port that the pier was safe came too late.", ("the port", "report", "that the pier was safe")),
    ("“The lock was shut at noon,” Ann Roe said, according to the Harbour Post.", ("Ann Roe", "say", "“The lock was shut at noon,”")),
    ("It was reported that the mayor had resigned.", ("", "report", "that the mayor had resigned")),
    ("The warden's version is that the lock was shut.", ("The warden's", "version", "that the lock was shut")),
    ("The warden's claim that the lock was shut is untrue.", ("The warden's", "claim", "that the lock was shut")),
    ("She opened by saying, “The lock was shut at noon.”", ("She", "say", "“The lock was shut at noon.”")),
    ("It is expected that the ferry will sail in May.", ("", "expect", "that the ferry will sail in May")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_what_decides_disputes_is_read_off_the_parse(text: str, expected: Triple) -> None:
    assert expected in read(text)


@pytest.mark.parametrize(
    "text",
    [
        "The council rejected the offer.",
        "The island has a death toll of 300.",
        "The club posted a total of 22 points.",
        "The consul denied him a visa.",
        "The bank would deny that it knew.",
        "The firm refused to deny the report.",
        "The mayor put the fire out near the harbour.",
        "The coach gave the boys as many as five apples.",
        "The coach put the ball over the line in the two opening games.",
        "The navy put out a message at 1100 hours.",
        "The envoy spoke of the dead on both sides.",
        "The pirates challenged the frigates.",
        "“The baker denied the theft,” ran the letter.",
        "The responsible body holds a meeting.",
        "The gunman was jailed for claiming the life of a guard when he robbed the mint.",
        "The mayor would say that the mint was safe.",
        "It is not known that the mayor resigned.",
        "It could be argued that the mint was safe.",
        "The claim that the mint was safe is old.",
        "In view of the storm, the mint was shut.",
        "In other words, the mint was shut.",
        "The money was paid in his account.",
    ],
)
def test_what_is_refused_undone_quoted_or_something_else_is_left_alone(text: str) -> None:
    assert read(text) == []


def test_a_verb_that_stands_in_a_cue_is_not_read_again() -> None:
    text = "The dairy denied watering the milk."
    known = Attribution(((0, 9),), ((10, 16),), ((17, 34),), "deny", "tagger")
    assert with_missed(article_of(text), [known]) == [known]


# Who speaks in a statement that another is joined to, the words left to that, and who denies.
JOINED = [
    ("Ada Rowe said she had fed the swans but denied taking one.", "Ada Rowe", "she had fed the swans"),
    ("The miller, Sven Aas, says he is ill but denies the charge.", "The miller, Sven Aas", "he is ill"),
    ("The mill said it had paid the fine but denied short weights.", "The mill", "it had paid the fine"),
    ("Ada Rowe said her son had fed it but denied taking it.", "her son", "her son had fed it but denied taking it"),
    ("Police said he had fed the swan but denied taking it.", "he", "he had fed the swan but denied taking it"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "denier", "left"), JOINED)
def test_a_denial_joined_to_a_telling_is_the_tellers(text: str, denier: str, left: str) -> None:
    found = read(text)
    assert [content for _, head, content in found if head == "say"] == [left]
    assert [who for who, head, _ in found if head == "deny"] == [denier]


def test_words_behind_a_colon_are_joined_to_nothing() -> None:
    text = "Baker: the oven was cold. The guild said it had rained."
    colon = Attribution(((0, 5),), ((5, 6),), ((7, 24),), ":", "tagger")
    found = with_missed(article_of(text), [colon])
    assert [text[start:end] for one in found for start, end in one.source] == ["Baker", "The guild"]
