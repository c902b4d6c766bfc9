"""What a correction could not do, in one line that says where and what to do."""

from __future__ import annotations

from typing import NoReturn

from graphkit.errors import CorrectionError
from graphkit.read import Refusal


class NotApplied(CorrectionError):
    """A correction that cannot be read or finds no target.

    Attributes:
        reason: what is wrong with it.
        advice: what to do, as a sentence without its full stop.
    """

    def __init__(self, reason: str, advice: str) -> None:
        super().__init__(f"{reason[:1].upper()}{reason[1:]}. {advice}.")
        self.reason = reason
        self.advice = advice


def raise_not_applied(refusal: Refusal) -> NoReturn:
    """Stop at the first correction that cannot be applied.

    Raises:
        CorrectionError: always.
    """
    raise CorrectionError(str(refusal))
