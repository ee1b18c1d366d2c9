import pytest
from building import claim, context_of, source, speaker

from claimgraph.match.origins import count, same_origin
from claimgraph.model import Credit

LONG = "The ferry left the harbour at nine in the morning with two hundred people on board and sank within the hour."
WIRE = (Credit(name="Blue Wire", span=(0, 1)),)


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        (source("a.txt", "One thing."), source("b.txt", "Another thing."), False),
        (
            source("a.txt", "One thing.", publisher="The Post"),
            source("b.txt", "Another.", publisher="The Post"),
            True,
        ),
        (source("a.txt", "One thing.", credits=WIRE), source("b.txt", "Another.", credits=WIRE), True),
        (source("a.txt", f"Our report. {LONG}"), source("b.txt", f"{LONG} More to come."), True),
    ],
)
def test_echo_is_one_origin(one, two, same):
    assert same_origin(one, two) is same


def test_one_speaker_in_many_articles_is_one_origin():
    who = speaker("The harbour master")
    articles = [source(f"{name}.txt", f"The ferry sank, {name} reports.") for name in "abc"]
    claims = [claim(article, "The ferry sank", who) for article in articles]
    context = context_of(articles, [who], claims)
    assert count(list(context.nodes.values()), context) == 1


def test_a_body_and_its_spokesman_are_one_origin():
    body = speaker("Ferry Line", "ferry-line")
    spokesman = speaker("spokesman", "ferry-line", kind="person", spokesperson_of=body.id)
    article = source("a.txt", "The ferry sank. It sank fast.")
    claims = [claim(article, "The ferry sank", body), claim(article, "It sank fast", spokesman)]
    context = context_of([article], [body, spokesman], claims)
    assert count(list(context.nodes.values()), context) == 1


def test_unnamed_offices_of_one_name_are_not_shown_to_be_two():
    articles = [source(f"{name}.txt", f"The ferry sank, {name} reports.") for name in "ab"]
    offices = [speaker("police").model_copy(update={"id": f"p{name}"}) for name in "ab"]
    claims = [
        claim(article, "The ferry sank", office) for article, office in zip(articles, offices, strict=True)
    ]
    context = context_of(articles, offices, claims)
    assert count(list(context.nodes.values()), context) == 1
