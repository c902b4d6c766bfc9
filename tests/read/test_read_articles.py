from __future__ import annotations

import os
import textwrap
import unicodedata
from pathlib import Path

import pytest
from reading import reading

from graphkit.errors import ArticleError
from graphkit.read import read_articles
from graphkit.records import Article


def test_a_text_file_is_one_article_whose_key_is_the_stem(tmp_path: Path) -> None:
    (tmp_path / "000_de53.txt").write_text("BAKU. Talks began.\n", encoding="utf-8")
    assert reading(tmp_path / "000_de53.txt") == (
        [Article(key="000_de53", text="BAKU. Talks began.\n")],
        [],
    )


def test_what_the_reader_does_not_know_is_left_open(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# Talks\n\nThey began.", encoding="utf-8")
    ((article,), _) = reading(tmp_path)
    assert (article.title, article.source, article.url, article.date) == (None, None, None, None)


def test_folders_are_read_at_any_depth_in_sorted_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/b/c/d.md", "a/B.TXT"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    articles, refusals = reading(tmp_path)
    assert [article.text for article in articles] == ["a/B.TXT", "a/b/c/d.md", "a/z.txt", "b.txt"]
    assert not refusals


def test_the_order_of_the_paths_does_not_matter(tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(name, encoding="utf-8")
    there = [tmp_path / f"{name}.txt" for name in "abc"]
    assert reading(*there) == reading(*reversed(there)) == reading(tmp_path, *there)


def test_hidden_names_and_other_files_of_a_folder_are_passed_over(tmp_path: Path) -> None:
    for name in (".cache/a.txt", ".b.txt", "picture.png", "c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    articles, refusals = reading(tmp_path)
    assert [article.key for article in articles] == ["c"]
    assert not refusals


def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a", encoding="utf-8")
    try:
        (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    except OSError:
        pytest.skip("this account may not make links")
    assert len(reading(tmp_path)[0]) == 1


def test_patterns_find_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a.txt", "b.txt", "deep/er/c.txt", "d.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert [article.key for article in reading("**/*.txt")[0]] == ["a", "b", "c"]
    assert [article.key for article in reading(tmp_path / "[ad].*")[0]] == ["a", "d"]


def test_a_name_with_pattern_characters_is_a_file_first(tmp_path: Path) -> None:
    (tmp_path / "notes [1].txt").write_text("a", encoding="utf-8")
    assert [article.key for article in reading(tmp_path / "notes [1].txt")[0]] == ["notes [1]"]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        pytest.param("Türkiye".encode(), "Türkiye", id="UTF-8"),
        pytest.param(b"\xef\xbb\xbfT\xc3\xbcrkiye", "Türkiye", id="UTF-8 with a mark"),
        pytest.param("\ufeffTürkiye".encode("utf-16-le"), "Türkiye", id="UTF-16 little-endian"),
        pytest.param("\ufeffTürkiye".encode("utf-16-be"), "Türkiye", id="UTF-16 big-endian"),
        pytest.param(b"one\r\ntwo\rthree\n", "one\ntwo\nthree\n", id="line ends"),
        pytest.param(unicodedata.normalize("NFD", "Türkiye").encode(), "Türkiye", id="decomposed"),
        pytest.param("  a\u00a0b\t\n\n".encode(), "  a\u00a0b\t\n\n", id="white space is kept"),
    ],
)
def test_bytes_become_text_with_one_kind_of_line_end_in_nfc(tmp_path: Path, data: bytes, text: str) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    ((article,), refusals) = reading(tmp_path / "a.txt")
    assert article.text == text
    assert not refusals


PARAGRAPHS = (
    "OSLO, May 4 - Mira Holt, director of the Seed Bank of Norway, attended the Tide Forum in Oslo on Monday and said "
    "that ships from all of the north had come.\n\n"
    "Jon Berg of the Port Authority told reporters that the harbour was calm.\n"
)


def test_lines_that_were_broken_to_fit_are_joined_and_nothing_moves(tmp_path: Path) -> None:
    broken = "\n".join(textwrap.fill(line, 60) for line in PARAGRAPHS.split("\n"))
    assert broken.count("\n") > PARAGRAPHS.count("\n")
    (tmp_path / "a.txt").write_text(broken, encoding="utf-8")
    ((article,), _) = reading(tmp_path)
    assert article.text == PARAGRAPHS


def test_a_line_each_for_a_paragraph_stays_so(tmp_path: Path) -> None:
    text = (
        "Talks began in Baku\nMira Holt of the Seed Bank came to the Tide Forum\nJon Berg was there as well, he said\n"
    )
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    ((article,), _) = reading(tmp_path)
    assert article.text == text


def test_a_decomposed_file_name_gives_the_composed_key(tmp_path: Path) -> None:
    (tmp_path / (unicodedata.normalize("NFD", "görüşme") + ".txt")).write_text("a", encoding="utf-8")
    assert [article.key for article in reading(tmp_path)[0]] == ["görüşme"]


@pytest.mark.parametrize(
    ("data", "offset"),
    [
        pytest.param(b"caf\xe9 and \x1a\x02", 3, id="bytes of a program"),
        pytest.param(b"\xef\xbb\xbfcaf\xe9", 6, id="after a mark"),
        pytest.param(b"\x89PNG\r\n\x1a\n\x00", 0, id="a picture"),
        pytest.param(b"abc\x00def", 3, id="NUL"),
        pytest.param("\ufeffab\0".encode("utf-16-le"), 6, id="NUL in UTF-16"),
        pytest.param("\ufeffab".encode("utf-16-le") + b"\x00\xd8", 6, id="half a pair in UTF-16"),
        pytest.param("\ufeffab".encode("utf-32-le"), 2, id="UTF-32"),
    ],
)
def test_bytes_that_are_not_text_are_refused_with_their_offset(tmp_path: Path, data: bytes, offset: int) -> None:
    (tmp_path / "a.txt").write_bytes(b"good")
    (tmp_path / "b.txt").write_bytes(data)
    articles, (refusal,) = reading(tmp_path)
    assert [article.key for article in articles] == ["a"]
    assert refusal.startswith(f"{tmp_path / 'b.txt'}, byte {offset}: ")
    assert refusal.endswith("Save the file as UTF-8 text, or leave it out.")


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a.json", "a.csv"])
@pytest.mark.parametrize("data", [b"", b"\n \n"])
def test_an_empty_file_is_refused(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    assert reading(tmp_path / name) == (
        [],
        [f"{tmp_path / name}: no article in it. Fill it, or leave it out."],
    )


def test_paths_that_lead_nowhere_are_refused_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    (tmp_path / "c.docx").write_text("c", encoding="utf-8")
    paths = [tmp_path / name for name in ("a.txt", "b.txt", "empty", "c.docx", "*.csv")]
    articles, refusals = reading(*paths)
    assert [article.key for article in articles] == ["a"]
    for path, reason in zip(
        sorted(paths[1:]),
        [
            "no file matches this pattern",
            "no such file",
            "no reader for files that end in '.docx'",
            "no article",
        ],
        strict=True,
    ):
        (refusal,) = (line for line in refusals if line.startswith(f"{path}: "))
        assert reason in refusal


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    always_failing = Path("/proc/self/mem")
    if always_failing.exists():
        file.symlink_to(always_failing)
    else:
        file.write_text("a", encoding="utf-8")
        file.chmod(0)
        if os.access(file, os.R_OK):
            pytest.skip("this system lets every file be read")
    (refusal,) = reading(file)[1]
    assert refusal.startswith(f"{file}: cannot be read (")


def test_that_nothing_was_read_is_an_error_that_names_the_paths(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match=r"No article was read from nowhere\.txt"):
        list(read_articles(["nowhere.txt"], lambda refusal: None))


def test_without_a_place_for_refusals_the_first_one_raises() -> None:
    with pytest.raises(ArticleError, match=r"nowhere\.txt: no such file or folder"):
        list(read_articles(["nowhere.txt"]))


def test_two_texts_under_one_key_are_refused_naming_both(tmp_path: Path) -> None:
    for folder, text in (("x", "one"), ("y", "two")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(text, encoding="utf-8")
    articles, (refusal,) = reading(tmp_path)
    assert [article.text for article in articles] == ["one"]
    assert str(tmp_path / "x" / "a.txt") in refusal
    assert str(tmp_path / "y" / "a.txt") in refusal
    assert "'a'" in refusal


def test_one_text_twice_under_one_key_is_one_article(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("one\n", encoding="utf-8")
    (tmp_path / "a.md").write_bytes(b"one\r\n")
    assert reading(tmp_path) == ([Article(key="a", text="one\n")], [])
