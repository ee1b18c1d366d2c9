"""What may clash stands in one prompt: sentences that count one thing, or hold what few others hold."""

from itertools import count

from crane import PORT, claim, people, source

from claimgraph.match.context import build
from claimgraph.model import Claim, Collection, Source
from claimgraph.reader.gathering import FEW, Sentences, by_figures, once
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


def story(*sentences: str) -> Sentences:
    units, nodes = told(*sentences)
    return Sentences(units, nodes, lambda unit: unit.span[1] - unit.span[0])


def words_of(told: Sentences, groups: list[list[int]]) -> list[list[str]]:
    return [[told.units[place].claims[0].text for place in group] for group in groups]


def near(*sentences: str, most: int = 1000) -> list[list[str]]:
    told = story(*sentences)
    return words_of(told, told.grouped(range(len(sentences)), most))


def test_sentences_that_count_one_thing_stand_together():
    told = story("12 workers hurt", "pier closed", "30 workers hurt")
    assert list(by_figures(told.units).values()) == [[0, 2]]


def test_what_one_article_alone_counts_is_not_gathered():
    assert by_figures(story("12 workers hurt", "pier closed").units) == {}


def test_a_sentence_that_several_articles_print_stands_once_with_all_of_them():
    units, _ = told("12 workers hurt", "pier closed", "12 workers, hurt", "13 workers hurt")
    found = once(units, lambda unit: unit.claims[0].text.replace(",", ""))
    assert [unit.claims[0].text for unit in found] == ["12 workers hurt", "pier closed", "13 workers hurt"]
    assert [unit.sources for unit in found] == [
        (units[0].source, units[2].source), (units[1].source,), (units[3].source,),
    ]  # fmt: skip


def test_a_prompt_is_filled_with_what_is_nearest_to_what_it_holds():
    told = story("crane rusted", "valve leaked", "pier closed", "valve held")
    size = told.whole([1, 3])
    assert told.packed([[0], [1], [2], [3]], size + 1) == [[0, 2], [1, 3]]


def test_a_group_longer_than_a_prompt_has_one_of_its_own():
    told = story("crane rusted", "valve leaked badly for years and years")
    assert told.packed([[1], [0]], told.whole([0])) == [[0], [1]]


def test_what_is_near_and_was_parted_meets_again_the_nearest_first():
    told = story("crane fell hard", "pier closed", "crane fell", "pier shut")
    apart = [[0, 1], [2, 3]]
    assert told.parted(apart, most=100, many=1000) == [[0, 2], [1, 3]]
    assert told.parted(apart, most=100, many=told.whole([0, 2])) == [[0, 2]]
    assert told.parted([[0, 2], [1, 3]], most=100, many=1000) == []


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
