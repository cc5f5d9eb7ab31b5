"""Age bands (CL08)."""

TRANCHES = (
    ("MOINS_18", 17),
    ("18_24", 24),
    ("25_29", 29),
    ("30_39", 39),
    ("40_49", 49),
    ("50_59", 59),
)
"""Each code with its last completed year."""
ANCIENS = "60_PLUS"
CODES = (*(code for code, _ in TRANCHES), ANCIENS)


def tranche_age(ans: int) -> str:
    return next((code for code, dernier in TRANCHES if ans <= dernier), ANCIENS)
