"""What letters cost in every language of a script at once: see grams.py."""

cdef enum:
    MOST_ROWS = 32768  # rows that there is room for: 8 MB for a script of 100 languages
    WIDEST = 256       # lanes of a script
    TOGETHER = 64      # rows whose sum 16 bits hold: a letter costs four bytes' worth at most
    SPELLED = 20       # letters of the longest word that is remembered
    MOST_WORDS = 8192  # 5 MB for a script of 100 languages
    MET = 8192         # places to note words in that were met once

cdef uint32_t NOTHING = 0x110000  # in a key, in the place of a letter that a shorter n-gram lacks
cdef str _ORDER = sys.byteorder


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



cdef struct Entry:
    # A word that is remembered. Behind it stands what it costs in each lane, and how odd it is.
    uint32_t letters[SPELLED]
    uint32_t length
    uint32_t hot       # how many of its n-grams have a letter that is not ASCII


@cython.final
cdef class Grams:
    """The n-grams of one script."""

    cdef readonly int width
    cdef public uint16_t usual
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
    cdef uint32_t* _bi_of   # of each letter: the first bigram that begins with it, or comes after
    cdef uint32_t* _tri_of  # of each bigram: the same of trigrams
    cdef uint16_t* _ids   # of each code point below _beyond: its number, and one
    cdef uint32_t _beyond
    cdef Shelf _rows      # by the letters of an n-gram, what the last of them costs in each lane
    cdef Shelf _words     # by the hash of its letters, an entry with all that stands behind it
    cdef uint16_t* _met   # bits of the hash of the last word that was met, for each place

    def __cinit__(self, letters, int width, int bits, uni, backoff, bigrams, trigrams, int unknown):
        cdef int i
        self.width = width
        self._stride = width + 7 & ~7
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
        self._met = <uint16_t*>calloc(MET, sizeof(uint16_t))
        if not (self._ids and self._bi_of and self._tri_of and self._met):
            raise MemoryError
        self._index(len(letters))
        for i in range(len(letters)):
            self._ids[<uint32_t>letters[i]] = i + 1
        shelf_begin(&self._rows, self._stride * sizeof(uint16_t), MOST_ROWS)
        shelf_begin(
            &self._words, sizeof(Entry) + 2 * self._stride * sizeof(uint16_t), MOST_WORDS
        )

    def __dealloc__(self):
        shelf_end(&self._rows)
        shelf_end(&self._words)
        free(self._ids)
        free(self._bi_of)
        free(self._tri_of)
        free(self._met)

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

    cdef inline void ask(self, uint64_t key) noexcept:
        """Ask the memory for a row that will be needed."""
        shelf_ask(&self._rows, key, self._stride * sizeof(uint16_t))

    cdef inline uint16_t* find(self, uint64_t key) except NULL:
        """The row of an n-gram, made where it is new. Valid until the next call."""
        cdef uint16_t* row = <uint16_t*>shelf_find(&self._rows, key)
        return row if row != NULL else self._made(key)

    cdef uint16_t* _made(self, uint64_t key) except NULL:
        cdef uint16_t* row = <uint16_t*>shelf_new(&self._rows, key)
        self._fill(row, <uint32_t>(key >> 42), <uint32_t>(key >> 21) & 0x1FFFFF,
                   <uint32_t>key & 0x1FFFFF)
        return row

    cdef inline bint ask_word(self, uint64_t hash) noexcept:
        """Ask the memory for a word that will be needed. Is there one?"""
        return shelf_ask(&self._words, hash, sizeof(Entry) + self._stride * sizeof(uint16_t))

    cdef void ask_letters(self, const uint32_t* letters, int length) noexcept:
        """Ask the memory for the rows of a word that is not remembered."""
        cdef uint32_t a = NOTHING, b = 0, c
        cdef int i
        for i in range(length + 1):
            c = letters[i] if i < length else 0
            self.ask(_key(a, b, c))
            a, b = b, c

    cdef inline Entry* known(self, uint64_t hash, const uint32_t* letters, int length) noexcept:
        """A word that is remembered; NULL for another. Valid until one more is."""
        cdef Entry* entry = <Entry*>shelf_find(&self._words, hash)
        if (
            entry != NULL and <int>entry.length == length
            and not memcmp(entry.letters, letters, length * sizeof(uint32_t))
        ):
            return entry
        return NULL

    cdef int add_word(
        self, uint64_t hash, const uint32_t* letters, int length, uint16_t* onto
    ) except -1:
        """Add what the letters of a word cost, and its end.

        A word is remembered when it is met again. Most are not, and to remember one costs more
        than to read it.
        """
        cdef uint32_t a = NOTHING, b = 0, c
        cdef int i
        cdef Entry* entry = self.known(hash, letters, length)
        cdef uint16_t* met = &self._met[hash >> 16 & (MET - 1)]
        cdef uint16_t bits = <uint16_t>(hash >> 48) | 1
        if entry == NULL and met[0] == bits:
            entry = self._learned(hash, letters, length)
        if entry != NULL:
            _add_row(onto, _costs(entry), self._stride)
            return 0
        met[0] = bits
        for i in range(length + 1):
            c = letters[i] if i < length else 0
            _add_row(onto, self.find(_key(a, b, c)), self._stride)
            a, b = b, c
        return 0

    cdef int odd_word(
        self, uint64_t hash, const uint32_t* letters, int length, int lane, int64_t* odd
    ) except -1:
        """How many n-grams of a word may be odd, and by how much they are in a language."""
        cdef uint32_t a = NOTHING, b = 0, c
        cdef int i, hot = 0
        cdef uint16_t cost
        cdef Entry* entry = self.known(hash, letters, length)
        if entry != NULL:
            odd[0] = _costs(entry)[self._stride + lane]
            return entry.hot
        odd[0] = 0
        for i in range(length + 1):
            c = letters[i] if i < length else 0
            if _hot(a, b, c):
                hot += 1
                cost = self.find(_key(a, b, c))[lane]
                odd[0] += cost - self.usual if cost > self.usual else 0
            a, b = b, c
        return hot

    cdef Entry* _learned(self, uint64_t hash, const uint32_t* letters, int length) except NULL:
        cdef Entry* entry = <Entry*>shelf_find(&self._words, hash)
        if entry == NULL:
            entry = <Entry*>shelf_new(&self._words, hash)
        cdef int i, j
        entry.length = length
        entry.hot = 0
        memcpy(entry.letters, letters, length * sizeof(uint32_t))
        cdef uint16_t* costs = _costs(entry)
        cdef uint16_t* odd = costs + self._stride
        cdef uint16_t* row
        cdef uint16_t usual = self.usual
        cdef uint32_t a = NOTHING, b = 0, c
        memset(costs, 0, 2 * self._stride * sizeof(uint16_t))
        for i in range(length + 1):
            c = letters[i] if i < length else 0
            row = self.find(_key(a, b, c))
            _add_row(costs, row, self._stride)
            if _hot(a, b, c):
                entry.hot += 1
                for j in range(self.width):
                    odd[j] += row[j] - usual if row[j] > usual else 0
            a, b = b, c
        return entry

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


cdef inline uint16_t* _costs(Entry* entry) noexcept:
    """What a word costs in each lane; behind it, how odd it is."""
    return <uint16_t*>(entry + 1)


cdef inline bint _hot(uint32_t a, uint32_t b, uint32_t c) noexcept:
    """May a letter be odd after two others? It is not ASCII, or follows what is not."""
    return (0x80 <= a < NOTHING) or (0x80 <= b < NOTHING) or c >= 0x80
