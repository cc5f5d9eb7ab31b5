"""The three ways out work on a real folder, with the clock and the cost that were given."""

from microstructure_desktop.services import secours, unlock
from microstructure_desktop.store import recovery_code
from microstructure_desktop.ui.rescuing import rescuers


def test_that_the_sheet_is_read_and_opens(team):
    code = secours.preparer(team.medecin).code
    unlock.close(team.medecin)
    options = {"cost": team.medecin.cost, "now": team.clock}
    made = rescuers(team.home, options)
    assert made.read(" ".join(recovery_code.groups(code))) == code
    office = made.open(code, team.medecin.membre.id, "une autre phrase bien longue")
    assert office.membre == team.medecin.membre
    unlock.close(office)
    assert made.afresh().name == "coffre.mis-de-cote-20261119-140500"
