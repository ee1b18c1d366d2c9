"""What may clash stands in one prompt: sentences that count one thing, or hold what few others hold."""

from itertools import count

from crane import PORT, claim, people, source

from claimgraph.match.context import build
from claimgraph.model import Claim, Collection, Source
from claimgraph.reader.gathering import FEW, by_figures, by_nearness
from claimgraph.reader.layout import Unit

NUMBERS = count()


def told(*sentences: str) -> tuple[list[Unit], dict]:
    """Return each sentence as the one claim of an article of its own."""
    sources: list[Source] = []
    claims: list[Claim] = []
    for words in sentences:
        of = source(f"{next(NUMBERS)}.txt", f"Osk Port said {words}.\n")
        number = next((int(word) for word in words.split() if word.isdigit()), None)
        more = {} if number is None else {"quantities": people(of, number)}
        terms = tuple(word for word in words.split() if not word.isdigit())
        sources.append(of)
        claims.append(claim(of, words, PORT, terms=terms, **more))
    context = build(Collection(sources=tuple(sources), speakers=(PORT,), claims=tuple(claims)))
    return [Unit(one.source, (one.start, one.end), 0, (one,)) for one in claims], context.nodes


def words_of(groups: list[list[Unit]]) -> list[list[str]]:
    return [[unit.claims[0].text for unit in group] for group in groups]


def near(*sentences: str, most: int = 1000) -> list[list[str]]:
    units, nodes = told(*sentences)
    return words_of(by_nearness(units, nodes, lambda unit: unit.span[1] - unit.span[0], most))


def test_sentences_that_count_one_thing_stand_together():
    units, _ = told("12 workers hurt", "pier closed", "30 workers hurt")
    (group,) = by_figures(units).values()
    assert words_of([group]) == [["12 workers hurt", "30 workers hurt"]]


def test_what_one_article_alone_counts_is_not_gathered():
    units, _ = told("12 workers hurt", "pier closed")
    assert by_figures(units) == {}


def test_sentences_that_share_a_rare_word_stand_together():
    found = near("harbour power failed", "crane rusted", "power stayed", "crane painted")
    assert found == [["harbour power failed", "power stayed"], ["crane rusted", "crane painted"]]


def test_the_rarer_word_joins_first():
    common = [f"harbour thing{number}" for number in range(6)]
    found = near("harbour valve leaked", *common, "harbour valve held", most=45)
    assert ["harbour valve leaked", "harbour valve held"] in found


def test_a_word_that_many_hold_joins_nothing():
    found = near(*[f"harbour thing{number}" for number in range(FEW + 1)])
    assert all(len(group) == 1 for group in found)


def test_no_group_grows_past_its_size():
    found = near(*[f"valve thing{number} leaked" for number in range(FEW)], most=60)
    assert max(sum(map(len, group)) for group in found) <= 60
    assert sorted(one for group in found for one in group) == sorted(
        f"valve thing{number} leaked" for number in range(FEW)
    )
