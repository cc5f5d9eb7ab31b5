"""The parts of the minutes around the patients."""

from dataclasses import replace
from datetime import date

from microstructure_desktop.domain.ids import MembreId
from microstructure_desktop.domain.synthese import Motif, Reprise, Suite, TypeDecision
from microstructure_desktop.reports.synthese import minutes
from tests.reports import cases
from tests.reports.reading import plain, texts, whole


def test_that_figures_count_what_was_discussed_only():
    # Three discussed: one inclusion with two decisions, one exit, one question; a fourth,
    # an inclusion, was on the agenda but not discussed.
    contenu = cases.minutes(
        (
            cases.situation(0, motif=Motif.INCLUSION, decisions=(cases.decision("a"),) * 2),
            cases.situation(1, motif=Motif.SORTIE),
            cases.situation(2),
            cases.situation(3, motif=Motif.INCLUSION, decisions=(cases.decision("b"),), vue=False),
        )
    )
    found = plain(whole(minutes(contenu)))
    assert "Patients évoqués 3 Inclusions 1 Sorties 1 Décisions 2 Durée 1 h 35" in found
    assert "Non évoqués N’DIAYE Aïssatou (n° 0004)" in found


def test_that_a_team_of_ten_signs_on_rows_of_four():
    contenu = cases.normal()
    team = {MembreId(f"m{n}"): replace(cases.MEMBRES[cases.PSY], nom=f"Nom{n}") for n in range(10)}
    contenu = replace(
        contenu,
        membres=contenu.membres | team,
        synthese=replace(contenu.synthese, presents=tuple(team)),
    )
    signatures = whole(minutes(contenu)).partition("Signatures")[2]
    assert [f"Camille Nom{n}" in signatures for n in range(10)] == [True] * 10


def test_that_the_person_being_discussed_is_named_only_while_they_are():
    contenu = cases.minutes((cases.situation(1, cases.COURT),), organisation="ligne\n" * 70)
    pages = texts(minutes(contenu))
    assert len(pages) > 1
    assert not any("(suite)" in page for page in pages)


def test_that_a_decision_of_nobody_is_the_teams():
    contenu = cases.minutes((cases.situation(0, decisions=(cases.decision("Seul", None, ""),)),))
    assert "Décisions Seul Type — Qui Toute l’équipe Quand —" in plain(whole(minutes(contenu)))


def test_that_what_was_done_since_says_when_and_by_whom():
    done = replace(cases.decision("Appeler"), suite=Suite.FAITE)
    reprise = Reprise(
        cases.patient(0).id, done, date(2026, 10, 22), date(2026, 11, 5), cases.PSY, "Reçu"
    )
    back = replace(reprise, decision=cases.decision("Écrire"))
    found = plain(whole(minutes(cases.minutes((cases.situation(0),), (reprise, back)))))
    assert found.count("Dit le 05/11/2026 par C. Morel : Reçu") == 1


def test_that_a_decision_taken_up_says_its_type_and_when_it_was_due():
    kind = replace(cases.decision("Écrire"), type=TypeDecision.VAD)
    reprises = (
        Reprise(cases.patient(0).id, kind, date(2026, 10, 22)),
        Reprise(cases.patient(1).id, cases.decision("Lire", echeance=""), date(2026, 10, 22)),
    )
    found = plain(whole(minutes(cases.minutes((), reprises))))
    told = "Réunion du 22/10/2026 · visite à domicile · échéance : avant le 04/12"
    assert f"Écrire {told}" in found
    assert "Lire Réunion du 22/10/2026 C. Morel" in found


def test_that_initials_and_file_numbers_stand_for_every_name():
    found = plain(whole(minutes(replace(cases.normal(), initiales=True))))
    names = [nom.split()[0].upper() for nom in cases.NOMS]
    assert [name for name in names if name in found.upper()] == []
    for text in ("É. G. dossier n° 0001", "N. L. (n° 0002)", "M. O. (n° 0003)"):
        assert text in found
