"""Speakers as reviewers know them: made one, told apart, renamed, given a side.

Invariants
    - A decision names a speaker by the id under which an article yields it, so that it holds when
      another article changes which of a speaker's names stands first.
    - What names nobody who is there changes nothing.
"""

from collections.abc import Iterable, Mapping, Sequence

from claimgraph.model import Decision, Speaker, make_id

NOBODY = "none"
"""The side of a speaker who speaks for no side."""


def printed_as(name: str) -> str:
    """Return a name as it is compared: without case and leading article."""
    return " ".join(name.casefold().split()).removeprefix("the ")


class Cast:
    """The speakers of a collection, with decisions laid over them.

    Args:
        local: the speakers as articles yield them.
        canonical: the speaker that each was made one with, by its id.
        decisions: those that stand, in their order.
    """

    def __init__(
        self, local: Sequence[Speaker], canonical: Mapping[str, Speaker], decisions: Iterable[Decision] = ()
    ) -> None:
        self._local = {one.id: one for one in local}
        self._home = {identity: speaker.id for identity, speaker in canonical.items()}
        self.speakers = {speaker.id: speaker for speaker in canonical.values()}
        self._printed: dict[tuple[str, str], str] = {}
        for decision in decisions:
            self._apply(decision)

    def home(self, identity: str) -> str | None:
        """Return whom an article's speaker, or a speaker, is now; None when there is no such."""
        return self._home.get(identity)

    def speaking(self, identity: str, mention: str) -> str:
        """Return the speaker whom an article's speaker is, where he is printed so."""
        own = self._printed.get((identity, printed_as(mention))) if mention else None
        home = own or identity
        return self._home.get(home, home)

    def _apply(self, decision: Decision) -> None:
        target = self._home.get(decision.target)
        if target is None:
            return
        if decision.verdict == "merge":
            self._merge(target, decision)
        elif decision.verdict == "split":
            self._split(target, decision)
        elif decision.verdict == "rename":
            self._put(target, decision, name=decision.value)
        elif decision.verdict == "side":
            self._put(target, decision, side=None if decision.value == NOBODY else decision.value)

    def _put(self, target: str, decision: Decision, **changes: str | None) -> None:
        known = self.speakers[target]
        name = changes.get("name") or known.name
        aliases = tuple(sorted({known.name, *known.aliases} - {name}))
        did = "renamed the speaker" if "name" in changes else "gave the side"
        evidence = (*known.evidence, f"{decision.by} {did}{_why(decision)}")
        self.speakers[target] = known.model_copy(update={**changes, "aliases": aliases, "evidence": evidence})

    def _merge(self, target: str, decision: Decision) -> None:
        other = self._home.get(decision.value)
        if other is None or other == target:
            return
        kept, joined = self.speakers[target], self.speakers.pop(other)
        told = f"{decision.by} took “{joined.name}” and “{kept.name}” for one{_why(decision)}"
        self.speakers[target] = kept.model_copy(
            update={
                "side": kept.side or joined.side,
                "role": kept.role or joined.role,
                "aliases": tuple(sorted({*kept.aliases, joined.name, *joined.aliases} - {kept.name})),
                "evidence": tuple(dict.fromkeys((*kept.evidence, *joined.evidence, told))),
            }
        )
        self._home = {one: target if home == other else home for one, home in self._home.items()}
        for identity, speaker in self.speakers.items():
            if speaker.spokesperson_of == other:
                self.speakers[identity] = speaker.model_copy(update={"spokesperson_of": target})

    def _split(self, target: str, decision: Decision) -> None:
        """Take out who is printed so: whole speakers of articles, and the places that print the name."""
        known, name = self.speakers[target], decision.value
        printed = printed_as(name)
        if printed == printed_as(known.name):
            return
        own = [one for one, home in self._home.items() if home == target]
        apart = [one for one in own if one in self._local and printed_as(self._local[one].name) == printed]
        made = make_id("p", "split", decision.target, printed)
        told = f"{decision.by} told “{name}” from “{known.name}”{_why(decision)}"
        alone = Speaker(id=made, name=name, kind=known.kind, evidence=(told,))
        self.speakers[made] = _as_in(alone, [self._local[one] for one in apart])
        self._home |= dict.fromkeys([made, *apart], made)
        self._printed |= {(one, printed): made for one in own}
        aliases = tuple(one for one in known.aliases if printed_as(one) != printed)
        self.speakers[target] = known.model_copy(
            update={"aliases": aliases, "evidence": (*known.evidence, told)}
        )


def _as_in(speaker: Speaker, articles: Sequence[Speaker]) -> Speaker:
    """Return a speaker with the side, the role and the names that articles give."""
    given = {alias for one in articles for alias in one.aliases}
    return speaker.model_copy(
        update={
            "side": next((one.side for one in articles if one.side), None),
            "role": next((one.role for one in articles if one.role), None),
            "aliases": tuple(sorted(given - {speaker.name})),
        }
    )


def _why(decision: Decision) -> str:
    return f": {decision.why}" if decision.why else ""
