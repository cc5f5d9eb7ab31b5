"""What the registry already says, so that a fiche does not ask it again."""

from microstructure_desktop.domain.fiche import Answers
from microstructure_desktop.domain.patient import Inclusion
from microstructure_desktop.forms.model import Form

_MOTIFS = ("motif_sortie", "motif_fin")


def registry_answers(form: Form, inclusion: Inclusion | None) -> Answers:
    """The exit of a follow-up that has ended, under the names of the forms that ask for it."""
    if inclusion is None or inclusion.fin is None:
        return {}
    said = {"date_sortie": inclusion.fin.isoformat()}
    said |= dict.fromkeys(_MOTIFS, inclusion.motif_sortie) if inclusion.motif_sortie else {}
    asked = {item.id for item in form.questions}
    return {item_id: value for item_id, value in said.items() if item_id in asked}
