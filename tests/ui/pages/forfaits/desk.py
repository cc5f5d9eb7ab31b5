"""The pages of forfaits opened on the small cabinet."""

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.ui.navigation import Route
from tests.ui.desk import make_desk


def opened(team, theme, show, page, role=Role.PSYCHOLOGUE, **params):
    desk = make_desk(team, theme, role)
    made = show(page(desk.context), 1240, 820)
    made.open(Route("forfaits", **params))
    desk.settle()
    return desk, made


def names(part):
    return [x.patient.nom for x in part.model.rows()]
