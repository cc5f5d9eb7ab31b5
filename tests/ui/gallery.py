"""Gallery: every widget of the kit on one page, with fictional words."""

from datetime import date, time

from PySide6.QtWidgets import QVBoxLayout, QWidget

from microstructure_desktop.ui import look
from microstructure_desktop.ui.models.columns import Column
from microstructure_desktop.ui.models.rows_model import RowsModel
from microstructure_desktop.ui.widgets.avatar import Avatar, RoleDot
from microstructure_desktop.ui.widgets.banner import Banner
from microstructure_desktop.ui.widgets.bar import Bar
from microstructure_desktop.ui.widgets.buttons import Button, IconButton
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.check_box import CheckBox
from microstructure_desktop.ui.widgets.chips import Chips
from microstructure_desktop.ui.widgets.combo_field import ComboField
from microstructure_desktop.ui.widgets.conditional import Conditional
from microstructure_desktop.ui.widgets.date_field import DateField, TimeField
from microstructure_desktop.ui.widgets.empty_state import EmptyState
from microstructure_desktop.ui.widgets.error_summary import ErrorSummary
from microstructure_desktop.ui.widgets.field import Field
from microstructure_desktop.ui.widgets.figure import Figure
from microstructure_desktop.ui.widgets.footer_bar import FooterBar
from microstructure_desktop.ui.widgets.header_band import HeaderBand
from microstructure_desktop.ui.widgets.icon_label import IconLabel
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import column, flow, row
from microstructure_desktop.ui.widgets.line_edit import LineEdit
from microstructure_desktop.ui.widgets.list_view import ListView
from microstructure_desktop.ui.widgets.page_body import PageBody
from microstructure_desktop.ui.widgets.pips import Pips
from microstructure_desktop.ui.widgets.row_delegate import RowDelegate, RowText
from microstructure_desktop.ui.widgets.rule import Rule
from microstructure_desktop.ui.widgets.scale import Scale
from microstructure_desktop.ui.widgets.score_grid import ScoreGrid, ScoreRow
from microstructure_desktop.ui.widgets.search_box import SearchBox
from microstructure_desktop.ui.widgets.section_nav import Rubric, SectionNav
from microstructure_desktop.ui.widgets.segmented import Segmented
from microstructure_desktop.ui.widgets.table_view import TableView
from microstructure_desktop.ui.widgets.tabs import Tabs
from microstructure_desktop.ui.widgets.tag import Tag
from microstructure_desktop.ui.widgets.text_area import TextArea
from microstructure_desktop.ui.widgets.timeline_row import TimelineRow
from microstructure_desktop.ui.widgets.trend import Trend, TrendMark, TrendPoint

THEMES = (
    "Consommations",
    "Envies / reprise",
    "Sommeil",
    "Humeur",
    "Anxiété",
    "Famille",
    "Travail",
    "Logement",
    "Trauma",
    "Projet",
)
NOTE = (
    "Trois semaines sans alcool. Appréhende le mariage de sa sœur samedi : plan de secours "
    "préparé (partir avant minuit, appeler N. en cas d’envie). Sommeil 6 h, réveils moins "
    "fréquents. Reprise à mi-temps envisagée le 4 janvier."
)
PATIENTS = (
    RowText("BERNARD Luc", "47 ans · n° 0012", "mar. 17 nov."),
    RowText("COSTA Maria", "39 ans · n° 0031", "jeu. 12 nov.", ("Fiche à faire", "warn")),
    RowText("DELMAS Sophie", "34 ans · n° 0027", "aujourd’hui"),
    RowText("EL AMRANI Yassine", "29 ans · n° 0044", "aujourd’hui", ("Nouveau", "info")),
    RowText("GARNIER Élodie", "42 ans · n° 0019", "ven. 6 nov.", ("Forfait épuisé", "danger")),
    RowText("MARTINEAU-DE LA TOUR Odile-Marie", "63 ans", "29 oct.", ("Sans nouvelles", "warn")),
)
FORFAITS = (
    ("BERNARD Luc", date(2027, 1, 14), 5, ("Facturable", "ok"), 82900),
    ("DELMAS Sophie", date(2027, 3, 2), 4, ("En cours", "mute"), 82900),
    ("COSTA Maria", date(2027, 4, 2), 1, ("Fiche manquante", "warn"), 82900),
    ("GARNIER Élodie", date(2027, 5, 21), 6, ("Épuisé", "danger"), 82900),
)
COLUMNS = (
    Column("Patient", lambda r: r[0], strong=True),
    Column("Échéance", lambda r: f"{r[1]:%d/%m/%Y}", 120, sort_key=lambda r: r[1]),
    Column(
        "Psychologue",
        lambda r: f"{r[2]} / 6",
        190,
        strong=True,
        pips=lambda r: ("psychologue", r[2], 6),
        tone=lambda r: "danger" if r[2] > 5 else "text",
    ),
    Column("État", lambda r: r[3][0], 160, tag=lambda r: r[3]),
    Column("Montant", lambda r: f"{r[4] // 100},00 €", 120, right=True),
)


def spoken(shown: RowText) -> str:
    return shown.spoken()


def patient_list() -> ListView:
    view = ListView("Liste des patients")
    model = RowsModel((Column("Patient", lambda r: r.title),), spoken=spoken, parent=view)
    model.set_rows(PATIENTS)
    view.setModel(model)
    view.setItemDelegate(RowDelegate(lambda r: r, view))
    view.show_selected(model.index(2, 0))
    return view


def forfait_table() -> TableView:
    view = TableView("Forfaits")
    model = RowsModel(COLUMNS, parent=view)
    model.set_rows(FORFAITS)
    view.setModel(model)
    return view


def session_card() -> Card:
    card = Card()
    card.body.setSpacing(16)
    day = Field("Date", DateField(date(2026, 11, 19), today=lambda: date(2026, 11, 19)))
    start = Field("Début", TimeField(time(14, 0)))
    length = Field("Durée", ComboField((("45", "45 min"), ("30", "30 min")), chars=8))
    place = Field("Lieu", ComboField((("C", "Au cabinet"), ("T", "Téléphone")), chars=14))
    length.editor.set_value("45")
    place.editor.set_value("C")
    card.body.addLayout(flow(day, start, length, place))
    presence = Segmented(
        (("P", "Présente"), ("E", "Absente excusée"), ("A", "Absente"), ("R", "Reportée"))
    )
    presence.set_value("P")
    card.body.addWidget(Field("Présence", presence))
    chips = Chips([(theme, theme) for theme in THEMES])
    chips.set_selected(("Consommations", "Sommeil", "Travail"))
    hint = "Servent aux statistiques ; exportés sans le texte"
    card.body.addWidget(Field("Thèmes abordés", chips, hint=hint))
    scale = Scale(0, 10, "beaucoup moins bien", "beaucoup mieux")
    scale.set_value(6)
    card.body.addWidget(Field("Évolution ressentie par la patiente", scale, optional=True))
    return card


def note_card() -> Card:
    card = Card()
    tabs = Tabs(
        (
            ("partagee", "Note partagée avec l’équipe", "users-round"),
            ("perso", "Note personnelle", "eye-off"),
        )
    )
    note = TextArea(NOTE, name="Note partagée avec l’équipe")
    note.set_note_circle("Lisible par le médecin, la psychologue et la travailleuse sociale.")
    card.body.addWidget(tabs)
    card.body.addWidget(note)
    return card


def forfait_card() -> Card:
    card = Card("Forfait annuel")
    card.header.addWidget(Label("829 €", "card"))
    dates = Label("03/03/26 – 02/03/27", "caption")
    card.body.addLayout(row(dates, None, Label("encore 103 jours", "caption")))
    card.body.addWidget(Bar(0.72, "coordination", 4))
    acts = (
        ("medecin", "stethoscope", "Consultation longue", 1, 1, 0),
        ("psychologue", "message-square-text", "Psychologue", 4, 6, 1),
        ("travailleur_social", "hand-helping", "Travailleur social", 3, 7, 0),
    )
    for role, icon, label, done, total, planned in acts:
        words = Label(f"{done} / {total}", "strong")
        head = row(IconLabel(icon, role), Label(label, "secondary"), None, words)
        card.body.addLayout(column(head, Pips(done, total, role, planned), spacing=5))
    card.body.addWidget(Rule())
    card.body.addWidget(Paragraph("1 séance planifiée le 24/11", "caption"))
    return card


def audit_card() -> Card:
    card = Card("AUDIT")
    card.header.insertWidget(1, Tag("en baisse", "info"))
    card.header.addWidget(Button("Évolution", "link"))
    score = Trend("AUDIT")
    days = (date(2026, 3, 3), date(2026, 6, 2), date(2026, 10, 2))
    points = [TrendPoint(day, n, str(n)) for day, n in zip(days, (24, 15, 9), strict=True)]
    score.show_points(points, low=0, high=40, marks=[TrendMark(6, "6")])
    card.body.addWidget(score)
    card.body.addWidget(Paragraph("Pointillé : 6, mésusage probable (femme)", "caption"))
    return card


def score_card() -> Card:
    card = Card("Feuille de cotation")
    grid = ScoreGrid(
        (
            ScoreRow(1, "Fréquence des consommations", (0, 1, 2, 3, 4)),
            ScoreRow(
                2, "Conséquence pour soi ou pour une autre personne de l’entourage", (0, 2, 4)
            ),
            ScoreRow(3, "Inquiétude d’un proche", (0, 4), yes_no=True),
        ),
        "Feuille de cotation",
    )
    grid.set_values({1: 3, 3: 4})
    grid.set_refused({2: "Donnez une cote à cette ligne"})
    grid.set_footer("2 réponses sur 3")
    card.body.addWidget(grid)
    return card


def trend_card() -> Card:
    card = Card("Logement")
    housing = Trend("Logement")
    levels = ((0, "Rue"), (1, "Chez un tiers"), (2, "Durable"))
    housing.show_points(
        [TrendPoint(date(2026, 3, 3), 0, "Rue"), TrendPoint(date(2026, 10, 2), 2, "Durable")],
        low=0,
        high=2,
        levels=levels,
    )
    for shown in (housing, Trend("Vide")):
        card.body.addWidget(shown)
    return card


def timeline_card() -> Card:
    card = Card("Parcours")
    filters = Chips((("tout", "Tout"), ("seances", "Séances"), ("fiches", "Fiches")), single=True)
    filters.set_selected(("tout",))
    card.header.addWidget(filters)
    card.body.addWidget(Label("NOVEMBRE 2026", "over"))
    rows = column(spacing=0)
    rows.addWidget(
        TimelineRow(
            "jeu. 26",
            "12:30",
            "equipe",
            "Réunion de synthèse",
            "À l’ordre du jour · demandée par C. Morel",
            "Point sur la reprise du travail et relais TCC tabac.",
            tags=(("Prévu", "mute"),),
        )
    )
    last = TimelineRow(
        "jeu. 12", "10:00", "psychologue", "Entretien psychologue", "C. Morel · 45 min", NOTE,
        last=True,
    )  # fmt: skip
    rows.addWidget(last)
    card.body.addLayout(rows)
    return card


def errors_card() -> Card:
    card = Card("Consommations")
    age = Field("Âge de première consommation", LineEdit("92", chars=6), hint="En années")
    age.set_error("Doit être plus petit que l’âge actuel (29 ans)")
    often = Field(
        "Fréquence sur les 30 derniers jours",
        Segmented((("0", "Jamais"), ("1", "1–3 j"), ("2", "Tous les jours"), ("N", "Ne sait pas"))),
    )
    often.set_error("Choisissez une réponse")
    inner = Conditional()
    inner.body.addWidget(Field("Partage de matériel", Segmented((("0", "Jamais"), ("1", "Oui")))))
    agree = CheckBox("À discuter à la réunion du 26 novembre, avec l’accord de la personne")
    agree.setChecked(True)
    summary = ErrorSummary()
    targets = ((age.error_text, age.editor), (often.error_text, often.editor))
    summary.show_errors("2 réponses à corriger dans cette rubrique", targets)
    for widget in (summary, age, often, inner, agree, CheckBox("Non cochée")):
        card.body.addWidget(widget)
    return card


def buttons_card() -> Card:
    card = Card("Boutons")
    first = (
        Button("Nouvelle séance", "primary", "plus", shortcut="Ctrl+N"),
        Button("Garder en brouillon"),
        Button("Effacer", "danger"),
        Button("Préparer", icon="users-round"),
    )
    second = (
        Button("Rubrique suivante", "primary", "chevron-right", trailing=True),
        Button("Annuler", "ghost"),
        Button("Voir ce qui part", "link", "eye"),
        IconButton("printer", "Imprimer"),
        IconButton("ellipsis", "Autres actions"),
        IconButton("pencil", "Corriger", "quiet"),
    )
    off = Button("Indisponible", "primary")
    off.setEnabled(False)
    card.body.addLayout(flow(*first, spacing=8))
    card.body.addLayout(flow(*second, off, spacing=8))
    tags = [Tag(text, kind) for text, kind in (("Suivi", "ok"), ("En cours", "info"),
            ("À faire", "warn"), ("Épuisé", "danger"), ("Prévu", "mute"))]  # fmt: skip
    card.body.addLayout(flow(*tags, Avatar("SD", 48), Avatar("CM", 34), RoleDot("psychiatre")))
    return card


def rubrics() -> SectionNav:
    nav = SectionNav()
    nav.set_rubrics(
        (
            Rubric("s", "Situation", 6, 6, "done"),
            Rubric("c", "Consommations", 9, 11, "wrong"),
            Rubric("t", "Traitements", 0, 5),
        )
    )
    nav.set_current("c")
    return nav


def header() -> HeaderBand:
    band = HeaderBand(
        "DELMAS Sophie",
        "Née le 14/05/1992 · 34 ans · dossier n° 0027 · incluse le 03/03/2026",
        large=True,
        mark=Avatar("SD", 48),
    )
    band.set_tag("Suivi en cours", "ok")
    band.set_saved("Enregistré à 14:32")
    band.add_action(IconButton("printer", "Imprimer le dossier", shortcut="Ctrl+P"))
    band.add_action(Button("Nouvelle séance", "primary", "plus"))
    band.add_tabs(Tabs((("vue", "Vue d’ensemble"), ("fiches", "Fiches"), ("s", "Séances"))))
    return band


def footer() -> FooterBar:
    foot = FooterBar("Ctrl+Entrée termine · Échap revient au dossier, rien n’est perdu")
    foot.add_left(Button("Rubrique précédente", icon="chevron-left"))
    foot.add_right(Button("Garder en brouillon"))
    foot.add_right(Button("Terminer la séance", "primary", "check"))
    return foot


def fill_main(main: QVBoxLayout) -> None:
    text = "Préremplie depuis la fiche du 2 juin — 4 réponses à confirmer"
    main.addWidget(
        Banner("warn", "Fiche de suivi à compléter avant le 30 novembre", text, "Compléter")
    )
    cards = (session_card(), note_card(), errors_card(), timeline_card(), buttons_card())
    for card in (*cards, score_card(), trend_card()):
        main.addWidget(card)
    main.addWidget(forfait_table())
    main.addStretch(1)


def fill_aside(aside: QVBoxLayout) -> None:
    figure = Figure("Consultations psychologue", "psychologue")
    figure.set_value("86", 0.6, "sur 144 incluses dans les forfaits")
    empty = Card()
    empty.body.addWidget(
        EmptyState("users", "Aucune personne suivie", "La première.", "Créer le dossier")
    )
    search = SearchBox("Nom, n° de dossier…", "Ctrl+K")
    shown = patient_list()
    shown.setMinimumHeight(420)
    for piece in (forfait_card(), audit_card(), figure, rubrics(), search, shown, empty):
        aside.addWidget(piece)
    aside.addStretch(1)


class Gallery(QWidget):
    """Everything, in the frame of a real page."""

    def __init__(self) -> None:
        super().__init__()
        body = PageBody()
        fill_main(body.main)
        fill_aside(body.add_aside(look.size("aside")))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(header())
        whole.addWidget(body, 1)
        whole.addWidget(footer())
