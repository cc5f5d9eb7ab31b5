"""Those who write and those who read, for the tests of what they exchange."""

from microstructure_desktop.exchange.seal import Identity, SigningKey

CABINET, AUTRE_CABINET = SigningKey(b"\x01" * 32), SigningKey(b"\x02" * 32)
ANIMATRICE, SUIVANTE = SigningKey(b"\x03" * 32), SigningKey(b"\x04" * 32)
LECTRICE, SECOURS, INCONNU = Identity.generate(), Identity.generate(), Identity.generate()

# Two public halves whose secret halves nobody has: what is made for them is the same every time.
DESTINATAIRES = (
    "age1kawy8z9lyfjn0gg862fam03z6f0cz8semeqnwmes8puc352cquqq4we4vh",
    "age14hahuy0hflts5wfc6czh33ulyyn0l6sywky4q5mfyaf0qxmnk5fs9j8rjf",
)
