"""Why a cabinet stays closed, and whether a backup is the way out."""

from microstructure_desktop.errors import AppError
from microstructure_desktop.store import failures


def wants_backup(failure: AppError) -> bool:
    """Whether the store is not there, or cannot be trusted."""
    return isinstance(
        failure,
        failures.StoreUnsafe
        | failures.StoreBehind
        | failures.StoreMissing
        | failures.KeyringMissing
        | failures.KeyringDamaged,
    )
