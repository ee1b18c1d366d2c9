"""Fixtures shared by the tests of every room."""

import os
from collections.abc import Callable

import pytest
from ferry import make_extraction, make_matching, make_source
from hypothesis import settings
from sample import Sample, made

from claimgraph.model import Collection, Extraction, Findings, Matching, Source

# The same examples in every run: a test that fails for somebody fails for everybody. No deadline: it
# would be the machine's fault, not the program's.
settings.register_profile("repeatable", derandomize=True, database=None, deadline=None)
settings.load_profile("repeatable")


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    own = tmp_path_factory.getbasetemp()
    return made(own.parent if "PYTEST_XDIST_WORKER" in os.environ else own)  # the parent is of one run then


@pytest.fixture
def ferry() -> tuple[Source, Extraction]:
    source = make_source()
    return source, make_extraction(source)


@pytest.fixture
def ferry_findings(ferry: tuple[Source, Extraction]) -> Findings:
    source, extraction = ferry
    return Findings(
        collection=Collection(
            sources=(source,),
            speakers=extraction.speakers,
            claims=extraction.claims,
            flags=extraction.flags,
        ),
        matching=make_matching(extraction),
    )


@pytest.fixture
def source_named() -> Callable[..., Source]:
    return make_source


@pytest.fixture
def extraction_of() -> Callable[[Source], Extraction]:
    return make_extraction


@pytest.fixture
def matching_of() -> Callable[[Extraction], Matching]:
    return make_matching
