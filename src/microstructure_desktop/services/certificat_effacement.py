"""The certificate of an erasure, at once or later from what the register keeps."""

from typing import TYPE_CHECKING

from microstructure_desktop.domain.acces import CONSERVATION, Action, Filtre
from microstructure_desktop.domain.effacement import Fondement
from microstructure_desktop.domain.sauvegarde import Genre
from microstructure_desktop.french import count, numeric_date
from microstructure_desktop.store.failures import RecordMissing

from .access import Permission, check
from .documents import Document
from .effacement_copies import AReprendre, restant
from .effacement_registre import registre
from .office import Office, today

if TYPE_CHECKING:
    from collections.abc import Mapping

    from microstructure_desktop.domain.ids import PatientId
    from microstructure_desktop.store.work import Work

    from .effacement import Resultat
    from .effacement_registre import LigneEfface

FONDEMENTS = {
    Fondement.FIN_CONSERVATION: "Fin de la durée de conservation",
    Fondement.DEMANDE: "Demande de la personne",
    Fondement.ERREUR: "Dossier créé par erreur",
    Fondement.DECISION: "Décision d’un juge ou de la CNIL",
    Fondement.REJEU: "Effacement refait sur une copie restaurée",
}
KINDS = {
    "inclusion": ("inclusion", ""),
    "consultation": ("séance", ""),
    "rendez_vous": ("rendez-vous", "rendez-vous"),
    "question": ("question", ""),
    "fiche": ("fiche", ""),
    "declaration": ("parole sur le partage", "paroles sur le partage"),
    "bris_de_glace": ("opposition passée outre", "oppositions passées outre"),
    "intervenant": ("intervenant", ""),
    "document": ("document reçu", "documents reçus"),
    "lettre": ("lettre", ""),
    "suite_donnee": ("suite d’une décision", "suites de décisions"),
    "facturation": ("forfait facturé", "forfaits facturés"),
    "conservation": ("décision de conservation", "décisions de conservation"),
    "demande": ("demande sur ses données", "demandes sur ses données"),
    "synthese": ("situation de réunion", "situations de réunion"),
}
RESTE = (
    "Les chiffres des mois clos et des envois, où la personne n’est qu’une unité.",
    "Le journal d’accès, douze mois au plus, sous un identifiant qui ne dit rien d’elle.",
    "Une empreinte de chaque saisie effacée : elle prouve que rien d’autre n’a été retiré.",
    "Ce qui a été imprimé, enregistré ou remis hors de l’application.",
)
ICI = "les sauvegardes de cet ordinateur, depuis la page « Archives et conservation »"


def de_comptes(comptes: "Mapping[str, int]") -> tuple[str, ...]:
    """« 12 séances », kind by kind."""
    return tuple(count(comptes[kind], *words) for kind, words in KINDS.items() if comptes.get(kind))


def a_faire(reste: AReprendre) -> tuple[str, ...]:
    """Where copies may still hold somebody who was erased."""
    media = tuple(f"le support « {s.nom} », dès qu’il sera branché" for s in reste.supports)
    return ((ICI,) if reste.ici else ()) + media


def certificat(
    office: Office, patient_id: "PatientId", resultat: "Resultat | None" = None
) -> Document:
    """The certificate of one erasure; `resultat` when it has just been done.

    Raises:
        RecordMissing: nobody was erased under that id.
    """
    from microstructure_desktop.reports.certificat_effacement import TITLE, CertificatImprime
    from microstructure_desktop.reports.certificat_effacement import certificat as render

    check(office, Permission.CONSERVATION)
    line = _line(office, patient_id)
    with office.store.read() as work:
        cabinet, reste = work.cabinet.get(), restant(work)
        typed = _mentions(line.effacement.mentions)
        demeure = (*RESTE, *typed, *_exportees(work, line), *_motifs(work, line))
        empreinte = work.revisions.fingerprint()
    contenu = CertificatImprime(
        cabinet,
        line.effacement.dossiers,
        resultat.initiales if resultat else "",
        line.le,
        line.par,
        FONDEMENTS[line.effacement.fondement],
        line.effacement.motif,
        de_comptes(line.effacement.comptes),
        demeure,
        resultat.copies.faites if resultat else None,
        a_faire(reste),
        resultat.empreinte if resultat else empreinte,
        office.now().astimezone(),
    )
    fichier = f"certificat-effacement-{today(office):%Y-%m-%d}.pdf"
    return Document(TITLE, fichier, render(contenu), nominatif=False, genre="certificat_effacement")


def _mentions(left: int | None) -> tuple[str, ...]:
    """The texts about others that name the person still: they were shown before."""
    if left is None:
        return ()
    shown = count(left, "texte montré", "textes montrés")
    where = f"{shown} avant l’effacement" if left else "aucun"
    said = (
        f"Son nom, dans les textes d’autres dossiers et de réunions que le médecin peut lire"
        f"\u00a0: {where}. Les versions d’avant de ces textes et les notes personnelles "
        "des autres n’ont pas été relues."
    )
    return (said,)


def _exportees(work: "Work", line: "LigneEfface") -> tuple[str, ...]:
    """The backups taken out before: those that somebody moved since are out of reach."""
    found = work.acces.every(Filtre(action=Action.SAUVEGARDE, fin=line.le))
    exported = [one for one in found if one.detail == Genre.EXPORTEE]
    if not exported:
        return ()
    many = count(len(exported), "sauvegarde exportée", "sauvegardes exportées")
    last = numeric_date(exported[0].at.astimezone().date())
    said = (
        f"{many} hors de l’application avant cet effacement, la dernière le {last}\u00a0: "
        "celles qu’on a déplacées depuis sont à supprimer à la main."
    )
    return (said,)


def _motifs(work: "Work", line: "LigneEfface") -> tuple[str, ...]:
    """The reasons typed in the log, which is sealed: nothing can be taken out of it."""
    traces = work.erasing.register()
    people = tuple(t.patient for t in traces if t.at == line.le)
    typed = [one for one in work.acces.every(Filtre(patients=people)) if one.motif]
    if not typed:
        return ()
    until = numeric_date((typed[0].at + CONSERVATION).astimezone().date())
    many = count(len(typed), "motif écrit", "motifs écrits")
    said = (
        f"Dans ce journal, {many} à la main, jusqu’au {until}\u00a0: scellé, il ne peut pas "
        "être récrit."
    )
    return (said,)


def _line(office: Office, patient_id: "PatientId") -> "LigneEfface":
    found = next((x for x in registre(office) if x.id == patient_id), None)
    if found is None:
        raise RecordMissing
    return found
