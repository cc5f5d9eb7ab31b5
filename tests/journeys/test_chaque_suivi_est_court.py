"""The follow-up fiche that is due, from the band of the record to complete, profession by one."""

from datetime import date, time

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import fiches

MARCH, NOVEMBER = date(2026, 3, 12), date(2026, 11, 19)
MOST_CLICKS = 12
STABLE, LOW = "STABLE", "FAIBLE"
MEDICAL = {
    "evolution_somatique": STABLE,
    "evolution_psy": STABLE,
    "hospit_6m": 0,
    "objectif_patient": "ABSTINENCE",
    "produit_1": "ALCOOL",
    "frequence_1": "QUOTIDIENNE",
    "usage_1": "DEPENDANCE",
    "verres_jour": 6,
    "voie_iv": "JAMAIS",
    "overdose_12m": False,
    "tso": "AUCUN",
    "vih": "NEGATIF",
    "vhc": "NEGATIF",
}
PSYCHOLOGICAL = {
    "evolution_psychique": STABLE,
    "motivation": "ACTION",
    "alliance": "BONNE",
    "manifestations": ["ANXIETE"],
    "bien_etre": 4,
    "craving": 2,
    "evolution_consommations": STABLE,
    **dict.fromkeys(("rud_risque", "rud_urgence", "rud_dangerosite"), LOW),
}
SOCIAL = {
    "evolution_sociale": STABLE,
    "logement": "DURABLE_PROCHES",
    "entourage": "SEUL",
    "situation_pro": "CHOMAGE",
    "ressources": "RSA",
    "couverture": "CSS",
    "isolement": True,
    "fins_de_mois_difficiles": True,
}
CASES = (
    (Role.MEDECIN, "medicale_suivi", MEDICAL, ("evolution_somatique", "evolution_psy")),
    (
        Role.PSYCHOLOGUE,
        "psychologique_suivi",
        PSYCHOLOGICAL,
        ("rud_risque", "rud_urgence", "rud_dangerosite"),
    ),
    (Role.TRAVAILLEUR_SOCIAL, "sociale_suivi", SOCIAL, ("evolution_sociale",)),
)


def filled(team, patient, role, form_id, answers):
    team.clock.set(MARCH, time(10))
    opened = fiches.start(team[role], patient.id, form_id)
    dated = {**answers, "jour": MARCH.isoformat()}
    fiches.save(team[role], opened, jour=MARCH, answers=dated, complete=True)
    team.clock.set(NOVEMBER, time(14))


def confirm(hands, asked):
    """Rubric by rubric: « Inchangé », then what is asked anew; those with neither are passed."""
    fiche = hands.page._opened.fiche
    for group in fiche.form.groups:
        anew = [item.id for item in group.items if item.id in asked]
        known = any(item.unchanged and item.id in fiche.precedentes for item in group.items)
        if not (anew or known):
            continue
        if hands.form.current != group.id:
            hands.click(hands.page.nav.button(group.id))
        if known:
            hands.click(hands.form.group_view().all_unchanged)
        for item_id in anew:
            hands.click_answer(item_id, asked[item_id])
    last = fiche.form.groups[-1].id
    if hands.form.current != last:
        hands.click(hands.page.nav.button(last))
    hands.click(hands.page.complete_button)


@pytest.mark.parametrize(("role", "form_id", "known", "anew"), CASES, ids=[c[1] for c in CASES])
def test_that_twelve_clicks_confirm_what_has_not_changed(
    team, sit, counted, role, form_id, known, anew
):
    patient = team.patient()
    filled(team, patient, role, form_id, known)
    hands = sit(role)
    hands.go("dossier", patient_id=patient.id)
    counted.clicks = 0
    due = next(b for b in hands.page.overview.alerts.banners() if "à compléter" in b.title())
    hands.click(due.action_button)
    confirm(hands, {item_id: known[item_id] for item_id in anew})
    assert hands.at() == "dossier"
    assert counted.clicks <= MOST_CLICKS
    with team[role].store.read() as work:
        after = max(work.fiches.of(patient.id), key=lambda fiche: fiche.jour)
    assert after.complete
    assert after.answers == {**known, "jour": NOVEMBER.isoformat()}
