"""What is broken or hostile is refused in one line and in little memory, and the rest is read."""

from __future__ import annotations

import gzip
import io
import os
import tarfile
import tracemalloc
from pathlib import Path

import pytest
from reading import ReadFile
from samples import TEXT, tarred, zipped

from graphkit.read import read_articles
from graphkit.read.limits import LONGEST_LINE, MIB

BLANK = (b" " * 4095 + b"\n") * 256
"""One MiB of lines without anything on them."""

GOOD = b'{"id": "good", "text": "Talks began."}\n'


def test_a_gzip_bomb_is_refused(read_file: ReadFile) -> None:
    articles, (refusal,) = read_file("a.jsonl.gz", gzip.compress(BLANK * 80))
    assert not articles
    assert str(refusal).endswith(
        "a.jsonl.gz: it unpacks to more than 200 times its size. Leave it out, or unpack it first if you trust it."
    )


def test_bombs_within_archives_share_one_budget(read_file: ReadFile) -> None:
    layer = gzip.compress(BLANK * 30)
    articles, refusals = read_file("a.zip", zipped(**{"0.jsonl": GOOD} | {f"{n}.jsonl.gz": layer for n in range(1, 9)}))
    assert [article.key for article in articles.values()] == ["good"]
    assert "a.zip: it unpacks to more than 200 times its size" in str(refusals[-1])
    assert len(refusals) == 3  # two layers fit, and hold no article


def test_archives_within_archives_end(read_file: ReadFile) -> None:
    data, name = GOOD, "a.jsonl"
    for _ in range(6):
        data, name = gzip.compress(data), name + ".gz"
    _, (refusal,) = read_file(name, data)
    assert str(refusal).endswith(f"{name}: it is packed 5 times over. Unpack the archives around it first.")


def test_entities_of_xml_are_not_expanded(read_file: ReadFile) -> None:
    bomb = '<!DOCTYPE rss [<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {name} "{f"&{inner};" * 10}">' for inner, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    _, (refusal,) = read_file(
        "a.xml", f"{bomb}]><rss><channel><item><title>&i;</title></item></channel></rss>".encode()
    )
    assert str(refusal).endswith("a.xml: it declares entities, as XML bombs do. Save the feed without its DOCTYPE.")


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv"])
def test_a_line_without_end_is_refused_in_little_memory(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    with file.open("wb") as written:
        written.write(b"text\n" + b"Talks began.\n" if name == "a.csv" else GOOD)
        written.truncate(20 * LONGEST_LINE)  # a hole in the file, of NULs
        written.seek(0, io.SEEK_END)
        written.write(b"\n" + GOOD)
    refusals: list[object] = []
    tracemalloc.start()
    try:
        articles = list(read_articles([file], refusals.append))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert len(articles) == 1
    (refusal,) = refusals
    assert f"{file}, line {3 if name == 'a.csv' else 2}: longer than 8 MiB of characters" in str(refusal)
    assert peak < 6 * LONGEST_LINE


def test_what_can_only_be_read_at_once_has_a_limit(tmp_path: Path) -> None:
    for name in ("a.html", "a.json", "a.txt"):
        with (tmp_path / name).open("wb") as written:
            written.truncate(200 * MIB)
    (tmp_path / "good.jsonl").write_bytes(GOOD)
    refusals: list[object] = []
    assert [article.key for article in read_articles([tmp_path], refusals.append)] == ["good"]
    assert [str(refusal).partition(": ")[2].partition(".")[0] for refusal in refusals] == [
        "larger than 32 MiB, the most that is read at once"
    ] * 3
    assert "Write it as JSON Lines, one object on each line, which is read line by line." in str(refusals[1])


def test_members_whose_names_lead_out_of_the_archive_are_refused(read_file: ReadFile) -> None:
    for name, pack in (("a.tar", tarred), ("a.zip", zipped)):
        articles, refusals = read_file(name, pack(**dict.fromkeys(["../b.txt", "/c.txt", "d/e.txt"], b"Talks.")))
        assert [article.key for article in articles.values()] == ["e"]
        assert [str(refusal).partition(": ")[2] for refusal in refusals] == [
            f"its member {member} has a name that leads out of it. Have the archive made anew by somebody you trust."
            for member in ("../b.txt", "/c.txt")
        ]


def test_links_and_sparse_members_of_a_tar_are_passed_over(read_file: ReadFile) -> None:
    written = io.BytesIO()
    with tarfile.open(fileobj=written, mode="w") as archive:
        for name, kind in (("a.txt", tarfile.SYMTYPE), ("b.txt", tarfile.LNKTYPE), ("c.txt", tarfile.FIFOTYPE)):
            member = tarfile.TarInfo(name)
            member.type, member.linkname = kind, "/etc/passwd"
            archive.addfile(member)
    written.seek(0)
    _, (refusal,) = read_file("a.tar", written.getvalue())
    assert "no article in it" in str(refusal)


def test_an_encrypted_member_is_refused_and_the_rest_is_read(read_file: ReadFile) -> None:
    data = bytearray(zipped(**{"a.txt": b"Secret talks.", "b.txt": b"Talks."}))
    data[6] |= 1
    data[data.index(b"PK\1\2") + 8] |= 1
    articles, (refusal,) = read_file("a.zip", bytes(data))
    assert [*articles] == ["a.zip, b.txt"]
    assert str(refusal).endswith("a.zip, a.txt: it is encrypted. Unpack it with its password first.")


def test_a_zip_of_too_many_members_is_refused_before_they_are_listed(
    read_file: ReadFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graphkit.read.archives.LARGEST_ZIP_DIRECTORY", 400)
    small, large = ({f"{number}.txt": b"Talks." for number in range(count)} for count in (5, 50))
    assert not read_file("small.zip", zipped(**small))[1]
    articles, (refusal,) = read_file("large.zip", zipped(**large))
    assert not articles
    assert "its list of files is larger than" in str(refusal)


def test_a_tar_of_too_many_members_is_read_up_to_the_limit(
    read_file: ReadFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graphkit.read.archives.MOST_FILES", 3)
    articles, (refusal,) = read_file("a.tar", tarred(**{f"{number}.txt": b"Talks." for number in range(5)}))
    assert len(articles) == 3
    assert "a.tar: more than 3 files in it" in str(refusal)


def test_a_folder_of_too_many_files_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graphkit.read.files.MOST_FILES", 3)
    for number in range(4):
        (tmp_path / f"{number}.txt").write_bytes(b"Talks.")
    refusals: list[object] = []
    assert len(list(read_articles([tmp_path, tmp_path / "0.txt"], refusals.append))) == 1
    assert f"{tmp_path}: more than 3 files" in str(refusals[0])


def test_a_pattern_does_not_go_round_in_circles(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"Talks.")
    try:
        for name in "xyz":
            (tmp_path / name).symlink_to(tmp_path, target_is_directory=True)
    except OSError:
        pytest.skip("this account may not make links")
    assert len(list(read_articles([tmp_path / "**" / "*.txt"]))) == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no named pipes in folders")
def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    (tmp_path / "b.txt").write_bytes(b"Talks.")
    assert len(list(read_articles([tmp_path]))) == 1


def test_what_came_before_the_end_of_a_cut_archive_is_read(read_file: ReadFile) -> None:
    whole = tarred("w:gz", **{"a.txt": TEXT.encode(), "b.txt": os.urandom(9000).hex().encode()})
    articles, refusals = read_file("a.tgz", whole[: len(whole) // 2])
    assert [article.key for article in articles.values()] == ["a"]
    assert "cannot be read" in str(refusals[0])
    assert "Check that the file is whole" in str(refusals[0])


def test_a_page_of_tags_that_never_close_takes_no_time(read_file: ReadFile) -> None:
    for tag in ("<!--", "<a ", "<![CDATA[", "</", "<a b='", "<script>"):
        text = (tag * 100_000).replace("<", "&lt;")
        feed = f"<rss><channel><item><description>{text}</description></item></channel></rss>"
        assert read_file("a.xml", feed.encode())[1] or tag == "</"
