"""One article comes out of every kind of file, with what that kind knows of it."""

from __future__ import annotations

import dataclasses
import json
import sys
import unicodedata

import pytest
from reading import ReadFile
from samples import (
    ATOM,
    AUTHOR,
    DATE,
    PAGE,
    PARAGRAPHS,
    RECORD,
    SAMPLES,
    TEXT,
    TITLE,
    URL,
    email,
    pdf,
    tarred,
    warc,
    zipped,
)

from graphkit.read import ENDINGS
from graphkit.records import Article

AS_RECORD = Article(key="7", text=TEXT, title=TITLE, source="Lake News", url=URL, date=DATE, author=AUTHOR)
KNOWN = {
    **dict.fromkeys(["a.txt", "a.md"], Article(key="a", text=TEXT)),
    **dict.fromkeys(["a.html", "a.htm"], dataclasses.replace(AS_RECORD, key="a", text=f"{TITLE}\n{TEXT}")),
    "a.warc": dataclasses.replace(AS_RECORD, key=URL, text=f"{TITLE}\n{TEXT}"),
    "a.eml": Article(key="a", text=TEXT + "\n", title=TITLE, source="Lake News", date=DATE),
    "a.pdf": Article(key="a", text=TEXT.replace("ə", "a") + "\n"),
    **dict.fromkeys(["a.zip", "a.tar", "a.tgz", "a.tbz2", "a.txz", "a.txt.gz"], Article(key="a", text=TEXT)),
    **dict.fromkeys(["a.txt.bz2", "a.txt.xz"], Article(key="a", text=TEXT)),
}


def test_there_is_a_sample_of_every_kind() -> None:
    assert {f".{name.rpartition('.')[2]}" for name in SAMPLES} == {*ENDINGS}


@pytest.mark.parametrize("name", SAMPLES)
def test_the_article_comes_out_of_every_kind(read_file: ReadFile, name: str) -> None:
    articles, refusals = read_file(name, SAMPLES[name]())
    assert list(articles.values()) == [KNOWN.get(name, AS_RECORD)]
    assert not refusals


def test_places_lead_into_archives(read_file: ReadFile) -> None:
    inner = tarred("w:gz", **{"deep/a.html": PAGE.encode(), "deep/b.jsonl": b'{"id": 1, "text": "Talks."}'})
    articles, _ = read_file("news.zip", zipped(**{"2025/pages.tar.gz": inner, "c.txt": b"Words."}))
    assert {place: article.key for place, article in articles.items()} == {
        "news.zip, 2025/pages.tar.gz, deep/a.html": "a",
        "news.zip, 2025/pages.tar.gz, deep/b.jsonl, line 1": "1",
        "news.zip, c.txt": "c",
    }


def test_hidden_and_other_members_of_archives_are_passed_over_as_in_folders(read_file: ReadFile) -> None:
    members = dict.fromkeys([".a.txt", "__MACOSX/._b.txt", "x/.git/c.txt", "d.png", "e.txt"], b"Words.")
    articles, refusals = read_file("a.zip", zipped(**members))
    assert [article.key for article in articles.values()] == ["e"]
    assert not refusals


def test_a_packed_crawl_gives_its_pages_under_their_addresses(read_file: ReadFile) -> None:
    articles, refusals = read_file("crawl.warc.gz", warc(packed=True))
    assert {place: article.url for place, article in articles.items()} == {"crawl.warc.gz, record 1": URL}
    assert not refusals


def test_the_text_of_a_mail_may_be_html(read_file: ReadFile) -> None:
    articles, _ = read_file("a.eml", email(html=True))
    assert articles["a.eml"].text == TEXT


@pytest.mark.parametrize("encoding", ["windows-1251", "utf-8", "koi8-r"])
def test_a_page_is_read_in_the_encoding_that_it_declares(read_file: ReadFile, encoding: str) -> None:
    russian = "Министр иностранных дел открыл форум в Баку, сообщила пресс-служба министерства в четверг вечером. " * 3
    page = f'<html><head><meta charset="{encoding}"></head><body><article><p>{russian}</p></article></body></html>'
    articles, _ = read_file("a.html", page.encode(encoding))
    assert articles["a.html"].text == russian.strip()


def test_entities_are_read_once(read_file: ReadFile) -> None:
    page = PAGE.replace("twelve countries", "twelve &amp; more &ouml;ffentlich countries")
    articles, _ = read_file("a.html", page.encode())
    assert "twelve & more öffentlich countries" in articles["a.html"].text
    feed = ATOM.replace('type="xhtml"', 'type="text"').replace("twelve countries", "&nbsp;A&amp;B &Ouml;l")
    articles, _ = read_file("a.atom", feed.encode())
    assert "A&B Öl" in next(iter(articles.values())).text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Президент принял министра иностранных дел Турции.", "cp1251"),
        ("Президент принял министра иностранных дел Турции.", "koi8-r"),
        (
            "Cumhurbaşkanı Erdoğan, İstanbul'da düzenlenen foruma katıldı. Türkiye'nin büyükelçisi de görüşme yaptı, "
            "çalışmaların sürdüğünü söyledi. Görüşmeler yarın Ankara'da dışişleri bakanlığında sürecek.",
            "cp1254",
        ),
        ("Le président a déclaré à Genève que la réunion était utile.", "cp1252"),
        ("Prezydent spotkał się z przedstawicielami ambasady. Rozmowy dotyczyły współpracy, źródła.", "cp1250"),
        ("Ο υπουργός Εξωτερικών συναντήθηκε στην Αθήνα με τον ομόλογό του.", "cp1253"),
        ("中国外交部发言人在北京举行的记者会上表示，双方将继续加强合作。", "gb18030"),
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.csv", "a.jsonl"])
def test_encodings_are_recognised(read_file: ReadFile, name: str, text: str, encoding: str) -> None:
    written = {"a.txt": text, "a.csv": f'text\n"{text}"\n', "a.jsonl": f'{{"text": "{text}"}}\n'}[name]
    articles, refusals = read_file(name, written.encode(encoding))
    assert [article.text for article in articles.values()] == [unicodedata.normalize("NFC", text)]
    assert not refusals


@pytest.mark.parametrize(("name", "where"), [("a.jsonl", "line 2"), ("a.csv", "row 2"), ("a.txt", "byte 14")])
def test_a_damaged_byte_does_not_make_the_rest_another_encoding(read_file: ReadFile, name: str, where: str) -> None:
    lines = ["Görüşmə.".encode(), b"G\xf6r.", "Həsən.".encode()]
    data = {
        "a.jsonl": b"".join(b'{"text": "%s"}\n' % line for line in lines),
        "a.csv": b"text\n" + b"\n".join(lines),
        "a.txt": b" ".join(lines),
    }[name]
    articles, (refusal,) = read_file(name, data)
    assert [article.text for article in articles.values()] == ([] if name == "a.txt" else ["Görüşmə.", "Həsən."])
    assert f"{name}, {where}: " in str(refusal)


def test_the_broken_lines_of_a_pdf_are_joined_to_sentences(read_file: ReadFile) -> None:
    lines = [
        "The minister of foreign affairs went to the forum in Baku, where he",
        "spoke of coop-",
        "eration. It ended.",
    ]
    articles, _ = read_file(
        "a.pdf", pdf(*lines[:1], "met his colleagues of twelve countries and spoke of their coop-", *lines[2:])
    )
    assert articles["a.pdf"].text.strip() == (
        "The minister of foreign affairs went to the forum in Baku, where he met his colleagues of twelve countries "
        "and spoke of their cooperation. It ended."
    )


def test_a_pdf_of_pictures_is_refused_with_what_to_do(read_file: ReadFile) -> None:
    _, (refusal,) = read_file("scan.pdf", pdf())
    assert "no text in this PDF: its pages are pictures. Make a PDF with text of it" in str(refusal)


def test_a_column_of_times_of_parquet_is_a_date(read_file: ReadFile) -> None:
    from datetime import datetime

    from samples import parquet

    articles, _ = read_file("a.parquet", parquet([{"body": "Talks.", "Published-At": datetime(2025, 12, 18, 9)}]))
    assert articles["a.parquet, row 1"].date == DATE


@pytest.mark.parametrize(
    ("name", "library"),
    [("a.html", "trafilatura"), ("a.pdf", "pypdf"), ("a.warc", "warcio")],
)
def test_a_reader_that_lacks_its_library_says_what_to_install(
    read_file: ReadFile, monkeypatch: pytest.MonkeyPatch, name: str, library: str
) -> None:
    unload(library, monkeypatch)
    monkeypatch.setitem(sys.modules, library, None)
    _, (refusal,) = read_file(name, SAMPLES[name]())
    assert f'this needs {library}, which is not installed. Run: pip install "forum-graphkit[intake]".' in str(refusal)


def test_a_library_that_lacks_another_is_not_called_absent(
    read_file: ReadFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    for package in ("trafilatura", "justext", "lxml_html_clean"):
        unload(package, monkeypatch)
    monkeypatch.delitem(sys.modules, "lxml.html.clean", raising=False)
    monkeypatch.setitem(sys.modules, "lxml_html_clean", None)
    _, (refusal,) = read_file("a.html", SAMPLES["a.html"]())
    assert "this needs trafilatura, which cannot be loaded (" in str(refusal)
    assert "lxml_html_clean" in str(refusal)
    assert 'Run: pip install "forum-graphkit[intake]".' in str(refusal)


def unload(package: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the package be imported anew when it is wanted."""
    for module in [module for module in sys.modules if module.partition(".")[0] == package]:
        monkeypatch.delitem(sys.modules, module)


def test_paragraphs_stay_apart(read_file: ReadFile) -> None:
    for name in ("a.html", "a.rss", "a.atom", "a.eml"):
        (article,) = read_file(name, SAMPLES[name]())[0].values()
        assert [line for line in article.text.split("\n") if line in PARAGRAPHS] == [*PARAGRAPHS], name
        assert RECORD["title"] in (article.title, article.text.split("\n")[0])


DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
ATOM_IS = 'xmlns="http://www.w3.org/2005/Atom"'


@pytest.mark.parametrize(
    ("feed", "author"),
    [
        (f"<rss {DC}><item><guid>a</guid><dc:creator>Nigar Ali</dc:creator>{{}}</item></rss>", "Nigar Ali"),
        (
            f"<rss {DC}><item><author>a@b.example</author><dc:creator>Nigar Ali</dc:creator>"
            "<dc:creator>John Holt</dc:creator>{}</item></rss>",
            "Nigar Ali; John Holt",
        ),
        ("<rss><item><author>desk@b.example (Ali, Nigar (Baku))</author>{}</item></rss>", "Ali, Nigar (Baku)"),
        ("<rss><item><author>desk@b.example</author>{}</item></rss>", "desk@b.example"),
        ("<rss><item><author>Nigar Ali (Baku)</author>{}</item></rss>", "Nigar Ali (Baku)"),
        ("<rss><channel><author>Nigar Ali</author><item>{}</item></channel></rss>", None),
        (
            f"<feed {ATOM_IS}><author><name>Lake News</name></author><entry><author><name>Nigar Ali</name></author>"
            "<author><name>John Holt</name></author>{}</entry></feed>",
            "Nigar Ali; John Holt",
        ),
        (f"<feed {ATOM_IS}><author><name>Lake News</name></author><entry>{{}}</entry></feed>", "Lake News"),
        (
            f"<feed {ATOM_IS}><author><name>Lake News</name></author><entry><source><author><name>Nigar Ali</name>"
            "</author></source>{}</entry></feed>",
            "Nigar Ali",
        ),
    ],
)
def test_a_feed_names_the_authors_of_its_items(read_file: ReadFile, feed: str, author: str | None) -> None:
    articles, _ = read_file("a.xml", feed.format("<summary>Talks.</summary>").encode())
    assert [article.author for article in articles.values()] == [author]


def test_a_page_names_its_authors(read_file: ReadFile) -> None:
    about = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": TITLE,
        "author": [{"@type": "Person", "name": "Nigar Ali"}, {"@type": "Person", "name": "John Holt"}],
    }
    meta = f'<meta name="author" content="{AUTHOR}">'
    assert meta in PAGE
    page = PAGE.replace(meta, f'<script type="application/ld+json">{json.dumps(about)}</script>')
    articles, _ = read_file("a.html", page.encode())
    assert articles["a.html"].author == "Nigar Ali; John Holt"


def test_a_pdf_names_its_author(read_file: ReadFile) -> None:
    written = pdf(*PARAGRAPHS[2:]).replace(b"/Size 6 ", b"/Size 6 /Info << /Author (Nigar Ali) >> ")
    articles, _ = read_file("a.pdf", written)
    assert articles["a.pdf"].author == "Nigar Ali"


def test_comments_scripts_and_styles_of_a_feed_are_no_words(read_file: ReadFile) -> None:
    markup = (
        "<p>Talks began.</p><!-- not <b>this</b> --> Two "
        '<script>var x = "<b>no</b>";</script>came, <STYLE>p{}</STYLE>3 < 5.'
    )
    item = f"<item><guid>a</guid><description><![CDATA[{markup}]]></description></item>"
    (article,) = read_file("a.rss", f"<rss><channel>{item}</channel></rss>".encode())[0].values()
    assert article.text == "Talks began.\nTwo came, 3 < 5."
