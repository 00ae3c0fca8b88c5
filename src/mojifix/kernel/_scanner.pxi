"""Reading a text and saying where it is odd: see scanner.py."""

cdef enum:
    SIGN = 0
    LETTER = 1
    MARK = 2
    SYLLABLE = 3
    AHEAD = 8          # letters between asking the memory for a row and adding it
    WORDS_AHEAD = 4    # words between asking the memory for one and adding it
    SLOTS = 131072     # of pairs of shapes; at most half of them are taken: 1 MB
    SCRIPTS = 256
    SEGMENT = 400      # see segments.py
    NONE = -1


cdef struct Term:
    # A word that is remembered, and where it stands.
    uint64_t hash
    Py_ssize_t start
    int32_t stretch
    int16_t script
    uint8_t length
    bint hot           # one of its letters is not ASCII


cdef struct Letter:
    # A letter (or the end of a word) after the two before it, and where it stands.
    uint64_t key
    int32_t stretch
    int16_t script
    int16_t hot        # it may be odd: it is not ASCII, or follows what is not


cdef struct Piece:
    # A stretch.
    Py_ssize_t start
    Py_ssize_t end
    int64_t amount
    int64_t spread     # how odd letters are that are not plain,
    int64_t hot        # so many of which may be
    int64_t guests     # how odd it is besides in a text of plain letters


cdef struct Script:
    # What was met of a script.
    uint32_t* totals  # what its letters cost, by lane; NULL: nobody asked yet
    uint16_t* some    # what is to be added to them, of so many letters
    int pending
    int letters
    int lane
    int piece         # the first stretch that has a letter of it


cdef struct Notes:
    # What one scan gathers. Each scan has its own: a policy's answers may let other threads in.
    Letter* letters
    Py_ssize_t number
    Py_ssize_t room
    Py_ssize_t hot     # how many of them, or of the words, may be odd
    Term* terms
    Py_ssize_t term_number
    Py_ssize_t term_room
    Piece* pieces
    Py_ssize_t piece_number
    Py_ssize_t piece_room
    Script scripts[SCRIPTS]
    uint8_t known[SCRIPTS]
    int met[SCRIPTS]
    int met_number


@cython.final
cdef class Scanner:
    """Scans texts by one policy."""

    cdef object _policy
    cdef uint32_t* _kinds   # of each code point, once asked: folded, kind, case, known
    cdef uint8_t* _scripts
    cdef uint16_t* _shapes
    cdef uint32_t* _pair_keys
    cdef int32_t* _pair_costs
    cdef int _pairs
    cdef list _grams
    cdef bint[SCRIPTS] _asked
    cdef bint[SCRIPTS] _joined
    cdef int _plain, _spread, _sparse, _dense, _usual, _usual_syllable, _change, _rise, _enclosed, _minor, _few
    cdef int _limit, _flagged, _loud
    cdef frozenset _quiet

    def __cinit__(self, policy):
        self._policy = policy
        self._kinds = <uint32_t*>calloc(0x110000, sizeof(uint32_t))
        self._scripts = <uint8_t*>calloc(0x110000, 1)
        self._shapes = <uint16_t*>calloc(0x110000, sizeof(uint16_t))
        self._pair_keys = <uint32_t*>calloc(SLOTS, sizeof(uint32_t))
        self._pair_costs = <int32_t*>malloc(SLOTS * sizeof(int32_t))
        if not (
            self._kinds and self._scripts and self._shapes and self._pair_keys and self._pair_costs
        ):
            raise MemoryError
        self._pairs = 0
        self._grams = [None] * SCRIPTS
        for script in range(SCRIPTS):
            self._asked[script] = False
            self._joined[script] = script in policy.joined
        self._plain, self._spread = policy.plain, policy.spread
        self._sparse, self._dense = policy.sparse, policy.dense
        self._usual, self._usual_syllable = policy.usual, policy.usual_syllable
        self._change, self._rise = policy.change, policy.rise
        self._enclosed = policy.enclosed
        self._minor, self._few = policy.minor, policy.few
        self._limit, self._flagged = policy.limit, policy.flagged
        self._quiet, self._loud = policy.quiet, policy.loud

    def __dealloc__(self):
        free(self._kinds)
        free(self._scripts)
        free(self._shapes)
        free(self._pair_keys)
        free(self._pair_costs)

    def scan(self, str text, Py_ssize_t start, Py_ssize_t end, enough=None):
        """By how much ``text[start:end]`` is odd, and where; ``(0, [])`` where it is ordinary.

        ``enough`` is an amount from which on more does not matter, nor where.
        """
        cdef int64_t most = <int64_t>1 << 62
        if enough is not None:
            most = max(<int64_t>enough, <int64_t>self._limit)
        cdef int64_t signs
        cdef bint quiet
        cdef Notes notes
        start, end = max(start, 0), min(end, len(text))
        cdef uint32_t* chars = _characters(text, start, end)
        _begin_notes(&notes)
        try:
            if 0 <= self._signs(chars, 0, end - start, &quiet) <= self._limit:
                return 0, []
            _check_notes(&notes)
            signs = self._read(chars, 0, end - start, most, &notes)
            return (signs, []) if signs > most else self._judged(chars, start, &notes)
        finally:
            free(chars)
            _end_notes(&notes)

    def lanes(self, str text):
        """The lane of each script in which the words of a text cost least."""
        cdef Notes notes
        cdef int i
        _begin_notes(&notes)
        cdef uint32_t* chars = _characters(text, 0, len(text))
        try:
            _check_notes(&notes)
            self._read(chars, 0, len(text), <int64_t>1 << 62, &notes)
            self._choose(chars, &notes)
            return {notes.met[i]: notes.scripts[notes.met[i]].lane for i in range(notes.met_number)}
        finally:
            free(chars)
            _end_notes(&notes)

    def odd(self, str text):
        """Is any of the lines of a text odd?"""
        cdef Py_ssize_t start = 0, end = 0, length = len(text)
        cdef uint32_t* chars = _characters(text, 0, length)
        try:
            while _segment(chars, length, &start, &end):
                if self._odd(chars, start, end):
                    return True
            return False
        finally:
            free(chars)

    cpdef bint stirs(self, str text) except -1:
        """Is any of the lines of a text odd, by more than a few signs that are ``Policy.quiet``?"""
        cdef Py_ssize_t start = 0, end = 0, length = len(text)
        cdef int64_t signs
        cdef bint quiet
        cdef uint32_t* chars = _characters(text, 0, length)
        try:
            while _segment(chars, length, &start, &end):
                quiet = False
                signs = self._signs(chars, start, end, &quiet)
                if signs < 0:
                    if self._amount(chars, start, end, 0) > 0:
                        return True
                elif signs > self._limit and not (quiet and signs < self._loud):
                    return True
            return False
        finally:
            free(chars)

    def odder(self, str text, most, str seen="", str originals=""):
        """Are the lines of a text together odder than this?

        The characters of ``seen``, none of which is ASCII, are taken for those of ``originals``.
        """
        cdef Py_ssize_t start = 0, end = 0, length = len(text)
        cdef int64_t left = most
        if left < 0:
            return True
        cdef uint32_t* chars = _characters(text, 0, length)
        try:
            if seen:
                _change(chars, length, seen, originals)
            while _segment(chars, length, &start, &end):
                left -= self._amount(chars, start, end, left)
                if left < 0:
                    return True
            return False
        finally:
            free(chars)

    cdef int64_t _amount(
        self, const uint32_t* text, Py_ssize_t start, Py_ssize_t end, int64_t enough
    ) except -1:
        """By how much a part of a text is odd, as far as matters: see ``scan``."""
        cdef Notes notes
        cdef int64_t amount
        enough = max(enough, <int64_t>self._limit)
        _begin_notes(&notes)
        try:
            _check_notes(&notes)
            amount = self._read(text, start, end, enough, &notes)
            if amount <= enough:
                amount = self._total(text, &notes)
            return amount if amount > self._limit else 0
        finally:
            _end_notes(&notes)

    cdef bint _odd(self, const uint32_t* text, Py_ssize_t start, Py_ssize_t end) except -1:
        """Is a part of a text odd?"""
        cdef bint quiet
        cdef int64_t signs = self._signs(text, start, end, &quiet)
        return signs > self._limit if signs >= 0 else self._amount(text, start, end, 0) > 0

    cdef int64_t _signs(
        self, const uint32_t* text, Py_ssize_t start, Py_ssize_t end, bint* quiet
    ) except -2:
        """How odd the signs are, if nothing else that is not ASCII stands there; -1 if it does.

        And whether all of them are quiet.

        Most such text is English with quotation marks, and its letters need not be looked at.
        """
        cdef Py_ssize_t at
        cdef int64_t signs = 0
        cdef uint32_t char, packed, next, last = 0x20
        quiet[0] = True
        for at in range(start, end):
            char = text[at]
            if char >= 0x80:
                packed = self._kinds[char]
                if not packed:
                    packed = self._kind(char)
                # A sign with a case of its own takes part in more than its neighbors.
                if (packed >> 21 & 3) != SIGN or (packed >> 23 & 3) == 1:
                    return -1
                quiet[0] &= packed >> 30 & 1
                signs += self._pair(last, char)
                next = text[at + 1] if at + 1 < end else 0x20
                if next < 0x80:
                    signs += self._pair(char, next if next > 0x20 else 0x20)
                last = char
            else:
                last = char if char > 0x20 else 0x20
        return signs

    cdef uint32_t _kind(self, uint32_t char) except 0:
        """Folded code point, kind << 21, case << 23, whether it is quiet, and that it is known."""
        kind, script, case, folded, shape = self._policy.kind(chr(char))
        self._scripts[char] = script
        self._shapes[char] = shape
        if kind in (LETTER, SYLLABLE) and not self._asked[script]:
            found = self._policy.grams(script)
            if found is not None:
                self._grams[script] = <Grams?>found  # From here on it is cast unchecked.
                (<Grams>found).usual = self._usual
            self._asked[script] = True
        self._kinds[char] = (
            <uint32_t>ord(folded) | <uint32_t>kind << 21 | <uint32_t>case << 23
            | <uint32_t>(chr(char) in self._quiet) << 30 | <uint32_t>1 << 31
        )
        return self._kinds[char]

    cdef int _pair(self, uint32_t first, uint32_t second) except -1:
        if first < 0x80 and second < 0x80:
            return 0
        if not self._kinds[first]:
            self._kind(first)
        if not self._kinds[second]:
            self._kind(second)
        # One more, so that no key is 0: that is an empty place.
        cdef uint32_t key = (<uint32_t>self._shapes[first] << 16 | self._shapes[second]) + 1
        cdef uint64_t at = _mix(key) & (SLOTS - 1)
        while self._pair_keys[at] != key:
            if not self._pair_keys[at]:
                return self._new_pair(self._shapes[first], self._shapes[second], key)
            at = (at + 1) & (SLOTS - 1)
        return self._pair_costs[at]

    cdef int _new_pair(self, int first, int second, uint32_t key) except -1:
        # Asked first: meanwhile another thread may fill the table, or this very place of it.
        cdef int cost = self._policy.pair(first, second)
        if self._pairs >= SLOTS // 2:
            memset(self._pair_keys, 0, SLOTS * sizeof(uint32_t))
            self._pairs = 0
        cdef uint64_t at = _mix(key) & (SLOTS - 1)
        while self._pair_keys[at] and self._pair_keys[at] != key:
            at = (at + 1) & (SLOTS - 1)
        self._pairs += not self._pair_keys[at]
        self._pair_keys[at] = key
        self._pair_costs[at] = cost
        return cost

    cdef int64_t _read(
        self, const uint32_t* text, Py_ssize_t start, Py_ssize_t end, int64_t enough,
        Notes* notes,
    ) except -1:
        """Gather what there is, until signs alone are enough; by how much they are odd."""
        cdef Py_ssize_t at
        cdef int64_t signs = 0, total = 0
        cdef Py_ssize_t begun = start
        cdef uint64_t hash = 0
        cdef uint32_t char, last = 0x20, packed, folded
        cdef int kind, case, last_case = 2, script = NONE, script_before, here
        cdef bint syllables = False, inside = False, enclosed = False, hot = False
        cdef Grams grams = None
        for at in range(start, end + 1):
            char = text[at] if at < end else 0x20
            if 0x61 <= char <= 0x7A and inside and script == self._plain and self._kinds[char]:
                # Most text is this: another small letter of ASCII, which is its own folded form.
                notes.scripts[script].letters += 1
                hash = (hash ^ char) * <uint64_t>0x9E3779B97F4A7C15
                last, last_case = char, 0
                continue
            if char <= 0x20:
                if inside:
                    if script != NONE and not syllables and grams is not None:
                        self._word(text, begun, at, hash, hot, script, notes)
                    if script != NONE and script != self._plain:
                        notes.pieces[notes.piece_number].guests += self._pair(last, 0x20)
                    else:
                        signs += self._pair(last, 0x20)
                    notes.pieces[notes.piece_number].end = at
                    notes.pieces[notes.piece_number].amount = signs
                    notes.piece_number += 1
                    inside = False
                    total += signs
                    if total > enough:
                        break
                continue
            if not inside:
                self._begin(at, notes)
                inside, signs, last, last_case = True, 0, 0x20, 2
                script, syllables, enclosed = NONE, False, False
            packed = self._kinds[char]
            if not packed:
                packed = self._kind(char)
            folded = packed & 0x1FFFFF
            kind = packed >> 21 & 3
            case = packed >> 23 & 3
            if kind == SIGN or (kind == MARK and script == NONE):
                if script != NONE and not syllables and grams is not None:
                    self._word(text, begun, at, hash, hot, script, notes)
                script_before, script, syllables = script, NONE, False
                if script_before != NONE and script_before != self._plain and char < 0x80:
                    notes.pieces[notes.piece_number].guests += self._pair(last, char)
                else:
                    signs += self._pair(last, char)
                enclosed = last_case == 1 and last >= 0x80 and char >= 0x80
                last, last_case = char, case
                continue
            if kind != MARK:
                if enclosed and case == 1:
                    signs += self._enclosed
                enclosed = False
                here = self._scripts[char]
                if here == script:
                    if last_case == 0 and case == 1 and (last >= 0x80 or char >= 0x80):
                        signs += self._rise
                else:
                    if script == NONE and last < 0x80 and here != self._plain:
                        notes.pieces[notes.piece_number].guests += self._pair(last, char)
                    elif script == NONE:
                        signs += self._pair(last, char)
                    else:
                        if self._joined[script] != self._joined[here] and (
                            script == self._plain or here == self._plain
                        ):
                            notes.pieces[notes.piece_number].guests += self._change
                        elif not (self._joined[script] and self._joined[here]):
                            signs += self._change
                        if not syllables and grams is not None:
                            self._word(text, begun, at, hash, hot, script, notes)
                    script, syllables = here, kind == SYLLABLE
                    grams = <Grams>self._grams[script]
                    begun, hash, hot = at, 0, False
                    if not notes.known[script]:
                        _meet(script, notes)
            notes.scripts[script].letters += 1
            if grams is not None:
                if syllables:
                    _add(script, NOTHING, NOTHING, folded, notes)
                else:
                    hash = (hash ^ folded) * <uint64_t>0x9E3779B97F4A7C15
                    hot |= folded >= 0x80
            last, last_case = char, case
        return total

    cdef inline int _word(
        self, const uint32_t* text, Py_ssize_t start, Py_ssize_t end, uint64_t hash, bint hot,
        int script, Notes* notes,
    ) except -1:
        """Note a word."""
        cdef uint32_t a = NOTHING, b = 0, c
        cdef Py_ssize_t at
        if end - start > SPELLED:
            for at in range(start, end + 1):
                c = self._kinds[text[at]] & 0x1FFFFF if at < end else 0
                _add(script, a, b, c, notes)
                a, b = b, c
            return 0
        if notes.term_number == notes.term_room:
            _make_room_for_terms(notes)
        notes.terms[notes.term_number] = Term(
            hash & ~<uint64_t>1, start, <int32_t>notes.piece_number, script, <uint8_t>(end - start),
            hot,
        )
        notes.term_number += 1
        notes.hot += hot
        return 0

    cdef inline void _spell(self, const uint32_t* text, Term* term, uint32_t* letters) noexcept:
        """The folded letters of a word."""
        cdef int i
        for i in range(term.length):
            letters[i] = self._kinds[text[term.start + i]] & 0x1FFFFF

    cdef int _begin(self, Py_ssize_t at, Notes* notes) except -1:
        """Begin a stretch."""
        cdef void* room
        if notes.piece_number == notes.piece_room:
            room = realloc(notes.pieces, 2 * notes.piece_room * sizeof(Piece))
            if room == NULL:
                raise MemoryError
            notes.pieces = <Piece*>room
            notes.piece_room *= 2
        notes.pieces[notes.piece_number].start = at
        notes.pieces[notes.piece_number].spread = 0
        notes.pieces[notes.piece_number].hot = 0
        notes.pieces[notes.piece_number].guests = 0
        return 0

    cdef object _judged(self, const uint32_t* text, Py_ssize_t at, Notes* notes):
        """What ``scan`` says of a text that stands at ``at``."""
        cdef Py_ssize_t n
        cdef int64_t total = self._total(text, notes)
        if total <= self._limit:
            return 0, []
        return total, [
            Odd(at + notes.pieces[n].start, at + notes.pieces[n].end, notes.pieces[n].amount)
            for n in range(notes.piece_number)
            if notes.pieces[n].amount >= self._flagged
        ]

    cdef int64_t _total(self, const uint32_t* text, Notes* notes) except -1:
        """By how much the text is odd all in all, and each of its stretches."""
        cdef Py_ssize_t n
        cdef int64_t total = 0, spread = 0, hot = 0
        cdef Piece* piece
        if notes.hot:
            self._choose(text, notes)
            self._weigh(text, notes)
        if notes.met_number and self._belittle(notes) == self._plain:
            for n in range(notes.piece_number):
                notes.pieces[n].amount += notes.pieces[n].guests
        for n in range(notes.piece_number):
            piece = &notes.pieces[n]
            if piece.spread > 0:
                spread += piece.spread
            hot += piece.hot
        for n in range(notes.piece_number):
            piece = &notes.pieces[n]
            if piece.spread > 0 and (
                spread > self._sparse * hot or piece.spread > self._dense * piece.hot
            ):
                piece.amount += piece.spread
            total += piece.amount
        return total

    cdef int _choose(self, const uint32_t* text, Notes* notes) except -1:
        """Find the language of each script."""
        cdef Py_ssize_t n
        cdef int i, j, script = NONE
        cdef Letter* letter
        cdef Term* term
        cdef uint32_t letters[SPELLED]
        cdef Script* met = NULL
        cdef Grams grams = None
        for n in range(notes.number):
            if n + AHEAD < notes.number:
                letter = notes.letters + n + AHEAD
                (<Grams>self._grams[letter.script]).ask(letter.key)
            letter = notes.letters + n
            if letter.script != script:
                script = letter.script
                met = &notes.scripts[script]
                grams = <Grams>self._grams[script]
                if met.totals == NULL:
                    _sum_up(met, grams._stride)
            if met.pending == TOGETHER:
                _add_some(met.totals, met.some, grams.width)
                met.pending = 0
            _add_row(met.some, grams.find(letter.key), grams._stride)
            met.pending += 1
        for n in range(notes.term_number):
            if n + WORDS_AHEAD < notes.term_number:
                term = notes.terms + n + WORDS_AHEAD
                if not (<Grams>self._grams[term.script]).ask_word(term.hash):
                    self._spell(text, term, letters)
                    (<Grams>self._grams[term.script]).ask_letters(letters, term.length)
            term = notes.terms + n
            met = &notes.scripts[term.script]
            grams = <Grams>self._grams[term.script]
            if met.totals == NULL:
                _sum_up(met, grams._stride)
            if met.pending + term.length >= TOGETHER:
                _add_some(met.totals, met.some, grams.width)
                met.pending = 0
            self._spell(text, term, letters)
            grams.add_word(term.hash, letters, term.length, met.some)
            met.pending += term.length + 1
        for i in range(notes.met_number):
            met = &notes.scripts[notes.met[i]]
            met.lane = 0
            if met.totals != NULL:
                grams = <Grams>self._grams[notes.met[i]]
                _add_some(met.totals, met.some, grams.width)
                for j in range(1, grams.width):
                    if met.totals[j] < met.totals[met.lane]:
                        met.lane = j
        return 0

    cdef int _weigh(self, const uint32_t* text, Notes* notes) except -1:
        """By how much letters are odd in the language of their script."""
        cdef Py_ssize_t n
        cdef int64_t odd
        cdef Letter* letter
        cdef Term* term
        cdef uint32_t letters[SPELLED]
        cdef Grams grams
        cdef int hot
        for n in range(notes.number):
            letter = notes.letters + n
            if letter.hot:
                grams = <Grams>self._grams[letter.script]
                odd = grams.find(letter.key)[notes.scripts[letter.script].lane]
                # A syllable has no letter before it.
                odd -= self._usual if letter.key >> 21 != ALONE else self._usual_syllable
                if odd < 0:
                    odd = 0
                if letter.script == self._plain:
                    notes.pieces[letter.stretch].amount += odd
                else:
                    notes.pieces[letter.stretch].spread += odd - self._spread
                    notes.pieces[letter.stretch].hot += 1
        for n in range(notes.term_number):
            term = notes.terms + n
            if term.hot:
                grams = <Grams>self._grams[term.script]
                self._spell(text, term, letters)
                hot = grams.odd_word(
                    term.hash, letters, term.length, notes.scripts[term.script].lane, &odd
                )
                if term.script == self._plain:
                    notes.pieces[term.stretch].amount += odd
                else:
                    notes.pieces[term.stretch].spread += odd - <int64_t>self._spread * hot
                    notes.pieces[term.stretch].hot += hot
        return 0

    cdef int _belittle(self, Notes* notes) noexcept:
        """A few letters of one script in a text of another are odd. The script of the text."""
        cdef int i, script, main = NONE
        cdef Py_ssize_t n
        cdef Script* met
        for i in range(notes.met_number):
            script = notes.met[i]
            met = &notes.scripts[script]
            if main == NONE or met.letters > notes.scripts[main].letters or (
                met.letters == notes.scripts[main].letters and script < main
            ):
                main = script
        for i in range(notes.met_number):
            script = notes.met[i]
            met = &notes.scripts[script]
            if (
                script != self._plain and script != main and met.letters <= self._few
                and not (self._joined[script] and self._joined[main])
            ):
                notes.pieces[met.piece].amount += self._minor
        return main


cdef void _copy(const Char* chars, Py_ssize_t length, uint32_t* onto) noexcept:
    cdef Py_ssize_t i
    for i in range(length):
        onto[i] = chars[i]


cdef uint32_t* _characters(str text, Py_ssize_t start, Py_ssize_t end) except NULL:
    """The code points of a part of a text. To be freed."""
    cdef Py_ssize_t length = max(end - start, 0)
    cdef uint32_t* found = <uint32_t*>malloc((length + 1) * sizeof(uint32_t))
    cdef int kind = PyUnicode_KIND(text)
    if found == NULL:
        raise MemoryError
    if kind == PyUnicode_1BYTE_KIND:
        _copy(<const uint8_t*>PyUnicode_1BYTE_DATA(text) + start, length, found)
    elif kind == PyUnicode_2BYTE_KIND:
        _copy(<const uint16_t*>PyUnicode_2BYTE_DATA(text) + start, length, found)
    else:
        _copy(<const uint32_t*>PyUnicode_4BYTE_DATA(text) + start, length, found)
    return found


cdef void _change(uint32_t* text, Py_ssize_t length, str seen, str originals) noexcept:
    """Change the characters of one string for those of another."""
    cdef Py_ssize_t i, j, number = min(len(seen), len(originals))
    for i in range(length):
        if text[i] >= 0x80:
            for j in range(number):
                if <uint32_t>seen[j] == text[i]:
                    text[i] = <uint32_t>originals[j]
                    break


cdef bint _segment(
    const uint32_t* text, Py_ssize_t length, Py_ssize_t* start, Py_ssize_t* end
) noexcept:
    """Find the segment that begins at ``end`` or after it: see segments.py."""
    cdef Py_ssize_t at = end[0], stop, last
    while at < length and (text[at] == 0x0A or text[at] == 0x0D):
        at += 1
    if at == length:
        return False
    stop, last = at, min(length, at + SEGMENT + 1)
    while stop < last and text[stop] != 0x0A and text[stop] != 0x0D:
        stop += 1
    if stop - at > SEGMENT:
        stop = _cut(text, at, length)
    start[0], end[0] = at, stop
    return True


cdef Py_ssize_t _cut(const uint32_t* text, Py_ssize_t start, Py_ssize_t length) noexcept:
    """Where a line that is too long is cut: see segments.py."""
    cdef Py_ssize_t at = start + SEGMENT - 1
    while at >= start + SEGMENT // 2:
        if text[at] == 0x20:
            return at + 1
        at -= 1
    at = start + SEGMENT // 2
    while at < length and text[at] != 0x0A and text[at] != 0x0D:
        at += 1
        if text[at - 1] < 0x80:
            break
    return at


cdef uint64_t ALONE = _key(NOTHING, NOTHING, 0) >> 21


cdef void _meet(int script, Notes* notes) noexcept:
    """Meet a script for the first time."""
    cdef Script* met = &notes.scripts[script]
    notes.known[script] = True
    notes.met[notes.met_number] = script
    notes.met_number += 1
    met.piece = <int>notes.piece_number
    met.totals = NULL
    met.letters = met.lane = 0


cdef int _sum_up(Script* met, int stride) except -1:
    """Begin to add up what the letters of a script cost."""
    # Both in one piece of memory.
    met.totals = <uint32_t*>calloc(stride, sizeof(uint32_t) + sizeof(uint16_t))
    if met.totals == NULL:
        raise MemoryError
    met.some = <uint16_t*>(met.totals + stride)
    met.pending = 0
    return 0


cdef inline int _add(int script, uint32_t a, uint32_t b, uint32_t c, Notes* notes) except -1:
    """Note a letter after those before it."""
    cdef bint hot = _hot(a, b, c)
    if notes.number == notes.room:
        _make_room(notes)
    notes.letters[notes.number] = Letter(
        _key(a, b, c), <int32_t>notes.piece_number, script, hot
    )
    notes.number += 1
    notes.hot += hot
    return 0


cdef int _check_notes(Notes* notes) except -1:
    if notes.letters == NULL or notes.pieces == NULL or notes.terms == NULL:
        raise MemoryError
    return 0


cdef void _begin_notes(Notes* notes) noexcept:
    notes.number = notes.hot = notes.piece_number = notes.met_number = notes.term_number = 0
    notes.room = notes.term_room = notes.piece_room = 64
    memset(notes.known, 0, SCRIPTS)
    notes.letters = <Letter*>malloc(notes.room * sizeof(Letter))
    notes.terms = <Term*>malloc(notes.term_room * sizeof(Term))
    notes.pieces = <Piece*>malloc(notes.piece_room * sizeof(Piece))


cdef void _end_notes(Notes* notes) noexcept:
    cdef int i
    for i in range(notes.met_number):
        free(notes.scripts[notes.met[i]].totals)
    free(notes.letters)
    free(notes.terms)
    free(notes.pieces)


cdef int _make_room_for_terms(Notes* notes) except -1:
    cdef void* room = realloc(notes.terms, 2 * notes.term_room * sizeof(Term))
    if room == NULL:
        raise MemoryError
    notes.terms = <Term*>room
    notes.term_room *= 2
    return 0


cdef int _make_room(Notes* notes) except -1:
    cdef void* room = realloc(notes.letters, 2 * notes.room * sizeof(Letter))
    if room == NULL:
        raise MemoryError
    notes.letters = <Letter*>room
    notes.room *= 2
    return 0
