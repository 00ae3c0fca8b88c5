"""Shelves: room for many things of one size, found by a key, that grows as it is needed.

Where things are is written in sets of a few places, so that to look for one is to look at one
line of memory; the things themselves stand in the order in which they came. So no page of memory
is touched before it is needed: to have one costs as much as to work out ten of them. Where a
shelf is full, what came first has to go.
"""

cdef enum:
    WAYS = 4      # places of a set
    SETS = 64     # at first
    CHUNK = 64    # things whose room is taken together
    ALIGNED = 64  # bytes of a line of the cache, where each thing begins one

cdef uint64_t EMPTY = <uint64_t>0xFFFFFFFFFFFFFFFF


cdef struct Shelf:
    uint64_t* keys     # EMPTY: nothing there
    uint32_t* numbers  # of the things with these keys
    uint64_t mask      # sets, less one
    void** chunks
    size_t size        # bytes of a thing, of which the first eight are its key
    uint32_t taken     # how many things there are
    uint32_t most      # that there is room for
    uint32_t oldest    # the one that goes next, once there are that many


cdef int shelf_begin(Shelf* shelf, size_t size, uint32_t most) except -1:
    """Make a shelf for so many things of so many bytes, the key not counted."""
    shelf.keys, shelf.numbers, shelf.chunks = NULL, NULL, NULL
    shelf.size = size + sizeof(uint64_t) + ALIGNED - 1 & ~<size_t>(ALIGNED - 1)
    shelf.most = most
    shelf.taken = shelf.oldest = 0
    shelf.chunks = <void**>calloc(most // CHUNK, sizeof(void*))
    if shelf.chunks == NULL:
        raise MemoryError
    _shelf_spread(shelf, SETS)
    return 0


cdef void shelf_end(Shelf* shelf) noexcept:
    """Give all of it back."""
    cdef uint32_t n
    if shelf.chunks != NULL:
        for n in range(shelf.most // CHUNK):
            free(shelf.chunks[n])
    free(shelf.chunks)
    free(shelf.keys)
    free(shelf.numbers)


cdef inline char* _shelf_thing(const Shelf* shelf, uint32_t number) noexcept:
    cdef size_t chunk = <size_t>shelf.chunks[number // CHUNK] + ALIGNED - 1 & ~<size_t>(ALIGNED - 1)
    return <char*>chunk + number % CHUNK * shelf.size


cdef inline void* shelf_find(const Shelf* shelf, uint64_t key) noexcept:
    """The thing with this key; NULL if there is none. Valid until one more is put there."""
    cdef uint64_t at = (_mix(key) & shelf.mask) * WAYS
    cdef int i
    for i in range(WAYS):
        if shelf.keys[at + i] == key:
            return _shelf_thing(shelf, shelf.numbers[at + i]) + sizeof(uint64_t)
    return NULL


cdef inline bint shelf_ask(const Shelf* shelf, uint64_t key, size_t bytes) noexcept:
    """Ask the memory for the first bytes of a thing that will be needed. Is it there?"""
    cdef char* thing = <char*>shelf_find(shelf, key)
    cdef size_t i = 0
    if thing == NULL:
        return False
    while i < bytes:
        ask(thing + i)
        i += ALIGNED
    return True


cdef void* shelf_new(Shelf* shelf, uint64_t key) except NULL:
    """Room for a thing with a key that is not there."""
    if shelf.taken > 2 * (shelf.mask + 1) and 2 * (shelf.mask + 1) < shelf.most:
        _shelf_spread(shelf, 4 * (shelf.mask + 1))
    cdef uint64_t at = (_mix(key) & shelf.mask) * WAYS
    cdef uint32_t number
    cdef int i, way = <int>(key & (WAYS - 1))
    for i in range(WAYS):
        if shelf.keys[at + i] == EMPTY:
            way = i
            break
    if shelf.keys[at + way] != EMPTY:
        number = shelf.numbers[at + way]
    elif shelf.taken < shelf.most:
        number = shelf.taken
        if shelf.chunks[number // CHUNK] == NULL:
            shelf.chunks[number // CHUNK] = malloc(CHUNK * shelf.size + ALIGNED)
            if shelf.chunks[number // CHUNK] == NULL:
                raise MemoryError
        shelf.taken += 1
    else:
        number = shelf.oldest
        shelf.oldest = (number + 1) % shelf.most
        _shelf_forget(shelf, number)
    shelf.keys[at + way] = key
    shelf.numbers[at + way] = number
    cdef char* thing = _shelf_thing(shelf, number)
    (<uint64_t*>thing)[0] = key
    return thing + sizeof(uint64_t)


cdef void _shelf_forget(Shelf* shelf, uint32_t number) noexcept:
    """Strike out where a thing is."""
    cdef uint64_t key = (<uint64_t*>_shelf_thing(shelf, number))[0]
    cdef uint64_t at = (_mix(key) & shelf.mask) * WAYS
    cdef int i
    for i in range(WAYS):
        if shelf.keys[at + i] == key and shelf.numbers[at + i] == number:
            shelf.keys[at + i] = EMPTY


cdef int _shelf_spread(Shelf* shelf, uint64_t sets) except -1:
    """Write down anew where everything is, in so many sets."""
    cdef uint64_t at, key
    cdef uint32_t n
    cdef int i
    cdef uint64_t* keys = <uint64_t*>malloc(sets * WAYS * sizeof(uint64_t))
    cdef uint32_t* numbers = <uint32_t*>malloc(sets * WAYS * sizeof(uint32_t))
    if keys == NULL or numbers == NULL:
        free(keys)
        free(numbers)
        raise MemoryError
    memset(keys, 0xFF, sets * WAYS * sizeof(uint64_t))
    free(shelf.keys)
    free(shelf.numbers)
    shelf.keys, shelf.numbers, shelf.mask = keys, numbers, sets - 1
    for n in range(shelf.taken):
        key = (<uint64_t*>_shelf_thing(shelf, n))[0]
        at = (_mix(key) & shelf.mask) * WAYS
        for i in range(WAYS):  # Where a set is full, the thing is there no more.
            if keys[at + i] == EMPTY:
                keys[at + i] = key
                numbers[at + i] = n
                break
    return 0
