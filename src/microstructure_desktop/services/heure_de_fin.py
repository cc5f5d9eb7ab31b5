"""When a meeting ended: what the clock may say for whoever closes it, and what cannot be."""

from dataclasses import replace
from datetime import datetime, time, timedelta

from microstructure_desktop.domain.activite import PLUS_LONGUE, entre
from microstructure_desktop.domain.synthese import Synthese
from microstructure_desktop.errors import AppError
from microstructure_desktop.french import duration


class FinInconnue(AppError):
    sentence = "L’heure de fin de cette réunion n’est pas connue."
    way_out = "Notez à quelle heure elle a fini, puis clôturez-la."


def terminee(synthese: Synthese, le: datetime, fin: time | None) -> Synthese:
    """The meeting with its end: the hour that was said, else that of the clock.

    A pause that nobody ended was over when the meeting was.

    Raises:
        FinInconnue: nobody said it, and the clock is not that of the meeting any more.
    """
    end = fin or synthese.fin or fin_a_l_horloge(synthese, le)
    if end is None or entre(synthese.debut, end) > PLUS_LONGUE:
        raise FinInconnue
    lasted = timedelta(minutes=entre(synthese.debut, end))
    over = datetime.combine(synthese.jour, synthese.debut).astimezone() + lasted
    return replace(synthese.poursuivie(min(le, over)), fin=end)


def fin_a_l_horloge(synthese: Synthese, le: datetime) -> time | None:
    """The hour when it is closed, if it is closed on its day; None: it has to be asked."""
    here = le.astimezone()
    hour = here.time().replace(second=0, microsecond=0)
    that_day = here.date() == synthese.jour and hour >= synthese.debut
    return hour if that_day and entre(synthese.debut, hour) <= PLUS_LONGUE else None


def fin_problem(debut: time, fin: time) -> str | None:
    """A meeting may pass midnight; it does not last a whole night."""
    lasted = entre(debut, fin)
    if 0 < lasted <= PLUS_LONGUE:
        return None
    if fin <= debut:
        return "La réunion doit finir après avoir commencé."
    return f"La réunion aurait duré {duration(lasted)}\u00a0: vérifiez l’heure de fin."
