"""Requests and answers as files, in the batch format that several servers share."""

import json
from pathlib import Path

import pytest
from crane import answer_line, case, findings, good, lines

from claimgraph.errors import ClaimgraphError
from claimgraph.reader import Reader, prompts
from claimgraph.reader.files import PREFIX, answers, requests

GOLDEN = Path(__file__).parent / "golden" / "answers.jsonl"


def test_a_request_holds_what_a_batch_needs():
    for line, prompt in zip(
        requests(prompts(findings()), "m").splitlines(), prompts(findings()), strict=True
    ):
        found = json.loads(line)
        assert found["custom_id"] == PREFIX + prompt.hash
        assert (found["method"], found["url"]) == ("POST", "/v1/chat/completions")
        assert found["body"]["model"] == "m"
        assert found["body"]["messages"] == prompt.messages
        schema = found["body"]["response_format"]["json_schema"]["schema"]
        assert list(schema["properties"]["disputes"]["items"]["properties"])[:2] == ["reason", "relation"]


def test_answers_that_are_written_down_are_taken_in():
    with case() as tracker:
        reader = Reader(tracker)
        reader.requests("m")
        outcome = reader.take(GOLDEN)
        assert (outcome.answered, outcome.failed) == (3, [])
        assert {one.model for one in tracker.store.proposals()} == {"golden-model"}
        assert len(tracker.match().leads) >= 2


BAD = {
    "no JSON": "{", "a number": "7", "nobody's": json.dumps({"custom_id": "request-1"}),
    "another's hash": answer_line("0" * 16, good()), "no id": json.dumps({"response": {}}),
    "failed": json.dumps({"custom_id": PREFIX + "HASH", "response": None, "error": {"message": "too long"}}),
    "expired": json.dumps({"custom_id": PREFIX + "HASH", "error": "expired"}),
    "status": json.dumps({"custom_id": PREFIX + "HASH", "response": {"status_code": 500, "body": {}}}),
    "no body": json.dumps({"custom_id": PREFIX + "HASH", "response": {"status_code": 200}}),
    "no choice": json.dumps({"custom_id": PREFIX + "HASH", "response": {"body": {"choices": []}}}),
    "no words": answer_line("HASH", None), "blank": answer_line("HASH", "  "),
    "deep": "[" * 50_000,
}  # fmt: skip


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_line_costs_only_itself(kind, tmp_path):
    with case() as tracker:
        reader = Reader(tracker)
        reader.requests("m")
        one, two, _ = reader.prompts
        file = tmp_path / "answers.jsonl"
        file.write_text(lines([BAD[kind].replace("HASH", one.hash), "", answer_line(two.hash, good())]))
        outcome = reader.take(file)
        assert outcome.answered == 1
        assert [line.split(": ")[0] for line in outcome.failed] == ["answers.jsonl:1"]


def test_a_second_answer_to_one_prompt_is_not_taken(tmp_path):
    with case() as tracker:
        reader = Reader(tracker)
        reader.requests("m")
        file = tmp_path / "answers.jsonl"
        file.write_text(lines([answer_line(reader.prompts[0].hash, good())] * 2))
        outcome = reader.take(file)
        assert (outcome.answered, len(outcome.failed)) == (1, 1)


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(ClaimgraphError, match=r"nothing\.jsonl cannot be read"):
        list(answers(tmp_path / "nothing.jsonl"))


def test_a_file_of_other_bytes_is_read_line_by_line(tmp_path):
    file = tmp_path / "answers.jsonl"
    file.write_bytes(b"\xef\xbb\xbf" + b"\xff\xfe\n" * 3)
    assert [one.prompt for one in answers(file)] == [None] * 3


def test_answers_to_nothing_asked_are_refused(tmp_path):
    with case() as tracker, pytest.raises(ClaimgraphError, match="nothing was asked"):
        Reader(tracker).take(tmp_path / "answers.jsonl")


def test_halves_of_characters_in_an_answer_are_no_harm(tmp_path):
    with case() as tracker:
        reader = Reader(tracker)
        reader.requests("m")
        file = tmp_path / "answers.jsonl"
        file.write_text(answer_line(reader.prompts[0].hash, f"\ud800 {good()} \udfff", "m\ud800"))
        assert reader.take(file).proposals > 0
        assert tracker.store.faults() == []
