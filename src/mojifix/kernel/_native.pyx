# cython: language_level=3, boundscheck=False, wraparound=False, cdivision=True, initializedcheck=False
"""The compiled twins of grams.py and scanner.py: see there for what they do and why."""

import sys

cimport cython
from libc.stdint cimport int16_t, int32_t, int64_t, uint8_t, uint16_t, uint32_t, uint64_t
from libc.stdlib cimport calloc, free, malloc, realloc
from libc.string cimport memset

from cpython.unicode cimport PyUnicode_FromKindAndData, PyUnicode_4BYTE_KIND

from mojifix.kernel.scanner import Odd

cdef enum:
    SIGN = 0
    LETTER = 1
    MARK = 2
    SYLLABLE = 3
    MOST_ROWS = 65536  # rows that there is room for: 16 MB for a script of 100 languages
    FEW_ROWS = 512     # at first
    PROBES = 4         # places where a row may be
    KEY = 4            # costs that take as much room as a row's key, which stands before them
    LINE = 32          # costs that a line of the cache holds, where each row begins one
    AHEAD = 8          # letters between asking the memory for a row and adding it
    SLOTS = 131072     # of pairs of shapes; at most half of them are taken: 1 MB
    WIDEST = 256       # lanes of a script
    TOGETHER = 64      # rows whose sum 16 bits hold: a letter costs four bytes' worth at most
    SCRIPTS = 256
    NONE = -1

cdef extern from *:
    """
    #if defined(__GNUC__)
    #define mojifix_ask(address) __builtin_prefetch(address)
    #else
    #define mojifix_ask(address) ((void)(address))
    #endif
    """
    void ask "mojifix_ask"(const void* address) noexcept nogil

cdef uint64_t EMPTY = <uint64_t>0xFFFFFFFFFFFFFFFF
cdef uint32_t NOTHING = 0x110000  # in a key, in the place of a letter that a shorter n-gram lacks
cdef str _ORDER = sys.byteorder


cdef inline uint64_t _mix(uint64_t key) noexcept nogil:
    key *= <uint64_t>0x9E3779B97F4A7C15
    return key >> 40


cdef inline uint64_t _key(uint64_t a, uint64_t b, uint64_t c) noexcept nogil:
    return a << 42 | b << 21 | c


cdef inline void _add_row(uint16_t* onto, const uint16_t* row, int stride) noexcept nogil:
    cdef int i
    for i in range(stride):
        onto[i] += row[i]


cdef inline void _add_some(uint32_t* onto, uint16_t* some, int width) noexcept nogil:
    """Add what was gathered so far, and begin anew."""
    cdef int i
    for i in range(width):
        onto[i] += some[i]
        some[i] = 0


@cython.final
cdef class Grams:
    """The n-grams of one script."""

    cdef readonly int width
    cdef int _bits
    cdef uint8_t _unknown
    cdef const uint8_t[::1] _uni
    cdef const uint8_t[::1] _backoff
    cdef const uint32_t[::1] _bi_keys
    cdef const uint32_t[::1] _bi_start
    cdef const uint8_t[::1] _bi_lanes
    cdef const uint8_t[::1] _bi_costs
    cdef const uint8_t[::1] _bi_backoffs
    cdef const uint32_t[::1] _tri_keys
    cdef const uint32_t[::1] _tri_start
    cdef const uint8_t[::1] _tri_lanes
    cdef const uint8_t[::1] _tri_costs
    cdef int _stride      # costs of a row that may be added up, a few more than there are lanes
    cdef int _step        # costs from one row to the next
    cdef uint32_t* _bi_of   # of each letter: the first bigram that begins with it, or comes after
    cdef uint32_t* _tri_of  # of each bigram: the same of trigrams
    cdef uint16_t* _ids   # of each code point below _beyond: its number, and one
    cdef uint32_t _beyond
    cdef void* _memory
    cdef uint16_t* _rows  # in it
    cdef int _taken
    cdef uint64_t _mask

    def __cinit__(self, letters, int width, int bits, uni, backoff, bigrams, trigrams, int unknown):
        cdef int i
        self.width = width
        self._stride = width + 7 & ~7
        self._step = self._stride + KEY + LINE - 1 & ~(LINE - 1)
        self._bits = bits
        self._unknown = <uint8_t>unknown
        self._uni = uni
        self._backoff = backoff
        self._bi_keys, self._bi_start, self._bi_lanes, self._bi_costs, self._bi_backoffs = bigrams
        self._tri_keys, self._tri_start, self._tri_lanes, self._tri_costs = trigrams[:4]
        self._beyond = max(letters, default=0) + 1
        self._ids = <uint16_t*>calloc(self._beyond, sizeof(uint16_t))
        self._bi_of = <uint32_t*>malloc((len(letters) + 1) * sizeof(uint32_t))
        self._tri_of = <uint32_t*>malloc((self._bi_keys.shape[0] + 1) * sizeof(uint32_t))
        if not (self._ids and self._bi_of and self._tri_of):
            raise MemoryError
        self._index(len(letters))
        for i in range(len(letters)):
            self._ids[<uint32_t>letters[i]] = i + 1
        self._allot(FEW_ROWS)

    def __dealloc__(self):
        free(self._ids)
        free(self._bi_of)
        free(self._tri_of)
        free(self._memory)

    cdef void _index(self, Py_ssize_t letters) noexcept:
        """Find where the n-grams of each beginning are: a search among all would wait for memory
        a dozen times."""
        cdef Py_ssize_t n, at = 0
        for n in range(letters + 1):
            while at < self._bi_keys.shape[0] and self._bi_keys[at] >> self._bits < <uint32_t>n:
                at += 1
            self._bi_of[n] = at
        at = 0
        for n in range(self._bi_keys.shape[0]):
            while (
                at < self._tri_keys.shape[0] and self._tri_keys[at] >> self._bits < self._bi_keys[n]
            ):
                at += 1
            self._tri_of[n] = at
        self._tri_of[self._bi_keys.shape[0]] = self._tri_keys.shape[0]

    cdef inline Py_ssize_t _bigram(self, int a, int b) noexcept:
        """Which bigram it is; -1 if none."""
        return _search(
            self._bi_keys, self._bi_of[a], self._bi_of[a + 1], <uint32_t>a << self._bits | b
        )

    cdef int _allot(self, int room) except -1:
        """Make room for so many rows, and forget those that there were."""
        cdef uint64_t at
        cdef size_t line = LINE * sizeof(uint16_t)
        free(self._memory)
        self._memory = malloc(<size_t>room * self._step * sizeof(uint16_t) + line)
        if self._memory == NULL:
            raise MemoryError
        self._rows = <uint16_t*>((<size_t>self._memory + line - 1) & ~(line - 1))
        self._mask = room - 1
        self._taken = 0
        for at in range(<uint64_t>room):
            (<uint64_t*>(self._rows + at * self._step))[0] = EMPTY
        return 0

    cdef inline void ask(self, uint64_t key) noexcept:
        """Ask the memory for a row that will be needed."""
        cdef uint16_t* row = self._rows + (_mix(key) & self._mask) * self._step
        cdef int i = 0
        while i < self._step:
            ask(row + i)
            i += LINE

    cdef inline uint16_t* find(self, uint64_t key) except NULL:
        """The row of an n-gram, made where it is new. Valid until the next call."""
        cdef uint64_t at = _mix(key)
        cdef uint16_t* row
        cdef int i
        for i in range(PROBES):
            row = self._rows + ((at + i) & self._mask) * self._step
            if (<uint64_t*>row)[0] == key:
                return row + KEY
        return self._made(key)

    cdef uint16_t* _made(self, uint64_t key) except NULL:
        if 2 * self._taken > <int>self._mask and <int>self._mask < MOST_ROWS - 1:
            self._allot(4 * (<int>self._mask + 1))
        cdef uint64_t at = _mix(key)
        cdef uint16_t* row = NULL
        cdef int i
        for i in range(PROBES):
            row = self._rows + ((at + i) & self._mask) * self._step
            if (<uint64_t*>row)[0] == EMPTY:
                self._taken += 1
                break
        else:  # Whichever comes first has to go.
            row = self._rows + ((at + (key & (PROBES - 1))) & self._mask) * self._step
        (<uint64_t*>row)[0] = key
        self._fill(row + KEY, <uint32_t>(key >> 42), <uint32_t>(key >> 21) & 0x1FFFFF,
                   <uint32_t>key & 0x1FFFFF)
        return row + KEY

    cdef inline int _id(self, uint32_t c) noexcept:
        return <int>self._ids[c] - 1 if c < self._beyond else NONE

    cdef void _fill(self, uint16_t* costs, uint32_t a, uint32_t b, uint32_t c) noexcept:
        cdef int ia = self._id(a), ib = self._id(b), ic = self._id(c)
        cdef int i, width = self.width
        cdef Py_ssize_t at
        if ic == NONE:
            for i in range(width):
                costs[i] = self._unknown
            return
        for i in range(width):
            costs[i] = self._uni[<Py_ssize_t>ic * width + i]
        if ib == NONE:
            return
        for i in range(width):
            costs[i] += self._backoff[<Py_ssize_t>ib * width + i]
        at = self._bigram(ib, ic)
        if at >= 0:
            for i in range(self._bi_start[at], self._bi_start[at + 1]):
                costs[self._bi_lanes[i]] = self._bi_costs[i]
        if ia == NONE:
            return
        at = self._bigram(ia, ib)
        if at < 0:
            return
        for i in range(self._bi_start[at], self._bi_start[at + 1]):
            costs[self._bi_lanes[i]] += self._bi_backoffs[i]
        at = _search(
            self._tri_keys, self._tri_of[at], self._tri_of[at + 1],
            self._bi_keys[at] << self._bits | ic,
        )
        if at >= 0:
            for i in range(self._tri_start[at], self._tri_start[at + 1]):
                costs[self._tri_lanes[i]] = self._tri_costs[i]

    cdef uint32_t _sum(self, str folded, uint32_t* costs) except? 0xFFFFFFFF:
        """Put what a word costs in each lane into ``costs``; the least of them."""
        cdef uint16_t some[WIDEST]
        cdef uint32_t a = NOTHING, b = 0, c
        cdef int i, width = self.width
        cdef Py_ssize_t n, length = len(folded)
        memset(costs, 0, width * sizeof(uint32_t))
        memset(some, 0, sizeof(some))
        for n in range(length + 1):
            c = <uint32_t>folded[n] if n < length else 0
            _add_row(some, self.find(_key(a, b, c)), self._stride)
            if n % TOGETHER == TOGETHER - 1:
                _add_some(costs, some, width)
            a, b = b, c
        _add_some(costs, some, width)
        cdef uint32_t least = costs[0]
        for i in range(1, width):
            if costs[i] < least:
                least = costs[i]
        return least

    def word(self, str folded):
        """The costs of a case-folded word in all lanes, and the least of them."""
        cdef uint32_t costs[WIDEST]
        cdef uint32_t least = self._sum(folded, costs)
        return int.from_bytes((<char*>costs)[: 4 * self.width], _ORDER), least

    def capped(self, str folded, uint32_t more):
        """The costs of a word in all lanes, none above the least of them by over ``more``."""
        cdef uint32_t costs[WIDEST]
        cdef uint32_t most = self._sum(folded, costs) + more
        cdef int i
        for i in range(self.width):
            if costs[i] > most:
                costs[i] = most
        return int.from_bytes((<char*>costs)[: 4 * self.width], _ORDER)

    def row(self, str gram):
        """The costs, in all lanes, of the last letter of ``gram`` after the one or two others."""
        cdef uint32_t costs[WIDEST]
        cdef uint32_t letters[3]
        cdef int i, n = <int>len(gram)
        for i in range(3):
            letters[i] = <uint32_t>gram[n - 3 + i] if n - 3 + i >= 0 else NOTHING
        cdef uint16_t* row = self.find(_key(letters[0], letters[1], letters[2]))
        for i in range(self.width):
            costs[i] = row[i]
        return int.from_bytes((<char*>costs)[: 4 * self.width], _ORDER)

    def unpack(self, vector):
        """A vector's lanes as an array of costs."""
        from array import array

        return array("I", vector.to_bytes(4 * self.width, _ORDER))


cdef Py_ssize_t _search(
    const uint32_t[::1] keys, Py_ssize_t low, Py_ssize_t end, uint32_t key
) noexcept:
    """Where a key is among those from ``low`` up to ``end``; -1 if it is not."""
    cdef Py_ssize_t high = end, middle
    while low < high:
        middle = (low + high) >> 1
        if keys[middle] < key:
            low = middle + 1
        else:
            high = middle
    return low if low < end and keys[low] == key else -1


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
    Py_ssize_t hot     # how many of them may be odd
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
    cdef int _limit, _flagged

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
        cdef Notes notes
        cdef int i
        notes.number = notes.hot = notes.piece_number = notes.met_number = 0
        notes.room, notes.piece_room = 512, 64
        memset(notes.known, 0, SCRIPTS)
        notes.letters = <Letter*>malloc(notes.room * sizeof(Letter))
        notes.pieces = <Piece*>malloc(notes.piece_room * sizeof(Piece))
        try:
            if notes.letters == NULL or notes.pieces == NULL:
                raise MemoryError
            signs = self._read(text, start, end, most, &notes)
            return (signs, []) if signs > most else self._judged(&notes)
        finally:
            for i in range(notes.met_number):
                free(notes.scripts[notes.met[i]].totals)
            free(notes.letters)
            free(notes.pieces)

    cdef uint32_t _kind(self, uint32_t char) except 0:
        """Folded code point, kind << 21, case << 23, and a bit that says that it is known."""
        kind = self._policy.kind(chr(char))
        self._scripts[char] = kind.script
        self._shapes[char] = kind.shape
        if kind.kind in (LETTER, SYLLABLE) and not self._asked[kind.script]:
            found = self._policy.grams(kind.script)
            if found is not None:
                self._grams[kind.script] = <Grams?>found  # From here on it is cast unchecked.
            self._asked[kind.script] = True
        self._kinds[char] = (
            <uint32_t>ord(kind.folded) | <uint32_t>kind.kind << 21 | <uint32_t>kind.case << 23
            | <uint32_t>1 << 31
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
        self, str text, Py_ssize_t start, Py_ssize_t end, int64_t enough, Notes* notes
    ) except -1:
        """Gather what there is, until signs alone are enough; by how much they are odd."""
        cdef Py_ssize_t at
        cdef int64_t signs = 0, total = 0
        cdef uint32_t char, last = 0x20, packed, folded, a = NOTHING, b = 0
        cdef int kind, case, last_case = 2, script = NONE, script_before, here
        cdef bint syllables = False, inside = False, enclosed = False
        cdef Grams grams = None
        for at in range(start, end + 1):
            char = <uint32_t>text[at] if at < end else 0x20
            if char <= 0x20:
                if inside:
                    if script != NONE and not syllables and grams is not None:
                        _add(script, a, b, 0, notes)
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
                    _add(script, a, b, 0, notes)
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
                            _add(script, a, b, 0, notes)
                    script, syllables = here, kind == SYLLABLE
                    grams = <Grams>self._grams[script]
                    a, b = NOTHING, 0
                    if not notes.known[script]:
                        _meet(script, notes)
            notes.scripts[script].letters += 1
            if grams is not None:
                if syllables:
                    _add(script, NOTHING, NOTHING, folded, notes)
                else:
                    _add(script, a, b, folded, notes)
            a, b = b, folded
            last, last_case = char, case
        return total

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

    cdef object _judged(self, Notes* notes):
        cdef Py_ssize_t n
        cdef int64_t total = 0, spread = 0, hot = 0
        cdef Piece* piece
        if notes.hot:
            self._weigh(notes)
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
        if total <= self._limit:
            return 0, []
        return total, [
            Odd(notes.pieces[n].start, notes.pieces[n].end, notes.pieces[n].amount)
            for n in range(notes.piece_number)
            if notes.pieces[n].amount >= self._flagged
        ]

    cdef int _weigh(self, Notes* notes) except -1:
        """Find the language of each script, and by how much letters are odd in it."""
        cdef Py_ssize_t n
        cdef int i, j, script = NONE
        cdef int64_t odd
        cdef Letter* letter
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
        for i in range(notes.met_number):
            met = &notes.scripts[notes.met[i]]
            met.lane = 0
            if met.totals != NULL:
                grams = <Grams>self._grams[notes.met[i]]
                _add_some(met.totals, met.some, grams.width)
                for j in range(1, grams.width):
                    if met.totals[j] < met.totals[met.lane]:
                        met.lane = j
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
    cdef bint hot = (0x80 <= a < NOTHING) or (0x80 <= b < NOTHING) or c >= 0x80
    if notes.number == notes.room:
        _make_room(notes)
    notes.letters[notes.number] = Letter(
        _key(a, b, c), <int32_t>notes.piece_number, script, hot
    )
    notes.number += 1
    notes.hot += hot
    return 0


cdef int _make_room(Notes* notes) except -1:
    cdef void* room = realloc(notes.letters, 2 * notes.room * sizeof(Letter))
    if room == NULL:
        raise MemoryError
    notes.letters = <Letter*>room
    notes.room *= 2
    return 0


@cython.final
cdef class Tokenizer:
    """Splits texts into words and other characters: see mojifix.plausibility.tokens.tokenize.

    ``about`` gives the class, folded form and case of a character, ``word`` makes a word.
    """

    cdef object _about
    cdef object _word
    cdef int _first_other, _mark, _longest
    cdef uint32_t* _kinds   # of each code point, once asked: class, case << 8, and whether known
    cdef uint32_t* _folded

    def __cinit__(self, about, word, int first_other, int mark, int longest):
        self._about, self._word = about, word
        self._first_other, self._mark, self._longest = first_other, mark, longest
        self._kinds = <uint32_t*>calloc(0x110000, sizeof(uint32_t))
        self._folded = <uint32_t*>calloc(0x110000, sizeof(uint32_t))
        if self._kinds == NULL or self._folded == NULL:
            raise MemoryError

    def __dealloc__(self):
        free(self._kinds)
        free(self._folded)

    cdef uint32_t _kind(self, uint32_t char) except 0:
        cls, folded, case = self._about(chr(char))
        self._folded[char] = ord(folded)
        self._kinds[char] = <uint32_t>cls | <uint32_t>case << 8 | <uint32_t>1 << 31
        return self._kinds[char]

    def __call__(self, str text):
        """Split a text into tokens. Every character belongs to one of them."""
        cdef list tokens = []
        cdef Py_ssize_t i, length = len(text), room = 64, used = 0
        cdef uint32_t* folded = <uint32_t*>malloc(room * sizeof(uint32_t))
        cdef void* more
        cdef uint32_t char, kind, following
        cdef int cls, case, script = NONE, uppers = 0, letters = 0, breaks = 0, hyphens = 0
        cdef int first_case = 2, last_case = 2
        cdef bint number = False
        if folded == NULL:
            raise MemoryError
        try:
            for i in range(length):
                char = <uint32_t>text[i]
                kind = self._kinds[char]
                if not kind:
                    kind = self._kind(char)
                cls, case = kind & 0xFF, kind >> 8 & 3
                if used and used == room:
                    more = realloc(folded, 2 * room * sizeof(uint32_t))
                    if more == NULL:
                        raise MemoryError
                    folded = <uint32_t*>more
                    room *= 2
                if cls < self._first_other:
                    if used and (cls != script or used >= self._longest):
                        tokens.append(self._made(
                            script, folded, used, letters, uppers, first_case, breaks, hyphens
                        ))
                        used = 0
                    if not used:
                        uppers = letters = breaks = hyphens = 0
                        first_case, last_case = case, 2
                    script = cls
                    folded[used] = self._folded[char]
                    used += 1
                    letters += 1
                    uppers += case == 1
                    breaks += last_case == 0 and case == 1
                    last_case = case
                    number = False
                    continue
                if used:
                    if cls == self._mark:
                        folded[used] = self._folded[char]
                        used += 1
                        continue
                    if char == 0xAD and i + 1 < length:
                        following = <uint32_t>text[i + 1]
                        kind = self._kinds[following]
                        if not kind:
                            kind = self._kind(following)
                        if <int>(kind & 0xFF) == script:
                            hyphens += 2
                            continue
                    tokens.append(self._made(
                        script, folded, used, letters, uppers, first_case, breaks, hyphens
                    ))
                    used = 0
                if 0x30 <= char <= 0x39:
                    if not number:
                        tokens.append("0")
                    number = True
                else:
                    tokens.append(text[i])
                    number = False
            if used:
                tokens.append(self._made(
                    script, folded, used, letters, uppers, first_case, breaks, hyphens
                ))
            return tokens
        finally:
            free(folded)

    cdef object _made(
        self, int script, uint32_t* folded, Py_ssize_t used, int letters, int uppers,
        int first_case, int breaks, int hyphens,
    ):
        cdef int pattern
        if not uppers:
            pattern = 0
        elif uppers == letters:
            pattern = 1 if uppers == 1 else 3
        elif first_case == 1 and uppers == 1:
            pattern = 2
        else:
            pattern = 4
            hyphens += breaks
        cdef str letters_of = PyUnicode_FromKindAndData(PyUnicode_4BYTE_KIND, folded, used)
        return tuple.__new__(self._word, (script, pattern, letters_of, hyphens))
