"""Reports: what was found and repaired, for people and for programs.

Theory of operation. Everything that a person reads is built from *lines* of *fragments*
(:mod:`mojifix.report.lines`), and only there does a fragment become a string. That one place
makes every fragment safe for a terminal, so that no text, path or message can be forgotten.
JSON Lines and diffs are data: they are exact, and have their own way to be safe.
"""
