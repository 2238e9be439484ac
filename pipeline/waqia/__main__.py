"""``python -m waqia``: the command line."""

from waqia.cli import main

if __name__ == "__main__":
    main()
