"""Whom "he", "I" and "the mayor" mean where they do something or undergo it, in whole articles."""

from markup import article_of
from rates import at_rate

from claimgraph.extract import extract

MEANT = (
    # The speaker, in reported words and in his own.
    ("Ivo Lund ran the ferry. Lund said he had closed the gate.", "close", "Ivo Lund", "the gate"),
    ("Ada Roe, the mayor, said she had never sold the land.", "sell", "Ada Roe", "the land"),
    ("“I signed the lease in May,” said Ada Roe, the mayor.", "sign", "Ada Roe", "the lease"),
    # Not the speaker, who would say "I" between quotation marks.
    (
        "Ada Roe met Ines Berg on Monday. “She broke the seal herself,” Roe said.",
        "break",
        "Ines Berg",
        "the seal",
    ),
    (
        "Jon Lund hired Paul Marsh in 2019. “He emptied the safe,” Lund told the court.",
        "empty",
        "Paul Marsh",
        "the safe",
    ),
    # Whoever the sentence before is about.
    (
        "Paul Marsh joined the yard in May. He welded the hatch, the union said.",
        "weld",
        "Paul Marsh",
        "the hatch",
    ),
    (
        "Eva Dorn led the survey for two years. In June she left the project, officials said.",
        "leave",
        "Eva Dorn",
        "the project",
    ),
    # Of the other gender.
    ("Ada Roe spoke for Tom Lund. Roe said he had repaid the loan.", "repay", "Tom Lund", "the loan"),
    (
        "Tom Lund met Anna Berg at the port. Lund said she had bought the boat.",
        "buy",
        "Anna Berg",
        "the boat",
    ),
    # Done to: nobody does it to "him" who is he himself.
    (
        "Tom Lund sued Paul Marsh in March. Marsh said Lund had threatened him.",
        "threaten",
        "Lund",
        "Paul Marsh",
    ),
    ("The nurse, Anna Berg, was tired. Officials said the clinic had dismissed her.", "dismiss", "the clinic", "Anna Berg"),
    # Of somebody nearer, without a name.
    (
        "Karl Weber drove the lorry. Weber said the guard fell when he chased the dog.",
        "chase",
        "he",
        "the dog",
    ),
    (
        "Karl Weber drove the lorry. Police said a guard had stopped him at the gate.",
        "stop",
        "a guard",
        "Karl Weber",
    ),
)  # fmt: skip


@at_rate(MEANT, 0.9)
def test_a_pronoun_in_a_role_is_whom_the_article_means_by_it(text: str, lemma: str, agent: str, patient: str):
    told = [one for claim in extract(article_of(text).source).claims for one in claim.propositions]
    roles = {
        (one.agent.text, one.patient.text) for one in told if one.lemma == lemma and one.agent and one.patient
    }
    assert (agent, patient) in roles


CALLED = (
    ("Ada Roe, the mayor, signed the lease. Residents said the mayor had sold the pier.", "sell", "ada roe"),
    ("The judge, Karl Weber, was ill. Lawyers said the judge had read the letter.", "read", "karl weber"),
    ("Eva Dorn, the defendant, was silent. Police said the defendant had sold the gun.", "sell", "eva dorn"),
    # Another one of them, several of them, and one that nobody is told to be.
    ("The judge, Karl Weber, was ill. Lawyers said the second judge had read the letter.", "read", ""),
    ("The judge, Karl Weber, was ill. Lawyers said the judges had read the letter.", "read", ""),
    ("Karl Weber, a farmer, was ill. Lawyers said the judge had read the letter.", "read", ""),
)


@at_rate(CALLED, 0.8)
def test_a_role_is_whoever_is_told_to_have_it(text: str, lemma: str, names: str):
    told = [one for claim in extract(article_of(text).source).claims for one in claim.propositions]
    assert {" ".join(one.agent.names) for one in told if one.lemma == lemma and one.agent} == {names}


def test_nobody_is_meant_where_the_article_names_nobody():
    claims = extract(article_of("The guard said he had locked the door.").source).claims
    assert {one.agent.text for claim in claims for one in claim.propositions if one.agent} == {"he"}
