import pytest
from speakers_text import last

from claimgraph.errors import LexiconError
from claimgraph.extract.speakers import load_actors

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


@pytest.mark.parametrize(
    "text, words",
    [
        ("[[actor]]\nside = 'x'\n", "has no name"),
        ("[[actor]]\nname = 'A'\nsides = 'x'\n", "'sides' is not known"),
        ("[[actor]]\nname = 'A'\naliases = 'B'\n", "aliases must be a list"),
        ("[[actor]]\nname = 'A'\nrole = 3\n", "role must be a string"),
        ("[[actor]]\nname = 'A'\nkind = 'robot'\n", "kind must be one of"),
        ("[[actor]]\nname = 'A'\nspeaks_with = 'B'\n", "who is no actor"),
        ("[[actor]]\nname = 'A'\n[[actor]]\nname = 'B'\naliases = ['a']\n", "names both"),
        ("actors = 3\n", "not expected"),
        ("actor = 3\n", "not expected"),
        ("[[actor\n", "is not TOML"),
    ],
)
def test_a_bad_file_is_refused_in_one_line_that_names_it(tmp_path, text, words):
    path = written(tmp_path, text)
    with pytest.raises(LexiconError) as refused:
        load_actors(path)
    assert str(path) in str(refused.value)
    assert words in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_missing_or_undecodable_file_is_refused(tmp_path):
    with pytest.raises(LexiconError, match="cannot be read"):
        load_actors(tmp_path / "none.toml")
    path = tmp_path / "actors.toml"
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(LexiconError, match="cannot be read"):
        load_actors(path)
