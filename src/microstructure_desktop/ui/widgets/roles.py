"""Roles: the icon of each role; its colour is the token of the same name."""

ROLE_ICONS = {
    "medecin": "stethoscope",
    "psychologue": "message-square-text",
    "travailleur_social": "hand-helping",
    "psychiatre": "brain",
    "coordination": "calendar-check",
    "secretariat": "phone",
    "equipe": "users-round",
    "fiche": "file-text",
}
