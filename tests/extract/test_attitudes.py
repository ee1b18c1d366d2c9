"""A deed done to a thing is no statement, though a network takes its verb for a cue."""

import pytest
from markup import article_of

from claimgraph.extract.attribution.spans import ATTITUDE, Attribution
from claimgraph.extract.reading.acts import states_nothing


def attribution(text: str, cue: str, content: str, head: str, rule: str = ATTITUDE) -> Attribution:
    at, said = text.index(cue), text.index(content)
    spans = ((at, at + len(cue)),), ((said, said + len(content)),)
    return Attribution(source=(), cue=spans[0], content=spans[1], head=head, rule=rule)


@pytest.mark.parametrize(
    ("text", "cue", "content", "head"),
    [
        ("The patrol detected three boats.", "detected", "three boats", "detect"),
        ("The firm spent 3 million on it.", "spent", "3 million on it", "spend"),
    ],
)
def test_a_deed_with_a_figure_states_nothing_unless_the_network_is_sure_of_it(text, cue, content, head):
    assert states_nothing(article_of(text), attribution(text, cue, content, head))
    assert not states_nothing(article_of(text), attribution(text, cue, content, head, rule="tagger"))


@pytest.mark.parametrize(
    ("text", "cue", "content", "head"),
    [
        ("A jury convicted the broker.", "convicted", "the broker", "convict"),
        ("The firm focused on the merger.", "focused on", "the merger", "focus"),
    ],
)
@pytest.mark.parametrize("rule", [ATTITUDE, "tagger"])
def test_a_deed_done_to_a_thing_states_nothing(text, cue, content, head, rule):
    assert states_nothing(article_of(text), attribution(text, cue, content, head, rule=rule))


@pytest.mark.parametrize(
    ("text", "cue", "content", "head"),
    [
        ("The union opposes the closure.", "opposes", "the closure", "oppose"),
        ("The bank denied the loss.", "denied", "the loss", "deny"),
        ("Police identified the man as Ivo Marr.", "identified", "the man as Ivo Marr", "identify"),
        ("Villagers want the mine to close.", "want", "the mine to close", "want"),
        ("The town fears the dam will break.", "fears", "the dam will break", "fear"),
        ("The utility took responsibility for the spill.", "took", "responsibility for the spill", "take"),
    ],
)
def test_a_stand_or_a_fact_is_stated(text, cue, content, head):
    assert not states_nothing(article_of(text), attribution(text, cue, content, head))
