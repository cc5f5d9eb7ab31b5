"""Meetings to print: a normal month, a long one, an odd one, an empty one."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

from microstructure_desktop.domain.equipe import Cabinet, Membre, Role
from microstructure_desktop.domain.forfait import Compteur, Forfait
from microstructure_desktop.domain.ids import DecisionId, MembreId, PatientId, SyntheseId
from microstructure_desktop.domain.patient import Patient
from microstructure_desktop.domain.synthese import (
    Decision,
    Etat,
    Motif,
    ProchainPoint,
    Reprise,
    Situation,
    Suite,
    Synthese,
)
from microstructure_desktop.reports.printed import AdditifImprime, Minutes

MG, PSY, TS, PSYCHIATRE = (MembreId(x) for x in ("mg", "psy", "ts", "psychiatre"))
MEMBRES = {
    MG: Membre(MG, "Anne", "Lemoine", Role.MEDECIN),
    PSY: Membre(PSY, "Camille", "Morel", Role.PSYCHOLOGUE),
    TS: Membre(TS, "Hugo", "Garnier", Role.TRAVAILLEUR_SOCIAL),
    PSYCHIATRE: Membre(PSYCHIATRE, "Sofia", "Belkacem", Role.PSYCHIATRE),
}
CABINET = Cabinet("Cabinet médical des Oliviers", "OCC", "OCC-31-007")
NOMS = ("Garcia Élodie", "Lefèvre Noël", "O’Brien Maëlle", "N’Diaye Aïssatou", "Dupont Jean")
COURT = "Stable. Traitement pris chaque jour, pas d’effet indésirable."
MOYEN = (
    "Reprise de consommation il y a trois semaines, dans un contexte de séparation. Le sommeil "
    "s’améliore depuis l’adaptation du traitement ; poids stable, bilan hépatique normal. "
    "Accepte l’idée d’une consultation longue."
)
LONG = (MOYEN + "\n\n" + COURT + " ") * 14


def patient(rang: int, nom: str = "") -> Patient:
    nom, _, prenom = (nom or NOMS[rang % len(NOMS)]).partition(" ")
    return Patient(PatientId(f"p{rang}"), rang + 1, nom, prenom, date(1980, 1, 1))


def forfait(mg: int, psy: int, ts: int) -> Forfait:
    return Forfait(
        "COVID_SM",
        date(2026, 2, 1),
        date(2027, 1, 31),
        82_900,
        (
            Compteur(Role.MEDECIN, 1, mg),
            Compteur(Role.PSYCHOLOGUE, 6, psy),
            Compteur(Role.TRAVAILLEUR_SOCIAL, 7, ts),
        ),
    )


def decision(texte: str, qui: MembreId | None = PSY, echeance: str = "avant le 04/12") -> Decision:
    return Decision(DecisionId(texte[:5]), texte, qui, echeance)


def situation(rang: int, *textes: str, **autres) -> Situation:
    medical, psychologique, social = (*textes, "", "", "")[:3]
    base = {"motif": Motif.QUESTION, "minutes": 12, "vue": True}
    return Situation(
        PatientId(f"p{rang}"),
        medical=medical,
        psychologique=psychologique,
        social=social,
        **(base | autres),
    )


def minutes(
    situations: tuple[Situation, ...] = (),
    reprises: tuple[Reprise, ...] = (),
    *,
    patients: list[Patient] | None = None,
    provisoire: bool = False,
    **synthese,
) -> Minutes:
    base = {
        "fin": time(14, 5),
        "lieu": "Au cabinet",
        "etat": Etat.CLOSE,
        "presents": tuple(MEMBRES),
        "redacteur": TS,
        "prochaine": date(2026, 12, 17),
    }
    reunion = Synthese(
        SyntheseId("s"),
        date(2026, 11, 19),
        time(12, 30),
        situations=situations,
        reprises=reprises,
        **(base | synthese),
    )
    listed = patients or [patient(n) for n in range(40)]
    return Minutes(
        CABINET,
        reunion,
        11,
        {p.id: p for p in listed},
        MEMBRES,
        {p.id: forfait(1, n % 7, n % 8) if n % 5 else None for n, p in enumerate(listed)},
        "3f2a9c1b",
        datetime(2026, 11, 19, 13, 30, tzinfo=UTC),
        provisoire,
    )


SITUATIONS = (
    situation(
        0,
        MOYEN,
        "Anxiété moindre qu’en octobre, échelle à 9 (14 à l’entrée). Travaille sur les "
        "situations à risque ; demande à espacer les séances.",
        "Dossier MDPH déposé le mois dernier. Rendez-vous pris avec le bailleur.",
        question="Faut-il proposer une hospitalisation de sevrage avant les fêtes ?",
        decisions=(
            decision("Proposer une consultation commune médecin et psychologue"),
            decision("Relancer la MDPH et préparer le certificat", TS, "sous 15 jours"),
        ),
    ),
    situation(1, COURT, "", "Accompagnement à la CAF fait.", motif=Motif.INCLUSION, minutes=8),
    situation(
        3,
        "Sans nouvelles depuis le 02/09 : deux appels, un courrier.",
        "Dernier entretien le 28 août, plutôt bon.",
        "Hébergement provisoire chez sa sœur.",
        motif=Motif.SANS_NOUVELLES,
        decisions=(decision("Appeler la sœur avec son accord", MG, ""),),
        prochain_point=ProchainPoint.DEUX_MOIS,
        minutes=6,
    ),
    situation(
        4,
        "Objectifs atteints, relais par le médecin seul.",
        "Fin du suivi préparée sur trois séances.",
        "Emploi en CDI depuis juin.",
        motif=Motif.SORTIE,
        prochain_point=ProchainPoint.SUR_DEMANDE,
    ),
    situation(2, motif=Motif.FICHE_DUE, vue=False),
)
REPRISES = (
    Reprise(
        PatientId("p2"),
        Decision(DecisionId("a"), "Prendre l’avis du psychiatre", MG, "", Suite.FAITE),
        date(2026, 10, 15),
    ),
    Reprise(
        PatientId("p1"),
        Decision(DecisionId("b"), "Ouvrir les droits à la CSS", TS, "", Suite.A_FAIRE),
        date(2026, 9, 17),
    ),
)


def normal() -> Minutes:
    return minutes(
        SITUATIONS,
        REPRISES,
        excuses=(),
        organisation="La salle du fond est prise le jeudi matin en décembre.\n"
        "Formation RDRD le 12 janvier : deux places.",
    )


def additif(rang: int, texte: str, about: int | None = None) -> AdditifImprime:
    signed = datetime(2026, 11, 20 + rang, 9, 12, tzinfo=UTC)
    patient = PatientId(f"p{about}") if about is not None else None
    return AdditifImprime(rang, MEMBRES[PSY], signed, texte, f"1A2B3C0{rang}", patient)


def added(*additifs: AdditifImprime, retenus: int = 0) -> Minutes:
    """A normal month to which this was added after the close."""
    ecrits = len(additifs) + retenus
    return replace(normal(), additifs=additifs, additifs_ecrits=ecrits, additifs_retenus=retenus)


def with_additions(contenu: Minutes, other: Minutes) -> Minutes:
    return replace(contenu, additifs=other.additifs, additifs_ecrits=other.additifs_ecrits)


def of_one(contenu: Minutes, rang: int) -> Minutes:
    """What is about one person only, as an extract receives it."""
    one = PatientId(f"p{rang}")
    synthese = contenu.synthese
    return replace(
        contenu,
        synthese=replace(
            synthese,
            situations=tuple(s for s in synthese.situations if s.patient == one),
            reprises=tuple(r for r in synthese.reprises if r.patient == one),
            organisation="",
        ),
        patients={one: contenu.patients[one]},
        forfaits={one: contenu.forfaits[one]},
        additifs=tuple(a for a in contenu.additifs if a.patient == one),
        additifs_retenus=0,
    )


def empty() -> Minutes:
    return minutes(presents=(), redacteur=None, fin=None, lieu="", prochaine=None, provisoire=True)


def long() -> Minutes:
    return minutes(
        (situation(0, COURT), situation(1, LONG, LONG[:900], COURT), situation(2, COURT))
    )


def crowded() -> Minutes:
    return minutes(
        tuple(
            situation(n, MOYEN * (n % 3), COURT, decisions=(decision("Rappeler"),) * (n % 4))
            for n in range(40)
        ),
        tuple(
            Reprise(
                PatientId(f"p{n}"), decision(MOYEN if n % 5 == 0 else COURT), date(2026, 10, 15)
            )
            for n in range(30)
        ),
        provisoire=True,
    )


ODD = (
    "<para>&amp;<b>x</b> ☒ ✔ ● 1\u2009829\u202f€ peut\u2011être \u202eenvers\u202c שלום 漢字 "
    "🚬 \x07\x00"
)


def odd() -> Minutes:
    interminable = "anticonstitutionnellement" * 60
    return minutes(
        (
            situation(
                0,
                interminable,
                "un\n" * 70,
                "mot\xa0" * 60,
                question=ODD,
                decisions=(decision(interminable), decision("\n\n", None, ODD), decision(LONG)),
            ),
            situation(1, "\n\n  \n", "\t", "\u200b", question="\n"),
            situation(2, ODD, ODD, ODD, decisions=(decision(ODD),)),
        ),
        (Reprise(PatientId("p0"), decision(interminable), date(2026, 10, 15)),),
        patients=[
            patient(0, "X" * 120 + " " + "Y" * 80),
            patient(1, ODD),
            patient(2, "<b>Nom</b> & Prénom"),
        ],
        lieu=ODD * 3,
        organisation=ODD + "\r\nfin",
    )
