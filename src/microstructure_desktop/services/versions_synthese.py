"""What one version of a synthesis meeting said, in words, situation after situation."""

from collections.abc import Iterator

from microstructure_desktop.domain.synthese import (
    Decision,
    Etat,
    ProchainPoint,
    Situation,
    Suite,
    Synthese,
)
from microstructure_desktop.french import clock, duration, numeric_date
from microstructure_desktop.store.failures import RecordMissing

from .versions import Champ, Reader, Rubrique

_ETATS = {Etat.PREPAREE: "En préparation", Etat.EN_COURS: "En cours", Etat.CLOSE: "Close"}
_SUITES = {Suite.A_FAIRE: "à faire", Suite.FAITE: "faite", Suite.ABANDONNEE: "abandonnée"}
_POINTS = {
    ProchainPoint.PROCHAINE_SYNTHESE: "Prochaine synthèse",
    ProchainPoint.DEUX_MOIS: "Dans 2 mois",
    ProchainPoint.SUR_DEMANDE: "Sur demande",
}


def rubriques_de_synthese(reader: Reader, synthese: Synthese) -> tuple[Rubrique, ...]:
    head = Rubrique("Réunion", _filled(_meeting(reader, synthese)))
    return (head, *(_situation(reader, s) for s in synthese.situations))


def _meeting(reader: Reader, s: Synthese) -> Iterator[Champ]:
    yield Champ("Date", f"{numeric_date(s.jour)} à {clock(s.debut)}")
    yield Champ("Fin", clock(s.fin) if s.fin is not None else "")
    yield Champ("Lieu", s.lieu)
    yield Champ("État", _ETATS[s.etat])
    yield Champ("Présents", ", ".join(reader.membre(m) for m in s.presents))
    yield Champ("Excusés", ", ".join(reader.membre(m) for m in s.excuses))
    yield Champ("Rédacteur", reader.membre(s.redacteur))
    yield Champ("Organisation", s.organisation)
    yield Champ("Prochaine réunion", numeric_date(s.prochaine) if s.prochaine is not None else "")
    for reprise in s.reprises:
        depuis = numeric_date(reprise.depuis)
        yield Champ(f"Décision du {depuis}", _decision(reader, reprise.decision))


def _situation(reader: Reader, s: Situation) -> Rubrique:
    try:
        patient = reader.work.undoing.last(s.patient)
    except RecordMissing:  # legally erased
        patient = None
    return Rubrique("Situation", _filled(_discussed(reader, s)), patient)


def _discussed(reader: Reader, s: Situation) -> Iterator[Champ]:
    yield Champ("Évoquée", "Oui" if s.vue else "Non")
    yield Champ("Question", s.question)
    yield Champ("Point médical", s.medical)
    yield Champ("Point psychologique", s.psychologique)
    yield Champ("Point social", s.social)
    for rank, decision in enumerate(s.decisions, start=1):
        yield Champ(f"Décision {rank}", _decision(reader, decision))
    yield Champ("Prochain point", _POINTS[s.prochain_point])
    yield Champ("Concertation", duration(s.minutes) if s.minutes else "")


def _decision(reader: Reader, d: Decision) -> str:
    parts = (d.texte, reader.membre(d.qui), d.echeance, _SUITES[d.suite])
    return " · ".join(part for part in parts if part)


def _filled(champs: Iterator[Champ]) -> tuple[Champ, ...]:
    return tuple(champ for champ in champs if champ.texte)
