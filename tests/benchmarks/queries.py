"""How soon questions are answered in one open process, on a case with so many statements.

    python tests/benchmarks/queries.py [--claims 100000] [--db CASE.db] [--asked 300] [--keep FILE.db]

The case is filled by cloning: each article of CASE (by default those of ``data/``, read and matched) is
written again and again with ids of its own, and with other letters in its longer words, so that rare words
stay rare and common ones grow common. Who is who is kept, so that speakers grow too. Every row is sealed
as the program seals it. Printed is a table in Markdown: milliseconds by the clock, and of CPU.
"""

import argparse
import hashlib
import json
import os
import platform
import random
import re
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from claimgraph import ClaimGraph
from claimgraph.model import Source
from claimgraph.store import Store, custody, opening

DATA = Path(__file__).parents[2] / "data"
RARE = 100
"""Statements in which a rare word stands at most."""
LONG = re.compile(r"[a-z]{7,}")
ID = re.compile(r"\b[a-z][0-9a-f]{12}\b")
VOWELS, CONSONANTS = "aeiou", "bcdfghjklmnpqrstvwxyz"


class Clone:
    """Writes a row again: other ids, other letters in long words, and every position as it was."""

    def __init__(self, number: int) -> None:
        vowels, consonants = number % 5, number % 21
        told = VOWELS[vowels:] + VOWELS[:vowels] + CONSONANTS[consonants:] + CONSONANTS[:consonants]
        self._letters = str.maketrans(VOWELS + CONSONANTS, told)
        self.number = number
        self.known: dict[str, str] = {}

    def id(self, identity: str) -> str:
        """Return the clone's id of a thing; that of an article is known already."""
        if identity not in self.known:
            made = hashlib.sha256(f"{self.number} {identity}".encode()).hexdigest()[:12]
            self.known[identity] = identity[0] + made
        return self.known[identity]

    def ids(self, text: str) -> str:
        """Return a text in which every id is the clone's."""
        return ID.sub(lambda match: self.id(match[0]), text)

    def words(self, text: str) -> str:
        """Return a text with other letters in its long words."""
        return LONG.sub(lambda match: match[0].translate(self._letters), text)

    def body(self, body: str) -> str:
        """Return what stands in a column of JSON, with other ids and words."""
        held = json.loads(self.ids(body))
        held["text"] = self.words(held["text"])
        return json.dumps(held, ensure_ascii=False, separators=(",", ":"))


def fill(base: Path, place: Path, claims: int) -> None:
    """Write a case with so many statements at least, cloned from another that was matched."""
    with Store.open(base) as store:
        store.backup(place)
    with closing(opening.connect(place, create=False, check=False)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        (held,) = connection.execute("SELECT count(*) FROM claims").fetchone()
        tables = {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name in TABLES}
        for number in range(1, -(-claims // held)):
            connection.execute("BEGIN")
            _clone(connection, tables, Clone(number))
            connection.execute("COMMIT")
        connection.execute("BEGIN")
        custody.seal_all(connection, custody.MATCHING)
        connection.execute("COMMIT")


TABLES = (
    "sources",
    "custody",
    "speakers",
    "claims",
    "claim_speakers",
    "flags",
    "matched",
    "matched_claims",
    "united",
)


def _clone(connection: sqlite3.Connection, tables: dict[str, list[Any]], clone: Clone) -> None:
    def add(table: str, rows: Iterator[Sequence[object]]) -> None:
        first, *rest = rows
        marks = ", ".join("?" * len(first))
        connection.executemany(f"INSERT INTO {table} VALUES ({marks})", [first, *rest])

    texts = {}
    for identity, name, _, sha, *rest, body in tables["sources"]:
        source = json.loads(body)
        source |= {"name": f"{clone.number}-{name}", "text": clone.words(source["text"])}
        source["sha256"] = hashlib.sha256(f"{clone.number} {sha}".encode()).hexdigest()
        source["id"] = Source.make_id(source["name"].rsplit("/", 1)[-1], source["sha256"])
        clone.known[identity] = source["id"]
        texts[identity] = source, rest
    add("sources", (
        (source["id"], source["name"], None, source["sha256"], *rest,
         json.dumps(source, ensure_ascii=False, separators=(",", ":")))
        for source, rest in texts.values()
    ))  # fmt: skip
    add("custody", (
        (clone.id(one), custody.sha256(texts[one][0]["text"]), *rest, "") for one, _, *rest, _ in tables["custody"]
    ))  # fmt: skip
    add(
        "speakers",
        ((clone.id(s), clone.id(p), *rest, clone.ids(body)) for s, p, *rest, body in tables["speakers"]),
    )
    add("claims", (
        (None, clone.id(one), clone.id(source), *rest, clone.words(text), clone.body(body))
        for _, one, source, *rest, text, body in tables["claims"]
    ))  # fmt: skip
    add(
        "claim_speakers",
        ((clone.id(one), role, clone.id(who)) for one, role, who in tables["claim_speakers"]),
    )
    add("flags", (
        (clone.id(s), n, clone.id(one), kind, clone.ids(body)) for s, n, one, kind, body in tables["flags"]
    ))  # fmt: skip
    on = clone.number * 10_000_000
    add("matched", (
        (kind, on + n, clone.ids(one) if one else None, label, clone.ids(on_) if on_ else None, clone.ids(body))
        for kind, n, one, label, on_, body in tables["matched"]
    ))  # fmt: skip
    add(
        "matched_claims",
        ((kind, on + n, side, clone.id(one)) for kind, n, side, one in tables["matched_claims"]),
    )
    add("united", ((clone.id(one), home) for one, home in tables["united"]))
    for source, _ in texts.values():
        custody.reseal(connection, source["id"])


def asked(tracker: ClaimGraph, times: int) -> Iterator[tuple[str, Callable[[str], object], list[str]]]:
    """Yield what is asked, in words, the question, and of what it is asked."""
    chance = random.Random(5)
    with closing(sqlite3.connect(f"file:{tracker.store.path}?mode=ro", uri=True)) as connection:
        (last,) = connection.execute("SELECT max(number) FROM claims").fetchone()
        read = "SELECT id, text FROM claims WHERE number >= ? LIMIT 1"
        drawn = [connection.execute(read, (chance.randint(1, last),)).fetchone() for _ in range(5 * times)]
        words = [chance.choice(re.findall(r"\w{4,}", text) or ["the"]) for _, text in drawn]
        how_many = {
            word: connection.execute("SELECT count(*) FROM claim_text WHERE claim_text MATCH ?", (f'"{word}"',))
            .fetchone()[0]
            for word in dict.fromkeys(words)
        }  # fmt: skip
        subjects = connection.execute(
            "SELECT s.id, s.label FROM matched d JOIN matched s ON s.id = d.subject AND s.kind = 'subject'"
            " WHERE d.kind = 'dispute' ORDER BY s.id"
        ).fetchall()
    ids = [one for one, _ in drawn[:times]]
    rare = [word for word in words if how_many[word] <= RARE][:times]
    some = chance.sample(subjects, min(times, len(subjects)))
    yield "provenance of a claim", tracker.provenance, ids
    yield f"search for a word of {RARE} statements at most", lambda w: tracker.claim_ids(search=w), rare
    yield (
        "the same, with the rows of the statements",
        lambda w: list(tracker.rows("claims", tracker.claim_ids(search=w))),
        rare[: times // 3],
    )
    often = f"search for any word (median in {sorted(map(how_many.__getitem__, words))[len(words) // 2]} statements)"
    yield often, lambda w: tracker.claim_ids(search=w), words[:times]
    pairs = [f"{a} {b}" for a, b in zip(words[::2], words[1::2], strict=False)][:times]
    yield "search for two words", lambda w: tracker.store.claim_ids(text=w), pairs
    yield "disputes on a subject by its id", lambda s: tracker.disputes(subject=s), [one for one, _ in some]
    yield (
        "disputes on a subject by a part of its label",
        lambda s: tracker.dispute_ids(subject=s),
        [label.split()[0] for _, label in some],
    )


def measured(question: Callable[[str], object], of: Sequence[str]) -> tuple[list[float], list[float]]:
    """Return the milliseconds of each answer, sorted: by the clock, and of CPU."""
    clock, cpu = [], []
    question(of[0])
    for one in of:
        started, worked = time.perf_counter(), time.process_time()
        question(one)
        clock.append(1000 * (time.perf_counter() - started))
        cpu.append(1000 * (time.process_time() - worked))
    return sorted(clock), sorted(cpu)


def main() -> None:
    """Fill a case, open it, ask, and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--asked", type=int, default=300)
    parser.add_argument("--db", type=Path)
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        base, place = options.db or Path(folder, "base.db"), options.keep or Path(folder, "case.db")
        if options.db is None:
            with ClaimGraph.open([DATA], db=base) as tracker:
                tracker.match()
        began = time.perf_counter()
        if not (options.keep and place.exists()):
            fill(base, place, options.claims)
        filled = time.perf_counter() - began
        with ClaimGraph.open(db=place, create=False) as tracker:
            opened = time.perf_counter() - began - filled
            load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
            size = f"{place.stat().st_size / 1e6:,.0f} MB, filled in {filled:.0f} s, opened in {opened:.1f} s"
            print(f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC, {platform.machine()}{load}; case of {size}\n")
            print("| ms | median | p99 | CPU, median | CPU, p99 |\n|---|---|---|---|---|")
            for name, question, of in asked(tracker, options.asked):
                clock, cpu = measured(question, of)
                told = [f"{each[int(len(each) * at)]:.2f}" for each in (clock, cpu) for at in (0.5, 0.99)]
                print(f"| {' | '.join((name, *told))} |", flush=True)


if __name__ == "__main__":
    main()
