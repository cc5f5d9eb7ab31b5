"""Due: by when, as people type it: a day, « +2 sem. », or a few words."""

from datetime import date

from microstructure_desktop.domain.echeances import echeance_lue
from microstructure_desktop.domain.synthese import Decision
from microstructure_desktop.ui import texts


def read(typed: str, today: date) -> tuple[str, date | None]:
    """What is to be printed, and the day that it means; a day alone is written in full.

    A day without a year is the next one: « 04/01 » typed in November is in January.
    """
    day = texts.parse_date(typed, today)
    written = echeance_lue(typed, today)
    if day is None:
        return typed, written
    day = written or day
    return texts.numeric_date(day), day


def short(decision: Decision) -> str:
    """For a tag: « jeu. 3 déc. », or the words typed."""
    day, said = decision.echeance_jour, decision.echeance.strip()
    alone = day is not None and said in ("", texts.numeric_date(day))
    return texts.short_date(day) if day is not None and alone else said
