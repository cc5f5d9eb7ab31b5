"""How two records side by side are said."""

from collections.abc import Iterable, Sequence

from microstructure_desktop.domain.equipe import Membre
from microstructure_desktop.domain.patient import Inclusion, Patient, StatutIdentite
from microstructure_desktop.services.fusion_choix import Champ
from microstructure_desktop.services.fusions import Comparaison, Prudence
from microstructure_desktop.services.reference import Reference
from microstructure_desktop.ui.discretion import Discretion
from microstructure_desktop.ui.texts import NBSP, agreed, count, numeric_date

HIDDEN = "Masqué"
NOTHING = "Rien"
_KINDS = {
    "inclusion": ("inclusion", ""),
    "consultation": ("séance", ""),
    "rendez_vous": ("rendez-vous", "rendez-vous"),
    "question": ("question", ""),
    "fiche": ("fiche", ""),
    "declaration": ("parole sur le partage", "paroles sur le partage"),
    "bris_de_glace": ("opposition passée outre", "oppositions passées outre"),
    "intervenant": ("intervenant", ""),
    "document": ("document", ""),
    "lettre": ("lettre", ""),
    "facturation": ("forfait facturé", "forfaits facturés"),
    "conservation": ("décision de conservation", "décisions de conservation"),
    "demande": ("demande sur ses données", "demandes sur ses données"),
    "suite_donnee": ("suite d’une décision", "suites de décisions"),
}
CHAMPS = {
    Champ.NOM: "Nom ou alias",
    Champ.PRENOM: "Prénom",
    Champ.NAISSANCE: "Date de naissance",
    Champ.SEXE: "Sexe",
    Champ.TELEPHONE: "Téléphone",
    Champ.IDENTITE: "Identité de naissance",
    Champ.INFORMATION: "Information remise",
}
_PRUDENCES = {
    Prudence.NAISSANCE: "La date de naissance n’est pas la même.",
    Prudence.SEXE: "Le sexe n’est pas le même.",
    Prudence.INCLUSIONS: "Un suivi est en cours dans chacun des dossiers.",
    Prudence.CHEVAUCHEMENT: (
        "Deux suivis couvrent les mêmes jours\u00a0: chacun compterait un forfait. "
        "Annulez celui qui est en double."
    ),
    Prudence.OPPOSITION: (
        "Les oppositions notées ne sont pas les mêmes\u00a0: les plus strictes sont gardées."
    ),
    Prudence.MEME_HEURE: "Les deux dossiers ont une séance le même jour à la même heure.",
    Prudence.REUNION: (
        "Une réunion en préparation a les deux dossiers à son ordre du jour : "
        "retirez-en une des deux lignes."
    ),
}


def number(patient: Patient) -> str:
    return f"n°{NBSP}{patient.dossier}"


def side(patient: Patient, discretion: Discretion) -> str:
    """« n° 0002 · LÉGENDE Sophie »."""
    return f"{number(patient)} · {discretion.bare(patient)}"


def prudences(vue: Comparaison) -> str:
    return "\n".join(_PRUDENCES[prudence] for prudence in vue.prudences)


def moved(counts: Sequence[tuple[str, int]], de: Patient) -> str:
    """« Du dossier n° 0002 : 2 séances, 1 fiche. »."""
    if not counts:
        return f"Le dossier {number(de)} ne contient rien d’autre que cette identité."
    said = ", ".join(count(n, *_KINDS[kind]) for kind, n in counts)
    return f"Du dossier {number(de)} : {said}."


def episode(inclusion: Inclusion, reference: Reference, patient: Patient) -> str:
    """« n° 0002 : Equip’Addict, depuis le 03/03/2026 »."""
    programme = reference.libelle("CL01", inclusion.programme)
    return f"{number(patient)} : {programme}, depuis le {numeric_date(inclusion.debut)}"


def value(
    champ: Champ,
    patient: Patient,
    discretion: Discretion,
    reference: Reference,
    membres: Iterable[Membre],
) -> str:
    """What a record says; what names somebody is hidden when names are."""
    if champ is Champ.SEXE:
        return reference.libelle("CL07", patient.sexe.value)
    if champ is Champ.INFORMATION:
        return _information(patient, membres)
    if discretion.on:
        return HIDDEN
    return {
        Champ.NOM: f"{patient.nom} (alias)" if patient.anonyme else patient.nom,
        Champ.PRENOM: patient.prenom,
        Champ.NAISSANCE: discretion.birth(patient),
        Champ.TELEPHONE: patient.telephone,
        Champ.IDENTITE: _birth(patient),
    }[champ] or NOTHING


def _birth(patient: Patient) -> str:
    known = patient.identite
    parts = (known.nom_naissance, known.prenoms_naissance, known.cog)
    said = ", ".join(part for part in parts if part)
    if said and known.statut is StatutIdentite.VALIDEE:
        return f"{said} ({agreed('validé', 'F')})"
    return said


def _information(patient: Patient, membres: Iterable[Membre]) -> str:
    if patient.information_remise is None:
        return "Non remise"
    by = next((m.nom_affiche for m in membres if m.id == patient.information_par), "")
    return f"{numeric_date(patient.information_remise)}{f', {by}' if by else ''}"
