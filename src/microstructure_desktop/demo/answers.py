"""What a professional answers at a session, besides the note: little, and never the same."""

from collections.abc import Callable
from random import Random
from typing import Any

from microstructure_desktop.domain.consultation import TypeActe
from microstructure_desktop.services.seance_forms import Reponses

_ERRANDS = ("LOGEMENT", "RSA", "MDPH_AAH", "OUVERTURE_DROITS_SANTE", "BUDGET_SURENDETTEMENT")
_STATES = ("A_FAIRE", "EN_COURS", "EN_COURS", "ABOUTIE")


def answered(random: Random, type_: TypeActe) -> Reponses:
    """Two sessions in three; none for an act that the story does not tell more of."""
    if type_ not in _TOLD or random.random() < 1 / 3:
        return {}
    form_id, tell = _TOLD[type_]
    return {form_id: tell(random)}


def _doctor(random: Random) -> dict[str, Any]:
    motifs = random.sample(["SUBSTITUTION", "PSYCHIQUE", "RENOUVELLEMENT", "TABAC"], 2)
    tso = {"tso_suite": "POURSUITE"} if "SUBSTITUTION" in motifs else {}
    return {"motifs": motifs, **tso, "ordonnance": random.random() < 0.7}  # noqa: PLR2004


def _psychologist(random: Random) -> dict[str, Any]:
    return {"rud_change": False, "craving": random.randint(0, 8)}


def _social_worker(random: Random) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for row, errand in enumerate(random.sample(_ERRANDS, random.randint(1, 2)), start=1):
        found[f"demarche_{row}"] = errand
        found[f"demarche_etat_{row}"] = random.choice(_STATES)
    return found


def _psychiatrist(random: Random) -> dict[str, Any]:
    suite = random.choice(["AUCUN", "POURSUIVI", "COMMENCE", "CHANGE"])
    certificats = {"POURSUIVI": ["MDPH"], "CHANGE": ["PROTECTION"]}.get(suite, ["AUCUN"])
    return {
        "avis_demande_par": "MG",
        "traitement_suite": suite,
        "certificats": certificats,
        "revoir_psychiatre": suite in ("COMMENCE", "CHANGE"),
    }


def _relative(random: Random) -> dict[str, Any]:
    link = random.choice(["CONJOINT", "PARENT", "FRATRIE"])
    return {"proche_lien": [link], "proche_demande": "PROCHE", "personne_accord": True}


_TOLD: dict[TypeActe, tuple[str, Callable[[Random], dict[str, Any]]]] = {
    TypeActe.CONS_MG_LONGUE: ("seance_medicale", _doctor),
    TypeActe.CONS_PSY: ("seance_psychologue", _psychologist),
    TypeActe.ENTRETIEN_TS: ("seance_sociale", _social_worker),
    TypeActe.CONS_PSYCHIATRE: ("seance_psychiatre", _psychiatrist),
    TypeActe.ENTRETIEN_ENTOURAGE: ("seance_entourage", _relative),
}
