"""A backup is proposed for what it mends, and for nothing else."""

import pytest

from microstructure_desktop.services.refus import wants_backup
from microstructure_desktop.store import failures


@pytest.mark.parametrize(
    ("failure", "wanted"),
    [
        (failures.StoreDamaged("page"), True),
        (failures.StoreNotEncrypted(), True),
        (failures.StoreBehind(3), True),
        (failures.StoreMissing(), True),
        (failures.KeyringMissing(), True),
        (failures.KeyringDamaged(), True),
        (failures.StoreBusy(), False),
        (failures.StoreTooNew(), False),
        (failures.KeyringTooNew(), False),
        (failures.FolderReadOnly(), False),
        (failures.DiskFull(), False),
    ],
)
def test_that_a_backup_is_proposed_for_what_it_mends(failure, wanted):
    assert wants_backup(failure) is wanted
