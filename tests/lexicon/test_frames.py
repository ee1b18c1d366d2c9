"""Frames: each verb is of a known type, and says with which objects it is or is not."""

from claimgraph.lexicon import table

TYPES = table("events")
VERBS = {verb for entry in TYPES.values() for verb in entry["verbs"]}


def test_every_frame_is_of_listed_verbs_and_tells_objects_one_way():
    framed = [verb for frame in table("frames")["frame"] for verb in frame["verbs"]]
    assert len(framed) == len(set(framed))
    assert set(framed) <= VERBS
    for frame in table("frames")["frame"]:
        (objects,) = (frame[way] for way in ("only", "never") if way in frame)
        assert len(objects) == len(set(objects)) > 0
        assert frame.get("otherwise", "kill") in TYPES
