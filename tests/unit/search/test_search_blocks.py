"""The bytes of an index, as laws that hold for any numbers, places and words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise

from answerbook.search.blocks import Entry, blocks, columns, groups, rule, shared, varint, walk, walked
from answerbook.search.source import coarse
from hypothesis import example, given
from hypothesis import strategies as st

NUMBERS = st.integers(0, 300) | st.integers(0, 2**70)
PLACES = st.sets(st.integers(0, 200) | st.integers(0, 2**40)).map(sorted)
#: Few letters make words that begin alike; a word holds no line break.
WORDS = st.text(st.sampled_from("abé\uffff𝐀") | st.characters(exclude_characters="\n", exclude_categories=["Cs"]), min_size=1, max_size=8)
LIMITS = st.integers(1, 200).map(lambda most: (most, most))


def read(content: bytes) -> list[int]:
    """The varints in some bytes, read as the format says."""
    found, value, shift = [], 0, 0
    for byte in content:
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            found.append(value)
            value = shift = 0
    assert shift == 0
    return found


@given(st.lists(NUMBERS))
def test_numbers_in_a_row_are_read_back(numbers):
    assert read(b"".join(map(varint, numbers))) == numbers


@given(NUMBERS)
def test_a_number_takes_no_more_bytes_than_it_needs(number):
    assert len(varint(number)) == max(1, (number.bit_length() + 6) // 7)


@given(PLACES)
@example([0])
@example([127, 128, 16_384])
def test_places_are_read_back(places):
    assert walked(walk(places)) == places


@given(st.lists(PLACES.filter(bool), max_size=6))
def test_the_places_of_one_document_after_the_other_tell_where_each_ends(documents):
    found, place = [[]], 0
    for step in read(b"".join(map(walk, documents))):
        place += step >> 1
        found[-1].append(place)
        if not step & 1:
            found.append([])
            place = 0
    assert found == [*documents, []]


@given(st.sets(WORDS, min_size=1), LIMITS)
def test_the_last_block_that_begins_no_later_has_the_word(words, limits):
    words = sorted(words)
    found = blocks([Entry(word, (b"x" * (len(word) * 7 % 40),)) for word in words], limits)
    borders = [block.first for block in found]
    assert borders == sorted(set(borders))
    ends = [sum(block.keys for block in found[: number + 1]) for number in range(len(found))]
    assert ends[-1] == len(words)
    for number, word in enumerate(words):
        assert bisect_right(borders, word) - 1 == bisect_right(ends, number)


@given(st.lists(WORDS, min_size=1), LIMITS)
def test_of_a_word_that_comes_twice_no_block_is_before_the_one_sought(words, limits):
    words = sorted(words + words[:3])
    found = blocks([Entry(word, rule=f"0  {number}") for number, word in enumerate(words)], limits)
    borders = [block.first for block in found]
    ends = [sum(block.keys for block in found[: number + 1]) for number in range(len(found))]
    for number, word in enumerate(words):
        assert max(0, bisect_left(borders, word) - 1) <= bisect_right(ends, number) <= max(0, bisect_right(borders, word) - 1)


@given(st.sets(WORDS, min_size=2), LIMITS)
def test_a_border_is_no_longer_than_it_must_be(words, limits):
    words = sorted(words)
    found = blocks([Entry(word, (b"",)) for word in words], limits)
    at = 0
    for before, block in pairwise(found):
        at += before.keys
        assert words[at].startswith(block.first)
        assert words[at - 1] < block.first
        assert block.first[:-1] <= words[at - 1]


@given(st.sets(WORDS, min_size=1).map(sorted), LIMITS, st.data())
def test_a_block_says_its_words_and_what_belongs_to_each(words, limits, data):
    parts = [data.draw(st.binary(max_size=9), label=word) for word in words]
    found = blocks([Entry(word, (part,)) for word, part in zip(words, parts, strict=True)], limits)
    told, rest = [], []
    for block in found:
        keys, columns_of = unpacked(block.content, 3)
        assert len(keys) == block.keys
        told += keys
        rest.append(columns_of[2])
    assert told == words
    assert b"".join(rest) == b"".join(parts)


def unpacked(content: bytes, count: int) -> tuple[list[str], list[bytes]]:
    """The keys of a block and its columns, read as the format says."""
    numbers, at = [], 0
    while len(numbers) <= count:
        end = at + 1
        while content[end - 1] >= 128:
            end += 1
        numbers += read(content[at:end])
        at = end
    found = []
    for length in numbers[1:]:
        found.append(content[at : at + length])
        at += length
    assert at == len(content)
    keys, before = [], ""
    for length, rest in zip(read(found[0]), found[1].decode().split("\n"), strict=True):
        before = before[:length] + rest
        keys.append(before)
    assert len(keys) == numbers[0]
    return keys, found


@given(WORDS, (WORDS | st.just("")).filter(lambda stem: " " not in stem), st.integers(0, 20))
def test_a_rule_makes_of_a_word_its_stem(word, stem, size):
    drop, add, told = rule(word, stem, size).split(" ")
    assert word[: len(word) - int(drop)] + add == stem
    assert int(told) == size


@given(WORDS, WORDS)
def test_what_two_words_share_is_all_that_they_begin_alike_with(first, second):
    length = shared(first, second)
    assert first[:length] == second[:length]
    assert length == min(len(first), len(second)) or first[length] != second[length]


@given(st.lists(st.binary(max_size=300), max_size=5), st.integers(0, 2**20))
def test_columns_say_how_long_each_is(parts, count):
    content = columns(parts, count)
    whole = b"".join(parts)
    assert content.endswith(whole)
    assert read(content[: len(content) - len(whole)]) == [count, *map(len, parts)]


@given(st.lists(st.integers(0, 300)), st.integers(1, 200))
def test_groups_hold_everything_in_order_and_no_more_than_they_may(weights, most):
    sizes = groups(weights, most)
    assert sum(sizes) == len(weights)
    assert 0 not in sizes
    left = list(weights)
    for size in sizes:
        group, left = left[:size], left[size:]
        assert sum(group) <= most or size == 1


@given(NUMBERS, NUMBERS, st.integers(1, 8))
def test_a_coarse_length_is_a_little_less_at_most_and_keeps_the_order(length, other, bits):
    found = coarse(length, bits)
    assert 0 <= length - found <= length >> (bits - 1)
    assert coarse(found, bits) == found
    assert length >= 2**bits or found == length
    assert found.bit_length() == length.bit_length()
    assert found % 2 ** max(0, found.bit_length() - bits) == 0
    assert (coarse(other, bits) <= found) or other > length
