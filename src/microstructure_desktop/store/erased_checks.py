"""Who was erased is said in three places: the store, the file beside it, the access log."""

from pathlib import Path
from typing import TYPE_CHECKING

from microstructure_desktop.domain.acces import CONSERVATION, Action, Filtre
from microstructure_desktop.errors import AppError

from . import erased
from .erasing import REPLAYED

if TYPE_CHECKING:
    from microstructure_desktop.domain.ids import PatientId

    from .erasing import Trace
    from .work import Work


class RegisterAltered(AppError):
    """`where`: which of the three has lost something."""

    way_out = (
        "Regardez dans « Archives et conservation » si une personne effacée est revenue : "
        "effacez-la de nouveau. Le registre se complète à chaque effacement."
    )

    def __init__(self, where: str, how_many: int) -> None:
        self.where = where
        lost = {
            "coffre": "Le registre du coffre a perdu {} personne(s) effacée(s), que "
            "« effacements.json » ou le journal d’accès connaît.",
            "fichier": "« effacements.json » a perdu {} personne(s) effacée(s), que le coffre "
            "connaît.",
            "journal": "Le journal d’accès a perdu {} effacement(s), que le coffre connaît.",
        }
        super().__init__(lost[where].format(how_many))


def check(work: "Work", root: Path) -> None:
    """Compare them.

    Raises:
        RegisterDamaged, RegisterAltered
    """
    traces = work.erasing.register()
    known = {trace.patient for trace in traces}
    outside = {one.empreinte for one in erased.read(root)}
    said = work.acces.every(Filtre(action=Action.EFFACEMENT))
    told = {one.patient for one in said if one.patient is not None}
    _lost("coffre", (_marked(work, outside) | told) - known)
    _lost("fichier", {t.patient for t in traces if erased.fingerprint(t.patient) not in outside})
    logged = {one.at for one in said}
    _lost("journal", {t.patient for t in _logged(work, traces) if t.at not in logged})


def _lost(where: str, people: "set[PatientId]") -> None:
    if people:
        raise RegisterAltered(where, len(people))


def _marked(work: "Work", outside: set[str]) -> "set[PatientId]":
    """Who is known here among those that the file says erased."""
    return {who for who in work.erasing.people() if erased.fingerprint(who) in outside}


def _logged(work: "Work", traces: "list[Trace]") -> "list[Trace]":
    """Those whose line is not too old to be kept; one done again on a copy never had any."""
    purge = work.acces.purge()
    kept = purge.le - CONSERVATION if purge is not None else None
    return [t for t in traces if t.reason != REPLAYED and (kept is None or t.at >= kept)]
