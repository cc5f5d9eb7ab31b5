"""Each thing that goes wrong with a backup has its sentence, and says what to do."""

import errno

import pytest

from microstructure_desktop.store.backup_failures import (
    BackupDamaged,
    BackupNoRoom,
    BackupReadOnly,
    MediumGone,
    RestoreFailed,
    not_written,
)


@pytest.mark.parametrize(
    ("code", "failure"),
    [
        (errno.ENOSPC, BackupNoRoom),
        (errno.EFBIG, BackupNoRoom),
        (errno.EROFS, BackupReadOnly),
        (errno.EACCES, BackupReadOnly),
        (errno.ENOENT, MediumGone),
        (errno.EIO, MediumGone),
        (errno.ENODEV, MediumGone),
    ],
)
def test_that_what_the_system_refuses_is_said_in_words(code, failure):
    assert type(not_written(OSError(code, "x"))) is failure


def test_that_damage_says_which_check_refused():
    assert BackupDamaged("somme").sentence == (
        "Cette sauvegarde est abîmée : au moins un octet du fichier a changé."
    )
    assert BackupDamaged("chaine").sentence == (
        "Cette sauvegarde est abîmée : l’historique des enregistrements a été altéré."
    )


def test_that_every_reason_is_a_sentence():
    for why in RestoreFailed.reasons:
        assert RestoreFailed(why).sentence.endswith(".")
