"""Every input that comes from outside, by the name it has in the table of promises."""

from . import kept, opened, sealed, written

TARGETS = {
    target.nom: target
    for target in (*kept.TARGETS, *sealed.TARGETS, *written.TARGETS, *opened.TARGETS)
}
