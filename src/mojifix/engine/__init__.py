"""The search: gate, undo, judge, decide. It knows channels and plausibility, not they it."""
