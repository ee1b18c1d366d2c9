"""The command for archives: the same stages on Apache Spark."""

from typing import Annotated

from claimgraph.cli.commands import app
from claimgraph.cli.console import progress, say, say_out
from claimgraph.cli.options import Actors, Database, argument, option
from claimgraph.cli.session import print_counts, say_passed_over
from claimgraph.errors import ClaimgraphError


@app.command(short_help="Read very many articles on Spark.")
def scale(
    inputs: Annotated[
        list[str], argument("INPUT", "Articles: .jsonl and .parquet files, or folders of them.")
    ],
    output: Annotated[str, option("-o --output FOLDER", "Write the tables here.")],
    db: Database = None,
    master: Annotated[
        str, option("--master WHERE", "Where Spark runs: this machine, or a cluster.")
    ] = "local[*]",
    conf: Annotated[
        list[str] | None, option("--conf NAME=VALUE", "A setting of Spark's own; may be repeated.")
    ] = None,
    actors: Actors = None,
) -> int:
    """Read and extract on Apache Spark; write articles and statements as Parquet, and fill a case file.

    With --db the case file is the one that `claimgraph ingest` of the same articles makes.

    Example: claimgraph scale archive.jsonl -o tables --db case.db --master "local[2]"
    """
    from claimgraph.report.wording import count  # noqa: PLC0415 - brings the models with it
    from claimgraph.scale import Order  # noqa: PLC0415 - brings the stages with it
    from claimgraph.scale import scale as scaled  # noqa: PLC0415

    order = Order(inputs, output, db, actors, master, dict(map(_setting, conf or ())))
    with progress("storing") as show:
        done = scaled(order, show)
    for refusal in done.refused:
        say(str(refusal))
    say_passed_over(done.passed_over)
    articles, statements = count(done.articles, "article"), count(done.statements, "statement")
    say_out(f"{output}: {articles}, {statements}, {len(done.refused)} refused\n")
    if done.case is not None:
        say_out(f"{db}: ")
        print_counts(done.case)
    return 1 if done.refused else 0


def _setting(told: str) -> tuple[str, str]:
    """Return the name and value of a setting."""
    name, equals, value = told.partition("=")
    if not name.strip() or not equals:
        raise ClaimgraphError(f"--conf {told} is no setting; write it as spark.executor.memory=4g")
    return name.strip(), value.strip()
