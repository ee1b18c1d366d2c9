"""What states nothing is no statement: terms of the talk, silence, announcements."""

import pytest
from markup import article_of

from claimgraph.extract.attribution.spans import Attribution
from claimgraph.extract.attribution.vacant import is_vacant


def _is_vacant(text: str, content: str) -> bool:
    start = text.rindex(content)
    said = (start, start + len(content))
    verb = text.rfind("mention", 0, start)  # else some word before it: only the content is looked at
    cue = (verb, verb + len("mention")) if verb >= 0 else (start - 2, start - 1)
    return is_vacant(
        article_of(text), Attribution(source=(), cue=(cue,), content=(said,), head="say", rule="test")
    )


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("A pilot asked not to be named.", "not to be named"),
        ("Two clerks, who declined to be identified, were there.", "to be identified"),
        ("The bank said nothing about the loan.", "nothing about the loan"),
        ("The bank said nothing about the loan.", "the loan"),
        ("The cook told a different story.", "a different story"),
        ("The widow told it another way.", "it another way"),
        ("The abbot put it differently.", "it differently"),
        ("A pilot, requesting anonymity, agreed.", "anonymity"),
        ("The mayor failed to mention the leak.", "the leak"),
        ("The paper published its first story.", "its first story"),
        ("The judge did not mention who had paid.", "who had paid"),
        ("The firm neglected to mention that the dam was cracked.", "that the dam was cracked"),
    ],
)
def test_what_states_nothing_is_vacant(text, content):
    assert _is_vacant(text, content)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The court ordered that the boy should not be named.", "that the boy should not be named"),
        ("The widow asked for the street to be named after him.", "the street to be named after him"),
        ("A pilot asked to be paid.", "to be paid"),
        ("The clerk said nothing was missing.", "nothing was missing"),
        ("The nurse reported another case.", "another case"),
        ("The firm says otherwise.", "otherwise"),
        ("The sailor heard nothing.", "nothing"),
        ("The mayor went on to mention the leak.", "the leak"),
        ("The judge went on to mention who had paid.", "who had paid"),
        ("The paper denied its first story.", "its first story"),
    ],
)
def test_what_states_something_stays(text, content):
    assert not _is_vacant(text, content)
