"""Through whom a statement came, and who is quoted as saying it."""

import pytest
from markup import article_of

from claimgraph.extract.attribution.finding import attributions

# Text, who, what, through whom.
CAME_THROUGH = [
    ("The colonel, quoted by local radio, said the fort had fallen.", "The colonel", "the fort had fallen", ["local radio"]),
    ("The colonel was quoted as saying by the state agency that the fort had fallen.", "The colonel", "that the fort had fallen", ["the state agency"]),
    ("The bridge had collapsed, Norwegian officials were quoted by Reuters as saying.", "Norwegian officials", "The bridge had collapsed", ["Reuters"]),
    ("The mayor was quoted by local radio as saying the bridge was safe.", "The mayor", "the bridge was safe", ["local radio"]),
    ("State radio quoted the governor as saying 12 bodies had been found.", "the governor", "12 bodies had been found", ["State radio"]),
    ("The trainer told Reuters that the horse was fit.", "The trainer", "that the horse was fit", ["Reuters"]),
    ("The minister said in an interview with Radio Nord that taxes would fall.", "The minister", "that taxes would fall", ["Radio Nord"]),
    ("The trainer told reporters that the horse was fit.", "The trainer", "that the horse was fit", []),
    ("The trainer told the magazine that the horse was fit.", "The trainer", "that the horse was fit", ["the magazine"]),
    ("The trainer said on CNN that the horse was fit.", "The trainer", "that the horse was fit", ["CNN"]),
    ("In a number of interviews with Radio Nord, the trainer insisted that taxes would fall.", "the trainer", "that taxes would fall", ["Radio Nord"]),
    ("The trainer said on Monday that the horse was fit.", "The trainer", "that the horse was fit", []),
    ("The trainer told CNN's Mara Brandt that the horse was fit.", "The trainer", "that the horse was fit", ["CNN's", "CNN's Mara Brandt"]),
    ("Speaking on CNN, the trainer said that the horse was fit.", "the trainer", "that the horse was fit", ["CNN"]),
    ("In a CNN interview, the trainer said that the horse was fit.", "the trainer", "that the horse was fit", ["CNN"]),
    ("In a statement sent to Reuters, the trainer said that the horse was fit.", "the trainer", "that the horse was fit", ["Reuters"]),
    ("“The horse is fit,” the trainer said, according to Radio Nord.", "the trainer", "“The horse is fit,”", ["Radio Nord"]),
    ("“The horse is fit,” the trainer said in a letter, according to Radio Nord.", "the trainer", "“The horse is fit,”", ["Radio Nord"]),
    ("Radio Nord, citing two officials, said that the horse was fit.", "Radio Nord", "that the horse was fit", []),
    ("Radio Nord said, citing the governor, that the horse was fit.", "Radio Nord", "that the horse was fit", []),
    ("The owner sold the stable to Reuters, saying that the horse was fit.", "The owner", "that the horse was fit", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "who", "what", "via"), CAME_THROUGH)
def test_whom_a_statement_came_through_is_kept_apart_from_who_made_it(
    text: str, who: str, what: str, via: list[str]
) -> None:
    (found,) = attributions(article_of(text))
    assert [text[s:e] for s, e in found.source] == [who]
    assert [text[s:e] for s, e in found.content] == [what]
    assert [text[s:e] for s, e in found.via] == via
