"""``python -m rotaplan``."""

from rotaplan.cli import main

if __name__ == "__main__":
    main()
