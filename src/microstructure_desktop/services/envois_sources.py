"""What a month is counted from, and its figures: the only ones that may be shown outside."""

from dataclasses import replace
from typing import TYPE_CHECKING

from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.domain.synthese import Synthese
from microstructure_desktop.exchange import anonymise
from microstructure_desktop.exchange.contents import Contenu

from . import convention_lue, envois_divulgations
from .office import Office
from .oppositions import of_everybody
from .reunis import syntheses_lues

if TYPE_CHECKING:
    from microstructure_desktop.store.work import Work


def sources_of(work: "Work", office: Office, mois: Mois) -> anonymise.Sources:
    """All that is counted up to a month, less the people who object to it.

    Nothing is billed for an alias, whatever was begun before the person asked for one.
    """
    premier = work.queries.first_act() or mois.premier
    opposes = {p for p, said in of_everybody(work).items() if said.statistique}
    impayes = opposes | work.patients.aliases()
    return anonymise.Sources(
        work.cabinet.get(),
        tuple(a for a in work.queries.activity(premier, mois.dernier) if a.patient not in opposes),
        tuple(i for i in work.inclusions.all() if i.patient not in impayes),
        tuple(_without(s, opposes) for s in syntheses_lues(work)),
        {m.id: m for m in work.equipe.all()},
        office.reference.programmes,
        tuple(f.du for f in work.formations.all()),
        _seuil(work, office),
        envois_divulgations.parties(work),
    )


def contenu_of(sources: anonymise.Sources, mois: Mois) -> Contenu:
    """The only figures of a month that may be shown outside."""
    return anonymise.anonymise(sources, mois)


def _seuil(work: "Work", office: Office) -> int:
    """As the convention in use says; before there is one, as we propose."""
    recue = convention_lue.courante(work)
    if recue is None:
        return office.reference.seuils.k_activite
    return convention_lue.lue(recue, recue).convention.k_activite


def _without(synthese: Synthese, opposes: set[PatientId]) -> Synthese:
    kept = tuple(s for s in synthese.situations if s.patient not in opposes)
    return replace(synthese, situations=kept)
