"""The page inside a notebook's cell."""

from __future__ import annotations

import html
from dataclasses import dataclass, field
from typing import Final

_SANDBOX: Final = "allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox"
"""What the page may do in the notebook; it gets no origin, so it reaches neither the notebook nor its cookies."""


@dataclass(frozen=True, slots=True)
class NotebookView:
    """A page that a notebook (classic, Lab, VS Code) shows inline where it is the value of a cell.

    Attributes:
        page: the whole page, as `graphkit.view.render_view` makes it.
        height: its height in the notebook, in pixels.
    """

    page: str = field(repr=False)
    height: int

    def _repr_html_(self) -> str:
        """The page in a frame of its own; the name is the notebooks' protocol."""
        return (
            f'<iframe title="Network" sandbox="{_SANDBOX}" srcdoc="{html.escape(self.page)}" '
            f'style="width:100%;height:{self.height}px;border:1px solid #8884"></iframe>'
        )
