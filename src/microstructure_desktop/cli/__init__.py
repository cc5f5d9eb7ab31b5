"""The command line; without a command, start the desktop application."""


def main() -> int:
    """Run the command line and return its exit code."""
    return 0
