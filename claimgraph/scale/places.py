"""Files and folders wherever Spark finds them: on a disk of this machine, or in a store it can reach.

A path without a scheme is a file or folder here, as for every other command; on a cluster it must
be the same on every machine. Anything else is asked of Hadoop's file systems ("hdfs://", "s3a://").
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from claimgraph.errors import ClaimgraphError
from claimgraph.tracker.ingesting import is_elsewhere

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

_ONE_SLASH = re.compile(r"(?<=^file):(?=/(?!/))")
"""What is written for "://" in an address of this machine's disks."""
_GLOB = re.compile(r"([\\*?\[\]{},])")


class Place:
    """A path as Hadoop's file systems know it.

    Args:
        path: as the user named it.
    """

    def __init__(self, spark: "SparkSession", path: str) -> None:
        address = path if is_elsewhere(path) else f"file://{Path(path).absolute()}"
        jvm: Any = spark._jvm  # noqa: SLF001 - no other way leads to Hadoop's file systems
        self._path = jvm.org.apache.hadoop.fs.Path(address)
        self._system = self._path.getFileSystem(spark._jsc.hadoopConfiguration())  # noqa: SLF001
        self._spark = spark
        self.address = address

    def __truediv__(self, name: str) -> "Place":
        return Place(self._spark, f"{self.address.rstrip('/')}/{name}")

    @property
    def exists(self) -> bool:
        """Whether anything is there."""
        return bool(self._system.exists(self._path))

    @property
    def is_folder(self) -> bool:
        """Whether it is a folder."""
        return self.exists and bool(self._system.getFileStatus(self._path).isDirectory())

    @property
    def stamp(self) -> tuple[int, int]:
        """How many bytes the file has, and when it was last changed (milliseconds since 1970)."""
        status = self._system.getFileStatus(self._path)
        return int(status.getLen()), int(status.getModificationTime())

    def names(self) -> list[str]:
        """Return the names of what lies in the folder."""
        return sorted(str(one.getPath().getName()) for one in self._system.listStatus(self._path))

    def within(self) -> Iterator[str]:
        """Yield the addresses of the visible files below the folder."""
        found = self._system.listFiles(self._path, True)  # noqa: FBT003 - Java knows no names
        top = self.address.rstrip("/").count("/")
        while found.hasNext():
            address = _ONE_SLASH.sub("://", str(found.next().getPath().toString()), 1)
            if not any(part.startswith((".", "_")) for part in address.split("/")[top + 1 :]):
                yield address

    def head(self, size: int) -> bytes:
        """Return the first bytes of the file, at most so many.

        Raises:
            OSError: it cannot be read.
        """
        from py4j.protocol import Py4JJavaError  # noqa: PLC0415 - the extra ``scale``

        try:
            stream = self._system.open(self._path)
            told = [int(stream.read()) for _ in range(size)]
            stream.close()
        except Py4JJavaError as error:
            raise OSError(str(error.java_exception.getMessage())) from error
        return bytes(one for one in told if one >= 0)

    def remove(self) -> None:
        """Remove it with all that it holds, if it is there."""
        self._system.delete(self._path, True)  # noqa: FBT003

    def move(self, place: "Place") -> None:
        """Put it in another place, which must be free.

        Raises:
            ClaimgraphError: it cannot be.
        """
        if not self._system.rename(self._path, place._path):  # noqa: SLF001
            raise ClaimgraphError(f"{place.address} cannot be written; remove what lies there")


def escaped(address: str) -> str:
    """Return an address in which no character stands for others."""
    return _GLOB.sub(r"\\\1", address)


def key(address: str, *, quoted: bool = False) -> tuple[str, str, str]:
    """Return an address in the one form in which two spellings of it are equal: scheme, host, path.

    Args:
        address: "file:/a b" or "file:///a b".
        quoted: it is written as in a URI ("a%20b").
    """
    scheme, _, rest = address.partition(":")
    host, path = "", rest
    if rest.startswith("//"):
        host, slash, path = rest[2:].partition("/")
        path = slash + path
    return scheme, host, unquote(path) if quoted else path
