"""A server is asked as often as may help, and no answer of it can hurt more than its own prompt."""

import json
import urllib.request

import pytest
from crane import BAD, findings, good

from claimgraph.errors import ClaimgraphError
from claimgraph.reader import Server, prompts
from claimgraph.reader.client import KEY_VARIABLE, LONGEST_PAUSE, PAUSES, Client, Reply, _asked_pause

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])


def ask(url: str, model: str, seconds: float = 5.0, **more: object) -> tuple[Reply, list[float]]:
    waited: list[float] = []
    with Client(Server(url, model, seconds=seconds, **more), pause=waited.append) as client:
        return client.ask(prompts(findings())[0]), waited


def told(served: str) -> dict:
    with urllib.request.urlopen(served.removesuffix("/v1") + "/asked") as response:
        return json.load(response)


def test_a_good_answer_is_returned_as_it_is(served):
    assert ask(served, "good") == (Reply(good()), [])


@pytest.mark.parametrize("model", [name for name, text in BAD.items() if text])
def test_a_bad_answer_is_an_answer_all_the_same(served, model):
    assert ask(served, model)[0].text == BAD[model]


FAILING = {
    "silent": "time", "drip": "time", "500": "status", "cut": "cut", "flood": "long", "unfinished": "length",
    "page": "cut", "empty": "empty", "no words": "empty", "elsewhere": "status",
}  # fmt: skip


@pytest.mark.parametrize("model", FAILING)
def test_every_failure_has_a_cause(served, model):
    reply, _ = ask(served, model, seconds=0.4 if FAILING[model] == "time" else 5.0)
    assert (reply.text, reply.cause) == (None, FAILING[model])
    assert reply.told


def test_nobody_at_the_address_is_a_failure(unserved):
    assert ask(unserved, "good")[0].cause == "refused"


def test_what_may_pass_is_tried_again_after_a_pause(served):
    assert ask(served, "once 500") == (Reply(good()), [PAUSES[0]])
    assert ask(served, "500")[1] == list(PAUSES)
    assert ask(served, "silent", seconds=0.3)[1] == []


def test_a_server_that_asks_for_a_pause_gets_it(served):
    assert ask(served, "busy") == (Reply(good()), [7.0, 7.0])


def test_a_server_that_knows_no_schema_is_asked_without_one(served):
    assert ask(served, "plain")[0] == Reply(good())
    assert [one["schema"] for one in told(served)["seen"] if one["mode"] == "plain"] == [True, False]


def test_the_key_is_sent_and_no_other_header_of_the_user_s(served):
    ask(served, "keyed", key="secret")
    assert [one["key"] for one in told(served)["seen"] if one["mode"] == "keyed"] == ["Bearer secret"]


def test_a_redirect_is_not_followed(served):
    assert "307" in ask(served, "elsewhere")[0].told


@pytest.mark.parametrize(
    ("header", "seconds"),
    [(None, None), ("5", 5.0), ("soon", None), ("Thu, 01 Jan 1970 00:00:00 GMT", 0.0), ("99999", 99999.0)],
)
def test_a_pause_asked_for_is_a_number_or_a_date(header, seconds):
    assert _asked_pause(header) == seconds
    assert LONGEST_PAUSE == 60


@pytest.mark.parametrize("host", ["127.0.0.1:8080", "localhost", "[::1]:99", "127.9.9.9"])
def test_this_machine_may_be_asked(host):
    assert Server(f"http://{host}/v1", "m").local


@pytest.mark.parametrize(
    "host", ["models.example", "10.0.0.1", "127.0.0.1.example", "0.0.0.0", "localhost.example"]
)
def test_another_machine_is_asked_only_when_that_is_said(host):
    url = f"http://{host}/v1"
    with pytest.raises(ClaimgraphError, match="--reader-remote"):
        Server(url, "m")
    assert not Server(url, "m", remote=True).local


@pytest.mark.parametrize(
    "url",
    ["", "127.0.0.1:80", "ftp://127.0.0.1/", "http://", "http://" + "[::1/v1", "http://127.0.0.1:99999/"],
)
def test_what_is_no_address_is_refused(url):
    with pytest.raises(ClaimgraphError, match="is no address"):
        Server(url, "m", remote=True)


@pytest.mark.parametrize("key", ["a\nb", "ключ", "\x00"])
def test_a_key_that_is_none_is_refused(key):
    with pytest.raises(ClaimgraphError, match=KEY_VARIABLE):
        Server("http://127.0.0.1/v1", "m", key=key)


def test_whoever_closes_waits_for_nobody(served):
    client = Client(Server(served, "good"))
    client.close()
    assert client.ask(prompts(findings())[0]).cause == "stopped"
