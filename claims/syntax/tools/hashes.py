"""The hashes of the shipped tables: of words as in src/key.rs, and of a whole file (FNV-1a)."""

MASK = (1 << 64) - 1


def key(form):
    """Key::of, src/key.rs."""

    def mix(a, b):
        product = a * b
        return (product >> 64) ^ (product & MASK)

    data = form.encode()
    step = 0xE7037ED1A0B428DB
    state = 0xA0761D6478BD642F ^ (len(data) * step & MASK)
    while len(data) >= 8:
        state = mix(state ^ int.from_bytes(data[:8], "little"), step)
        data = data[8:]
    return mix(state ^ int.from_bytes(data, "little"), 0x8EBC6AF09C88C6E3)


def fnv(data):
    state = 0xCBF29CE484222325
    for byte in data:
        state = (state ^ byte) * 0x100000001B3 & MASK
    return state
