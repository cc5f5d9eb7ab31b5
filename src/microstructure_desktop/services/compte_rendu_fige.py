"""What minutes print beside what was typed: computed until the meeting is closed, written then."""

from dataclasses import replace
from typing import TYPE_CHECKING

from microstructure_desktop.domain.decompte import du_suivi
from microstructure_desktop.domain.numerotation import numero_de
from microstructure_desktop.domain.synthese import Etat

from .decomptes import decomptes_de
from .reunis import reunis
from .suivi import courante

if TYPE_CHECKING:
    from datetime import date

    from microstructure_desktop.domain.forfait import Forfait
    from microstructure_desktop.domain.ids import PatientId
    from microstructure_desktop.domain.synthese import Synthese
    from microstructure_desktop.store.work import Work

    from .office import Office


def figee(work: "Work", office: "Office", synthese: "Synthese") -> "Synthese":
    """The meeting being closed, with the number and the counts of acts of its minutes."""
    comptes = forfaits_imprimes(work, office, synthese)
    return replace(
        synthese,
        numero=numero_de(replace(synthese, etat=Etat.EN_COURS), work.syntheses.all()),
        situations=tuple(replace(s, forfait=comptes[s.patient]) for s in synthese.situations),
    )


def forfaits_imprimes(
    work: "Work", office: "Office", synthese: "Synthese"
) -> "dict[PatientId, Forfait | None]":
    """Of each person on the agenda, as it was when the meeting was closed, else as it is known."""
    if synthese.numero is not None:
        return {s.patient: s.forfait for s in synthese.situations}
    now = reunis(work)
    named = {s.patient: now.get(s.patient, s.patient) for s in synthese.situations}
    return {
        written: _counted(work, office, patient, synthese.jour)
        for written, patient in named.items()
    }


def _counted(work: "Work", office: "Office", patient: "PatientId", le: "date") -> "Forfait | None":
    done = [a for a in work.consultations.of(patient) if a.jour <= le]
    comptes = decomptes_de(work, office.reference, patient, done, (), le)
    return du_suivi(comptes, courante(work.inclusions.of(patient), le), le)
