"""ClaimGraph: puts the stages together, and answers questions about what they found.

Invariants
    - What is asked is answered from the store as it stands now: findings are matched again
      when articles came or went since the last matching, by whichever process.
    - A reviewer's decision is laid over the machine's result and never changed by it.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Collection as Ids
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Literal, Self, TypedDict, Unpack, get_args

from claimgraph.decisions import replayed
from claimgraph.errors import ClaimgraphError, InputRefusedError, NotFoundError, StoreError
from claimgraph.memory import nothing_thrown_away
from claimgraph.model import (
    Claim,
    Collection,
    Decision,
    Dispute,
    DisputeKind,
    Findings,
    FlagKind,
    Matching,
    Source,
    Speaker,
    Subject,
    Update,
)
from claimgraph.store import Store
from claimgraph.tracker.extracting import Extractor, extractor_for
from claimgraph.tracker.ingesting import IngestResult, Intake, is_database
from claimgraph.tracker.overlay import Overlay, about
from claimgraph.tracker.proposed import accepted, with_proposals
from claimgraph.tracker.recipes import is_judged, judging, made_by
from claimgraph.tracker.showing import Drawing, Explanation, Summary, reader_step

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

    from claimgraph.graph import Provenance
    from claimgraph.graph.view import Around
    from claimgraph.read import Input
    from claimgraph.report import Format
    from claimgraph.report.difference import Difference
    from claimgraph.report.folder import File
    from claimgraph.report.setting import Setting
    from claimgraph.report.tables import Row

PathLike = str | Path
TableName = Literal[
    "claims",
    "disputes",
    "dispute_claims",
    "flags",
    "updates",
    "agreements",
    "leads",
    "figures",
    "speakers",
    "sources",
]
FEW = 500
"""Claims around which less is read than everything there is."""
BY_CLAIM = frozenset({"claims", "figures"})
"""Tables of single claims: a row tells of no other one."""
Thing = Claim | Dispute | Update | Source | Speaker | Subject
"""What has an id of its own."""


class ClaimQuery(TypedDict, total=False):
    """Which claims are asked for; all that is given must hold.

    ``speaker`` is an id or part of a name or alias, ``subject`` an id or part of a label,
    ``source`` an id or part of a name, title or publisher; ``disputed`` and ``unverified``
    keep only claims of a dispute, or with a flag; ``search`` are words of the claim.
    """

    speaker: str | None
    subject: str | None
    source: str | None
    disputed: bool
    unverified: bool
    search: str | None


class ClaimGraph:
    """Articles, the claims in them and their disputes.

    Open one with ``ClaimGraph.open``; close it, or use it as a context manager. ``refused``
    lists every input that could not be read so far; ``renewed`` counts the articles that an older
    version of the database held, and that were read again when it was opened.
    """

    def __init__(self, store: Store, extractor: Extractor, *, judge: bool | None = None) -> None:
        self.store = store
        self.judge = judge
        self.refused: list[InputRefusedError] = []
        self.renewed = 0
        self._extractor = extractor
        self._overlaid: Overlay | None = None
        self._matching: tuple[tuple[int, str], Matching] | None = None
        self._with: tuple[Matching, Overlay, str | None, Matching] | None = None
        self.unkept: str | None = None
        """Why the disputes last found could not be kept in the database; None when they were."""

    @classmethod
    def open(
        cls,
        path: PathLike | Sequence[PathLike] | None = None,
        *,
        db: PathLike | None = None,
        actors: PathLike | None = None,
        create: bool | None = None,
        judge: bool | None = None,
    ) -> Self:
        """Open a database, or read articles.

        Args:
            path: a folder, a file, or a list of them, read at once; or a database; None for
                nothing yet.
            db: a database to keep everything in; without it, memory.
            actors: a file of the user's own speakers, aliases and sides.
            create: make the database if there is none; by default only when named by ``db``.
            judge: whether the judge of pairs orders the leads; by default as the case was matched
                last, and else yes.

        Raises:
            InputRefusedError: there is no such file or folder.
            StoreError: the database cannot be used.
            ClaimgraphError: the actors file cannot be used.
        """
        extractor = extractor_for(None if actors is None else Path(actors))
        paths: list[PathLike] = [path] if isinstance(path, str | Path) else list(path or ())
        if db is None and len(paths) == 1 and is_database(paths[0]):
            store = Store.open(Path(paths.pop()), create=bool(create))
        else:
            _check_there(paths)
            store = Store.open(None if db is None else Path(db), create=create is not False)
        tracker = cls(store, extractor, judge=judge)
        try:
            tracker._renew()
            if paths:
                tracker.ingest(paths)
        except BaseException:
            tracker.close()
            raise
        return tracker

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the database."""
        self.store.close()

    def __repr__(self) -> str:
        return Summary.of(self.findings(), self.refused).line()

    def __str__(self) -> str:
        return str(Summary.of(self.findings(), self.refused))

    def _repr_html_(self) -> str:
        return Summary.of(self.findings(), self.refused)._repr_html_()

    # Stages

    def ingest(
        self,
        paths: PathLike | Iterable[PathLike],
        *,
        stdin: BinaryIO | None = None,
        progress: Callable[[str], None] | None = None,
        workers: int | None = None,
    ) -> IngestResult:
        """Add articles; those that are there unchanged cost a hash.

        Args:
            paths: files, folders, or "-" for standard input.
            stdin: what "-" reads from.
            progress: called with the name of each article before it is read.
            workers: how many processes read and extract; by default one for each core, or this one
                alone when there is little to do. What is stored does not depend on it.

        Raises:
            StoreError: the database cannot be written.
        """
        from claimgraph.read import scan  # noqa: PLC0415 - brings the readers with it

        intake = Intake(self.store, self._extractor, workers)
        given = [paths] if isinstance(paths, str | Path) else list(paths)
        found = scan(given, stdin=stdin, passed_over=intake.tally.passed_over)
        return self.take_in(found, intake, given, progress)

    def take_in(
        self,
        found: "Iterable[Input | InputRefusedError]",
        intake: Intake,
        given: Iterable[PathLike] = (),
        progress: Callable[[str], None] | None = None,
    ) -> IngestResult:
        """Add articles as they are found, and close the intake.

        Args:
            found: the articles, and what cannot be read.
            intake: what they come in by; it stores them here.
            given: what they were found in; of folders it is told which stored articles are gone.
            progress: called with the name of each article before it is read.

        Raises:
            StoreError: the database cannot be written.
        """
        try:
            for one in found:
                if isinstance(one, InputRefusedError):
                    intake.refuse(one)
                    continue
                if progress is not None:
                    progress(one.name)
                intake.take(one)
            intake.settle()
            intake.look_back(Path(one) for one in given if Path(one).is_dir())
        except StoreError as error:
            raise StoreError(
                f"{error} ({intake.tally.so_far()}; the same command takes up the rest)"
            ) from error
        finally:
            intake.close()
        self.refused.extend(intake.tally.refused)
        return intake.tally.result()

    def remove(self, source: str) -> str:
        """Remove an article, by its name or the beginning of its id, with all found in it; return its name.

        Raises:
            NotFoundError: there is no such article, or there are several.
        """
        found = self.store.source(self._source_id(source))
        self.store.remove(found.id)
        return found.name

    def _source_id(self, wanted: str) -> str:
        """Return the id of the article with a name; else what was given, to be looked for as an id."""
        articles = self.collection().sources
        named = [one.id for one in articles if wanted in {one.name, one.name.rsplit("/", 1)[-1]}]
        if len(named) > 1:
            ids = ", ".join(named)
            raise NotFoundError(f"several articles are called {wanted}; name one by its id: {ids}")
        return named[0] if named else wanted

    def _renew(self) -> None:
        """Extract again what an older version of the database held."""
        intake = Intake(self.store, self._extractor)
        if self.store.writable:
            intake.renew()
        self.renewed = len(intake.tally.changed)
        self.refused.extend(intake.tally.refused)

    def collection(self) -> Collection:
        """Return everything extracted, with speakers made one over all articles."""
        return self.overlay().collection

    def overlay(self) -> Overlay:
        """Return everything extracted as it stands now, with the reviewers' decisions laid over it."""
        revision, held = self.store.revision(), self._overlaid
        if held is None or held.revision != revision:
            united = self.store.united() if self._is_matched(self._made_by()) else None
            held = Overlay(*self.store.snapshot(), self.store.decisions(), united=united)
        elif len(held.every) != self.store.decided():
            held = Overlay(held.raw, revision, self.store.decisions(), held)
        self._overlaid = held
        return held

    def match(self, *, full: bool = False) -> Matching:
        """Find the disputes, unless nothing changed since they were last found; ``full``: in any case."""
        matching = self.matched(full=full)
        overlay = self._overlaid or self.overlay()  # the one that was matched
        return overlay.laid(matching)

    def matched(self, *, full: bool = False) -> Matching:
        """Return what was found and what readers proposed, before any decision is laid over it."""
        overlay = self.overlay()
        recipe = self._made_by(overlay.shape)
        now = (overlay.revision, recipe)
        if self._matching is None or self._matching[0] != now:
            self._matching = (now, self.store.matching()) if self._is_matched(recipe) else None
        if full or self._matching is None:
            self._matching = (now, self._matched(overlay, recipe))
        return self._proposed(self._matching[1], overlay)

    def _proposed(self, found: Matching, overlay: Overlay) -> Matching:
        """Return a matching with what readers proposed; the very same one while nothing changed."""
        now = (found, overlay, self.store.proposed())
        held = self._with
        if held is None or held[0] is not now[0] or held[1] is not now[1] or held[2] != now[2]:
            claims = {one.id: one for one in overlay.collection.claims}
            proposals = self.store.proposals() if now[2] else ()
            self._with = held = (*now, with_proposals(found, proposals, claims))
        return held[3]

    @nothing_thrown_away()
    def _matched(self, overlay: Overlay, recipe: str) -> Matching:
        """Match a collection, and keep what was found."""
        from claimgraph.match import match  # noqa: PLC0415 - brings every rule with it

        judge = judging(overlay.collection) if is_judged(recipe) else None
        found = match(overlay.collection, judge)
        self.unkept = None
        try:
            self.store.save_matching(found, revision=overlay.revision, made_by=recipe, united=overlay.unified)
        except StoreError as error:  # what was found is answered with all the same: to read needs no write
            self.unkept = str(error)
        return found

    def _made_by(self, shape: str = "") -> str:
        """Return what a matching is to be made by: with a judge or without, as asked, else as it was last."""
        judge = is_judged(self.store.matched_by()) if self.judge is None else self.judge
        return made_by(shape, judge=judge)

    def _is_matched(self, recipe: str) -> bool:
        """Tell whether the articles were matched as they stand, and by what."""
        return self.store.matched_by() == recipe and not self.store.pending()

    def around(self, claims: Sequence[str]) -> Findings:
        """Return what stands around the claims of some ids: their articles, and all that was matched there.

        Only that is read while nothing is to be matched and nobody decided anything; else everything is.
        """
        return self.store.around(claims) if len(claims) <= FEW and self._is_kept() else self.findings()

    def _is_kept(self) -> bool:
        """Tell whether the rows answer alone: all is matched, nobody decided, and not all was read yet."""
        recipe = self.store.settled() if self._overlaid is None else None
        return recipe is not None and recipe == self._made_by()

    def findings(self, *, accept_proposed: bool = False) -> Findings:
        """Return everything extracted and matched, with the reviewers' decisions laid over it.

        With ``accept_proposed``, what a second reader proposed is among the disputes, as ``proposed``.
        """
        matching = self.match()
        overlay = self._overlaid or self.overlay()  # the one that was matched
        if accept_proposed:
            matching = accepted(matching, {one.id: one for one in overlay.collection.claims})
        return Findings(collection=about(overlay.collection, matching), matching=matching)

    # Questions

    def report(
        self,
        format: "Format" = "md",  # noqa: A002 - the option's own name
        *,
        setting: "Setting | None" = None,
        accept_proposed: bool = False,
    ) -> str:
        """Return the report: "md", "html", "json" or "csv".

        Args:
            format: which of them.
            setting: what it says of its own making, such as the command, or what changed (``since``).
            accept_proposed: list what a second reader proposed among the disputes, as ``proposed``.
        """
        return "".join(self.report_pieces(format, setting=setting, accept_proposed=accept_proposed))

    def report_pieces(
        self,
        format: "Format" = "md",  # noqa: A002 - the option's own name
        *,
        setting: "Setting | None" = None,
        accept_proposed: bool = False,
    ) -> Iterator[str]:
        """Return the report as ``report`` does, in pieces: a large one is never held whole."""
        from claimgraph.report import pieces  # noqa: PLC0415 - brings templates with it

        return pieces(self.findings(accept_proposed=accept_proposed), format, setting)

    def report_pages(
        self, *, setting: "Setting | None" = None, accept_proposed: bool = False
    ) -> "Iterator[File]":
        """Return the report as pages of a folder, for what is too large for one: their names and pieces.

        Each page is to be read whole before the next is asked for.
        """
        from claimgraph.report.folder import pages  # noqa: PLC0415 - brings templates with it

        return pages(self.findings(accept_proposed=accept_proposed), setting)

    def since(self, earlier: PathLike) -> "Difference":
        """Return what changed since an earlier state: another database, or a report as JSON.

        Raises:
            ClaimgraphError: the earlier state cannot be read.
        """
        from claimgraph.report.difference import compare  # noqa: PLC0415 - brings the report with it
        from claimgraph.tracker.comparing import state  # noqa: PLC0415

        return compare(state(Path(earlier)), json.loads(self.report("json")))

    def claim_ids(self, **query: Unpack[ClaimQuery]) -> list[str]:
        """Return the ids of the claims asked for, in reading order."""
        ids = self.store.claim_ids(source=query.get("source"), text=query.get("search"))
        for wanted in self._as_matched(query):
            ids = [one for one in ids if one in wanted]
        return ids

    def _as_matched(self, query: ClaimQuery) -> Iterator[set[str]]:
        """Yield the ids of the claims that satisfy each condition which the rows alone cannot answer."""
        wanted = query.get("speaker")
        if wanted is not None and self._is_kept():
            yield self.store.speaking(wanted)
        elif wanted is not None or (self.store.decided() and self.overlay().shape):
            speakers = self._speaking(wanted)
            claims = self.collection().claims
            yield {one.id for one in claims if speakers is None or not speakers.isdisjoint(one.speakers)}
        subjects = query.get("subject")
        if subjects is not None:
            found = self.findings()
            on = _subjects(found, subjects)
            yield {one.id for one in found.collection.claims if on is None or one.subject in on}
        if query.get("disputed"):
            yield {one for dispute in self.match().disputes for side in dispute.sides for one in side}
        if query.get("unverified"):
            yield {flag.claim for flag in (*self.collection().flags, *self.match().flags)}

    def _speaking(self, wanted: str | None) -> set[str] | None:
        """Return the ids of the speakers that answer to a name; None when none is asked for."""
        if wanted is None:
            return None
        return {
            one.id
            for one in self.collection().speakers
            if one.id == wanted
            or any(wanted.casefold() in name.casefold() for name in (one.name, *one.aliases))
        }

    def dispute_ids(self, *, kind: str | None = None, subject: str | None = None) -> list[str]:
        """Return the ids of the disputes of a kind, on a subject (an id or part of its label)."""
        _check_kind("dispute", kind, get_args(DisputeKind))
        if subject is not None and kind is None and self._is_kept():
            return self.store.disputes_on(subject)
        found = self.findings()
        subjects = _subjects(found, subject)
        return [
            one.id
            for one in found.matching.disputes
            if kind in {None, one.kind} and (subjects is None or one.subject in subjects)
        ]

    def __getitem__(self, identity: str) -> Thing:
        """Return the claim, dispute, change, article, speaker or subject whose id is, or begins, so.

        Raises:
            NotFoundError: there is none, or there are several.
        """
        found = self._holding(identity)
        extracted, matched = found.collection, found.matching
        on_claims: tuple[Thing, ...] = (*extracted.claims, *matched.disputes, *matched.updates)
        named: tuple[Thing, ...] = (*extracted.sources, *extracted.speakers, *matched.subjects)
        things: dict[str, Thing] = {one.id: one for one in (*on_claims, *named)}
        if identity in things:
            return things[identity]
        begin = [one for one in things if identity and one.startswith(identity)]
        if not begin:
            raise NotFoundError(f"nothing has the id {identity}; the report and every list show ids")
        if len(begin) > 1:
            raise NotFoundError(f"{len(begin)} ids begin with {identity}; give more of it")
        return things[begin[0]]

    def _holding(self, identity: str) -> Findings:
        """Return findings that hold the one thing whose id begins so; everything when unsure."""
        found = self.store.things(identity)
        kind, known = found[0] if len(found) == 1 else ("", "")
        if kind == "claim":
            return self.around((known,))
        if kind in {"dispute", "update"}:
            return self.around(self.store.matched_claims(known))
        return self.findings()

    def provenance(self, claim_id: str) -> "Provenance":
        """Return where the claim whose id begins so comes from and what stands with and against it.

        Raises:
            NotFoundError: there is no such claim.
        """
        from claimgraph.graph import provenance  # noqa: PLC0415 - brings networkx with it
        from claimgraph.report.quoting import sentence_span  # noqa: PLC0415

        claim = self.store.claim(claim_id).id
        found = self.store.beside((claim,), "named") if self._is_kept() else self.findings()
        return provenance(found, claim, sentence=sentence_span)

    def why(self, a: str, b: str) -> Explanation:
        """Return what two claims, whose ids begin so, were compared on, and what came of it, with evidence.

        Raises:
            NotFoundError: there is no such claim.
        """
        from claimgraph.match import explain  # noqa: PLC0415 - brings every rule with it

        first, second = self.store.claim(a).id, self.store.claim(b).id
        steps = explain(first, second, self.collection())
        said = [one for one in self.store.proposals() if {one.a, one.b} == {first, second}]
        return Explanation(first, second, (*steps, *map(reader_step, said)), self.findings())

    def graph(
        self, *, hops: int = 2, cap: int | None = 200, **around: "Unpack[Around]"
    ) -> "nx.MultiDiGraph[str]":
        """Return the graph around a subject, speaker or claim, or of everything (see ``graph.build``)."""
        from claimgraph.graph import build  # noqa: PLC0415 - brings networkx with it

        return build(self.findings(), hops=hops, cap=cap, **around)

    def show(
        self, *, hops: int = 2, cap: int | None = 120, seed: int = 7, **around: "Unpack[Around]"
    ) -> Drawing:
        """Draw what lies around a subject, speaker, claim or dispute; with none, around all disputes.

        In Jupyter the drawing shows itself; ``.save("drawing.html")`` writes it as a page that
        opens anywhere, without a network.

        Args:
            hops: how many edges away from the centre to go.
            cap: how many nodes the centre, and each hop, may have; without a centre, a third of the
                nodes drawn. The caption says what is left out. Never more than 600 are drawn.
            seed: where the layout starts from; the same seed gives the same picture.
            around: as for ``graph``.

        Raises:
            NotFoundError: nothing answers to what was asked for.
        """
        from claimgraph.graph.drawing import draw  # noqa: PLC0415 - brings bokeh with it

        if any(value is not None for value in around.values()):
            graph = self.graph(hops=hops, cap=cap, **around)
        elif self.match().disputes:
            graph = self.graph(hops=hops, cap=None, dispute="all")  # cut dispute by dispute, not hop by hop
        else:
            graph = self.graph(cap=cap)
        return Drawing(draw(graph, seed=seed, most=100_000 if cap is None else 3 * cap))

    def timeline(self, **query: Unpack[ClaimQuery]) -> Drawing:
        """Draw the claims asked for on a line of time, a lane for each speaker (see ``ClaimQuery``).

        At most 1,500 claims by 40 speakers are drawn; the caption says what is left out.
        """
        from claimgraph.graph.timeline import timeline  # noqa: PLC0415 - brings bokeh with it

        found = self.findings()
        wanted = frozenset(self.claim_ids(**query)) if query else None
        claims = [one for one in found.collection.claims if wanted is None or one.id in wanted]
        return Drawing(timeline(found, claims))

    def export(self, to: str, path: PathLike | None = None) -> bytes:
        """Return everything as "graphml", "gexf", "jsonld", "csv" or "parquet"; "decisions" as JSON lines.

        To a ``path`` it is written as well, whole or not at all.

        Raises:
            ClaimgraphError: there is no such format, or the file cannot be written.
        """
        from claimgraph.report.writing import write_whole  # noqa: PLC0415 - only here

        data = b"".join(self.export_pieces(to))
        if path is not None:
            write_whole(Path(path), data)
        return data

    def export_pieces(self, to: str) -> Iterator[bytes]:
        """Return everything as ``export`` does, in pieces; a graph and Parquet are one piece.

        Raises:
            ClaimgraphError: there is no such format.
        """
        from claimgraph.decisions.files import written  # noqa: PLC0415 - few exports need it
        from claimgraph.report import exports  # noqa: PLC0415 - brings networkx with it

        if to == "decisions":
            return iter([written(replayed(self.store.decisions())).encode()])
        if to in exports.GRAPHS:
            return iter([exports.graph_bytes(self.graph(cap=None), to)])
        return exports.pieces(self.findings(), to, decisions=self.overlay().decisions)

    # Decisions

    def decide(
        self, target: str, verdict: str, value: str = "", *, why: str = "", by: str | None = None
    ) -> Decision:
        """Write a reviewer's word, which holds until it is taken back.

        Args:
            target: the id of a dispute, lead, speaker, claim, event or earlier decision, or its beginning.
            verdict: one of those in docs/review.md, such as "confirm", "reject" or "undo".
            value: what the verdict needs besides: another speaker's id, a kind, a name.
            why: the reason, in the reviewer's words.
            by: the reviewer; the account's name when None.

        Raises:
            ClaimgraphError: it cannot be said, or there is no such thing; nothing was written.
        """
        from claimgraph.tracker.deciding import Word  # noqa: PLC0415 - few sessions decide
        from claimgraph.tracker.reviewing import decide  # noqa: PLC0415

        return decide(self, target, Word(verdict, value, why, by or "")).decision

    def log(self) -> "pd.DataFrame":
        """Return every decision with what has become of it, a row each, oldest first."""
        from claimgraph.report.tables import decisions  # noqa: PLC0415 - brings pandas with it
        from claimgraph.tracker.reviewing import entries  # noqa: PLC0415

        return decisions(entries(self))

    # Tables

    def claims(self, **query: Unpack[ClaimQuery]) -> "pd.DataFrame":
        """Return the claims asked for, a row each (see ``ClaimQuery``)."""
        return self.table("claims", self.claim_ids(**query) if query else None)

    def disputes(self, *, kind: str | None = None, subject: str | None = None) -> "pd.DataFrame":
        """Return the disputes, of a kind or on a subject, a row each.

        Raises:
            ClaimgraphError: there is no such kind.
        """
        return self.table("disputes", self.dispute_ids(kind=kind, subject=subject))

    def leads(self) -> "pd.DataFrame":
        """Return a row per pair to read together that is no dispute, the likeliest first (``LEADS``)."""
        return self.table("leads")

    def dispute_claims(self, *, kind: str | None = None, subject: str | None = None) -> "pd.DataFrame":
        """Return the claims on the sides of these disputes, a row each."""
        return self.table("dispute_claims", self.dispute_ids(kind=kind, subject=subject))

    def flags(self, *, kind: str | None = None) -> "pd.DataFrame":
        """Return the marks on claims, of a kind, a row each.

        Raises:
            ClaimgraphError: there is no such kind.
        """
        _check_kind("flag", kind, get_args(FlagKind))
        return self.table("flags", kind=kind)

    def updates(self) -> "pd.DataFrame":
        """Return what changed with time, a row for each claim, oldest first."""
        return self.table("updates")

    def agreements(self) -> "pd.DataFrame":
        """Return the pairs of claims that agree, a row each."""
        return self.table("agreements")

    def figures(self, *, subject: str | None = None) -> "pd.DataFrame":
        """Return who says which figure, when, of whom, side by side."""
        return self.table("figures", None if subject is None else self.claim_ids(subject=subject))

    def speakers(self) -> "pd.DataFrame":
        """Return the speakers with their aliases, roles, sides, counts and evidence."""
        return self.table("speakers")

    def sources(self) -> "pd.DataFrame":
        """Return the articles with their dates, the bases of these, credits and counts."""
        return self.table("sources")

    def table(
        self, name: TableName, ids: Ids[str] | None = None, *, kind: str | None = None
    ) -> "pd.DataFrame":
        """Return one of the tables: of some disputes or claims, of a kind, all."""
        from claimgraph.report import rows, tables  # noqa: PLC0415 - pandas is loaded with the first frame

        made = self.rows(name, ids, kind=kind)
        return tables.frame(made, rows.TABLES[name][1])

    def rows(
        self, name: TableName, ids: Ids[str] | None = None, *, kind: str | None = None
    ) -> Iterator["Row"]:
        """Return rows of one of the tables, made one by one: of some disputes or claims, of a kind, all."""
        from claimgraph.report.rows import chosen  # noqa: PLC0415 - brings the report with it

        _check_kind("table", name, get_args(TableName))
        found = self.findings() if ids is None else self._holding_rows(name, tuple(ids))
        return chosen(name, found, ids, kind)

    def _holding_rows(self, name: TableName, ids: Sequence[str]) -> Findings:
        """Return findings that hold the rows of a table on some claims, or some disputes."""
        from claimgraph.report.rows import BY_DISPUTE  # noqa: PLC0415 - brings the report with it

        if len(ids) > FEW or not self._is_kept():
            return self.findings()
        if name in BY_DISPUTE:
            claims = [claim for one in ids for claim in self.store.matched_claims(one)]
            return self.store.beside(claims, "whole")
        return self.store.beside(ids, "absent") if name in BY_CLAIM else self.store.around(ids)


def _check_kind(what: str, given: str | None, known: Sequence[str]) -> None:
    """Refuse a kind that does not exist."""
    if given is not None and given not in known:
        raise ClaimgraphError(f"there is no {what} {given!r}; choose one of {', '.join(known)}")


def _check_there(paths: Sequence[PathLike]) -> None:
    """Refuse paths where nothing is; where some are there, the others are refused one by one."""
    if paths and not any(str(path) == "-" or Path(path).exists() for path in paths):
        raise InputRefusedError(str(paths[0]), "no such file or folder", "check the spelling")


def _subjects(found: Findings, wanted: str | None) -> set[str] | None:
    if wanted is None:
        return None
    known = {one.id: one.label for one in found.matching.subjects}
    if wanted in known:
        return {wanted}
    return {one for one, label in known.items() if wanted.casefold() in label.casefold()}
