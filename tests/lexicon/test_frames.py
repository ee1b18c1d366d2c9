"""Frames: each word is of a known type or answers a question, and says with what it does or does not."""

from claimgraph.lexicon import table

TYPES = table("events")
ANSWERS = (answer for entry in table("questions").values() for answer in entry.get("answers", {}).values())
KNOWN = {
    "verbs": {verb for entry in TYPES.values() for verb in entry["verbs"]}.union(
        *(answer.get("undergoes", ()) for answer in ANSWERS)
    ),
    "nouns": {noun for entry in TYPES.values() for noun in entry["nouns"]},
}


def test_every_frame_is_of_listed_words_and_tells_objects_one_way():
    for kind, known in KNOWN.items():
        framed = [word for frame in table("frames")["frame"] for word in frame.get(kind, ())]
        assert len(framed) == len(set(framed))
        assert set(framed) <= known
    for frame in table("frames")["frame"]:
        told = [frame[way] for way in ("only", "never") if way in frame]
        assert len(told) == 1 or ("persons" in frame) or (not told and "scene" in frame)
        assert all(len(objects) == len(set(objects)) > 0 for objects in told)
        assert frame.get("otherwise", "kill") in TYPES
