"""A report as a folder: everything stands on one of its pages, and every link leads to a place that is there."""

import re
from html import unescape

import pytest
from findings_fixture import DENIAL, FINDINGS, MINE_ID
from many_articles import many

from claimgraph.report import folder, parting, render
from claimgraph.report.folder import FIGURES, INDEX, pages

LARGE = many(30, disputes=12)
CLAIM = r'class="statement" data-claim="([^"]+)"'


def written(findings, **setting) -> dict[str, str]:
    return {name: "".join(pieces) for name, pieces in pages(findings, **setting)}


@pytest.fixture(scope="module")
def large():
    """Few articles to a page, so that there are many pages."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parting, "GATHERED", 4)
        patch.setattr(parting, "STORY", 3)
        yield written(LARGE)


def ids(text: str) -> list[str]:
    return re.findall(r'\sid="([^"]+)"', text)


def links(text: str) -> list[str]:
    return [unescape(one) for one in re.findall(r'\shref="([^"]+)"', text) if not one.startswith("http")]


def test_every_link_leads_to_a_place_that_is_there(large):
    places = {name: set(ids(text)) for name, text in large.items()}
    led = [(name, *link.partition("#")) for name, text in large.items() for link in links(text)]
    assert len(large) > 4
    assert {page for _, page, *_ in led if page} >= set(large) - {INDEX}
    assert [one for one in led if one[1] and one[1] not in places] == []
    assert [one for one in led if one[3] and one[3] not in places[one[1] or one[0]]] == []


def test_no_page_has_an_id_twice(large):
    assert [name for name, text in large.items() if len(ids(text)) != len(set(ids(text)))] == []


def test_what_one_page_holds_stands_once_in_the_folder(large):
    one = render(LARGE, "html")
    for kind in ("text-", "source-", "d", "m-"):
        wanted = sorted(place for place in ids(one) if re.fullmatch(rf"{kind}[sc]?\w+", place))
        found = sorted(p for text in large.values() for p in ids(text) if re.fullmatch(rf"{kind}[sc]?\w+", p))
        assert found == wanted
    kickers = r'class="kicker">(\d+) · .*?href="#(d\w+)"'
    numbers = [pair for text in large.values() for pair in re.findall(kickers, text)]
    assert sorted(numbers) == sorted(re.findall(kickers, one))


def test_the_index_lists_every_article_story_and_dispute(large):
    index = large[INDEX]
    told = links(index)
    for source in LARGE.collection.sources:
        assert any(one.endswith(f"#text-{source.id}") for one in told)
    for dispute in LARGE.matching.disputes:
        assert any(one.endswith(f"#{dispute.id}") for one in told)
    for name in large:
        assert name == INDEX or any(one.split("#")[0] == name for one in told)
    assert "Orrel port authority" in index


def test_figures_are_drawn_on_one_page_alone():
    found = written(FINDINGS)
    assert [name for name, text in found.items() if 'id="bokeh"' in text] == [FIGURES]
    assert re.search(r'"place",\s*\["story-\d+\.html#m-', found[FIGURES])
    assert [name for name, text in found.items() if 'id="axis-1"' in text and name != FIGURES]


def test_each_page_has_the_policy_of_the_one_page(large):
    for text in large.values():
        stated = re.search(r'Content-Security-Policy" content="(.*?)"', text)[1]
        assert stated.startswith("default-src 'none'; script-src 'sha256-")
        assert "unsafe" not in stated
        assert "http" not in stated


def test_the_pages_are_the_same_every_time():
    assert written(FINDINGS) == written(FINDINGS)


def test_a_decided_dispute_stands_in_the_index_and_on_its_page():
    confirmed = DENIAL.model_copy(update={"state": "confirmed"})
    matching = FINDINGS.matching.model_copy(
        update={
            "disputes": tuple(confirmed if one.id == DENIAL.id else one for one in FINDINGS.matching.disputes)
        }
    )
    found = written(FINDINGS.model_copy(update={"matching": matching}))
    assert 'id="confirmed"' in found[INDEX]
    [page] = [name for name, text in found.items() if f'<article class="card" id="{DENIAL.id}"' in text]
    assert f'href="{page}#{DENIAL.id}"' in found[INDEX]
    assert f'id="text-{MINE_ID}"' in found[page]


def test_nothing_read_is_an_index_alone(ferry_findings):
    empty = ferry_findings.model_copy(
        update={
            "collection": type(ferry_findings.collection)(),
            "matching": type(ferry_findings.matching)(),
        }
    )
    assert list(written(empty)) == [INDEX]
    assert folder.SPEAKERS > 0
