"""Engines: a model, or a part of it with the rest held fixed, solved by one method each."""
