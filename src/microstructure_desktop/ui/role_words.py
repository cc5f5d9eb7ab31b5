"""How roles are called on screen, before any list can be read."""

ROLE_WORDS = {
    "medecin": "Médecin",
    "psychologue": "Psychologue",
    "travailleur_social": "Travailleur social",
    "psychiatre": "Psychiatre",
    "coordination": "Coordination",
    "secretariat": "Secrétariat",
}
