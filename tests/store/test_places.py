"""A store stays on this computer's own disk."""

from pathlib import Path, PureWindowsPath

import pytest

from microstructure_desktop.store import places
from microstructure_desktop.store.failures import FolderShared

from .a_stick import plug_in

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
proc /proc proc rw 0 0
//nas/cabinet /mnt/nas cifs rw 0 0
nas:/x /mnt/with\\040space nfs4 rw 0 0
me@host: /mnt/ssh fuse.sshfs rw 0 0
/dev/sdb1 /mnt/usb fuseblk rw 0 0
/dev/sdc1 /mnt/nas/local ext4 rw 0 0
"""


@pytest.mark.parametrize(
    ("folder", "remote"),
    [
        ("/mnt/nas", True),
        ("/mnt/nas/a/b", True),
        ("/mnt/with space/a", True),
        ("/mnt/ssh/a", True),
        ("/mnt/usb/a", False),
        ("/mnt/nas/local/a", False),
        ("/var/lib", False),
    ],
)
def test_that_a_network_disk_is_recognised(folder, remote):
    assert places.network_mount(Path(folder), MOUNTS) is remote


def test_that_an_unknown_disk_is_not_taken_for_remote():
    assert not places.network_mount(Path("/x"), "")


@pytest.mark.parametrize(
    "folder",
    [
        "/h/OneDrive - Cabinet/coffre",
        "/h/Dropbox/coffre",
        "/h/Google Drive/x",
        "/h/Library/Mobile Documents/x",
        "/h/Nextcloud/x",
        "/h/Library/CloudStorage/Box-Cabinet/x",
    ],
)
def test_that_a_synchronised_folder_is_refused(folder):
    assert places.synchronised(Path(folder))
    with pytest.raises(FolderShared) as caught:
        places.refuse_shared(Path(folder))
    assert caught.value.why == "synchronise"


def test_that_an_ordinary_folder_is_accepted(tmp_path):
    assert not places.synchronised(Path("/h/Documents/coffre"))
    assert places.refuse_shared(tmp_path) is None


@pytest.mark.parametrize(
    ("folder", "copied"),
    [
        (r"C:\gens\paul\OneDrive - Cabinet des Lilas\Bureau\coffre", True),
        (r"C:\gens\paul\OneDrive\Documents\coffre", True),
        (r"D:\Mon Drive\coffre", True),
        (r"C:\gens\paul\AppData\Local\Microstructure\coffre", False),
        (r"C:\gens\paul\Documents\coffre", False),
    ],
)
def test_that_desktop_and_documents_led_elsewhere_by_windows_are_recognised(folder, copied):
    assert places.named_so(PureWindowsPath(folder)) is copied


def test_that_a_link_into_a_synchronised_folder_is_followed(tmp_path):
    (tmp_path / "OneDrive" / "Bureau").mkdir(parents=True)
    desktop = tmp_path / "Bureau"
    desktop.symlink_to(tmp_path / "OneDrive" / "Bureau")
    with pytest.raises(FolderShared):
        places.refuse_shared(desktop / "coffre")


@pytest.mark.parametrize("name", places.ANNOUNCED)
def test_that_what_windows_announces_is_refused_whatever_its_name(tmp_path, monkeypatch, name):
    shared, aside = tmp_path / "Partage du cabinet", tmp_path / "Partage du cabinet 2"
    monkeypatch.setenv(name, str(shared))
    with pytest.raises(FolderShared) as caught:
        places.refuse_shared(shared / "coffre")
    assert caught.value.why == "synchronise"
    assert places.refuse_shared(aside / "coffre") is None
    link = tmp_path / "Documents"
    shared.mkdir()
    link.symlink_to(shared)
    with pytest.raises(FolderShared):
        places.refuse_shared(link / "coffre")


@pytest.mark.parametrize(
    ("removable", "bus", "stick"),
    [("1", "pci0000:00", True), ("0", "pci0000:00/usb2/2-1", True), ("0", "pci0000:00", False)],
    ids=["stick", "disk on USB", "disk inside"],
)
def test_that_what_can_be_pulled_out_is_recognised(tmp_path, monkeypatch, removable, bus, stick):
    plug_in(monkeypatch, tmp_path, tmp_path, removable=removable, bus=bus)
    assert places.removable(tmp_path) is stick
    assert places.removable(tmp_path / "un cabinet" / "à venir") is stick


def test_that_a_disk_that_linux_does_not_describe_is_not_taken_for_a_stick(tmp_path, monkeypatch):
    monkeypatch.setattr(places, "DEVICES", tmp_path)
    assert not places.removable(tmp_path)
