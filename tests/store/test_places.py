"""A store stays on this computer's own disk."""

from pathlib import Path

import pytest

from microstructure_desktop.store import places
from microstructure_desktop.store.failures import FolderShared

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
