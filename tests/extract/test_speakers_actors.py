from dataclasses import replace
from pathlib import Path

import pytest
from speakers_text import last, read

from claimgraph.extract.speakers import resolve, unify
from claimgraph.lexicon.actors_file import load_actors
from claimgraph.model import Dated

GOOD = """
[[actor]]
name = "Brightwater Chemicals"
aliases = ["BWC", "the Brightwater group"]
side = "brightwater"
kind = "organisation"

[[actor]]
name = "Jane Roe"
role = "chief executive"
speaks_with = "Brightwater Chemicals"
"""

PAGE = (Path(__file__).parents[2] / "docs" / "actors.md").read_text(encoding="utf-8")
EXAMPLE = PAGE.split("```toml")[1].split("```")[0]


def written(tmp_path, text):
    path = tmp_path / "actors.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_users_actors_give_aliases_roles_and_sides(tmp_path):
    actors = load_actors(written(tmp_path, GOOD))
    [alias], _ = last("A leak was found. [BWC] spoke.", actors)
    [person], _ = last("A leak was found. [Jane Roe] spoke.", actors)
    assert (alias.name, alias.side, alias.kind) == ("Brightwater Chemicals", "brightwater", "organisation")
    assert (person.side, person.role) == ("brightwater", "chief executive")
    assert any("user" in line for line in alias.evidence)


PARTIES = """
[[actor]]
name = "Harlow & Sons"
kind = "organisation"
side = "harlow"

[[actor]]
name = "Liberty Party"
aliases = ["Libertarians"]
kind = "organisation"
side = "liberty"
"""


@pytest.mark.parametrize(
    "marked, side",
    [
        ("[Harlow & Sons] spoke.", "harlow"),
        ("[A spokesman for Harlow & Sons] spoke.", "harlow"),
        ("[Ann Roe, head of Harlow & Sons,] spoke.", "harlow"),
        ("[Libertarians] spoke.", "liberty"),
        ("[Liberty Party leader Ann Roe] spoke.", "liberty"),
    ],
)
def test_firms_and_parties_of_the_list_and_who_speaks_for_them_have_its_side(tmp_path, marked, side):
    [speaker], _ = last(marked, load_actors(written(tmp_path, PARTIES)))
    assert speaker.side == side


def speaker(actors, words, published):
    """Return the speaker of the last marked source of an article of a date."""
    article, attributions = read(words)
    source = article.source.model_copy(update={"published": Dated(date=published, basis="test")})
    resolution = resolve(replace(article, source=source), attributions, actors)
    return next(one for one in resolution.speakers if one.id == resolution.of[-1].speakers[0])


def test_the_periods_of_one_name_and_the_time_outside_them_are_never_one_speaker(tmp_path):
    actors = load_actors(written(tmp_path, EXAMPLE))
    dates = ("2017", "2018-04-10", "2019", None)
    minister, between, chairwoman, undated = (
        speaker(actors, "A dam broke. [Maren Holt] spoke.", date) for date in dates
    )
    everyone = [minister, between, chairwoman, undated]
    unified = unify(everyone)
    assert [unified[one.id].side for one in everyone] == ["odran", None, "kestrel", None]
    assert [unified[one.id].role for one in everyone] == ["energy minister", None, "chairwoman", None]
    assert any("from 2018-05-01" in line for line in unified[chairwoman.id].evidence)
