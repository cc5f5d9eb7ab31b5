"""The chapters of a whole record beside the care: who, what was said, papers, billing, rights."""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from microstructure_desktop.domain.consultation import ABSENCES
from microstructure_desktop.domain.declaration import Declaration, Objet
from microstructure_desktop.domain.facturation import EtatFacturation, Facturation
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.french import amount, count, month_and_year, numeric_date
from microstructure_desktop.reports.dossier_complet_imprime import Chapitre, Entree
from microstructure_desktop.reports.wording import METIERS, instant

from .decomptes import decomptes_de
from .demandes import NATURES, REMISES
from .dossier_complet_lecture import Sources, ligne, simple
from .office import today
from .reunis import syntheses_lues
from .titres import programme

if TYPE_CHECKING:
    from microstructure_desktop.domain.conservation import Conservation
    from microstructure_desktop.domain.demande import Demande
    from microstructure_desktop.domain.partenaire import Intervenant

OBJETS = {
    Objet.PARTAGE: "le partage de vos informations",
    Objet.STATISTIQUE: "l’usage dans les statistiques",
    Objet.RETRAIT: "tout usage (retrait de l’accord)",
}
_ETATS = {
    EtatFacturation.PREPAREE: "préparée",
    EtatFacturation.TRANSMISE: "transmise",
    EtatFacturation.ANNULEE: "annulée",
}
_TRANSMIS = (
    "Chaque mois, le cabinet envoie à l’animation régionale des nombres : combien de personnes, "
    "combien de séances. Aucun nom, aucune date de naissance, aucun texte n’en sort. On ne peut "
    "pas retrouver, dans ces nombres, ce qui vient de vous."
)


def chapitres_d_abord(sources: Sources) -> tuple[Chapitre, ...]:
    """What comes before the care."""
    work, who = sources.work, sources.patient.id
    records = sorted(work.patients.among(sources.ids), key=lambda p: p.id != who)
    return (
        Chapitre("Identité", sources.entrees(records)),
        Chapitre("Suivis dans un programme", sources.entrees(work.inclusions.of(who))),
        Chapitre("Information, accords et oppositions", tuple(_said(sources))),
    )


def chapitres_ensuite(sources: Sources) -> tuple[Chapitre, ...]:
    """What comes after it; who opened the record is read apart."""
    work, who = sources.work, sources.patient.id
    return (
        Chapitre("Documents reçus", sources.entrees(work.documents.of(who))),
        Chapitre("Lettres", sources.entrees(work.lettres.of(who))),
        Chapitre("Intervenants autour de vous", tuple(_around(sources))),
        Chapitre("Forfait et facturation", (*_forfaits(sources), *_billed(sources))),
        Chapitre("Activité comptée", (_activity(sources),)),
        Chapitre("Conservation et demandes", tuple(_kept(sources))),
        Chapitre("Ce qui a été transmis", tuple(_sent(sources)), _TRANSMIS),
    )


def _said(sources: Sources) -> Iterator[Entree]:
    for parole in sources.work.declarations.of(sources.patient.id):
        yield _declared(sources, parole)
    for who in sorted(sources.ids):
        for bris in sources.work.bris_de_glace.of(who):
            yield simple(
                f"Opposition passée outre le {instant(bris.le.astimezone())}",
                ligne("Par", sources.reader.membre(bris.membre)),
                ligne("Motif", bris.motif, bris.motif),
            )


def _declared(sources: Sources, parole: Declaration) -> Entree:
    said = "Opposition à" if parole.oppose else "Fin de l’opposition à"
    whom = sources.reader.membre(parole.membre)
    if parole.role is not None:
        whom = METIERS[parole.role]
    return simple(
        f"Le {numeric_date(parole.jour)}",
        ligne(said, OBJETS[parole.objet]),
        ligne("Devant", whom or "toute l’équipe"),
        ligne("Recueilli par", sources.reader.membre(parole.recueillie_par)),
    )


def _around(sources: Sources) -> Iterator[Entree]:
    known = {p.id: p for p in sources.work.annuaire.all()}
    for one in sources.work.intervenants.of(sources.patient.id):
        named = known.get(one.partenaire)
        yield simple(
            named.nom if named is not None else "Partenaire retiré de l’annuaire",
            ligne("Type", sources.reader.label("PARTENAIRES", named.type) if named else ""),
            ligne("Suivi", _while(one)),
            ligne("Précision", one.precision, one.precision),
        )


def _while(one: "Intervenant") -> str:
    since = f"depuis le {numeric_date(one.depuis)}" if one.depuis is not None else ""
    until = f"jusqu’au {numeric_date(one.jusqu_a)}" if one.jusqu_a is not None else ""
    return f"{since} {until}".strip()


def _forfaits(sources: Sources) -> Iterator[Entree]:
    work, who = sources.work, sources.patient.id
    counted = decomptes_de(
        work,
        sources.office.reference,
        who,
        work.consultations.of(who),
        work.rendez_vous.of(who),
        today(sources.office),
    )
    for each in counted:
        forfait = each.forfait
        yield simple(
            f"Forfait du {numeric_date(forfait.debut)} au {numeric_date(forfait.fin)}",
            ligne("Programme", programme(sources.office, each.cycle.inclusion)),
            *(
                ligne(METIERS[c.role].capitalize(), f"{c.faits} sur {c.inclus}")
                for c in forfait.compteurs
            ),
        )


def _billed(sources: Sources) -> Iterator[Entree]:
    for one in sources.work.facturations.of(sources.patient.id):
        yield _bill(one)


def _bill(one: Facturation) -> Entree:
    return simple(
        f"Facturé du {numeric_date(one.debut)} au {numeric_date(one.fin)}",
        ligne("Montant", amount(one.montant_centimes)),
        ligne("État", _ETATS[one.etat]),
        ligne("Actes joints", str(len(one.preuves))),
        ligne("Motif", one.motif, one.motif),
    )


def _activity(sources: Sources) -> Entree:
    who = sources.patient.id
    actes = sources.work.consultations.of(who)
    held = Counter((a.jour.year, METIERS[a.role]) for a in actes if a.honoree)
    missed = sum(a.issue in ABSENCES for a in actes)
    minutes = sum(s.concertation(who) for s in syntheses_lues(sources.work))
    return simple(
        "",
        *(
            ligne(f"{year}, {name}", count(number, "acte", "actes"))
            for (year, name), number in sorted(held.items())
        ),
        ligne("Rendez-vous manqués", str(missed) if missed else ""),
        ligne("Temps de réunion", f"{minutes} min" if minutes else ""),
    )


def _kept(sources: Sources) -> Iterator[Entree]:
    for decided in sources.work.conservations.of(sources.patient.id):
        yield _decided(sources, decided)
    for asked in sources.work.demandes.of(sources.patient.id):
        yield _asked(asked)


def _decided(sources: Sources, decided: "Conservation") -> Entree:
    return simple(
        f"Dossier gardé, décision du {numeric_date(decided.jour)}",
        ligne("Jusqu’au", numeric_date(decided.jusqu_au)),
        ligne("Par", sources.reader.membre(decided.par)),
        ligne("Motif", decided.motif, decided.motif),
    )


def _asked(asked: "Demande") -> Entree:
    answered = f"le {numeric_date(asked.repondue_le)}" if asked.repondue_le is not None else ""
    how = "refusée" if asked.refusee else REMISES[asked.remise].lower() if asked.remise else ""
    return simple(
        f"Demande du {numeric_date(asked.jour)}",
        ligne("Demande", NATURES[asked.nature]),
        ligne("Faite par", asked.demandeur or "vous-même", asked.demandeur),
        ligne("Réponse", f"{answered} {how}".strip()),
        ligne("Précision", asked.motif, asked.motif),
    )


def _sent(sources: Sources) -> Iterator[Entree]:
    work = sources.work
    begun = min((i.debut for i in work.inclusions.of(sources.patient.id)), default=None)
    if begun is None:
        return
    months = [
        Mois.lire(envoi.periode).premier
        for envoi in work.envois.all()
        if Mois.lire(envoi.periode).dernier >= begun
        and not sources.ids.intersection(envoi.ecartes or ())
    ]
    said = ", ".join(month_and_year(day) for day in sorted(set(months)))
    yield simple("", ligne("Mois envoyés depuis votre entrée", said or "aucun"))
