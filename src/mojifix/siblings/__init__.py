"""Known-good documents about the same thing, as evidence and as witnesses.

Theory of operation. A *sibling* is a document that is known to be good and says some of the same
things: another paper's article on one event, an older version, a translation memory. Where it
quotes a passage, it shows what stood in the damaged place; where it has a word, it shows that
there is such a word. The index (:mod:`.index`) finds pieces of words, :mod:`.landings` picks the
places to look at, :mod:`.alignment` fits the text around a damaged place to a sibling although
both may be damaged elsewhere, :mod:`.place` reads what the sibling has there, and :mod:`.intact`
turns away witnesses that are damaged in the same way. :mod:`.find` tells which documents of an
archive are siblings at all.

Nothing here knows channels or languages: what may have stood in a place is a question put to the
caller (``accepts``). So the engine can ask siblings for evidence, and the verifier, which shares
no decision with the engine, for testimony.
"""

from __future__ import annotations

from mojifix.siblings.evidence import Siblings
from mojifix.siblings.find import Archive, Found, find_siblings
from mojifix.siblings.witness import Witness

__all__ = ["Archive", "Found", "Siblings", "Witness", "find_siblings"]
