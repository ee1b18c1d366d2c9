"""The pages: an item to decide, why it was found, the speakers, the log, who you are.

Every page is plain HTML whose forms need no script; the script only presses their buttons.
"""

from collections import Counter
from dataclasses import dataclass
from importlib.resources import files
from itertools import groupby
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, quote, unquote

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from claimgraph.decisions import VERDICTS
from claimgraph.decisions.pairs import KINDS
from claimgraph.decisions.verdicts import LONGEST
from claimgraph.errors import ClaimgraphError, NotFoundError
from claimgraph.report.listing import ANSWERS
from claimgraph.report.quoting import visible
from claimgraph.report.templating import environment
from claimgraph.report.wording import KIND_WORDS, capital, count
from claimgraph.tracker.deciding import Word
from claimgraph.tracker.reviewing import Said, decide, entries
from claimgraph.web.guard import VISIT, Forms, secret
from claimgraph.web.queue import Item, Reviewer, items, last_word, under_way
from claimgraph.web.showing import Shower

if TYPE_CHECKING:
    from claimgraph.tracker import ClaimGraph

LARGEST = 64_000
"""Bytes of a form that is read."""
FOUND = 60
"""Speakers listed at most."""
LOGGED = 300
"""Decisions listed at most."""
NAME, BLIND = "claimgraph_by", "claimgraph_blind"
DAY = 24 * 3600
YEAR = 365 * DAY
FILES = {"review.css": "text/css", "review.js": "text/javascript", "icon.svg": "image/svg+xml"}


class FormError(ClaimgraphError):
    """A form that is not the page's own, or too long."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One browser: its id, the secret its forms carry, and who sits before it."""

    id: str
    form: str
    reviewer: Reviewer


class Pages:
    """Answers requests on one case.

    Args:
        base: the beginning of every address, with its secret part.
        reviewer: who decides where a browser has not said otherwise; blind for all when blind.
    """

    def __init__(self, tracker: "ClaimGraph", base: str, reviewer: Reviewer) -> None:
        self.tracker = tracker
        self.base = base
        self.reviewer = reviewer
        self.forms = Forms()
        self.templates = environment("claimgraph.web", visible, keep_trailing_newline=False)
        self._shown: tuple[tuple[int, int], Shower] | None = None

    def app(self) -> Starlette:
        """Return the application, without its guard."""
        return Starlette(
            routes=[
                Route("/", self.item),
                Route("/item/{id}", self.item),
                Route("/why/{id}", self.why),
                Route("/decide", self.decide, methods=["POST"]),
                Route("/undo", self.undo, methods=["POST"]),
                Route("/amend", self.amend, methods=["POST"]),
                Route("/speakers", self.speakers),
                Route("/speakers/merge", self.merge, methods=["POST"]),
                Route("/log", self.log),
                Route("/you", self.you),
                Route("/you/change", self.change, methods=["POST"]),
                *(Route(f"/{name}", self.file) for name in FILES),
            ],
            exception_handlers={ClaimgraphError: self.refused, Exception: self.failed},
        )

    # What every page needs

    def visit(self, request: Request) -> Visit:
        """Return who asks."""
        visit = request.cookies.get(VISIT) or secret()
        name = unquote(request.cookies.get(NAME, ""))[: LONGEST["by"]].strip() or self.reviewer.name
        blind = self.reviewer.blind or request.cookies.get(BLIND) == "yes"
        return Visit(visit, self.forms.secret_of(visit), Reviewer(name, blind))

    def shower(self) -> Shower:
        """Return what shows items, made anew only after something changed."""
        now = (self.tracker.store.revision(), self.tracker.store.decided())
        if self._shown is None or self._shown[0] != now:
            self._shown = (now, Shower(self.tracker.findings()))
        return self._shown[1]

    def page(self, template: str, visit: Visit, status: int = 200, **shown: Any) -> HTMLResponse:
        """Return a page."""
        text = self.templates.get_template(template).render(
            base=self.base, visit=visit, reviewer=visit.reviewer, forced=self.reviewer.blind, **shown
        )
        response = HTMLResponse(text, status)
        self._keep(response, VISIT, visit.id)
        return response

    def _keep(self, response: Response, name: str, value: str) -> None:
        response.set_cookie(name, value, max_age=YEAR, path=self.base, httponly=True, samesite="strict")

    async def form(self, request: Request) -> tuple[Visit, dict[str, list[str]]]:
        """Return a form's fields.

        Raises:
            FormError: it is not from a page of this visit, or is no such form.
        """
        body = b""
        async for chunk in request.stream():
            body += chunk
            if len(body) > LARGEST:
                raise FormError("the form is longer than any of this page's; say it shorter")
        visit = self.visit(request)
        try:
            fields = parse_qs(body.decode("utf-8"), keep_blank_values=True, max_num_fields=500)
        except ValueError as error:
            raise FormError("the form cannot be read; open the page again") from error
        if not self.forms.own(request.cookies.get(VISIT, ""), _first(fields, "form")):
            raise FormError("the form is not from this page as it stands now; open the page again")
        return visit, fields

    async def refused(self, request: Request, error: Exception) -> Response:
        """Return the page that says why something could not be done; nothing was written."""
        status = 403 if isinstance(error, FormError) else 404 if isinstance(error, NotFoundError) else 409
        return self.page("refused.html.j2", self.visit(request), status, why=str(error))

    async def failed(self, request: Request, error: Exception) -> Response:
        """Return the page for what nobody expected."""
        why = f"an error nobody expected ({type(error).__name__}); report it to the claimgraph authors"
        return self.page("refused.html.j2", self.visit(request), 500, why=why)

    # Items

    async def item(self, request: Request) -> Response:
        """Show the item that is named, decided or not; else the gravest that is waiting."""
        visit = self.visit(request)
        reviewer = visit.reviewer
        found = items(self.tracker, blind=reviewer.blind)
        chosen = _chosen(request, found, reviewer)
        now = under_way(found, reviewer)
        said = [one.decision for one in chosen.said.words] if chosen else []
        return self.page(
            "item.html.j2",
            visit,
            item=self.shower().view(chosen, blind=reviewer.blind) if chosen else None,
            done=sum(one.decided(reviewer) for one in now),
            total=len(now),
            further=len(found) - len(now),
            last=last_word(self.tracker, reviewer),
            own=[one for one in said if one.by == reviewer.name],
            others=[one for one in said if one.by != reviewer.name] if not reviewer.blind else [],
            told=self._told(request.query_params.get("told", ""), reviewer),
            seen=len(self.tracker.overlay().every),
            kinds=[(kind, capital(KIND_WORDS[kind])) for kind in KINDS],
            verdicts=VERDICTS,
        )

    def _told(self, told: str, reviewer: Reviewer) -> str:
        """Return what a reviewer is told who decided what another had decided meanwhile."""
        identity, _, who = told.partition(" ")
        mine = next((one for one in self.tracker.overlay().every if one.id == identity), None)
        if mine is None or mine.by != reviewer.name:
            return ""
        if who == reviewer.name:
            return f"You had decided this in another window meanwhile; your last word holds: {mine.verdict}."
        whose = "Somebody else" if reviewer.blind else who
        return (
            f"{whose} decided this while you had it open. Both words are kept; where they differ, it is open."
        )

    async def decide(self, request: Request) -> Response:
        """Write a word, tell when somebody was there first, and go on."""
        visit, fields = await self.form(request)
        verdict = _first(fields, "verdict")
        value = _first(fields, "value") if verdict == "other-kind" else ""
        word = Word(verdict, value, _first(fields, "why"), visit.reviewer.name, visit.reviewer.blind)
        said = decide(self.tracker, _first(fields, "item"), word)
        who = _meanwhile(said, _first(fields, "seen"))
        more = f"?told={quote(f'{said.decision.id} {who}')}" if who else ""
        return RedirectResponse(f"{self.base}{more}", 303)

    async def undo(self, request: Request) -> Response:
        """Take back a reviewer's own word, and show what it was on."""
        visit, fields = await self.form(request)
        wanted = _first(fields, "decision")
        taken = next((one for one in self.tracker.overlay().decisions if one.id == wanted), None)
        if taken is None:
            return RedirectResponse(self.base, 303)
        decide(self.tracker, taken.id, Word("undo", why="taken back", by=visit.reviewer.name))
        there = any(one.id == taken.target for one in items(self.tracker))
        return RedirectResponse(f"{self.base}item/{quote(taken.target)}" if there else self.base, 303)

    async def amend(self, request: Request) -> Response:
        """Write that a statement was read wrongly; disputes are found anew."""
        visit, fields = await self.form(request)
        verdict = _first(fields, "verdict")
        value = _first(fields, "speaker") if verdict == "wrong-speaker" else ""
        word = Word(verdict, value, _first(fields, "why"), visit.reviewer.name)
        decide(self.tracker, _first(fields, "claim"), word)
        return RedirectResponse(self.base, 303)

    async def why(self, request: Request) -> Response:
        """Show what was compared on the two statements that an item rests on."""
        visit = self.visit(request)
        found = next((one for one in items(self.tracker) if one.id == request.path_params["id"]), None)
        if found is None:
            raise NotFoundError("that is no longer among what was found")
        if visit.reviewer.blind:
            raise ClaimgraphError("what the program compared is hidden from who judges blind")
        first, second = found.sides[0][0], found.sides[1][0]
        told = self.tracker.why(first, second)
        ranked = sorted(told, key=lambda one: one.passed is None)
        steps = [
            (ANSWERS[passed], ", ".join(one.name.replace("_", " ") for one in alike), detail)
            for (passed, detail), alike in groupby(ranked, key=lambda one: (one.passed, one.detail))
        ]
        pair = [self.shower().statements.of(one) for one in (first, second)]
        return self.page("why.html.j2", visit, id=found.id, verdict=told.verdict, steps=steps, pair=pair)

    # Speakers

    async def speakers(self, request: Request) -> Response:
        """Show the speakers whose names hold some words, to be made one."""
        visit = self.visit(request)
        wanted = " ".join(request.query_params.get("q", "").split())[:200]
        words = wanted.casefold().split()
        collection = self.tracker.collection()
        found = [
            one
            for one in collection.speakers
            if words and all(word in " ".join((one.name, *one.aliases)).casefold() for word in words)
        ]
        counted = Counter(one for claim in collection.claims for one in claim.speakers)
        found.sort(key=lambda one: (-counted[one.id], one.name, one.id))
        names = self.shower().lookup.side_names
        rows = [
            (one, names.get(one.side or "", "not known"), count(counted[one.id], "statement"))
            for one in found[:FOUND]
        ]
        left, last = len(found) - len(rows), last_word(self.tracker, visit.reviewer)
        return self.page("speakers.html.j2", visit, q=wanted, rows=rows, left=left, last=last)

    async def merge(self, request: Request) -> Response:
        """Make the chosen speakers one, under the name that is kept."""
        visit, fields = await self.form(request)
        kept = _first(fields, "kept")
        others = [one for one in fields.get("same", []) if one != kept]
        if not kept or not others:
            raise ClaimgraphError("choose the name that is kept, and at least one other that is the same")
        for other in others:
            decide(self.tracker, kept, Word("merge", other, _first(fields, "why"), visit.reviewer.name))
        return RedirectResponse(f"{self.base}speakers?q={quote(_first(fields, 'q'))}", 303)

    # The rest

    async def log(self, request: Request) -> Response:
        """Show the last decisions; only the reviewer's own when judging blind."""
        visit = self.visit(request)
        own = visit.reviewer.name if visit.reviewer.blind else None
        listed = [one for one in entries(self.tracker) if own in {None, one.decision.by}]
        shown = [(one, one.against if own is None else ()) for one in reversed(listed[-LOGGED:])]
        return self.page("log.html.j2", visit, shown=shown, left=len(listed) - len(shown))

    async def you(self, request: Request) -> Response:
        """Ask who decides, and whether blind."""
        return self.page("you.html.j2", self.visit(request), longest=LONGEST["by"])

    async def change(self, request: Request) -> Response:
        """Remember who decides at this browser."""
        _, fields = await self.form(request)
        response = RedirectResponse(self.base, 303)
        name = " ".join(_first(fields, "name").split())[: LONGEST["by"]]
        self._keep(response, NAME, quote(name))
        self._keep(response, BLIND, "yes" if "blind" in fields else "no")
        return response

    async def file(self, request: Request) -> Response:
        """Return the style, the script or the icon."""
        name = request.url.path.rsplit("/", 1)[-1]
        data = files("claimgraph.web").joinpath(f"templates/{name}").read_bytes()
        return Response(data, media_type=FILES[name], headers={"cache-control": f"private, max-age={DAY}"})


def _chosen(request: Request, found: list[Item], reviewer: Reviewer) -> Item | None:
    """Return the item that is named, or the gravest that waits, or that after one which was put off.

    Raises:
        NotFoundError: there is none with that name.
    """
    if "id" in request.path_params:
        named = next((one for one in found if one.id == request.path_params["id"]), None)
        if named is None:
            raise NotFoundError("that is no longer among what was found; what was said of it is in the log")
        return named
    waiting = [one for one in found if not one.decided(reviewer)]
    skipped = request.query_params.get("after", "")
    later = next((place for place, one in enumerate(waiting) if one.id == skipped), -1) + 1
    return waiting[later % len(waiting)] if waiting else None


def _first(fields: dict[str, list[str]], name: str) -> str:
    """Return a field of a form; empty when it was not sent."""
    return fields.get(name, [""])[0]


def _meanwhile(said: Said, seen: str) -> str:
    """Return who decided on the same thing after the page was made; empty when nobody did."""
    mine = said.decision
    claims = {one.claim for one in mine.seen}
    since = said.before[int(seen) :] if seen.isdecimal() and len(seen) < 10 else ()
    on_it = [
        one
        for one in since
        if one.id != mine.id
        and one.verdict != "undo"
        and (one.target == mine.target or (one.seen and {each.claim for each in one.seen} == claims))
    ]
    return on_it[-1].by if on_it else ""
