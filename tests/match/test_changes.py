"""Figures that changed with time are gathered stage by stage, and stay out where they are disputed."""

from building import article, claim, count, known_of, speaker

from claimgraph.match.changes import updates
from claimgraph.match.figures import Figure, figures
from claimgraph.match.finding import Change
from claimgraph.match.stories import Stories
from claimgraph.model import Claim, Dated, Dispute, Reason, Update

ODA = speaker("Oda Pell", kind="person")


def told(*numbers: float, said: tuple[str, ...] = ()) -> tuple[Stories, list[Claim]]:
    """Return an article a day with a number each."""
    sources = [
        article(f"so many died: {n}", f"d{day}", f"2031-05-{day + 1:02}") for day, n in enumerate(numbers)
    ]
    claims = [
        claim(
            source,
            source.text,
            ODA,
            quantities=(count(n),),
            **({"said": Dated(date=said[day])} if said else {}),
        )
        for day, (source, n) in enumerate(zip(sources, numbers, strict=False))
    ]
    return known_of(sources, [ODA], claims), claims


def figure(known: Stories, one: Claim) -> Figure:
    return figures(known.context.nodes[one.id])[0]


def change(known: Stories, before: Claim, after: Claim, question: str = "killed") -> Change:
    detail = f"{before.text} against {after.text}"
    return Change(
        figure(known, before), figure(known, after), question, Reason(rule="other count", detail=detail)
    )


def stages(
    known: Stories, *changes: Change, disputes: tuple[Dispute, ...] = ()
) -> list[tuple[tuple[str, ...], ...]]:
    found: tuple[Update, ...] = updates(changes, disputes, known.context)
    return [one.sides for one in found]


def test_nothing_changed_is_no_update() -> None:
    known, _ = told(3)
    assert stages(known) == []


def test_stages_stand_in_the_order_of_days() -> None:
    known, (a, b, c) = told(3, 9, 14)
    assert stages(known, change(known, b, c), change(known, a, c)) == [((a.id,), (b.id,), (c.id,))]


def test_what_was_said_earlier_is_an_earlier_stage_whenever_it_was_printed() -> None:
    known, (a, b) = told(9, 3, said=("2031-04-30", "2031-04-20"))
    assert stages(known, change(known, b, a)) == [((b.id,), (a.id,))]


def test_one_value_is_one_stage() -> None:
    known, (a, b, c) = told(3, 9, 9)
    assert stages(known, change(known, a, b), change(known, a, c)) == [((a.id,), (b.id, c.id))]


def test_what_has_no_claim_in_common_or_is_of_another_question_is_another_update() -> None:
    known, (a, b, c, d) = told(3, 9, 14, 20)
    assert len(stages(known, change(known, a, b), change(known, c, d))) == 2
    assert len(stages(known, change(known, a, b), change(known, b, c, "injured"))) == 2


def test_a_pair_in_a_dispute_of_figures_stays_there() -> None:
    known, (a, b, c) = told(3, 9, 14)
    figures_, denial = (
        Dispute(id="d", kind=kind, subject=None, sides=((a.id,), (b.id,))) for kind in ("figures", "denial")
    )
    assert stages(known, change(known, a, b), disputes=(figures_,)) == []
    assert stages(known, change(known, a, b), change(known, b, c), disputes=(figures_,)) == [
        ((b.id,), (c.id,))
    ]
    assert len(stages(known, change(known, a, b), disputes=(denial,))) == 1


def test_an_update_has_its_reasons_and_the_same_id_every_time() -> None:
    known, (a, b, c) = told(3, 9, 14)
    first, second = (updates((change(known, a, b), change(known, b, c)), (), known.context) for _ in range(2))
    assert first == second
    assert len(first[0].reasons) == 2
    assert first[0].id.startswith("u")
