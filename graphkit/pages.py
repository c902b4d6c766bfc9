"""What every HTML page shares: its look, its templates, and the policy by which it forbids itself the network."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from graphkit.errors import GraphkitError


def style_of(sheet: Path) -> str:
    """The style of a page: what pages share, then the sheet of its own."""
    shared = Path(__file__).with_name("pages.css")
    return shared.read_text(encoding="utf-8") + sheet.read_text(encoding="utf-8")


def content_security_policy(style: str, scripts: list[str], *more: str) -> str:
    """A Content-Security-Policy: nothing from anywhere, and of what stands in the page this style and these scripts.

    Args:
        style: the text of the page's style element.
        scripts: the texts of its script elements, as they stand there.
        more: further directives.
    """
    directives = ("default-src 'none'", f"script-src {_sources(scripts)}", f"style-src {_sources([style])}")
    return "; ".join((*directives, "base-uri 'none'", "form-action 'none'", *more))


def _sources(inline: list[str]) -> str:
    """CSP Level 3 hash sources of inline elements, https://www.w3.org/TR/CSP3/#grammardef-hash-source."""
    digests = (hashlib.sha256(text.encode("utf-8")).digest() for text in inline)
    return " ".join(f"'sha256-{base64.b64encode(digest).decode('ascii')}'" for digest in digests) or "'none'"


def check_page_file(path: Path, what: str) -> None:
    """Refuse a file whose name does not end as that of a page, such as a store's or a picture's.

    Args:
        path: the file to be written.
        what: is to stand in it: "a network".

    Raises:
        GraphkitError: the name ends neither in `.html` nor in `.htm`.
    """
    if path.suffix.lower() not in (".html", ".htm"):
        raise GraphkitError(f"{path}: {what} is written as an HTML page; let the name end in .html.")


def page_templates(folder: Path) -> Environment:
    """The templates of a folder: every value is escaped, and one that is missing is an error."""
    return Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
