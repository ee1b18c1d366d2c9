"""What was read and extracted, as Parquet: articles, statements, and what was refused.

``articles`` and ``statements`` lie in a folder for each year of publication. Beside the columns that are
asked for stands the model's own JSON, as in a case file.

Invariant: they hold what a case holds of the same files, where an article that is given twice stands once
and a later version of it in place of the earlier.
"""

from typing import TYPE_CHECKING

from claimgraph.read.parquet import OWN
from claimgraph.scale.places import Place

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

ARTICLES, STATEMENTS, REFUSED = "articles", "statements", "refused"
NAMES = (ARTICLES, STATEMENTS, REFUSED)
NO_YEAR = "undated"

_SOURCE = (
    "title string, publisher string, url string, text string, published struct<date: string, basis: string>"
)
_STATEMENT = (
    "id string, start int, end int, text string, act string, polarity string, said struct<date: string>,"
    " speakers array<string>"
)


def live(done: "DataFrame") -> "DataFrame":
    """Return the rows of articles that stay: each once, of several versions in one place the last."""
    from pyspark.sql import Window  # noqa: PLC0415 - the extra ``scale``
    from pyspark.sql import functions as sql  # noqa: PLC0415

    there = done.where("source is not null")
    known = there.select("input", "line", "id", "path", "name")
    counted = known.agg(sql.count("*"), sql.countDistinct("id"), sql.countDistinct("path", "name")).first()
    if counted is None or len(set(counted)) == 1:
        return there
    first = Window.partitionBy("id").orderBy("input", "line")
    last = Window.partitionBy("path", "name").orderBy(sql.desc("input"), sql.desc("line"))
    once = known.withColumn("rank", sql.row_number().over(first)).where("rank = 1")
    stay = once.withColumn("rank", sql.row_number().over(last)).where("rank = 1")
    return there.join(stay.select("input", "line"), ["input", "line"], "left_semi")


def write(done: "DataFrame", folder: Place) -> tuple[int, int]:
    """Write the tables of what was done, and return how many articles and statements there are.

    Args:
        done: a row for each article and refusal (``doing.FIELDS``), every article dated as far as it can be.
        folder: where; nothing lies there yet.
    """
    from pyspark.sql import functions as sql  # noqa: PLC0415 - the extra ``scale``

    articles = _articles(live(done))
    kept = (folder / ARTICLES).address
    _by_year(articles.drop("statements"), kept)
    _by_year(_statements(articles), (folder / STATEMENTS).address)
    refused = done.where("reason is not null").repartition(1).sortWithinPartitions("input", "line", "part")
    refused.select("place", "reason", "remedy").write.parquet((folder / REFUSED).address)
    spark = done.sparkSession
    counted = spark.read.parquet(kept).agg(sql.count("*"), sql.sum("statement_count")).first()
    return (int(counted[0]), int(counted[1] or 0)) if counted is not None else (0, 0)


def _by_year(rows: "DataFrame", address: str) -> None:
    """Write a table, a year in few files: else every piece of work would write a file for each year."""
    rows.hint("rebalance", "year").write.partitionBy("year").parquet(address)


def _articles(done: "DataFrame") -> "DataFrame":
    from pyspark.sql import functions as sql  # noqa: PLC0415

    read = done.where("source is not null").withColumn("it", sql.from_json("source", _SOURCE))
    date = sql.col("it.published.date")
    return read.select(
        "id", "name", "path", "line", "sha256",
        sql.col("it.title").alias("title"), sql.col("it.publisher").alias("publisher"),
        sql.col("it.url").alias("url"), date.alias("published"), sql.col("it.published.basis").alias("basis"),
        sql.col("it.text").alias("text"), "reader", "model", "rules",
        sql.size("statements").alias("statement_count"), "statements", "speakers", "flags",
        sql.col("source").alias(OWN),
        sql.coalesce(sql.substring(date, 1, 4), sql.lit(NO_YEAR)).alias("year"),
    )  # fmt: skip


def _statements(articles: "DataFrame") -> "DataFrame":
    """Return a row for each statement, with the names of who says it."""
    from pyspark.sql import functions as sql  # noqa: PLC0415

    voice = "struct(get_json_object(x, '$.id') as id, get_json_object(x, '$.name') as name)"
    named = sql.expr(f"transform(speakers, x -> {voice})")
    each = articles.select(
        sql.col("id").alias("source"), "published", "year", named.alias("names"),
        sql.posexplode("statements").alias("position", OWN),
    )  # fmt: skip
    read = each.withColumn("it", sql.from_json(OWN, _STATEMENT))
    voices = sql.expr("transform(it.speakers, x -> get(filter(names, y -> y.id = x), 0).name)")
    return read.select(
        "it.id", "source", "position", "it.start", "it.end", "it.text", "it.act", "it.polarity",
        sql.col("it.said.date").alias("said"), "published", sql.col("it.speakers").alias("speakers"),
        voices.alias("speaker_names"), OWN, "year",
    )  # fmt: skip
