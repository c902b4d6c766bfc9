"""One article, written in every kind of file that is read."""

from __future__ import annotations

import bz2
import csv
import gzip
import io
import json
import lzma
import tarfile
import zipfile
from collections.abc import Callable
from email.message import EmailMessage

import pyarrow as pa
import pyarrow.parquet as pq

TITLE = "Ministers meet at the Lake Forum"
AUTHOR = "Nigar Ali"
DATE = "2025-12-18"
URL = "https://news.example/lake-forum"
PARAGRAPHS = (
    "Foreign Minister Aynur Həsən of Azerbaijan opened the Lake Forum in Baku on Thursday, where delegations from "
    "twelve countries discussed trade, transport and energy.",
    "“We will build the railway together,” said Giorgi Beridze, head of the Press Council of Georgia, after a "
    "meeting with the organisers of the forum & its sponsors.",
    "The next forum will be held in Tbilisi in the spring of next year, the organisers said in a statement to "
    "reporters on the last day of the event.",
)
TEXT = "\n".join(PARAGRAPHS)
RECORD = {"id": "7", "title": TITLE, "date": DATE, "url": URL, "source": "Lake News", "author": AUTHOR, "text": TEXT}

PAGE = f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{TITLE} | Lake News</title>
<meta name="author" content="{AUTHOR}">
<meta property="og:title" content="{TITLE}"><meta property="og:site_name" content="Lake News">
<meta property="article:published_time" content="{DATE}T09:00:00+04:00"><link rel="canonical" href="{URL}"></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article><h1>{TITLE}</h1>
{"".join(f"<p>{paragraph.replace('&', '&amp;')}</p>" for paragraph in PARAGRAPHS)}</article>
<footer>© 2031 Lake News. All rights reserved.</footer></body></html>"""

RSS = f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Lake News</title>
<item><guid>7</guid><title>{TITLE}</title><link>{URL}</link><pubDate>Thu, 18 Dec 2025 09:00:00 +0400</pubDate>
<author>desk@news.example ({AUTHOR})</author>
<description>Ministers met.</description><content:encoded><![CDATA[{
    "".join(f"<p>{paragraph.replace('&', '&amp;')}</p>" for paragraph in PARAGRAPHS)
}]]></content:encoded></item></channel></rss>"""

ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Lake News</title><entry><id>7</id><title>{TITLE}</title>
<link rel="self" href="https://news.example/feed"/><link href="{URL}"/><published>{DATE}T09:00:00Z</published>
<author><name>{AUTHOR}</name><email>desk@news.example</email></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{
    "".join(f"<p>{paragraph.replace('&', '&amp;').replace('trade', '<b>trade</b>')}</p>" for paragraph in PARAGRAPHS)
}</div></content></entry></feed>"""


def table(delimiter: str) -> bytes:
    written = io.StringIO()
    rows = csv.DictWriter(written, RECORD.keys(), delimiter=delimiter)
    rows.writeheader()
    rows.writerow(RECORD)
    return written.getvalue().encode()


def parquet(records: list[dict[str, object]]) -> bytes:
    written = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(records), written)
    return written.getvalue()


def email(html: bool = False) -> bytes:
    message = EmailMessage()
    message["Subject"], message["From"] = TITLE, "Lake News <desk@news.example>"
    message["Date"] = "Thu, 18 Dec 2025 09:00:00 +0400"
    if html:
        message.set_content("".join(f"<p>{part.replace('&', '&amp;')}</p>" for part in PARAGRAPHS), subtype="html")
    else:
        message.set_content(TEXT)
    message.add_attachment(b"\0\1", maintype="application", subtype="octet-stream", filename="a.bin")
    return message.as_bytes()


def pdf(*lines: str) -> bytes:
    """A PDF of one page with lines of text, which may be none."""
    shown = " ".join(f"({line.translate({40: '[', 41: ']'})}) Tj T*" for line in lines)
    stream = f"BT /F1 10 Tf 14 TL 40 800 Td {shown} ET".encode("cp1252")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    written = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table_at = len(written)
    written += b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(written + b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % table_at)


def warc(page: bytes = PAGE.encode(), packed: bool = False) -> bytes:
    """What a crawler saved: one page, one that was not found, and a style sheet."""
    answers = (
        (URL, "200 OK", "text/html; charset=utf-8", page),
        (URL + "/gone", "404 Not Found", "text/html", b"<p>Gone</p>"),
        (URL + "/style", "200 OK", "text/css", b"p { color: red }"),
    )
    records = []
    for url, status, kind, body in answers:
        answer = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + body
        header = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2025-12-18T09:00:00Z\r\n"
            f"WARC-Record-ID: <urn:uuid:{len(records):032x}>\r\nContent-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(answer)}\r\n\r\n"
        )
        records.append(header.encode() + answer + b"\r\n\r\n")
    return b"".join(map(gzip.compress, records) if packed else records)


def zipped(**members: bytes) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return written.getvalue()


def tarred(mode: str = "w", **members: bytes) -> bytes:
    written = io.BytesIO()
    with tarfile.open(fileobj=written, mode=mode) as archive:  # type: ignore[call-overload]
        for name, data in members.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return written.getvalue()


SAMPLES: dict[str, Callable[[], bytes]] = {
    "a.txt": lambda: TEXT.encode(),
    "a.md": lambda: TEXT.encode(),
    "a.html": lambda: PAGE.encode(),
    "a.htm": lambda: PAGE.encode(),
    "a.eml": email,
    "a.pdf": lambda: pdf(*TEXT.replace("ə", "a").split("\n")),
    "a.jsonl": lambda: json.dumps(RECORD).encode(),
    "a.ndjson": lambda: json.dumps(RECORD).encode(),
    "a.json": lambda: json.dumps([RECORD]).encode(),
    "a.csv": lambda: table(","),
    "a.tsv": lambda: table("\t"),
    "a.parquet": lambda: parquet([RECORD]),
    "a.rss": RSS.encode,
    "a.atom": ATOM.encode,
    "a.xml": RSS.encode,
    "a.zip": lambda: zipped(**{"a.txt": TEXT.encode()}),
    "a.tar": lambda: tarred(**{"a.txt": TEXT.encode()}),
    "a.tgz": lambda: tarred("w:gz", **{"a.txt": TEXT.encode()}),
    "a.tbz2": lambda: tarred("w:bz2", **{"a.txt": TEXT.encode()}),
    "a.txz": lambda: tarred("w:xz", **{"a.txt": TEXT.encode()}),
    "a.txt.gz": lambda: gzip.compress(TEXT.encode()),
    "a.txt.bz2": lambda: bz2.compress(TEXT.encode()),
    "a.txt.xz": lambda: lzma.compress(TEXT.encode()),
    "a.warc": warc,
}
"""A file of every kind, by its name."""
