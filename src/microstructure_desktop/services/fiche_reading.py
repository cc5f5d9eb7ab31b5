"""Who reads what of a fiche: the author, the profession, the team."""

from typing import TYPE_CHECKING

from microstructure_desktop.domain.fiche import Answers, Fiche
from microstructure_desktop.forms.model import Partage

from .access import Lecture, lecture
from .notes_personnelles import lue
from .office import Office

if TYPE_CHECKING:
    from microstructure_desktop.forms.model import Form


def readable(office: Office, fiche: Fiche, form: "Form") -> Answers:
    """What the person at the keyboard may read of a fiche, `form` being the one it answers.

    Personal answers: their author alone, as far as their keys open them. Answers of the
    profession: the roles that read its fiches whole. Answers to the team: the roles that read at
    least their summary.
    """
    if fiche.redacteur == office.membre.id:
        closed = scellees(office, form, fiche.answers)
        return unseal(office, form, {k: v for k, v in fiche.answers.items() if k not in closed})
    level = lecture(office.membre.role, form)
    if level is Lecture.RIEN:
        return {}
    whole = level is Lecture.TOUT
    hidden = {
        item.id
        for item in form.items
        if item.personal or (item.partage is Partage.METIER and not whole)
    }
    return {k: v for k, v in fiche.answers.items() if k not in hidden}


def scellees(office: Office, form: "Form", answers: Answers) -> frozenset[str]:
    """The personal answers of the person at the keyboard that a lost passphrase sealed."""
    return frozenset(
        k
        for k, v in answers.items()
        if k in form.personal and isinstance(v, str) and lue(office, v) is None
    )


def seal(office: Office, form: "Form", answers: Answers) -> Answers:
    return {
        k: office.personal.seal(v) if k in form.personal and isinstance(v, str) else v
        for k, v in answers.items()
    }


def unseal(office: Office, form: "Form", answers: Answers) -> Answers:
    return {
        k: office.personal.open(v) if k in form.personal and isinstance(v, str) else v
        for k, v in answers.items()
    }
