from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import reading

from graphkit.read import read_articles
from graphkit.read.fields import FieldNames, article_of, iso_date
from graphkit.records import Article

FULL = Article(
    key="7",
    text="Talks began.",
    title="Talks",
    source="Trend",
    url="https://a.example/7",
    date="2025-12-18",
    author="Nigar Ali",
)


def write(path: Path, text: str) -> Path:
    path.write_bytes(text.encode())
    return path


def as_json_lines(records: list[dict[str, object]]) -> str:
    return "".join(json.dumps(record) + "\n" for record in records)


RECORD: dict[str, object] = {
    "id": 7,
    "text": "Talks began.",
    "title": "Talks",
    "source": "Trend",
    "author": "Nigar Ali",
    "url": "https://a.example/7",
    "date": "2025-12-18T09:00:00Z",
}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.jsonl", "\n" + as_json_lines([RECORD])),
        ("a.json", json.dumps([RECORD])),
        ("a.json", json.dumps(RECORD)),
        ("a.json", json.dumps({"status": "ok", "articles": [RECORD]})),
        (
            "a.csv",
            "id,text,title,source,url,date,author\n"
            "7,Talks began.,Talks,Trend,https://a.example/7,2025-12-18,Nigar Ali\n",
        ),
        (
            "a.csv",
            "id;Body;Headline;outlet;link;pubDate;By-Line\r\n"
            "7;Talks began.;Talks;Trend;https://a.example/7;2025-12-18;Nigar Ali",
        ),
        (
            "a.csv",
            "\ufeffid\ttext\ttitle\tsource\turl\tdate\tdc:creator\n"
            '7\t"Talks began."\tTalks\tTrend\thttps://a.example/7\t2025-12-18\tNigar Ali\n',
        ),
    ],
)
def test_every_kind_of_table_gives_the_same_article(tmp_path: Path, name: str, text: str) -> None:
    assert reading(write(tmp_path / name, text)) == ([FULL], [])


@pytest.mark.parametrize("field", ["text", "body", "content", "Article_Body", "fullText"])
def test_the_text_is_found_under_its_usual_names(field: str) -> None:
    assert article_of({"id": "a", field: "Talks."}).text == "Talks."


def test_the_source_of_a_record_may_be_an_object_with_a_name() -> None:
    assert article_of({"text": "Talks.", "source": {"id": None, "name": "Trend"}}).source == "Trend"


@pytest.mark.parametrize(
    ("record", "author"),
    [
        ({"author": "Nigar Ali"}, "Nigar Ali"),
        ({"authors": ["Nigar Ali", "", "John Holt", "Nigar Ali"]}, "Nigar Ali; John Holt"),
        ({"author": {"@type": "Person", "name": "Nigar Ali"}}, "Nigar Ali"),
        ({"author": [{"name": "Nigar Ali"}, {"url": "/holt"}, "John\n Holt"]}, "Nigar Ali; John Holt"),
        ({"author": None, "byline": "Nigar Ali"}, "Nigar Ali"),
        ({"author": [], "dc:creator": "Nigar Ali"}, "Nigar Ali"),
        ({"author": [["Nigar Ali"], True, {}]}, None),
        ({"penned": "Nigar Ali"}, None),
    ],
)
def test_the_authors_of_a_record_may_be_names_or_objects_with_names(
    record: dict[str, object], author: str | None
) -> None:
    assert article_of({"text": "Talks."} | record).author == author


@pytest.mark.parametrize("way", ["penned", "by.line", "by.people"])
def test_the_author_is_mapped_to_what_records_call_it(way: str) -> None:
    record = {
        "text": "Talks.",
        "author": "The desk",
        "penned": "Nigar Ali",
        "by": {"line": "Nigar Ali", "people": [{"name": "Nigar Ali"}]},
    }
    assert article_of(record, FieldNames.parse([f"author={way}"])).author == "Nigar Ali"


def test_a_column_of_csv_is_mapped_to_the_author(tmp_path: Path) -> None:
    file = write(tmp_path / "a.csv", "text,author,Written by\nTalks.,The desk,Nigar Ali\n")
    (article,) = read_articles([file], names=FieldNames.parse(["author=Written by"]))
    assert article.author == "Nigar Ali"


def test_the_key_is_the_id_else_the_url_else_the_hash_of_the_text() -> None:
    assert article_of({"id": "a", "url": "u", "text": "t"}).key == "a"
    assert article_of({"id": "", "url": "u", "text": "t"}).key == "u"
    assert article_of({"id": None, "text": "t\r\n"}).key == hashlib.sha256(b"t\n").hexdigest()


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2025-12-18", "2025-12-18"),
        ("2025-12", "2025-12"),
        ("2025", "2025"),
        ("2025-12-18 09:00", "2025-12-18"),
        ("Thu, 18 Dec 2025 23:30:00 +0400", "2025-12-18"),
        ("2025-02-30", None),
        ("2025-13", None),
        ("yesterday", None),
        ("", None),
        (None, None),
    ],
)
def test_dates_are_read_as_iso_8601(written: str | None, date: str | None) -> None:
    assert iso_date(written) == date


def test_a_line_that_is_not_json_is_refused_and_the_rest_is_read(tmp_path: Path) -> None:
    file = write(tmp_path / "a.jsonl", '{"id": 1, "text": "a"}\n{"id": 2,\n[]\n{"id": 4, "text": "d"}\n')
    articles, refusals = reading(file)
    assert [article.key for article in articles] == ["1", "4"]
    assert [refusal.split(": ")[:2] for refusal in refusals] == [
        [f"{file}, line 2", "this is not JSON (Expecting property name enclosed in double quotes"],
        [f"{file}, line 3", "a record is a list. Write each article as one object with a text."],
    ]


@pytest.mark.parametrize("record", [{}, {"id": 1}, {"text": ""}, {"text": None}, {"text": ["a"]}, {"nodes": []}])
def test_a_record_without_text_is_refused_with_its_fields(tmp_path: Path, record: dict[str, object]) -> None:
    file = write(tmp_path / "a.jsonl", as_json_lines([record, {"id": "good", "text": "a"}]))
    articles, (refusal,) = reading(file)
    assert [article.key for article in articles] == ["good"]
    assert refusal.startswith(f"{file}, line 1: no text in it; its fields are {', '.join(record) or 'none'}.")


@pytest.mark.parametrize("text", ['"half \\ud83d pair"', '"\\u0000"'])
def test_characters_that_no_text_has_are_refused(tmp_path: Path, text: str) -> None:
    file = write(tmp_path / "a.json", f'[{{"text": {text}}}, {{"text": "good"}}]')
    articles, (refusal,) = reading(file)
    assert [article.text for article in articles] == ["good"]
    assert refusal.startswith(f"{file}, record 1: ")


def test_json_nested_without_end_is_refused(tmp_path: Path) -> None:
    write(tmp_path / "a.json", "[" * 200_000)
    write(tmp_path / "b.txt", "good")
    articles, (refusal,) = reading(tmp_path)
    assert [article.key for article in articles] == ["b"]
    assert "a.json: this is not JSON" in refusal


def test_csv_fields_hold_delimiters_line_ends_quotes_and_long_texts(tmp_path: Path) -> None:
    long = "word " * 50_000
    file = write(tmp_path / "a.csv", f'id,text\n1,"a, ""b""\r\nc"\n2,"{long}"\n')
    assert [article.text for article in reading(file)[0]] == ['a, "b"\nc', long]


def test_csv_without_a_column_of_texts_is_refused_once(tmp_path: Path) -> None:
    write(tmp_path / "a.csv", "id,name\n1,x\n2,y\n")
    write(tmp_path / "b.txt", "good")
    _, (refusal,) = reading(tmp_path)
    assert "a.csv, line 1: no column of texts; the header is id,name." in refusal


def test_csv_with_an_open_quotation_mark_keeps_the_rows_above(tmp_path: Path) -> None:
    file = write(tmp_path / "a.csv", 'id,text\n1,good\n2,"open\n3,lost\n')
    articles, (refusal,) = reading(file)
    assert [article.key for article in articles] == ["1"]
    assert refusal.startswith(f"{file}, row 2: this is not CSV")


FIELDS = st.sampled_from(["id", "text", "url", "source", "author", "date", "other"])
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(FIELDS, inner),
)


@given(JSON)
def test_any_json_value_is_an_article_or_a_refusal(tmp_path_factory: pytest.TempPathFactory, value: object) -> None:
    folder = tmp_path_factory.mktemp("any")
    write(folder / "any.json", json.dumps(value))
    write(folder / "good.txt", "good")
    articles, refusals = reading(folder)
    assert articles[-1].key == "good"
    assert len(articles) > 1 or refusals
    for article in articles:
        article.text.encode()
        assert article.text.strip()
