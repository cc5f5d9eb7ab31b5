"""Make records with sensible values; name only what the test is about."""

from datetime import UTC, date, datetime, time
from typing import Any

from microstructure_desktop.domain.agenda import Absence, Permanence
from microstructure_desktop.domain.consultation import (
    Consultation,
    Question,
    RendezVous,
    TypeActe,
)
from microstructure_desktop.domain.document import DocumentRecu, Lettre
from microstructure_desktop.domain.equipe import Cabinet, Membre, Role
from microstructure_desktop.domain.facturation import Facturation, Preuve
from microstructure_desktop.domain.fiche import Fiche
from microstructure_desktop.domain.ids import new_id
from microstructure_desktop.domain.patient import Inclusion, Patient, Sexe
from microstructure_desktop.domain.synthese import Motif, Situation, Synthese

AUTHOR: Any = "0192f0000000700080000000000000a1"
PATIENT: Any = "0192f0000000700080000000000000b1"
NOW = datetime(2026, 11, 20, 10, 30, tzinfo=UTC)
DAY = date(2026, 2, 2)


def a_cabinet(**changes: Any) -> Cabinet:
    return Cabinet(**{"nom": "Cabinet des Lilas", "structure": "OCC-31-007", **changes})


def a_membre(**changes: Any) -> Membre:
    defaults = {"id": AUTHOR, "prenom": "Anne", "nom": "Lemoine", "role": Role.MEDECIN}
    return Membre(**{**defaults, **changes})


def a_patient(**changes: Any) -> Patient:
    """`numero` 0: the store gives the next one."""
    defaults = {
        "id": new_id(),
        "numero": 0,
        "nom": "Garnier",
        "prenom": "Éloïse",
        "naissance": date(1984, 3, 7),
        "sexe": Sexe.F,
        "telephone": "06 11 22 33 44",
    }
    return Patient(**{**defaults, **changes})


def an_inclusion(**changes: Any) -> Inclusion:
    defaults = {
        "id": new_id(),
        "patient": PATIENT,
        "programme": "COVID_SM",
        "debut": date(2026, 2, 2),
    }
    return Inclusion(**{**defaults, **changes})


def a_consultation(**changes: Any) -> Consultation:
    defaults = {
        "id": new_id(),
        "patient": PATIENT,
        "membre": AUTHOR,
        "role": Role.PSYCHOLOGUE,
        "type": TypeActe.CONS_PSY,
        "jour": date(2026, 11, 18),
        "heure": time(14, 30),
        "duree": 45,
        "themes": ("ANXIETE", "SOMMEIL"),
        "note_partagee": "Dort mieux, a repris la marche.",
    }
    return Consultation(**{**defaults, **changes})


def a_rendez_vous(**changes: Any) -> RendezVous:
    defaults = {
        "id": new_id(),
        "patient": PATIENT,
        "membre": AUTHOR,
        "jour": date(2026, 12, 2),
        "heure": time(9, 15),
    }
    return RendezVous(**{**defaults, **changes})


def a_question(**changes: Any) -> Question:
    defaults = {
        "id": new_id(),
        "patient": PATIENT,
        "membre": AUTHOR,
        "texte": "Faut-il revoir le traitement du soir ?",
        "posee_le": NOW,
    }
    return Question(**{**defaults, **changes})


def a_fiche(**changes: Any) -> Fiche:
    defaults = {
        "id": new_id(),
        "patient": PATIENT,
        "redacteur": AUTHOR,
        "form": "psy_suivi",
        "form_version": 1,
        "jour": date(2026, 11, 18),
        "answers": {"risque_suicidaire": False, "sommeil": 4, "themes": ["ANXIETE"]},
    }
    return Fiche(**{**defaults, **changes})


def a_document(**changes: Any) -> DocumentRecu:
    defaults = {
        "id": new_id(),
        "patient": PATIENT,
        "titre": "Bilan du mois",
        "categorie": "ANALYSE",
        "jour": date(2026, 11, 12),
        "type": "application/pdf",
        "taille": 4,
        "empreinte": "ab" * 32,
        "ajoute_par": AUTHOR,
    }
    return DocumentRecu(**{**defaults, **changes})


def a_lettre(**changes: Any) -> Lettre:
    defaults = {
        "id": new_id(),
        "patient": PATIENT,
        "modele": "orientation",
        "jour": date(2026, 11, 18),
        "membre": AUTHOR,
        "objet": "Orientation",
        "corps": "Merci de votre accueil.",
    }
    return Lettre(**{**defaults, **changes})


def a_synthese(**changes: Any) -> Synthese:
    defaults = {
        "id": new_id(),
        "jour": date(2026, 11, 24),
        "debut": time(13, 0),
        "presents": (AUTHOR,),
        "redacteur": AUTHOR,
        "situations": (Situation(PATIENT, Motif.QUESTION, "Sevrage ?", minutes=10),),
    }
    return Synthese(**{**defaults, **changes})


def a_permanence(**changes: Any) -> Permanence:
    """Thursday afternoons, as those of the psychologist."""
    defaults = {
        "id": new_id(),
        "membre": AUTHOR,
        "jour_semaine": 3,
        "debut": time(14),
        "fin": time(17),
        "depuis": date(2026, 1, 1),
    }
    return Permanence(**{**defaults, **changes})


def an_absence(**changes: Any) -> Absence:
    defaults = {
        "id": new_id(),
        "membre": AUTHOR,
        "du": date(2026, 12, 21),
        "au": date(2026, 12, 31),
    }
    return Absence(**{**defaults, **changes})


def a_facturation(**changes: Any) -> Facturation:
    defaults = {
        "id": new_id(),
        "lot": "lot",
        "patient": PATIENT,
        "inclusion": "inclusion",
        "programme": "COVID_SM",
        "debut": DAY,
        "fin": DAY.replace(year=DAY.year + 1),
        "montant_centimes": 82_900,
        "preuves": (
            Preuve("acte", DAY, AUTHOR, Role.PSYCHOLOGUE, TypeActe.CONS_PSY, 45, "CABINET"),
        ),
        "preparee_le": NOW,
        "preparee_par": AUTHOR,
    }
    return Facturation(**{**defaults, **changes})
