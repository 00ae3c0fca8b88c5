"""Measuring mojifix: quality (``bench.quality``), speed (``bench.speed``), ftfy's own cases.

Nothing here ships. The bench makes its damage with Python's codecs, never with
``mojifix.channels``, so that a mistake in a channel cannot hide itself.
"""
