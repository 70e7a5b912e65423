"""How a model is solved: a first roster, then proof where it is small, search where it is large."""
