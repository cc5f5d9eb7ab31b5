"""What a month is counted from, and its figures: the only ones that may be shown outside."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.domain.patient import Inclusion
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.domain.synthese import Synthese
from microstructure_desktop.exchange import anonymise
from microstructure_desktop.exchange.contents import Contenu

from . import convention_lue, envois_divulgations
from .office import Office
from .oppositions import of_everybody
from .reunis import courant, identifiants, syntheses_lues

if TYPE_CHECKING:
    from microstructure_desktop.store.work import Work


def sources_of(work: "Work", office: Office, mois: Mois) -> anonymise.Sources:
    """All that is counted up to a month, less the people who object to it.

    Nothing is billed for an alias, whatever was begun before the person asked for one.
    """
    return _sans(work, _toutes(work, office, mois), ecartes(work), mois)


def annee_of(work: "Work", office: Office, annee: int) -> tuple[Contenu, ...]:
    """The twelve months of a year, each as it leaves by itself."""
    toutes, absents = _toutes(work, office, Mois(annee, 12)), ecartes(work)
    months = (Mois(annee, numero) for numero in range(1, 13))
    return tuple(contenu_of(_sans(work, toutes, absents, m), m) for m in months)


@dataclass(frozen=True, slots=True)
class Ecartes:
    """Who is left out of each month: those who object today, or objected when it left.

    What left cannot be taken back: told again without somebody, it would tell their acts.
    """

    aujourdhui: frozenset[PatientId]
    partis: Mapping[Mois, frozenset[PatientId]]

    def __getitem__(self, mois: Mois) -> frozenset[PatientId]:
        return self.partis.get(mois, self.aujourdhui)

    def compte(self, patient: PatientId, avant: Mois) -> date | None:
        """The last day that was told with somebody, before a month."""
        told = [m.dernier for m, absents in self.partis.items() if patient not in absents]
        return max((jour for jour in told if jour < avant.premier), default=None)


def ecartes(work: "Work") -> Ecartes:
    opposes = frozenset(p for p, said in of_everybody(work).items() if said.statistique)
    partis = {p.paquet for p in work.outbox.all() if p.parti}
    return Ecartes(
        opposes,
        {
            Mois.lire(e.periode): _sous_chaque_nom(work, e.ecartes)
            for e in work.envois.all()
            if e.ecartes is not None and e.paquet in partis
        },
    )


def _sous_chaque_nom(work: "Work", who: Iterable[PatientId]) -> frozenset[PatientId]:
    """The same people, if their records were joined since."""
    same = (identifiants(work, courant(work, each)) for each in who)
    return frozenset().union(*same)


def _toutes(work: "Work", office: Office, mois: Mois) -> anonymise.Sources:
    premier = work.queries.first_act() or mois.premier
    return anonymise.Sources(
        work.cabinet.get(),
        tuple(work.queries.activity(premier, mois.dernier)),
        tuple(work.inclusions.all()),
        tuple(syntheses_lues(work)),
        {m.id: m for m in work.equipe.all()},
        office.reference.programmes,
        tuple(f.du for f in work.formations.all()),
        _seuil(work, office),
        envois_divulgations.parties(work),
    )


def _sans(
    work: "Work", toutes: anonymise.Sources, ecartes: Ecartes, mois: Mois
) -> anonymise.Sources:
    """Less those left out of a month; what already left with them stays in its totals."""
    absents, aliases = ecartes[mois], work.patients.aliases()
    dits = {m: ecartes[dernier] for m, dernier in _dits(toutes.parties)} | {mois: absents}
    return replace(
        toutes,
        actes=tuple(a for a in toutes.actes if a.patient not in dits.get(Mois.de(a.jour), absents)),
        inclusions=tuple(
            kept
            for i in toutes.inclusions
            if i.patient not in aliases
            and (kept := _finie(i, ecartes, mois) if i.patient in absents else i) is not None
        ),
        syntheses=tuple(_without(s, absents) for s in toutes.syntheses),
    )


def _dits(parties: "tuple[anonymise.Periode, ...]") -> Iterator[tuple[Mois, Mois]]:
    """The months whose acts left, and the month that they left with."""
    for premier, dernier in parties:
        mois = premier
        while mois <= dernier:
            yield mois, dernier
            mois = mois.plus(1)


def _finie(inclusion: Inclusion, ecartes: Ecartes, mois: Mois) -> Inclusion | None:
    """Of who is left out: over since it was last told, so that no total since January goes down."""
    dite = ecartes.compte(inclusion.patient, mois)
    if dite is None or dite < inclusion.debut:
        return None
    return replace(inclusion, fin=min(inclusion.fin or dite, dite))


def contenu_of(sources: anonymise.Sources, mois: Mois) -> Contenu:
    """The only figures of a month that may be shown outside."""
    return anonymise.anonymise(sources, mois)


def _seuil(work: "Work", office: Office) -> int:
    """As the convention in use says; before there is one, as we propose."""
    recue = convention_lue.courante(work)
    if recue is None:
        return office.reference.seuils.k_activite
    return convention_lue.lue(recue, recue).convention.k_activite


def _without(synthese: Synthese, opposes: frozenset[PatientId]) -> Synthese:
    kept = tuple(s for s in synthese.situations if s.patient not in opposes)
    return replace(synthese, situations=kept)
