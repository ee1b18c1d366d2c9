"""A Spark session, started and ended, and what goes wrong in one, told in a line.

Invariants
    - In local mode nothing listens on the network but for this machine itself.
    - What Spark and Java print goes to a file of its own; it is kept when something went wrong.
"""

import logging
import os
import re
import shutil
import signal
import sys
import tempfile
import threading
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from claimgraph.errors import ClaimgraphError

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

TRIES = 4
"""How often a piece of work is begun before Spark gives up; its local mode has one try unless told."""
_LOCAL = re.compile(r"local(?:\[(?P<cores>\d+|\*)\])?")
_ANY_LOCAL = re.compile(r"local(?:\[.*\])?")

_SETTINGS = {
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.execution.arrow.maxRecordsPerBatch": "64",  # articles, each of up to 32 MB
    "spark.sql.files.minPartitionNum": "64",  # files are cut alike in every pass (numbering)
    "spark.sql.parquet.binaryAsString": "true",
}
_LOCAL_SETTINGS = {
    "spark.ui.enabled": "false",
    "spark.authenticate": "true",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.sql.shuffle.partitions": "8",
}
_SAY_NOTHING = ("An error occurred while calling", "An exception was thrown", "at ", "JVM stacktrace")
"""How lines begin that only lead to what is wrong."""
_LONGEST = 300
"""Characters of Spark's own words that are told."""


@contextmanager
def session(master: str, settings: Mapping[str, str]) -> "Iterator[SparkSession]":
    """Give a Spark session; one that is running already is used, and left running.

    Args:
        master: where Spark runs: "local[2]", "yarn", "spark://HOST:7077".
        settings: Spark's own, by name.

    Raises:
        ClaimgraphError: Spark or Java is missing, or Spark fails; the message says what to do.
    """
    _check_installed()
    from pyspark.sql import SparkSession  # noqa: PLC0415 - the extra ``scale``

    running = SparkSession.getActiveSession()
    if running is not None:
        with _explained(None):
            yield running
        return
    log = _log()
    with _explained(log), _environment(master), _silent_bridge():
        builder = SparkSession.builder.appName("claimgraph").master(_with_tries(master))
        own = {**_SETTINGS, **(_LOCAL_SETTINGS if _ANY_LOCAL.fullmatch(master) else {}), **settings}
        for name, value in own.items():
            builder = builder.config(name, value)
        with _printing_to(log), _interruptible():
            spark = builder.getOrCreate()
        try:
            yield spark
        except KeyboardInterrupt:
            _drop(log)
            raise
        finally:
            with suppress(Exception), warnings.catch_warnings():  # it may be gone already, and be warned of
                warnings.simplefilter("ignore", RuntimeWarning)
                spark.stop()
    _drop(log)


def _drop(log: Path | None) -> None:
    if log is not None:
        log.unlink(missing_ok=True)


@contextmanager
def _silent_bridge() -> Iterator[None]:
    """Keep the bridge to Java, which logs every failure that it hands on as well, off the terminal."""
    root, silent = logging.getLogger(), logging.NullHandler()
    if root.handlers:
        yield
        return
    root.addHandler(silent)
    try:
        yield
    finally:
        root.removeHandler(silent)


@contextmanager
def _interruptible() -> Iterator[None]:
    """Let Ctrl-C mean what it meant before: Spark's own answer to it fails while Java is being asked."""
    before = signal.getsignal(signal.SIGINT)
    try:
        yield
    finally:
        if threading.current_thread() is threading.main_thread():
            signal.signal(signal.SIGINT, before)


def _check_installed() -> None:
    for package in ("pyspark", "pyarrow"):
        if find_spec(package) is None:
            raise ClaimgraphError(
                f"`claimgraph scale` needs {package}, which is not installed; pip install 'claimgraph[scale]'"
            )
    home = os.environ.get("JAVA_HOME")
    if shutil.which("java", path=str(Path(home, "bin")) if home else None) is None:
        where = f"there is none in JAVA_HOME ({home})" if home else "there is none on the PATH"
        raise ClaimgraphError(
            f"Spark runs on Java, and {where}; install Java 17 or 21 (Debian: openjdk-17-jre-headless)"
        )


def _with_tries(master: str) -> str:
    """Return the master with a number of tries, where it is this machine and none is told."""
    local = _LOCAL.fullmatch(master)
    return f"local[{local['cores'] or 1},{TRIES}]" if local else master


@contextmanager
def _environment(master: str) -> Iterator[None]:
    """Have Python workers of this machine be this Python, with this package, and nothing of the folder."""
    before = dict(os.environ)
    if _ANY_LOCAL.fullmatch(master):
        ours = str(Path(__file__).parents[2])
        os.environ["PYSPARK_PYTHON"] = os.environ["PYSPARK_DRIVER_PYTHON"] = sys.executable
        os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"  # where its page listens, if one asks for it
        os.environ["PYTHONSAFEPATH"] = "1"  # a folder of articles could hold a ``json.py``
        os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, (os.environ.get("PYTHONPATH"), ours)))
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def _log() -> Path | None:
    """Return a new file for what Spark prints; None when it is to be seen."""
    if logging.getLogger("claimgraph").isEnabledFor(logging.DEBUG):
        return None
    handle, name = tempfile.mkstemp(prefix="claimgraph-spark-", suffix=".log")
    os.close(handle)
    return Path(name)


@contextmanager
def _printing_to(log: Path | None) -> Iterator[None]:
    """Let processes that are started meanwhile write their messages to a file."""
    if log is None:
        yield
        return
    sys.stderr.flush()
    kept = os.dup(2)
    with log.open("ab") as file:
        os.dup2(file.fileno(), 2)
    try:
        yield
    finally:
        sys.stderr.flush()
        os.dup2(kept, 2)
        os.close(kept)


def _told(words: str) -> str:
    """Return the line of an error that says what is wrong: of a worker's trace the last, else the first."""
    lines = [line.strip(" :") for line in words.splitlines() if line.strip()]
    if any(line.startswith("Traceback") for line in lines):
        lines.reverse()
    said = (line for line in lines if not line.startswith(_SAY_NOTHING))
    return next(said, "no reason is told")[:_LONGEST]


@contextmanager
def _explained(log: Path | None) -> Iterator[None]:
    """Tell in one line what goes wrong in Spark.

    Raises:
        ClaimgraphError: something did.
    """
    from py4j.protocol import Py4JError  # noqa: PLC0415
    from pyspark.errors import PySparkException  # noqa: PLC0415

    try:
        yield
    except (PySparkException, Py4JError) as error:
        logging.getLogger(__name__).debug("Spark failed", exc_info=True)
        words = _told(str(error))
        where = f"; what it printed is in {log}" if log is not None else ""
        raise ClaimgraphError(f"Spark gave up: {words}{where}") from error
