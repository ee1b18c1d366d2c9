"""The review page without a browser: who may ask, what is answered, what is kept."""

import asyncio
import re
import shutil
import socket
from urllib.parse import quote, urlencode

import pytest
from review_case import HOSTILE, make_case, propose

from claimgraph import ClaimGraph
from claimgraph.model import Matching
from claimgraph.web.guard import Guard
from claimgraph.web.pages import Pages
from claimgraph.web.queue import Reviewer, items, under_way
from claimgraph.web.serving import _bound

TOKEN, PORT = "secret", 8123
BASE = f"/{TOKEN}/"
HOST = f"127.0.0.1:{PORT}"


class Answer:
    def __init__(self, status: int, headers: list[tuple[bytes, bytes]], body: bytes) -> None:
        self.status, self.body = status, body.decode()
        self.headers = {name.decode(): value.decode() for name, value in headers}
        self.cookies = [value.decode() for name, value in headers if name == b"set-cookie"]


class Browser:
    """Asks the guarded application as a browser would, keeping its cookies."""

    def __init__(self, tracker: ClaimGraph, by: str = "Ada", *, blind: bool = False, pages=None) -> None:
        self.pages = pages or Pages(tracker, BASE, Reviewer(by, blind))
        self.guarded = Guard(self.pages.app(), TOKEN, PORT)
        self.cookies: dict[str, str] = {}

    def ask(self, method: str, path: str, body: bytes = b"", **headers: str) -> Answer:
        given = {"host": HOST, "cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items())} | headers
        path, _, query = path.partition("?")
        scope = {
            "type": "http", "http_version": "1.1", "method": method, "path": path, "raw_path": path.encode(),
            "query_string": query.encode(), "root_path": "", "scheme": "http", "server": ("127.0.0.1", PORT),
            "headers": [(k.replace("_", "-").encode(), v.encode()) for k, v in given.items() if v],
        }  # fmt: skip
        sent = []

        async def receive():
            return {"type": "http.request", "body": body, "more_body": False}

        async def send(message):
            sent.append(message)

        try:
            asyncio.run(self.guarded(scope, receive, send))
        finally:
            text = b"".join(one.get("body", b"") for one in sent)
            answer = self.last = Answer(sent[0]["status"], sent[0]["headers"], text)
        for one in answer.cookies:
            name, _, value = one.partition(";")[0].partition("=")
            self.cookies[name] = value
        return answer

    def get(self, path: str = "") -> Answer:
        return self.ask("GET", BASE + path)

    def post(self, path: str, fields: dict[str, str], **headers: str) -> Answer:
        return self.ask("POST", BASE + path, urlencode(fields, doseq=True).encode(), **headers)

    def fields(self, page: Answer | None = None) -> dict[str, str]:
        """What the hidden fields of the form for an answer hold."""
        form = (page or self.get()).body.split('class="decide"')[1]
        return dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form)[:3])

    def decide(self, verdict: str, **more: str) -> Answer:
        return self.post("decide", self.fields() | {"verdict": verdict, **more})


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    case = tmp_path_factory.mktemp("made") / "case.db"
    make_case(case, 4)
    return case


@pytest.fixture
def tracker(made, tmp_path):
    shutil.copy(made, tmp_path / "case.db")
    with ClaimGraph.open(db=tmp_path / "case.db") as opened:
        yield opened


@pytest.fixture
def browser(tracker):
    return Browser(tracker)


# Who may ask


@pytest.mark.parametrize(
    "host", ["evil.example", f"evil.example:{PORT}", "127.0.0.1", "127.0.0.1:1", f"[::1]:{PORT}"]
)
def test_another_hosts_name_is_refused(browser, host):
    assert browser.ask("GET", BASE, host=host).status == 421


@pytest.mark.parametrize("path", ["/", "/secret", "/secre/", "/secretx/", "//secret/", "/review.css", "/é/"])
def test_without_the_secret_part_of_the_address_there_is_nothing(browser, path):
    answer = browser.ask("GET", path)
    assert answer.status == 404
    assert "ferry" not in answer.body


def test_every_answer_forbids_what_comes_from_elsewhere(browser):
    paths = [
        "",
        "log",
        "you",
        "speakers?q=north",
        "review.css",
        "review.js",
        "icon.svg",
        "item/dnone",
        "none",
    ]
    for answer in [*map(browser.get, paths), browser.ask("GET", "/"), browser.post("decide", {})]:
        policy = answer.headers["content-security-policy"]
        assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self';")
        assert "unsafe" not in policy
        assert "http" not in policy
        kept = answer.headers["content-type"].startswith(("text/css", "text/javascript", "image/"))
        assert answer.headers["cache-control"] == ("private, max-age=86400" if kept else "no-store")
        assert answer.headers["referrer-policy"] == "same-origin"
        assert not re.search(r"""(?:src|href|action)=["'](?!/secret/|#)""", answer.body)
        assert not re.search(r"<(?:script(?! src=)|style)|\son\w+=|\sstyle=", answer.body)


@pytest.mark.parametrize(
    ("headers", "fields", "status"),
    [
        ({"origin": "https://evil.example"}, {}, 403),
        ({"origin": "null"}, {}, 403),
        ({"sec_fetch_site": "cross-site"}, {}, 403),
        ({"cookie": "claimgraph_visit=another"}, {}, 403),
        ({}, {"form": "0" * 64}, 403),
        ({}, {"form": ""}, 403),
        ({}, {"why": "x" * 70_000}, 403),
        ({"origin": f"http://{HOST}", "sec_fetch_site": "same-origin"}, {}, 303),
    ],
)
def test_a_form_from_elsewhere_writes_nothing(browser, tracker, headers, fields, status):
    given = browser.fields() | {"verdict": "confirm"} | fields
    assert browser.post("decide", given, **headers).status == status
    assert len(tracker.log()) == (status == 303)


def test_other_methods_are_refused(browser):
    assert browser.ask("DELETE", BASE).status == 405


# What is shown and kept


def test_words_are_kept_at_once_and_the_next_item_follows(browser, tracker):
    seen = []
    for done, verdict in enumerate(("confirm", "reject", "unsure", "other-event")):
        page = browser.get()
        assert f"{done} of 4 decided" in page.body
        seen.append(browser.fields(page)["item"])
        assert browser.decide(verdict, why="both asked").headers["location"] == BASE
        log = tracker.log()
        assert (log["target"].iloc[-1], log["verdict"].iloc[-1], log["by"].iloc[-1]) == (
            seen[-1],
            verdict,
            "Ada",
        )
    assert len(set(seen)) == 4
    assert "Nothing is left to decide" in browser.get().body
    assert {one.state for one in tracker.match().disputes} == {"confirmed", "rejected", "open"}


def test_undo_takes_the_last_word_back_once(browser, tracker):
    item = browser.fields()["item"]
    browser.decide("confirm")
    form = browser.get().body.split('class="undo"')[1]
    fields = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form)[:2])
    assert browser.post("undo", fields).headers["location"] == f"{BASE}item/{item}"
    assert browser.post("undo", fields).headers["location"] == BASE
    assert list(tracker.log()["verdict"]) == ["confirm", "undo"]
    assert browser.fields()["item"] == item


def test_leads_follow_the_disputes_and_become_disputes_when_confirmed(tmp_path):
    make_case(tmp_path / "case.db", 2, leads=1)
    with ClaimGraph.open(db=tmp_path / "case.db") as tracker:
        browser = Browser(tracker)
        for _ in range(2):
            browser.decide("unsure")
        page = browser.get().body
        assert "2 of 3 decided" in page
        assert "Lead · score 0.40" in page
        assert "a word of contrast stands between them" in page.casefold()
        blind = re.sub(
            "<.*?>", "", Browser(tracker, "Ben", blind=True).get("item/" + browser.fields()["item"]).body
        )
        assert "Lead" not in blind
        assert "Are these opposed?" in blind
        browser.decide("confirm")
        assert [one.state for one in tracker.match().disputes] == ["open", "open", "confirmed"]
        assert "Nothing is left to decide" in browser.get().body


def test_the_kind_a_model_proposes_is_shown_and_chosen_and_its_doubts_are_marked(tmp_path):
    make_case(tmp_path / "case.db", 2)
    with ClaimGraph.open(db=tmp_path / "case.db") as tracker:
        propose(tracker.store, "reversal", (0, 3), (2, 3), (0, 1), doubt="they may be of other days")
        browser = Browser(tracker)
        for _ in range(2):
            browser.decide("unsure")
        page = browser.get().body
        assert "A language model proposes it as “Taken back”" in page
        assert '<option value="reversal" selected>' in page
        assert "<details open><summary>Another answer" in page
        assert "<b>Doubtful:</b> they may be of other days." in page
        blind = Browser(tracker, "Ben", blind=True).get("item/" + browser.fields()["item"]).body
        for hidden in ("language model", "selected", "Doubtful", "details open"):
            assert hidden not in blind
        browser.decide("reject")
        assert tracker.match().leads == ()  # what asks the same is decided with it
        assert "Nothing is left to decide" in browser.get().body


def test_leads_are_offered_by_twenties(tmp_path):
    make_case(tmp_path / "case.db", 30, leads=45)
    with ClaimGraph.open(db=tmp_path / "case.db") as tracker:
        found, ada = items(tracker), Reviewer("Ada")
        assert [len(under_way(found, ada)), sum(one.turn == 1 for one in found)] == [30, 20]
        for one in found[:30]:
            tracker.decide(one.id, "unsure", why="so", by="Ada")
        assert "30 of 50 decided, 20 to go; then 25 leads" in Browser(tracker).get().body


def test_another_kind_and_later(browser, tracker):
    first = browser.fields()["item"]
    later = browser.get(f"?after={first}")
    assert browser.fields(later)["item"] != first
    browser.decide("other-kind", value="reversal")
    assert next(one for one in tracker.match().disputes if one.id == first).kind == "reversal"
    answer = browser.decide("other-kind", value="quarrel")
    assert answer.status == 409
    assert "needs a kind" in answer.body


def test_words_of_an_article_stay_words(browser):
    page = browser.get().body
    assert HOSTILE not in page
    assert "&lt;script&gt;document.title" in page
    assert "evil.example" in page


def test_the_articles_are_shown_whole_with_the_words_marked(browser):
    page = browser.get()
    texts = page.body.split('class="texts"')[1]
    plain = re.sub(r"<[^>]+>", "", texts)
    assert all(f"ferry {n} had struck" in plain for n in range(4))
    assert texts.count("<mark>") == 2


def test_who_judges_blind_sees_neither_kind_nor_score_nor_another_word(tracker):
    open_eyed, blind = Browser(tracker), Browser(tracker, "Ben", blind=True)
    item = open_eyed.fields()["item"]
    page = open_eyed.get().body
    assert "Denied" in page
    assert "score 0.50" in page
    assert "follows at once" in page
    open_eyed.decide("reject", why="two ferries")
    page = blind.get().body
    assert blind.fields()["item"] == item
    for hidden in ("Denied ·", "denies it", "score", "follows at once", "Ada", "two ferries", "1 of 4"):
        assert hidden not in page
    assert blind.get(f"why/{item}").status == 409
    assert "Ada" not in blind.get("log").body
    blind.decide("confirm")
    assert tracker.overlay().decisions[-1].kind == ""
    assert next(one for one in tracker.match().disputes if one.id == item).state == "open"


@pytest.mark.parametrize("blind", [False, True])
def test_the_second_writer_is_told_and_nothing_is_lost(tracker, blind):
    ada, ben = Browser(tracker), Browser(tracker, "Ben", blind=blind)
    fields = ben.fields()
    ada.decide("confirm")
    answer = ben.post("decide", fields | {"verdict": "reject"})
    told = ben.get(answer.headers["location"].removeprefix(BASE)).body
    assert f"{'Somebody else' if blind else 'Ada'} decided this while you had it open." in told
    assert list(tracker.log()["by"]) == ["Ada", "Ben"]
    own = ada.fields()
    ada.post("decide", own | {"verdict": "confirm"})
    again = ada.post("decide", own | {"verdict": "reject"})
    assert "in another window" in ada.get(again.headers["location"].removeprefix(BASE)).body


def test_what_is_gone_meanwhile_is_told_and_nothing_is_written(browser, tracker):
    fields = browser.fields()
    dispute = next(one for one in tracker.match().disputes if one.id == fields["item"])
    tracker.decide(dispute.sides[0][0], "not-a-statement", why="a caption", by="Ben")
    tracker.store.save_matching(tracker.matched().model_copy(update={"disputes": ()}))
    answer = browser.post("decide", fields | {"verdict": "confirm"})
    assert answer.status in {404, 409}
    assert "Nothing was written" in answer.body
    assert list(tracker.log()["by"]) == ["Ben"]


def test_a_name_and_blindness_are_kept_for_one_browser(tracker):
    browser = Browser(tracker)
    form = re.search(r'name="form" value="(\w+)"', browser.get("you").body)[1]
    answer = browser.post("you/change", {"form": form, "name": "  Ørjan  Ødegård ", "blind": "yes"})
    assert answer.status == 303
    assert all("HttpOnly" in one and "samesite=strict" in one.lower() for one in answer.cookies)
    assert "Ørjan Ødegård, blind" in re.sub("<.*?>", "", browser.get().body)
    browser.decide("confirm")
    assert tracker.overlay().decisions[-1].by == "Ørjan Ødegård"
    assert "blind" not in Browser(tracker, pages=browser.pages).get().body


def test_speakers_are_found_by_words_of_their_names_and_made_one(browser, tracker, monkeypatch):
    monkeypatch.setattr("claimgraph.match.match", lambda _, _judging: tracker.store.matching())
    page = browser.get(f"speakers?q={quote('NORTH')}").body
    ids = re.findall(r'name="same" value="([^"]+)"', page)
    assert set(ids) == {"p-line", "p-other"}
    assert "p-union" not in page
    form = re.search(r'name="form" value="(\w+)"', page)[1]
    fields = {"form": form, "kept": "p-line", "same": ids, "why": "one firm", "q": "north"}
    assert browser.post("speakers/merge", fields).headers["location"] == f"{BASE}speakers?q=north"
    assert [one.name for one in tracker.collection().speakers] == ["Northlight Lines", "Harbour Union"]
    assert browser.post("speakers/merge", fields | {"same": "p-line"}).status == 409
    assert "No speaker has such a name" in browser.get("speakers?q=nobody").body


def test_a_statement_that_was_read_wrongly_is_struck_or_given_to_another(browser, tracker, monkeypatch):
    monkeypatch.setattr("claimgraph.match.match", lambda _, _judging: Matching())
    page = browser.get()
    form = browser.fields(page)["form"]
    said, denied = re.findall(r'name="claim" value="(\w+)"', page.body)
    wrong = {"form": form, "claim": said, "verdict": "wrong-speaker", "speaker": "the harbour union"}
    assert browser.post("amend", wrong).status == 303
    assert next(one for one in tracker.collection().claims if one.id == said).speakers == ("p-union",)
    assert browser.post("amend", wrong | {"speaker": "nobody"}).status == 404
    assert browser.post("amend", wrong | {"claim": denied, "verdict": "wrong-words"}).status == 303
    assert denied not in {one.id for one in tracker.collection().claims}


def test_an_error_nobody_expected_is_one_line(browser, monkeypatch):
    monkeypatch.setattr("claimgraph.web.pages.items", lambda *_, **__: 1 / 0)
    with pytest.raises(ZeroDivisionError):  # which the server is told not to print
        browser.get()
    assert (browser.last.status, "ZeroDivisionError" in browser.last.body) == (500, True)
    assert "Traceback" not in browser.last.body


def test_the_log_shows_what_became_of_every_word(browser, tracker):
    browser.decide("confirm", why="<b>both</b>")
    tracker.decide(tracker.overlay().decisions[0].target, "reject", why="two ferries", by="Ben")
    page = browser.get("log").body
    assert "&lt;b&gt;both" in page
    assert "Against it: <bdi>Ben: reject" in page


@pytest.mark.enable_socket
def test_a_page_does_not_wait_until_its_head_was_received():
    """A small answer is sent at once, whatever was sent before it and not yet acknowledged."""

    async def at_once() -> int:
        told = asyncio.get_running_loop().create_future()
        async with await asyncio.start_server(lambda _, one: told.set_result(one), sock=_bound(0)) as server:
            _, asking = await asyncio.open_connection(*server.sockets[0].getsockname())
            answering = (await told).get_extra_info("socket")
            found = answering.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
            for one in (asking, told.result()):
                one.close()
        return found

    assert asyncio.run(at_once()) == 1
