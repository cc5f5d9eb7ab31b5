"""What a printed fiche says: whose it is, who wrote it, each question with its answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from microstructure_desktop import french
from microstructure_desktop.domain.periods import age
from microstructure_desktop.forms import rules
from microstructure_desktop.forms.answer_words import in_words

from . import wording
from .flow import Dressing, block, columns, line, room, space
from .styles import (
    ACCENT,
    BODY,
    GUTTER,
    HAIRLINE,
    LABEL,
    MM,
    OVERLINE,
    SECTION,
    SUBTITLE,
    THICK,
    TITLE,
)
from .text import or_dash

if TYPE_CHECKING:
    from microstructure_desktop.forms.model import Group, Item

    from .printed import FicheImprimee

_FACTS = columns(1, 5.2, gutter=GUTTER, styles=(LABEL, BODY))
_ANSWERS = columns(2, 3, gutter=GUTTER, styles=(LABEL, BODY))


def story(contenu: FicheImprimee) -> list[Any]:
    shown = rules.enabled(contenu.form, contenu.fiche.answers)
    flowables = _head(contenu)
    for group in contenu.form.groups:
        items = [i for i in group.items if i.is_question and i.id in shown and not i.personal]
        if items:
            flowables += _group(contenu, group, items)
    return flowables


def _head(contenu: FicheImprimee) -> list[Any]:
    fiche, form, patient = contenu.fiche, contenu.form, contenu.patient
    naissance = french.numeric_date(patient.naissance)
    annees = f"{age(patient.naissance, fiche.jour)}\xa0ans"
    facts = (
        ("Fiche du", french.long_date(fiche.jour)),
        ("Rédaction", wording.membre(contenu.auteur)),
        ("État", "complète" if fiche.complete else "à compléter"),
        ("Révision", f"n°\xa0{contenu.revision}, le {wording.instant(contenu.revisee_le)}"),
        ("Questionnaire", f"{form.title}, version {form.version}"),
    )
    return [
        line(form.title.upper(), OVERLINE),
        line(patient.nom_affiche, TITLE),
        line(
            f"Dossier n°\xa0{patient.dossier} · naissance le\xa0{naissance}, {annees}",
            SUBTITLE,
            Dressing(after=4 * MM),
        ),
        *(block(fact, _FACTS, Dressing(before=2)) for fact in facts),
    ]


def _group(contenu: FicheImprimee, group: Group, items: list[Item]) -> list[Any]:
    title = [
        space(7 * MM),
        room(SECTION.leading + 18 * MM),
        line(group.title, SECTION, Dressing(before=5, after=3, rule=ACCENT, weight=THICK)),
    ]
    rows = []
    for rank, item in enumerate(items):
        texts = (item.text, or_dash(in_words(item, contenu.fiche.answers.get(item.id))))
        dressing = Dressing(before=2.5, after=2.5, rule=HAIRLINE if rank else None)
        rows.append(block(texts, _ANSWERS, dressing))
    return [*title, *rows]
