"""One row by person met, their dates as months, their acts and forfait counted by hand."""

from datetime import date

from microstructure_desktop.domain.consultation import Issue, TypeActe
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import patients
from microstructure_desktop.services.tableaux_equipe import Contenu

from .tables import made


def row(team, tmp_path, **period):
    (found,) = made(team.medecin, tmp_path, Contenu.FILE_ACTIVE, **period)["File active"]
    return found


def test_that_a_person_has_bands_months_and_counters(team, tmp_path):
    who = team.patient()
    team.seance(who.id, date(2026, 3, 5))
    team.seance(who.id, date(2026, 4, 8), Role.TRAVAILLEUR_SOCIAL)
    team.seance(who.id, date(2026, 5, 6))
    found = row(team, tmp_path, du=date(2026, 4, 1), au=date(2026, 6, 30))
    label = team.medecin.reference.libelle
    assert found["Sexe"] == label("CL07", "F")
    assert found["Tranche d’âge"] == label("CL08", "30_39")
    assert found["Programme"] == label("CL01", "COVID_SM")
    months = [found[f"{name} (mois)"] for name in ("Inclusion", "Premier acte", "Dernier acte")]
    assert months == ["2026-03", "2026-03", "2026-05"]
    assert found["Sortie (mois)"] is None
    met = {k: v for k, v in found.items() if k.startswith("Rencontres, ")}
    assert list(met.values()) == [0, 1, 1, 0]
    counted = {k: v for k, v in found.items() if k.startswith("Forfait, ")}
    assert list(counted.values()) == [0, 1, 2, 6, 1, 7]
    assert not [k for k, v in found.items() if isinstance(v, date)]


def test_that_who_left_has_the_month_and_the_reason(team, tmp_path):
    who = team.patient()
    team.seance(who.id, date(2026, 3, 5))
    with team.medecin.store.read() as work:
        (episode,) = work.inclusions.of(who.id)
    patients.close(team.medecin, episode.id, fin=date(2026, 5, 12), motif="DEMENAGEMENT")
    found = row(team, tmp_path)
    assert found["Sortie (mois)"] == "2026-05"
    assert found["Motif de sortie"] == team.medecin.reference.libelle("CL29", "DEMENAGEMENT")
    assert row(team, tmp_path, au=date(2026, 4, 30))["Motif de sortie"] is None


def test_that_who_was_not_met_has_no_row(team, tmp_path):
    """A relative came, and an appointment was missed."""
    who = team.patient()
    team.seance(who.id, date(2026, 3, 5), type=TypeActe.ENTRETIEN_ENTOURAGE)
    team.seance(who.id, date(2026, 3, 6), issue=Issue.ABSENT_EXCUSE)
    assert made(team.medecin, tmp_path, Contenu.FILE_ACTIVE)["File active"] == []
