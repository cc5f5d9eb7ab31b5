"""The sections of the sidebar and the page behind each route; pages are imported when shown."""

from collections.abc import Callable
from dataclasses import replace
from importlib import import_module

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services.access import Permission, allowed

from .context import Context
from .navigation import Route
from .page import Page
from .shell import PageFactory, Section

SECTIONS: tuple[tuple[Section, Permission | None], ...] = (
    (Section("accueil", "house", "Accueil", Route("accueil"), "Alt+1"), None),
    (
        Section(
            "agenda",
            "calendar",
            "Agenda",
            Route("agenda"),
            "Alt+2",
            pages=frozenset({"horaires", "permanence_psychiatre"}),
        ),
        Permission.AGENDA,
    ),
    (
        Section(
            "patients",
            "users",
            "Patients",
            Route("patients"),
            "Alt+3",
            pages=frozenset({"dossier", "seance", "fiche", "fusion", "separation"}),
        ),
        Permission.IDENTITE,
    ),
    (
        Section(
            "reunions",
            "users-round",
            "Réunions",
            Route("reunions"),
            "Alt+4",
            pages=frozenset(
                {
                    "preparation",
                    "synthese",
                    "comptes_rendus",
                    "autres_reunions",
                    "reunion",
                    "formations",
                }
            ),
        ),
        Permission.RESEAU,
    ),
    (
        Section(
            "forfaits",
            "wallet",
            "Forfaits",
            Route("forfaits"),
            "Alt+5",
            pages=frozenset({"facturation"}),
        ),
        Permission.FORFAITS,
    ),
    (
        Section(
            "activite",
            "chart-column",
            "Activité",
            Route("activite"),
            "Alt+6",
            pages=frozenset({"rapport", "tableaux"}),
        ),
        Permission.ACTIVITE,
    ),
    (
        Section(
            "partage",
            "send",
            "Exports",
            Route("partage"),
            "Alt+7",
            pages=frozenset({"echanges"}),
        ),
        Permission.PARTAGE,
    ),
    (
        Section("journal", "scroll-text", "Journal d’accès", Route("journal"), low=True),
        Permission.JOURNAL_SIEN,
    ),
    (
        Section(
            "reglages",
            "settings",
            "Réglages",
            Route("reglages"),
            "Ctrl+,",
            low=True,
            pages=frozenset(
                {
                    "reprise",
                    "annuaire",
                    "demarrage",
                    "corbeille",
                    "equipe",
                    "programmes",
                    "dossier_legal",
                    "a_propos",
                    "conservation",
                    "demande",
                    "sauvegardes",
                }
            ),
        ),
        None,
    ),
)

PAGES = {
    "accueil": ("accueil.page", "AccueilPage"),
    "agenda": ("agenda.page", "AgendaPage"),
    "horaires": ("agenda.times_page", "TimesPage"),
    "permanence_psychiatre": ("psychiatre.page", "PermanencePage"),
    "patients": ("patients.page", "PatientsPage"),
    "dossier": ("patients.dossier", "DossierPage"),
    "fusion": ("fusion.page", "FusionPage"),
    "separation": ("fusion.separation_page", "SeparationPage"),
    "seance": ("seances.page", "SeancePage"),
    "fiche": ("fiches.fiche_page", "FichePage"),
    "reunions": ("reunions.reunions_page", "ReunionsPage"),
    "preparation": ("reunions.preparation_page", "PreparationPage"),
    "synthese": ("reunions.synthese_page", "SynthesePage"),
    "comptes_rendus": ("reunions.comptes_rendus_page", "MinutesPage"),
    "autres_reunions": ("autres_reunions.page", "AutresReunionsPage"),
    "reunion": ("autres_reunions.reunion_page", "ReunionPage"),
    "formations": ("formations.page", "FormationsPage"),
    "forfaits": ("forfaits.page", "ForfaitsPage"),
    "facturation": ("forfaits.billing_page", "BillingPage"),
    "activite": ("activite.page", "ActivitePage"),
    "rapport": ("rapport.page", "RapportPage"),
    "tableaux": ("tableaux.page", "TableauxPage"),
    "partage": ("partage.page", "PartagePage"),
    "echanges": ("echanges.page", "EchangesPage"),
    "journal": ("journal.page", "JournalPage"),
    "reglages": ("reglages.page", "ReglagesPage"),
    "reprise": ("reprise.page", "ReprisePage"),
    "corbeille": ("corbeille.page", "CorbeillePage"),
    "equipe": ("equipe.page", "EquipePage"),
    "annuaire": ("annuaire.page", "AnnuairePage"),
    "programmes": ("programmes.page", "ProgrammesPage"),
    "demarrage": ("demarrage.page", "DemarragePage"),
    "dossier_legal": ("dossier_legal.page", "DossierLegalPage"),
    "a_propos": ("a_propos.page", "AProposPage"),
    "conservation": ("conservation.page", "ConservationPage"),
    "demande": ("demandes.page", "DemandesPage"),
    "sauvegardes": ("sauvegardes.page", "SauvegardesPage"),
}


def sections_for(role: Role) -> tuple[Section, ...]:
    """A section that the role may not open is not shown."""
    seen = (s for s, needed in SECTIONS if needed is None or allowed(role, needed))
    return tuple(_entered(s, role) for s in seen)


def _entered(section: Section, role: Role) -> Section:
    """Who takes no part in the synthesis enters by the meetings of the network."""
    if section.key != "reunions" or allowed(role, Permission.REUNION):
        return section
    return replace(section, route=Route("autres_reunions"))


def factories() -> dict[str, PageFactory]:
    return {route: _factory(*place) for route, place in PAGES.items()}


def panel(context: Context) -> Page:
    """The list of patients beside the pages that want it."""
    made: Page = _factory("patients.panel", "PatientPanel")(context)
    return made


def _factory(module: str, name: str) -> Callable[[Context], Page]:
    def make(context: Context) -> Page:
        made: Page = getattr(import_module(f"microstructure_desktop.ui.pages.{module}"), name)(
            context
        )
        return made

    return make
