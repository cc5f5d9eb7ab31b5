"""What one version of a synthesis meeting said, in words, situation after situation."""

from collections.abc import Iterator
from datetime import datetime

from microstructure_desktop.domain.synthese import (
    Decision,
    Etat,
    ProchainPoint,
    Reprise,
    Situation,
    Suite,
    Synthese,
)
from microstructure_desktop.french import clock, duration, numeric_date
from microstructure_desktop.reports.wording import MOTIFS
from microstructure_desktop.store.failures import RecordMissing

from .versions import Champ, Reader, Rubrique

ETATS = {Etat.PREPAREE: "En préparation", Etat.EN_COURS: "En cours", Etat.CLOSE: "Close"}
_SUITES = {Suite.A_FAIRE: "à faire", Suite.FAITE: "faite", Suite.ABANDONNEE: "abandonnée"}
_POINTS = {
    ProchainPoint.PROCHAINE_SYNTHESE: "Prochaine synthèse",
    ProchainPoint.DEUX_MOIS: "Dans 2 mois",
    ProchainPoint.SUR_DEMANDE: "Sur demande",
}


def rubriques_de_synthese(reader: Reader, synthese: Synthese) -> tuple[Rubrique, ...]:
    head = Rubrique("Réunion", filled(_meeting(reader, synthese)))
    return (head, *(_situation(reader, s) for s in synthese.situations))


def _meeting(reader: Reader, s: Synthese) -> Iterator[Champ]:
    yield Champ("Date", f"{numeric_date(s.jour)} à {clock(s.debut)}")
    yield Champ("Fin", clock(s.fin) if s.fin is not None else "")
    yield Champ("Pauses", duration(round(s.pause_secondes / 60)) if s.pause_secondes else "")
    yield Champ("En pause depuis", _instant(s.pause_depuis))
    yield Champ("Lieu", s.lieu)
    yield Champ("En visioconférence", "Oui" if s.visio else "")
    yield Champ("État", ETATS[s.etat])
    yield Champ("Présents", ", ".join(reader.membre(m) for m in s.presents))
    yield Champ("Excusés", ", ".join(reader.membre(m) for m in s.excuses))
    yield Champ("Rédacteur", reader.membre(s.redacteur))
    yield Champ("Organisation", s.organisation)
    yield Champ("Close le", _instant(s.close_le))
    yield Champ("Prochaine réunion", numeric_date(s.prochaine) if s.prochaine is not None else "")
    for reprise in s.reprises:
        depuis = numeric_date(reprise.depuis)
        yield Champ(f"Décision du {depuis}", _taken_up(reader, reprise))


def _situation(reader: Reader, s: Situation) -> Rubrique:
    try:
        patient = reader.work.undoing.last(s.patient)
    except RecordMissing:  # legally erased
        patient = None
    return Rubrique("Situation", filled(_discussed(reader, s)), patient)


def _discussed(reader: Reader, s: Situation) -> Iterator[Champ]:
    yield Champ("Évoquée", "Oui" if s.vue else "Non")
    yield Champ("Motif", MOTIFS[s.motif])
    yield Champ("Question", s.question)
    yield Champ("Point médical", s.medical)
    yield Champ("Point psychologique", s.psychologique)
    yield Champ("Point social", s.social)
    yield Champ("Repris de", _sources(reader, s))
    for rank, decision in enumerate(s.decisions, start=1):
        yield Champ(f"Décision {rank}", decided(reader, decision))
    yield Champ("Prochain point", _POINTS[s.prochain_point])
    yield Champ("Temps prévu", duration(s.minutes_prevues) if s.minutes_prevues else "")
    yield Champ("Concertation", duration(s.minutes) if s.minutes else "")


def decided(reader: Reader, d: Decision) -> str:
    """« Visite à domicile · Voir le logement · N. Témoin · avant le 04/12 · à faire »."""
    kind = reader.label("CL33", d.type.value) if d.type is not None else ""
    when = d.echeance
    if d.echeance_jour is not None and numeric_date(d.echeance_jour) not in when:
        when = (
            f"{when} ({numeric_date(d.echeance_jour)})" if when else numeric_date(d.echeance_jour)
        )
    return _joined(kind, d.texte, reader.membre(d.qui), when, _SUITES[d.suite])


def _taken_up(reader: Reader, r: Reprise) -> str:
    """With what somebody had said of it before the meeting."""
    told = f"dit le {numeric_date(r.dite_le)}" if r.dite_le is not None else ""
    by = reader.membre(r.dite_par)
    return _joined(decided(reader, r.decision), f"{told} par {by}" if told and by else told, r.note)


def _sources(reader: Reader, s: Situation) -> str:
    """The shared notes that the columns were copied from."""
    return ", ".join(
        f"note du {numeric_date(x.jour)} de {reader.membre(x.membre)}".removesuffix(" de ")
        for x in s.sources
    )


def _instant(at: datetime | None) -> str:
    if at is None:
        return ""
    here = at.astimezone()
    return f"{numeric_date(here.date())} à {clock(here.time())}"


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def filled(champs: Iterator[Champ]) -> tuple[Champ, ...]:
    return tuple(champ for champ in champs if champ.texte)
