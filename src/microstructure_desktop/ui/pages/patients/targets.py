"""What the menu of a line is about: a session, a fiche, an appointment, a meeting."""

from microstructure_desktop.domain.consultation import Consultation, RendezVous
from microstructure_desktop.domain.equipe import Membre
from microstructure_desktop.domain.synthese import Situation, Synthese
from microstructure_desktop.services.dossiers import FicheLigne
from microstructure_desktop.ui.dialogs.record_menu import Target, may_cancel
from microstructure_desktop.ui.texts import clock, numeric_date


def seance_target(acte: Consultation, me: Membre) -> Target:
    named = f"séance du {numeric_date(acte.jour)} à {clock(acte.heure)}"
    return Target("consultation", acte.id, named, may_cancel(me, acte.membre))


def appointment_target(rdv: RendezVous, me: Membre) -> Target:
    named = f"rendez-vous du {numeric_date(rdv.jour)} à {clock(rdv.heure)}"
    return Target("rendez_vous", rdv.id, named, rdv.membre == me.id)


def meeting_target(synthese: Synthese, situation: Situation) -> Target | None:
    """Only what closed minutes say of this person."""
    if not (synthese.close and situation.vue):
        return None
    named = f"réunion du {numeric_date(synthese.jour)}"
    return Target("synthese", synthese.id, named, about=situation.patient)


def fiche_target(ligne: FicheLigne, me: Membre) -> Target:
    named = f"{ligne.titre} du {numeric_date(ligne.fiche.jour)}"
    return Target("fiche", ligne.fiche.id, named, may_cancel(me, ligne.fiche.redacteur))
