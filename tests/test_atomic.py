"""Files are written whole or not at all."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from kgx.atomic import open_atomic
from kgx.errors import WriteError


def test_a_whole_file_takes_its_place(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old")
    with open_atomic(path) as file:
        file.write("née\n")
        assert path.read_text() == "old"
    assert path.read_bytes() == "née\n".encode()
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, OSError])
def test_a_failed_block_changes_nothing(tmp_path: Path, error: type[BaseException]) -> None:
    path = tmp_path / "a.txt"
    with pytest.raises(error), open_atomic(path) as file:
        file.write("half")
        raise error
    assert list(tmp_path.iterdir()) == []


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "real")
    with open_atomic(tmp_path / "link") as file:
        file.write("x")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text() == "x"


def test_a_new_file_has_the_usual_permissions(tmp_path: Path) -> None:
    (tmp_path / "plain").write_text("x")
    with open_atomic(tmp_path / "a.txt") as file:
        file.write("x")
    modes = {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    assert len(modes) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_one_clear_line() -> None:
    message = "/dev/full: cannot be written: No space left"
    with pytest.raises(WriteError, match=message), open_atomic("/dev/full") as file:
        file.write("x")


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="no null device")
def test_a_device_is_written_and_stays() -> None:
    with open_atomic("/dev/null") as file:
        file.write("x")
    assert Path("/dev/null").is_char_device()


@pytest.mark.parametrize(
    ("name", "message"), [(".", "it is a folder"), ("none/a.txt", "No such file")]
)
def test_what_cannot_be_written_is_one_clear_line(tmp_path: Path, name: str, message: str) -> None:
    with pytest.raises(WriteError, match=message), open_atomic(tmp_path / name):
        pass
