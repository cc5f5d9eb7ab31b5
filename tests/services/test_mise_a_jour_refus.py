"""What a disk refuses is said by what the person can do about it."""

import errno

import pytest

from microstructure_desktop.services import mise_a_jour_refus as refus


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, refus.InstallerNoRoom),
        (errno.EROFS, refus.InstallerReadOnly),
        (errno.EACCES, refus.InstallerReadOnly),
        (errno.EIO, refus.InstallerNotKept),
        (errno.ENOENT, refus.InstallerNotKept),
    ],
)
def test_that_each_failed_write_has_its_sentence(number, kind):
    assert type(refus.not_kept(OSError(number, "x"))) is kind
    assert "Rien n’a été installé." in kind.way_out
