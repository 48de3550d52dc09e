"""Keys with what belongs to them, in blocks of bytes: see `export` for what the columns hold.

Numbers are unsigned LEB128 varints, texts UTF-8. A block begins with the number of its keys and the lengths of its columns, each column of
one kind of thing, which is what compresses well. Keys are front-coded: letters shared with the key before, and what follows them.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import isqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


def varint(number: int) -> bytes:
    """``number`` in as many bytes as it needs, seven bits in each, the lowest first."""
    if number <= 0x7F:  # noqa: PLR2004
        return _SMALL[number]
    out = bytearray()
    while number > 0x7F:  # noqa: PLR2004
        out.append(number & 0x7F | 0x80)
        number >>= 7
    out.append(number)
    return bytes(out)


def mark(text: str) -> int:
    """Twenty-four bits that tell most texts apart: FNV-1a over the code points, its upper bits."""
    bits = 0x811C9DC5
    for character in text:
        bits = (bits ^ ord(character)) * 0x01000193 & 0xFFFFFFFF
    return bits >> 8


def marked(letters: Mapping[str, str], most: int) -> list[tuple[int, bytes]]:
    """Blocks of the letters that belong to texts, each with its first mark: texts are known by their marks, which take half the bytes."""
    found: dict[int, str] = {}
    for text, belonging in sorted(letters.items()):
        found[mark(text)] = found.get(mark(text), "") + belonging
    rows = sorted(found.items())
    done = []
    for first, count in starts(groups((3 + len(belonging) for _, belonging in rows), most)):
        block = rows[first : first + count]
        gaps = [number - before for (before, _), (number, _) in pairwise([(block[0][0], ""), *block])]
        parts = [b"".join(map(varint, gaps)), b"".join(varint(len(belonging)) for _, belonging in block)]
        done.append((block[0][0], columns([*parts, "".join(belonging for _, belonging in block).encode()], count)))
    return done


def walk(places: Sequence[int]) -> bytes:
    """Places in order: how far each is from the one before, doubled, and one more when another follows."""
    out = bytearray()
    before, left = 0, len(places)
    for place in places:
        left -= 1
        step = (place - before) * 2 + (left > 0)
        before = place
        if step > 0x7F:  # noqa: PLR2004
            out += varint(step)
        else:
            out.append(step)
    return bytes(out)


def walked(content: bytes) -> list[int]:
    """The places that `walk` wrote."""
    places, place, step, shift = [], 0, 0, 0
    for byte in content:
        step |= (byte & 0x7F) << shift
        shift += 7
        if byte <= 0x7F:  # noqa: PLR2004
            place += step >> 1
            places.append(place)
            step = shift = 0
    return places


_SMALL = [bytes([number]) for number in range(128)]


@dataclass(frozen=True, slots=True)
class Entry:
    """A key and what its block must hold of it: columns of bytes, or for a word its rule."""

    key: str
    columns: tuple[bytes, ...] = ()
    rule: str = ""

    @property
    def weight(self) -> int:
        """About how many bytes it takes in a block."""
        return len(self.key) // 2 + sum(map(len, self.columns)) + 1


@dataclass(frozen=True, slots=True)
class Block:
    """Some keys in order: what tells them from those of the block before, their number, and their bytes."""

    first: str
    keys: int
    content: bytes


def blocks(entries: Sequence[Entry], limits: tuple[int, int]) -> list[Block]:
    """Blocks of about as many bytes as a first visit is lightest with: larger the more there is, within limits."""
    least, largest = limits
    most = max(least, min(5 * isqrt(sum(entry.weight for entry in entries)), largest))
    found: list[list[Entry]] = [[]]
    size = 0
    for entry in entries:
        if found[-1] and size + entry.weight > most:
            found.append([])
            size = 0
        found[-1].append(entry)
        size += entry.weight
    befores = ["", *(block[-1].key for block in found if block)]
    return [
        Block(_border(before, block[0].key), len(block), _packed(block)) for before, block in zip(befores, found, strict=False) if block
    ]


def _border(before: str, first: str) -> str:
    """The shortest beginning of ``first`` that is not before every key of the block before."""
    return first if first == before else first[: shared(before, first) + 1]


def shared(first: str, second: str) -> int:
    """How many letters two words begin with alike."""
    return next(
        (number for number, (one, other) in enumerate(zip(first, second, strict=False)) if one != other), min(len(first), len(second))
    )


def columns(parts: Sequence[bytes], count: int) -> bytes:
    """A block of columns with so many keys."""
    return varint(count) + b"".join(varint(len(column)) for column in parts) + b"".join(parts)


def _packed(entries: Sequence[Entry]) -> bytes:
    keys = [entry.key for entry in entries]
    alike = [0, *(shared(before, key) for before, key in pairwise(keys))]
    rests = "\n".join(key[length:] for key, length in zip(keys, alike, strict=True))
    parts = [b"".join(map(varint, alike)), rests.encode()]
    if entries[0].columns:
        parts += [b"".join(column) for column in zip(*(entry.columns for entry in entries), strict=True)]
    else:
        common = Counter(entry.rule for entry in entries)
        rules = sorted(common, key=lambda rule: (-common[rule], rule))
        numbers = {rule: number for number, rule in enumerate(rules)}
        parts += [b"".join(varint(numbers[entry.rule]) for entry in entries), "\n".join(rules).encode()]
    return columns(parts, len(entries))


def rule(word: str, stem: str, size: int) -> str:
    """How a word becomes its stem, and how common it is: letters to drop, letters to add, commonness, parted by spaces."""
    alike = shared(word, stem)
    return f"{len(word) - alike} {stem[alike:]} {size}"


def groups(weights: Iterable[int], most: int) -> list[int]:
    """How many of some things in a row make each block of at most ``most``, or one."""
    found: list[int] = []
    size = most
    for weight in weights:
        if not found or size + weight > most:
            found.append(0)
            size = 0
        found[-1] += 1
        size += weight
    return found


def starts(sizes: Sequence[int]) -> list[tuple[int, int]]:
    """For each of some groups in a row, where it starts and how many it has."""
    return list(zip([0, *accumulate(sizes)], sizes, strict=False))
