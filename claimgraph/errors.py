"""One root error, few children; each message says what happened and what to do.

Nothing here knows about the command line: ``cli`` turns these into one line on
stderr and an exit code.
"""


class ClaimgraphError(Exception):
    """The root of every error this package raises on purpose."""


class InputRefusedError(ClaimgraphError):
    """One input that cannot be read; the others are unaffected.

    Args:
        where: the file (or ``file:line``) as the user named it.
        reason: what is wrong with it, in a few words.
        remedy: what the user can do about it.
    """

    def __init__(self, where: str, reason: str, remedy: str) -> None:
        self.where = where
        self.reason = reason
        self.remedy = remedy
        super().__init__(f"{where}: {reason}; {remedy}")

    def __reduce__(self) -> tuple[type["InputRefusedError"], tuple[str, str, str]]:
        """Say how it is made again in another process: an article may be refused in one."""
        return type(self), (self.where, self.reason, self.remedy)


class DetailRefusedError(InputRefusedError):
    """Something told of an input, as its date, that cannot be used; the article is read without it."""


class StoreError(ClaimgraphError):
    """The database cannot be opened, read or written."""


class LexiconError(ClaimgraphError):
    """A word list, shipped or the user's own, does not have the form it must have."""


class NotFoundError(ClaimgraphError):
    """A claim, dispute, speaker or source that was asked for is not there."""
