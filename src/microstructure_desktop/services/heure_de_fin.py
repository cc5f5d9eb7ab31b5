"""When a meeting ended: what the clock may say for whoever closes it, and what cannot be."""

from datetime import datetime, time

from microstructure_desktop.domain.activite import PLUS_LONGUE, entre
from microstructure_desktop.domain.synthese import Synthese
from microstructure_desktop.french import duration


def fin_a_l_horloge(synthese: Synthese, le: datetime) -> time | None:
    """The hour when it is closed, if it is closed on its day; None: it has to be asked."""
    here = le.astimezone()
    hour = here.time().replace(second=0, microsecond=0)
    return hour if here.date() == synthese.jour and hour >= synthese.debut else None


def fin_problem(debut: time, fin: time) -> str | None:
    """A meeting may pass midnight; it does not last a whole night."""
    lasted = entre(debut, fin)
    if 0 < lasted <= PLUS_LONGUE:
        return None
    if fin <= debut:
        return "La réunion doit finir après avoir commencé."
    return f"La réunion aurait duré {duration(lasted)}\u00a0: vérifiez l’heure de fin."
