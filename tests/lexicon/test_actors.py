from pathlib import Path

import pytest

from claimgraph.errors import LexiconError
from claimgraph.lexicon.actors_file import ALLIANCE_KEYS, KEYS, KINDS, load_actors

PAGE = (Path(__file__).parents[2] / "docs" / "actors.md").read_text(encoding="utf-8")
EXAMPLE = PAGE.split("```toml")[1].split("```")[0]
TWO = """
[[actor]]
name = "Maren Holt"
{first}
[[actor]]
name = "Maren Holt"
{second}
"""


def written(tmp_path, text):
    path = tmp_path / "actors.toml"
    path.write_text(text, encoding="utf-8")
    return path


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
        ("[[actor]]\nname = 'A'\nsidee = 'x'\n", "did you mean 'side'?"),
        ("[[actor]]\nname = 'A'\nuntill = '2016'\n", "did you mean 'until'?"),
        ("[[actor]]\nname = 'A'\nkind = 'persons'\n", "did you mean 'person'?"),
        ("[[actor]]\nname = 'A'\nspeaks_with = 3\n", "names nobody"),
        ("[[actor]]\nname = 'A'\n[[actor.speaks_with]]\nfrom = '2016'\n", "names nobody"),
        ("[[actor]]\nname = 'A'\nspeaks_with = {name = 'A', form = '2016'}\n", "did you mean 'from'?"),
        ("[[actor]]\nname = 'A'\nspeaks_with = {name = 'A', from = '16'}\n", "from = 16 is no date"),
        ("[[actor]]\nname = 'A'\nfrom = 2016\n", 'write it in quotes, as "2016"'),
        ("[[actor]]\nname = 'A'\nuntil = 2016-04-02\n", "until = 2016-04-02 is no date; write it in quotes"),
        ("[[actor]]\nname = 'A'\nfrom = '2016-13'\n", "from = 2016-13 is no date"),
        ("[[actor]]\nname = 'A'\nfrom = '2015-02-29'\n", "from = 2015-02-29 is no date"),
        ("[[actor]]\nname = 'A'\nfrom = '2018'\nuntil = '2017-12'\n", "from 2018 is after until 2017-12"),
        (
            (
                "[[actor]]\nname='A'\nuntil='2016'\n[actor.speaks_with]\nname='B'\nfrom='2017'\n"
                "[[actor]]\nname='B'\n"
            ),
            "at no time at which both are listed",
        ),
        (
            "[[actor]]\nname='A'\nuntil='2016-03'\n[[actor]]\nname='B'\naliases=['A']\nfrom='2016'\n",
            "'a' names both actor 1 (A) and actor 2 (B) from 2016 until 2016-03",
        ),
        (
            TWO.format(first="side='x'\nuntil='2018'", second="side='y'\nfrom='2018-12-31'"),
            (
                "actor 1 (Maren Holt) and actor 2 (Maren Holt) speak for both 'x' and 'y' "
                "from 2018-12-31 until 2018"
            ),
        ),
        (TWO.format(first="side='x'", second="side='y'\nfrom='2018'"), "'x' and 'y' from 2018;"),
        (
            (
                "[[actor]]\nname='A'\nspeaks_with=['B','C']\n[[actor]]\nname='B'\nside='x'\n"
                "[[actor]]\nname='C'\nside='y'\n"
            ),
            "speak for both 'x' and 'y'",
        ),
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


@pytest.mark.parametrize(
    "published, role, side",
    [
        ("2016", "energy minister", "odran"),
        ("2018-03-31", "energy minister", "odran"),
        ("2018-03", "energy minister", "odran"),
        ("2018-04-01", None, None),
        ("2018-04-30", None, None),
        ("2018", None, None),
        ("2018-05", "chairwoman", "kestrel"),
        ("2018-05-01", "chairwoman", "kestrel"),
        ("2024", "chairwoman", "kestrel"),
        (None, None, None),
    ],
)
def test_a_role_and_a_side_hold_in_articles_of_their_period(tmp_path, published, role, side):
    actors = load_actors(written(tmp_path, EXAMPLE))
    entry = actors.find("m. holt", published)
    standing = actors.standing(entry, published) if entry else None
    assert (entry and entry.role, standing and standing.side) == (role, side)


@pytest.mark.parametrize(
    "published, side",
    [("2017-06-01", "odran"), ("2016", None), ("2018-06", None), ("2019", "kestrel"), (None, None)],
)
def test_an_alliance_holds_in_its_period(tmp_path, published, side):
    actors = load_actors(written(tmp_path, EXAMPLE))
    entry = actors.find("Dam Workers' Union", published)
    standing = actors.standing(entry, published)
    assert (standing and standing.side) == side


def test_an_entry_with_a_period_goes_before_one_without(tmp_path):
    text = TWO.format(first="role='engineer'", second="role='minister'\nfrom='2016'\nuntil='2018'")
    actors = load_actors(written(tmp_path, text))
    found = [actors.find("Maren Holt", date).role for date in ("2015", "2017", "2019", None)]
    assert found == ["engineer", "minister", "engineer", "engineer"]


@pytest.mark.parametrize(
    "text",
    [
        TWO.format(first="side='x'\nuntil='2018'", second="side='y'\nfrom='2019'"),
        TWO.format(first="side='x'\nuntil='2018'", second="side='x'\nfrom='2018'"),
        (
            "[[actor]]\nname='A'\naliases=['the boss']\nuntil='2018'\n"
            "[[actor]]\nname='B'\naliases=['Boss']\nfrom='2019'\n"
        ),
    ],
)
def test_periods_that_leave_no_doubt_are_taken(tmp_path, text):
    assert len(load_actors(written(tmp_path, text)).entries) == 2


def test_the_page_lists_every_key_and_kind():
    listed = PAGE.split("## Keys of `[[actor]]`")[1].split("## Periods")[0]
    of_actors, of_alliances = listed.split("## Keys of")
    for words, keys in ((of_actors, (*KEYS, *KINDS)), (of_alliances, ALLIANCE_KEYS)):
        assert [key for key in keys if f"`{key}`" not in words] == []
