"""Every input that comes from outside, by the name it has in the table of promises."""

from . import backups, kept, opened, sealed, updates, written

TARGETS = {
    target.nom: target
    for target in (
        *backups.TARGETS,
        *kept.TARGETS,
        *sealed.TARGETS,
        *written.TARGETS,
        *opened.TARGETS,
        *updates.TARGETS,
    )
}
