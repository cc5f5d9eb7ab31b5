"""What the registry already says, so that a fiche does not ask it again."""

from microstructure_desktop.domain.fiche import Answers
from microstructure_desktop.domain.patient import Inclusion, Patient
from microstructure_desktop.forms.model import Form

_MOTIFS = ("motif_sortie", "motif_fin")


def registry_answers(form: Form, patient: Patient, inclusion: Inclusion | None) -> Answers:
    """That somebody is followed under an alias, and the exit of a follow-up that has ended, under
    the names of the forms that ask for them.
    """
    said: Answers = {"anonymat_demande": True} if patient.anonyme else {}
    if inclusion is not None and inclusion.fin is not None:
        said["date_sortie"] = inclusion.fin.isoformat()
        said |= dict.fromkeys(_MOTIFS, inclusion.motif_sortie) if inclusion.motif_sortie else {}
    asked = {item.id for item in form.questions}
    return {item_id: value for item_id, value in said.items() if item_id in asked}
