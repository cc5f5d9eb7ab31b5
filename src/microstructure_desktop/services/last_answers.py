"""The last answers to a form's questions, among those that the person at the keyboard reads."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from microstructure_desktop.domain.fiche import Answers, Fiche
from microstructure_desktop.domain.ids import FicheId, PatientId
from microstructure_desktop.forms.earlier import Earlier, earlier

from .cercle import autour_de
from .fiche_forms import UnknownForm, form_of
from .fiche_reading import readable
from .office import Office, today

if TYPE_CHECKING:
    from microstructure_desktop.forms.model import Form
    from microstructure_desktop.store.work import Work


def last_answers(
    office: Office,
    work: "Work",
    form: "Form",
    patient: PatientId,
    avant: date | None = None,
    sauf: FicheId | None = None,
) -> dict[str, Earlier]:
    """By item id, before a day (up to today when None), one fiche left out; nothing personal."""
    before = avant or today(office) + timedelta(days=1)
    known = autour_de(office, work, patient).ouverts(work.fiches.of(patient))
    fiches = (fiche for fiche in known if fiche.id != sauf)
    return earlier(form, _filled(office, work, form, fiches), before)


def _filled(
    office: Office, work: "Work", form: "Form", fiches: Iterable[Fiche]
) -> Iterator[tuple[date, Answers]]:
    """Those that ask the same questions: the profession's, or those of this form."""
    for fiche in fiches:
        try:
            known = form_of(office, work, fiche)
        except UnknownForm:
            continue
        same = known.role is form.role and form.role is not None
        if same or fiche.form == form.id:
            shared = readable(office, fiche, known)
            yield fiche.jour, {k: v for k, v in shared.items() if k not in known.personal}
