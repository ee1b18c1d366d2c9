"""A person decides in a real browser, with keys alone, and whatever breaks, every word sent is kept."""

import subprocess
import sys
from pathlib import Path

import pytest
from review_case import make_case

from claimgraph import ClaimGraph

sync_api = pytest.importorskip("playwright.sync_api", reason="needs the package playwright")

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
COMMAND = [sys.executable, "-c", "from claimgraph.cli import main; main()", "review"]
VERDICTS = {"y": "confirm", "n": "reject", "u": "unsure"}
pytestmark = [
    pytest.mark.browser,
    pytest.mark.enable_socket,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="needs Debian's chromium at /usr/bin/chromium"),
]


class Server:
    """``claimgraph review`` as a process of its own."""

    def __init__(self, case: Path) -> None:
        self.process = subprocess.Popen(
            [*COMMAND, "--db", str(case), "--by", "Ada"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self.address = self.process.stdout.readline().decode().split()[-1]

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()


@pytest.fixture(scope="module")
def chromium():
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield started
        started.close()


class Analyst:
    """One browser, with what it asked for elsewhere and what it complained of."""

    def __init__(self, chromium, address: str, name: str = "", **options: object) -> None:
        self.context = chromium.new_context(**options)
        self.page = self.context.new_page()
        self.complaints: list[str] = []
        self.page.on("console", lambda line: self.complaints.append(line.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on(
            "request",
            lambda asked: None if asked.url.startswith(address) else self.complaints.append(asked.url),
        )
        self.page.goto(address)
        if name:
            self.follow("nav .you")
            self.page.fill("#name", name)
            self.follow("text=Go on")

    def follow(self, what: str) -> None:
        """Click what leads to another page, and wait until that is there."""
        with self.page.expect_navigation():
            self.page.click(what)

    def item(self) -> str | None:
        found = self.page.query_selector("article[data-item]")
        return found and found.get_attribute("data-item")

    def press(self, key: str) -> None:
        """Press a key and wait until another item, or the end, is shown."""
        before = self.item()
        self.page.keyboard.press(key)
        self.leaves(before)

    def leaves(self, item: str | None) -> None:
        """Wait until another item than this, or the end, is shown."""
        self.page.wait_for_function(
            "before => document.documentElement?.dataset.ready &&"
            " (document.querySelector('article[data-item]')?.dataset.item ?? null) !== before",
            arg=item,
        )


def test_fifty_items_by_keys_alone_and_a_killed_server_costs_only_what_was_not_sent(chromium, tmp_path):
    case = tmp_path / "case.db"
    ids = make_case(case, 50)
    server = Server(case)
    analyst = Analyst(chromium, server.address)
    sent = []
    for number in range(25):
        key = "ynu"[number % 3]
        sent.append((analyst.item(), VERDICTS[key]))
        analyst.press(key)
    server.kill()
    unsent = analyst.item()
    with analyst.page.expect_event("requestfailed"):
        analyst.page.keyboard.press("y")
    server = Server(case)
    analyst = Analyst(chromium, server.address)
    assert analyst.item() == unsent
    for number in range(25):
        key = "nuy"[number % 3]
        sent.append((analyst.item(), VERDICTS[key]))
        analyst.press(key)
    analyst.press("z")
    assert analyst.item() == sent.pop()[0]
    sent.append((analyst.item(), "reject"))
    analyst.press("n")
    assert "Nothing is left to decide" in analyst.page.inner_text("main")
    assert analyst.complaints == []
    server.kill()
    with ClaimGraph.open(db=case) as tracker:
        kept = [(one.target, one.verdict) for one in tracker.overlay().decisions]
        assert tracker.store.faults() == []
    assert kept == sent
    assert {target for target, _ in kept} == set(ids)


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    case = tmp_path_factory.mktemp("served") / "case.db"
    make_case(case, 10)
    server = Server(case)
    yield case, server
    server.kill()


def test_two_browsers_at_once_lose_nothing_and_the_second_is_told(chromium, served):
    case, server = served
    ada = Analyst(chromium, server.address)
    ben = Analyst(chromium, server.address, "Ben", java_script_enabled=True, color_scheme="dark")
    rounds = []
    for key in "yny":
        assert ada.item() == ben.item()
        before = ada.item()
        rounds.append((before, VERDICTS[key]))
        ada.page.keyboard.press(key)
        ben.page.keyboard.press(key)
        ada.leaves(before)
        ben.leaves(before)
        told = [bool(one.page.query_selector("[role=alert]")) for one in (ada, ben)]
        assert sorted(told) == [False, True]
    with ClaimGraph.open(db=case) as tracker:
        kept = sorted((one.by, one.target, one.verdict) for one in tracker.overlay().decisions)
    assert kept == sorted((by, *one) for by in ("Ada", "Ben") for one in rounds)


def test_it_works_without_a_script_and_on_a_phone(chromium, served):
    case, server = served
    phone = {"viewport": {"width": 390, "height": 844}}
    analyst = Analyst(chromium, server.address, java_script_enabled=False, **phone)
    assert analyst.page.evaluate("document.documentElement.scrollWidth") <= 390
    first = analyst.item()
    analyst.page.click("text=Another answer, or a reason")
    analyst.page.fill("#why", "two ferries")
    analyst.follow("text=They speak of other events")
    assert analyst.item() != first
    analyst.follow("form.undo button")
    assert analyst.item() == first
    analyst.page.click("text=Full article")
    assert "said that ferry 1 had struck a reef" in analyst.page.inner_text(".texts")
    assert analyst.complaints == []
    with ClaimGraph.open(db=case) as tracker:
        assert list(tracker.log()["why"])[-2:] == ["two ferries", "taken back"]
