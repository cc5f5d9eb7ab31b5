"""python -m microstructure_desktop."""

from microstructure_desktop.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
