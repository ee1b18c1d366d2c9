"""The weights are run only when they are what the manifest names; what the network reads in sentences of our own."""

import json
import shutil
from pathlib import Path

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markup import article_of

from claimgraph.errors import ClaimgraphError
from claimgraph.extract.attribution.finding import attributions
from claimgraph.extract.attribution.spans import Attribution
from claimgraph.extract.tagger.runtime import BRANCH, ENCODER, FILES, PIECES, WEIGHTS, Runtime, Tagger
from claimgraph.networks import MANIFEST, verified

TEXT = "The keeper said the lighthouse had been dark for a week. She blamed a broken cable."


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of the shipped weights that may be spoilt."""
    for name in (BRANCH, ENCODER, PIECES, MANIFEST):
        shutil.copyfile(WEIGHTS / name, tmp_path / name)
    return tmp_path


def test_the_shipped_weights_are_what_the_manifest_names() -> None:
    assert set(verified(WEIGHTS, FILES, "tagger")["files"]) == {BRANCH, ENCODER, PIECES}


def test_the_shipped_weights_are_small() -> None:
    assert sum(path.stat().st_size for path in WEIGHTS.iterdir()) < 30_000_000


@pytest.mark.parametrize("name", [BRANCH, ENCODER, PIECES])
def test_a_changed_file_is_refused_with_a_remedy(copied: Path, name: str) -> None:
    content = bytearray((copied / name).read_bytes())
    content[len(content) // 2] ^= 1
    (copied / name).write_bytes(content)
    with pytest.raises(ClaimgraphError, match=rf"{name} is damaged.*reinstall claimgraph"):
        Runtime(copied)


@pytest.mark.parametrize("name", [BRANCH, ENCODER, PIECES, MANIFEST])
def test_a_missing_file_is_named_with_a_remedy(copied: Path, name: str) -> None:
    (copied / name).unlink()
    with pytest.raises(ClaimgraphError, match=rf"{name} cannot be read.*reinstall"):
        Runtime(copied)


@pytest.mark.parametrize("manifest", ["", "[]", "{}", '{"files": {"encoder.onnx": "0"}}'])
def test_a_spoilt_manifest_is_refused(copied: Path, manifest: str) -> None:
    (copied / MANIFEST).write_text(manifest, encoding="utf-8")
    with pytest.raises(ClaimgraphError, match=r"manifest.json cannot be read"):
        Runtime(copied)


def test_a_manifest_of_other_thresholds_is_refused(copied: Path) -> None:
    manifest = json.loads((copied / MANIFEST).read_text(encoding="utf-8"))
    manifest["decoding"] = {"patience": 3}
    (copied / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
    with pytest.raises(ClaimgraphError, match="patience"):
        Runtime(copied)


def test_candidates_come_with_probabilities_over_their_paragraph() -> None:
    (candidates,) = Runtime().candidates(TEXT, [(0, len(TEXT))], lowest=0.3)
    heads = [TEXT[slice(*one.window.offsets[one.position])] for one in candidates]
    assert {"said", "blamed"} <= set(heads)
    for one in candidates:
        assert one.roles.shape == (one.end - one.start, 4)
        assert np.allclose(one.roles.sum(1), 1, atol=1e-5)
        assert 0.3 <= one.probability <= 1
        assert 0 <= one.statement <= 1


def test_the_answers_are_those_of_every_processor() -> None:
    # Sums of 8-bit products that overflow, as they may on some processors, move these by up to .01.
    (candidates,) = Runtime().candidates(TEXT, [(0, len(TEXT))], lowest=0.3)
    assert [one.probability for one in candidates] == pytest.approx([0.98965, 0.96953], abs=3e-4)
    assert [one.statement for one in candidates] == pytest.approx([0.99988, 0.97554], abs=3e-4)


Spans = tuple[tuple[int, int], ...]
# Text, who, the cue, what is said; None where the text names nobody.
SENTENCES = [
    ("The mayor said on Monday that the bridge had been inspected twice.", "The mayor", "said", "the bridge had been inspected twice"),
    ("“The kiln cracked overnight,” the potter said.", "the potter", "said", "The kiln cracked overnight"),
    ("“Nobody warned us,” said Maria Lopez, who runs the bakery.", "Maria Lopez, who runs the bakery", "said", "Nobody warned us"),
    ("According to the harbour master, two barges broke loose.", "the harbour master", "According to", "two barges broke loose"),
    ("The airline denied that its pilots had skipped the briefing.", "The airline", "denied", "its pilots had skipped the briefing"),
    ("Prosecutors allege that the accountant forged the invoices.", "Prosecutors", "allege", "the accountant forged the invoices"),
    ("The brewery admitted that it had sold spoiled beer.", "The brewery", "admitted", "it had sold spoiled beer"),
    ("The ship was carrying grain, the insurer told the newspaper.", "the insurer", "told", "The ship was carrying grain"),
    ("The coach called the penalty a disgrace.", "The coach", "called", "the penalty a disgrace"),
    ("Geologists warned that the slope could slide again.", "Geologists", "warned", "the slope could slide again"),
    ("He insisted he had never met the courier.", "He", "insisted", "he had never met the courier"),
    ("The clinic's director, Tomas Berg, said nurses had gone unpaid since May.", "The clinic's director, Tomas Berg", "said", "nurses had gone unpaid since May"),
]  # fmt: skip
QUOTED = "{0}The orchestra will play without a conductor,{1} the manager said on Friday."


def found_in(text: str) -> list[Attribution]:
    return Tagger().attributions(article_of(text))


def words(text: str, spans: Spans) -> str:
    return " ".join(text[start:end] for start, end in spans)


@pytest.mark.parametrize(("text", "source", "cue", "content"), SENTENCES)
def test_who_the_cue_and_what_is_said(text: str, source: str, cue: str, content: str) -> None:
    (found,) = found_in(text)
    assert words(text, found.source) == source
    assert cue in words(text, found.cue)
    assert words(text, found.content).strip("“”., ").removeprefix("that ") == content


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("The mayor said the bridge had been inspected.", "say"),
        ("According to the harbour master, two barges broke loose.", "according"),
        ("The airline has denied that its pilots skipped the briefing.", "deny"),
    ],
)
def test_the_head_is_the_lemma_of_the_cue(text: str, head: str) -> None:
    assert [found.head for found in found_in(text)] == [head]


def test_text_that_reports_nothing_gives_nothing() -> None:
    assert found_in("The train left at noon. It was full, and the heating did not work.") == []


@pytest.mark.parametrize("marks", ["“”", '""', "«»", "‘’", ("''", "''"), ("``", "''"), ("“", "")])
def test_every_style_of_quotation_is_read(marks: tuple[str, str]) -> None:
    text = QUOTED.format(*marks)
    (found,) = found_in(text)
    assert words(text, found.source).endswith("manager")
    assert "The orchestra will play without a conductor" in words(text, found.content)


@pytest.mark.parametrize("change", [str.upper, str.lower])
def test_text_all_in_one_case_is_read(change: object) -> None:
    text = change("The governor said the dam was safe and that no village had been flooded.")
    (found,) = found_in(text)
    assert words(text, found.cue).lower() == "said"
    assert "the dam was safe" in words(text, found.content).lower()


@pytest.mark.parametrize("separator", ["\n", "\n\n", " "])
def test_layout_does_not_change_how_many_are_found(separator: str) -> None:
    text = separator.join(sentence for sentence, *_ in SENTENCES[:6])
    assert len(found_in(text)) == 6


def test_one_statement_carried_by_another_points_at_it() -> None:
    text = "The minister said that the envoy had denied that the talks were over."
    found = attributions(article_of(text))
    assert [one.head for one in found] == ["say", "deny"]
    assert [one.parent for one in found] == [None, 0]


@given(st.text(max_size=400))
@example("“" * 50)
@example("said " * 120)
@example("a said “\x00\u202e")
@settings(deadline=None, max_examples=40)
def test_any_text_is_read_without_failing(text: str) -> None:
    article = article_of(text)
    for found in Tagger().attributions(article):
        for start, end in (*found.source, *found.cue, *found.content):
            assert 0 <= start < end <= len(text)
        assert found.cue
        assert found.content


def test_attributions_come_in_text_order() -> None:
    found = attributions(article_of("\n".join(sentence for sentence, *_ in SENTENCES)))
    assert [one.cue for one in found] == sorted(one.cue for one in found)


def test_a_folder_without_weights_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ClaimgraphError, match="manifest"):
        Tagger(weights=tmp_path).attributions(article_of("A sentence."))
