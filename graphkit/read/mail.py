"""E-mails saved as files: the text, or the words of the HTML; subject, sender and date."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.message import EmailMessage

from graphkit.read.decode import declared_in, decode, normalise
from graphkit.read.fields import whole_article
from graphkit.read.markup import words_of
from graphkit.read.opened import Opened
from graphkit.read.refusal import Unreadable
from graphkit.read.wrapped import unwrapped
from graphkit.records import Article


def read_mail(opened: Opened) -> Article:
    """Read the message as one article; its attachments are left out."""
    data = opened.whole()
    try:
        message = message_from_bytes(data, policy=policy.default)
        text = _text_of(message)
        subject, sender, date = (_header(message, name) for name in ("Subject", "From", "Date"))
    except Unreadable:
        raise
    except Exception as error:  # the parser of the standard library raises all kinds on broken headers
        raise Unreadable(f"this is not an e-mail ({error})", "Save the message again, or its text as .txt") from error
    return whole_article(text, key=opened.key, title=subject, source=_name(sender), date=date)


def _text_of(message: EmailMessage) -> str:
    body = message.get_body(preferencelist=("plain", "html"))
    content = body.get_payload(decode=True) if isinstance(body, EmailMessage) else None
    if not isinstance(body, EmailMessage) or not isinstance(content, bytes) or not message.keys():
        raise Unreadable("no text in this e-mail", "Save its text as a .txt file")
    is_html = body.get_content_subtype() == "html"
    charset = body.get_content_charset()
    text = normalise(decode(content, charset or (declared_in(content) if is_html else None)))
    return words_of(text) if is_html else unwrapped(text)


def _header(message: EmailMessage, name: str) -> str | None:
    value = message.get(name)
    return None if value is None else str(value)


def _name(sender: str | None) -> str | None:
    """Who sent it: the name, else the address."""
    if sender is None:
        return None
    name, _, address = sender.partition("<")
    return name.strip().strip('"') or address.rstrip("> ") or None
