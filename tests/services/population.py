"""People as they are drawn in France: names more or less frequent, and slips of registration."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import accumulate
from random import Random

NOMS = """
Martin Bernard Thomas Petit Robert Richard Durand Dubois Moreau Laurent Simon Michel Lefebvre
Leroy Roux David Bertrand Morel Fournier Girard Bonnet Dupont Lambert Fontaine Rousseau Vincent
Muller Lefèvre Faure André Mercier Blanc Guérin Boyer Garnier Chevalier François Legrand Gauthier
Garcia Perrin Robin Clément Morin Nicolas Henry Roussel Mathieu Gautier Masson Marchand Duval
Denis Dumont Marie Lemaire Noël Meyer Dufour Meunier Brun Blanchard Giraud Joly Rivière Lucas
Brunet Gaillard Barbier Arnaud Martinez Gérard Roche Renard Schmitt Roy Leroux Colin Vidal Caron
Picard Roger Fabre Aubert Lemoine Renaud Dumas Lacroix Olivier Philippe Bourgeois Pierre Benoît
Rey Leclerc Payet Rolland Leclercq Guillaume Lecomte Lopez Jean Dupuy Guillot Hubert Berger
Carpentier Sanchez Dupuis Moulin Louis Deschamps Huet Vasseur Perez Boucher Fleury Royer Klein
Jacquet Adam Paris Poirier Marty Aubry Guyot Carré Charles Renault Charpentier Ménard Maillard
Baron Bertin Bailly Hervé Schneider Fernandez Collet Léger Bouvier Julien Prévost Millet Perrot
Daniel Cousin Germain Breton Besson Langlois Rémy Lebrun Pelletier Lévêque Perrier Leblanc Barré
Lebon Mallet Tessier Diallo Traoré Diarra N’Diaye Coulibaly Camara Diop Koné Touré Sow Ba Cissé
Keïta Bamba Mendy Benali Bouaziz Haddad Saïdi Mansouri Belkacem Benamar Cherif Amrani Bouzid
Hamidi Khelifi Ziani Da_Silva Ferreira Pereira Gomes Dos_Santos Rodrigues Gonçalves Lopes Alves
Fernandes Martins Costa Nguyen Tran Pham Le Huynh Chen Wang Li Zhang Yilmaz Kaya Demir Kowalski
Popescu Ivanov Singh
""".split()  # noqa: SIM905 -- a list of words is read as words
PRENOMS = """
Marie Jean Michel Pierre Philippe Nathalie Isabelle Alain Nicolas Catherine Christophe Patrick
Sylvie Christine Julien Françoise Daniel Stéphane Laurent Sébastien Sandrine Martine Frédéric
Valérie David Céline Éric Monique Thomas Sophie Thierry Stéphanie Jacques Bernard Olivier Anne
Christian Alexandre Véronique Corinne Aurélie Julie Pascal Kévin Jérôme Brigitte Claude Patricia
Dominique Émilie Guillaume Laurence Gérard Didier Bruno Anthony Maxime Élodie Chantal Audrey
Virginie Romain Mohamed Nadia Karim Fatima Sarah Ahmed Mehdi Samir Rachid Yacine Amina Leïla
Khadija Nicole Serge Claire Vincent Caroline Delphine Camille Laëtitia Florence Karine Benjamin
Marc Joël Mathieu Arnaud Franck Laura Pauline Hélène Cédric Marion Fabrice Ludovic Cécile Melissa
Vanessa Jonathan Adrien Clément Lucie Mathilde Antoine Quentin Florian Jérémy Alexis Hugo Lucas
Paul Louis Emma Manon Chloé Léa Inès Jessica Amandine Sabrina Aminata Mamadou Ibrahima Fatoumata
Moussa Awa Ousmane Aïssatou Maria José Manuel Antonio Ana João Linh Minh Thi Wei Mei Mehmet Ayse
Ali Hassan Jean-Pierre Jean-Claude Jean-Luc Marie-Christine Anne-Marie Jean-Marc Marie-Laure Rémi
Bastien
""".split()  # noqa: SIM905 -- a list of words is read as words
FIRST, LAST = date(1945, 1, 1), date(2005, 12, 31)


@dataclass(frozen=True)
class Identite:
    nom: str
    prenom: str
    naissance: date
    nom_naissance: str = ""


class Population:
    """Frequencies by Zipf: the second name is half as frequent as the first, and so on."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)

    def people(self, many: int) -> list[Identite]:
        return [self.person() for _ in range(many)]

    def person(self) -> Identite:
        born = FIRST + timedelta(days=self.random.randint(0, (LAST - FIRST).days))
        return Identite(self.nom(), self._drawn(PRENOMS, _PRENOMS), born)

    def nom(self) -> str:
        return self._drawn(NOMS, _NOMS).replace("_", " ")

    def _drawn(self, names: list[str], weights: list[float]) -> str:
        return self.random.choices(names, cum_weights=weights)[0]


_NOMS, _PRENOMS = (
    list(accumulate(1 / rank for rank in range(1, len(names) + 1))) for names in (NOMS, PRENOMS)
)


# --- what happens when the same person is registered again ---------------------------------

Slip = Callable[[Random, Identite], Identite | None]
"""The same person told otherwise; None when that slip leaves them as they are."""


def _typo(text: str, random: Random) -> str:
    at = random.randrange(1, len(text))
    letter = random.choice("abcdefghijklmnopqrstuvwxyz")
    return random.choice(
        (
            text[:at] + letter + text[at + 1 :],
            text[:at] + letter + text[at:],
            text[:at] + text[at + 1 :],
            text[: at - 1] + text[at] + text[at - 1] + text[at + 1 :],
        )
    )


def typo_in_nom(random: Random, who: Identite) -> Identite | None:
    return replace(who, nom=_typo(who.nom, random))


def typo_in_prenom(random: Random, who: Identite) -> Identite | None:
    return replace(who, prenom=_typo(who.prenom, random))


def swapped_names(_random: Random, who: Identite) -> Identite | None:
    return replace(who, nom=who.prenom, prenom=who.nom)


def swapped_day(_random: Random, who: Identite) -> Identite | None:
    day, month = who.naissance.day, who.naissance.month
    if day > 12 or day == month:
        return None
    return replace(who, naissance=who.naissance.replace(day=month, month=day))


def digit_of_date(random: Random, who: Identite) -> Identite | None:
    digits = f"{who.naissance:%d%m%Y}"
    at = random.randrange(8)
    other = digits[:at] + random.choice("0123456789") + digits[at + 1 :]
    try:
        born = date(int(other[4:]), int(other[2:4]), int(other[:2]))
    except ValueError:
        return None
    return replace(who, naissance=born) if 1900 < born.year < 2030 else None


def plain_letters(_random: Random, who: Identite) -> Identite | None:
    table = str.maketrans("éèêëàâïîôùçÉÈ", "eeeeaaiioucEE")
    nom, prenom = (
        text.translate(table).replace("-", " ").replace("’", "") for text in (who.nom, who.prenom)
    )
    return replace(who, nom=nom.upper(), prenom=prenom)


_ALIKE = (
    ("ph", "f"), ("y", "i"), ("eau", "au"), ("au", "o"), ("ll", "l"), ("nn", "n"), ("ss", "c"),
    ("th", "t"), ("qu", "k"), ("ch", "sh"), ("ai", "é"), ("t$", "d"), ("d$", "t"), ("h", ""),
    ("c", "k"), ("mm", "m"), ("ou", "o"), ("k", "c"), ("on$", "ond"), ("in$", "ain"), ("é", "er$"),
)  # fmt: skip


def as_heard(random: Random, who: Identite) -> Identite | None:
    """Up to two spellings that French says alike; the soft c and the « sh » of « ch » apart."""
    nom, prenom = (_heard(random, text) for text in (who.nom, who.prenom))
    return None if (nom, prenom) == (who.nom, who.prenom) else replace(who, nom=nom, prenom=prenom)


def _heard(random: Random, text: str) -> str:
    for written, said in random.sample(_ALIKE, len(_ALIKE)):
        if written.endswith("$") and text.endswith(written[:-1]):
            return text[: -len(written) + 1] + said
        at = text.find(written, 1)
        soft = text[at + 1 : at + 2] in "eiyéèêhç"
        if at > 0 and not said.endswith("$") and not (written in {"c", "h"} and soft):
            before = text[at - 1] in "cpst" if written == "h" else False
            return text if before else text[:at] + said + text[at + len(written) :]
    return text


SLIPS: dict[str, Slip] = {
    slip.__name__: slip
    for slip in (
        typo_in_nom, typo_in_prenom, swapped_names, swapped_day, digit_of_date, plain_letters,
        as_heard,
    )
}  # fmt: skip


def again(random: Random, slip: Slip, people: list[Identite]) -> Iterator[tuple[int, Identite]]:
    """Each person of a list told otherwise, with their rank."""
    for rank, who in enumerate(people):
        other = slip(random, who)
        if other is not None and other != who:
            yield rank, other
