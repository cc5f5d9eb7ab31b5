"""The last answers to a form's questions that may go on paper: shared with who prints it."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from microstructure_desktop.domain.fiche import Answers
from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.forms.earlier import Earlier, earlier

from .fiche_forms import UnknownForm, form_of
from .fiches import readable
from .office import Office, today

if TYPE_CHECKING:
    from microstructure_desktop.forms.model import Form
    from microstructure_desktop.store.work import Work


def last_answers(
    office: Office, work: "Work", form: "Form", patient: PatientId
) -> dict[str, Earlier]:
    """By item id, up to today; what is personal to an author is left to its author's screen."""
    tomorrow = today(office) + timedelta(days=1)
    return earlier(form, _filled(office, work, form, patient), tomorrow)


def _filled(
    office: Office, work: "Work", form: "Form", patient: PatientId
) -> Iterator[tuple[date, Answers]]:
    """The fiches that ask the same questions: the profession's, or those of this form."""
    for fiche in work.fiches.of(patient):
        try:
            known = form_of(office, work, fiche)
        except UnknownForm:
            continue
        same = known.role is form.role and form.role is not None
        if same or fiche.form == form.id:
            shared = readable(office, fiche, known)
            yield fiche.jour, {k: v for k, v in shared.items() if k not in known.personal}
