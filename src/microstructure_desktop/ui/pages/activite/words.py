"""How the page of activity speaks: where a period stands, what changed, who may be named."""

from microstructure_desktop.services import activite_mots
from microstructure_desktop.services.activite import Activite, Autour, Clos, est_annee
from microstructure_desktop.services.activite_themes import Theme
from microstructure_desktop.services.reference import Reference
from microstructure_desktop.ui.texts import NBSP, agreed, count, month_and_year, numeric_date
from microstructure_desktop.ui.widgets.parts_nav import Part

TITLE = "Activité"
THEMES = "Thèmes"
REPORT = "Rapport annuel"
TABLES = "Tableaux pour l’équipe"
MOST_CHANGES = 6
ICONS = {
    "qui": "users",
    "parcours": "log-out",
    "profil": "id-card",
    "actes": "stethoscope",
    "reunions": "users-round",
    "forfaits": "wallet",
    "delais": "clock",
    "entourage": "heart-handshake",
    "conduites": "pill",
    "sante": "activity",
    "precarite": "life-buoy",
    "evolution": "trending-up",
    "qualite": "list-checks",
}
_OTHER_ICON = "chart-column"
REASONS = (
    "Une séance manquait",
    "Une présence était mal notée",
    "Un dossier a été corrigé",
)
REOPEN_TITLE = f"Pourquoi rouvrir ce mois{NBSP}?"
REOPEN_TEXT = (
    "Ses chiffres gardés restent dans l’historique. Clos à nouveau, le mois gardera ceux de ce "
    "jour-là."
)
REOPEN_READERS = "Gardé avec l’ancienne clôture ; aucune page ne le montre."
ALL_ZERO = "Rien à compter dans cette période."
NOTHING_WHY = "Les chiffres se remplissent à la première séance enregistrée dans la période."
MARKS = "Repères publiés"
NO_LIST = "Votre rôle lit les totaux, sans les noms."


def part(theme: Theme) -> Part:
    return Part(theme.cle, theme.titre, ICONS.get(theme.cle, _OTHER_ICON))


def subtitle(found: Activite) -> str:
    return activite_mots.periode(found.periode).capitalize()


def tag(found: Activite) -> tuple[str, str]:
    """The word says it, the colour repeats it."""
    if found.provisoire:
        return "Provisoire", "warn"
    if est_annee(found.periode):
        return "", "mute"
    return ("Clos", "ok") if found.clos else ("À clôturer", "mute")


def standing(found: Activite) -> tuple[str, str]:
    """Where the period stands, in a title and what more there is to say."""
    more = [_waiting(found.brouillons)] if found.brouillons else []
    if found.clos and not est_annee(found.periode):
        return closed(found.clos[0]), " ".join(more)
    if found.bilan.en_cours:
        what = "L’année est en cours" if est_annee(found.periode) else "Le mois est en cours"
        return f"{what}{NBSP}: ces chiffres sont provisoires.", " ".join(more)
    if est_annee(found.periode):
        return _months(found), " ".join(more)
    title = "Ce mois est terminé, ses chiffres peuvent être gardés."
    return title, " ".join([*more, "Une correction plus tard se verra à côté de ce qui est gardé."])


def closed(clos: Clos) -> str:
    by = f" par {clos.par}" if clos.par else ""
    return f"Clos le {numeric_date(clos.le.astimezone().date())}{by}."


def changes(reference: Reference, beside: Autour) -> str:
    """What changed since the month was closed, the first of it."""
    if not beside.ecarts:
        return "Rien n’a changé depuis."
    said = [activite_mots.ecart(reference, e) for e in beside.ecarts[:MOST_CHANGES]]
    left = len(beside.ecarts) - len(said)
    if left:
        said.append(count(left, "autre chiffre", "autres chiffres"))
    return f"Changé depuis{NBSP}:\n" + "\n".join(f"•{NBSP}{line}" for line in said)


def excluded(exclus: int) -> str:
    if not exclus:
        return ""
    who = count(exclus, "personne s’oppose", "personnes s’opposent")
    verb = "elle n’est" if exclus == 1 else "elles ne sont"
    return f"{who} à être comptée{'s' if exclus > 1 else ''}{NBSP}: {verb} dans aucun chiffre."


def opens(titre: str, figure: str) -> str:
    """What a figure says to who does not see it."""
    return f"{titre}{NBSP}: {figure}, voir les personnes"


def people(many: int, fermes: int) -> str:
    said = count(many, "personne")
    if fermes:
        held = count(fermes, "de plus, fermé", "de plus, fermés")
        said += f", {held}{NBSP}: partage limité à leur demande"
    return said


def nothing(found: Activite) -> str:
    return f"Pas encore d’activité en {activite_mots.court(found.periode)}"


def hidden(many: int) -> str:
    return count(many, "ligne à zéro n’est pas montrée", "lignes à zéro ne sont pas montrées") + "."


def reopened(found: Activite) -> str:
    return f"{_month(found)} est rouvert."


def kept(found: Activite) -> str:
    return f"{_month(found)} est clos{NBSP}: ses chiffres sont gardés."


def _month(found: Activite) -> str:
    return month_and_year(found.periode.premier).capitalize()


def _months(found: Activite) -> str:
    many = len(found.clos)
    if many == 12:  # noqa: PLR2004 -- a year
        return "Les 12 mois sont clos."
    return f"{count(many, 'mois', 'mois')} sur 12 {'est' if many < 2 else 'sont'} clos."  # noqa: PLR2004


def _waiting(many: int) -> str:
    one = f"séance commencée n’est pas {agreed('enregistré', 'F')}"
    return f"{count(many, one, 'séances commencées ne sont pas enregistrées')}."
