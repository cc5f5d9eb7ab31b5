"""Files in one ZIP and back: every byte of it is accounted for, and no other ZIP is opened."""

import io
import struct
import zipfile
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microstructure_desktop.exchange import archive
from microstructure_desktop.exchange.errors import ArchiveInvalid

FILES = {"data/b.csv": b"x\r\n", "a.txt": b"un", "manifest.sig": b""}
NAMES = st.from_regex(archive._NAME, fullmatch=True)


def test_that_its_bytes_are_those_of_the_format():
    """One deflated file, written field by field: version 2.0, 1 January 1980, Unix, mode 0644."""
    crc, deflated = zlib.crc32(b"un"), b"\x2b\xcd\x03\x00"
    entry = struct.pack("<5H3L2H", 20, 0, 8, 0, 0x21, crc, 4, 2, 5, 0)
    central = struct.pack(
        "<2B5H3L5H2L", 20, 3, 20, 0, 8, 0, 0x21, crc, 4, 2, 5, 0, 0, 0, 0, 0o100644 << 16, 0
    )
    local = b"PK\x03\x04" + entry + b"a.txt" + deflated
    directory = b"PK\x01\x02" + central + b"a.txt"
    end = b"PK\x05\x06" + struct.pack("<4H2LH", 0, 0, 1, 1, len(directory), len(local), 0)
    assert archive.pack({"a.txt": b"un"}) == local + directory + end


def test_that_the_order_in_which_files_come_changes_nothing():
    assert archive.pack(FILES) == archive.pack(dict(reversed(FILES.items())))


def test_that_another_program_opens_it():
    with zipfile.ZipFile(io.BytesIO(archive.pack(FILES))) as opened:
        assert opened.testzip() is None
        assert opened.namelist() == sorted(FILES)
        assert {name: opened.read(name) for name in opened.namelist()} == FILES


@given(st.dictionaries(NAMES, st.binary(max_size=300), max_size=8))
def test_that_files_come_back(files):
    assert archive.unpack(archive.pack(files)) == files


@pytest.mark.parametrize(
    "name",
    [
        "../a.txt",
        "/a.txt",
        "a/../b.txt",
        "a/b/c.txt",
        "A/b.txt",
        "c:a.txt",
        "a\\b.txt",
        "a.txt\n",
        "sans_extension",
        ".a.txt",
        "a b.txt",
        "é.txt",
        "data/",
        "x" * 49 + ".txt",
    ],
)
def test_that_a_name_that_could_be_a_path_is_refused(name):
    with pytest.raises(ArchiveInvalid):
        archive.unpack(archive.pack({name: b"un"}))


def made(method: int, name: str = "a.txt", content: bytes = b"0" * 900, **details) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as opened:
        entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
        entry.create_system, entry.external_attr, entry.compress_type = 3, 0o100644 << 16, method
        for detail, value in details.items():
            setattr(entry, detail, value)
        opened.writestr(entry, content)
    return out.getvalue()


def test_that_a_zip_is_opened_only_as_it_would_be_made_again():
    assert archive.unpack(made(zipfile.ZIP_DEFLATED)) == {"a.txt": b"0" * 900}
    for other in (
        made(zipfile.ZIP_STORED),
        made(zipfile.ZIP_BZIP2),
        made(zipfile.ZIP_LZMA),
        made(zipfile.ZIP_DEFLATED, date_time=(2026, 11, 22, 8, 0, 0)),
        made(zipfile.ZIP_DEFLATED, external_attr=0o120777 << 16),
        made(zipfile.ZIP_DEFLATED, comment=b"de Mme Durand"),
        made(zipfile.ZIP_DEFLATED, extra=b"\x99\x99\x02\x00un"),
        b"x" + made(zipfile.ZIP_DEFLATED),
        made(zipfile.ZIP_DEFLATED) + b"\x00",
    ):
        with pytest.raises(ArchiveInvalid):
            archive.unpack(other)


def test_that_another_zlib_may_deflate_it_otherwise():
    """The same files in other bytes are the same files: what is signed is what they say."""
    slow, quick = (zlib.compressobj(level, zlib.DEFLATED, -15) for level in (9, 1))
    content = bytes(range(256)) * 20
    first, second = (x.compress(content) + x.flush() for x in (slow, quick))
    assert first != second
    for deflated in (first, second):
        entry = archive._Entry("a.txt", zlib.crc32(content), len(content), deflated)
        assert archive.unpack(archive._written([entry])) == {"a.txt": content}


def test_that_nothing_hides_behind_the_end_of_a_file():
    deflated = archive._deflated("a.txt", b"un").deflated
    for more in (b"\x00", b"cache"):
        entry = archive._Entry("a.txt", zlib.crc32(b"un"), 2, deflated + more)
        with pytest.raises(ArchiveInvalid):
            archive.unpack(archive._written([entry]))


def test_that_a_name_that_comes_twice_is_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as opened:
        opened.writestr("a.txt", b"un")
        with pytest.warns(UserWarning, match="Duplicate"):
            opened.writestr("a.txt", b"deux")
    with pytest.raises(ArchiveInvalid):
        archive.unpack(out.getvalue())


def test_that_a_bomb_is_not_inflated():
    """Hundreds of megabytes in little: refused on what it says, and on what it does not say."""
    content = b"\x00" * 50_000_000
    bomb = made(zipfile.ZIP_DEFLATED, content=content)
    assert len(bomb) < 100_000
    deflated = archive._deflated("a.txt", content).deflated
    lying = archive._written([archive._Entry("a.txt", zlib.crc32(content), 900, deflated)])
    shared = [archive._deflated(f"f{n}.txt", content[: archive.LARGEST // 2]) for n in range(3)]
    for each in (bomb, lying, archive._written(shared)):
        with pytest.raises(ArchiveInvalid):
            archive.unpack(each)


def test_that_there_is_a_limit_to_files_and_to_size():
    most = {f"f{n:02}.txt": b"" for n in range(50)}
    assert len(archive.unpack(archive.pack(most))) == 50
    with pytest.raises(ArchiveInvalid):
        archive.unpack(archive.pack(most | {"f50.txt": b""}))
    assert list(archive.unpack(archive.pack({"a.txt": b"\x00" * archive.LARGEST}))) == ["a.txt"]
    with pytest.raises(ArchiveInvalid):
        archive.unpack(archive.pack({"a.txt": b"\x00" * (archive.LARGEST + 1)}))
    with pytest.raises(ArchiveInvalid):
        archive.unpack(b"\x00" * (archive.LARGEST + 1))


def test_that_whatever_is_cut_is_refused():
    whole = archive.pack(FILES)
    for end in range(len(whole)):
        with pytest.raises(ArchiveInvalid):
            archive.unpack(whole[:end])


def read(data: bytes) -> dict[str, bytes] | None:
    try:
        return archive.unpack(data)
    except ArchiveInvalid:
        return None


def test_that_no_flipped_bit_changes_a_file():
    """The last byte of a deflated file may have bits that say nothing; no other is free."""
    whole = bytearray(archive.pack(FILES))
    free = 0
    for at in range(len(whole) * 8):
        whole[at // 8] ^= 1 << at % 8
        found = read(bytes(whole))
        assert found in (None, FILES)
        free += found is not None
        whole[at // 8] ^= 1 << at % 8
    assert free < 8 * len(FILES)


@given(st.binary(max_size=300) | st.binary(max_size=300).map(b"PK\x03\x04".__add__))
def test_that_any_bytes_are_refused_and_never_break(data):
    with pytest.raises(ArchiveInvalid):
        archive.unpack(data)
