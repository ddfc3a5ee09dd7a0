"""Text -> sentences with offsets.

razdel splits at punctuation; this module adds what press pages need: line breaks end a sentence, a lost space
after a full stop (``встреча.В ходе``) does not join two, and abbreviations (``г.``, ``млн.``, ``им. Б.Рамеева``)
do not split one.
"""

import re
from collections.abc import Iterator

from razdel import sentenize

from rucoop.data.records import Sentence

NEAR = 40  # characters around a full stop that decide what it is
_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c\x85]+")
# A full stop after a word of three or more small letters, a digit or a closing quote, straight against a capital.
_LOST_SPACE = re.compile(r"(?:(?<=[а-яё]{3})|(?<=[»”\")]))[.!?…]+(?=[«„“\"]?[А-ЯЁ](?:[а-яё]|[ ,]))")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(«„\"])(?:им|г|гг|в|вв|р|руб|долл|тыс|млн|млрд|трлн|кв|куб|обл|респ|ул|пр|просп|пл|стр|корп|д|"
    r"п|пос|с|ст|н|нач|зам|пред|ген|акад|проф|доц|св|т|тт|др|см|рис|табл|чел|шт|экз|инж|ок|напр|мин|макс|"
    r"[А-ЯЁA-Z])\.$",
    re.IGNORECASE,
)
_LOWER_START = re.compile(r"[а-яёa-z0-9%(]")
_UNIT_ABBREVIATION = re.compile(
    r"(?:^|\s)(?:г|гг|в|вв|руб|долл|тыс|млн|млрд|трлн|др|т|чел|шт|экз|п|р|н)\.$", re.IGNORECASE
)


def sentences(text: str) -> list[Sentence]:
    """Sentences of ``text`` in order: without overlaps and outer spaces, covering every visible character."""
    return [Sentence(start, end) for line in _LINE.finditer(text) for start, end in _trimmed(text, _of_line(line))]


def _of_line(line: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Sentence ranges inside one line: razdel's, joined at abbreviations, split at lost spaces."""
    pending: tuple[int, int] | None = None
    body, base = line[0], line.start()
    for part in sentenize(body):
        start = part.start if pending is None else pending[0]
        pending = (start, part.stop)
        if not _is_open(body[max(start, part.stop - NEAR) : part.stop], body[part.stop : part.stop + NEAR].lstrip()):
            yield from _split(body, *pending, base)
            pending = None
    if pending is not None:
        yield from _split(body, *pending, base)


def _is_open(sentence: str, rest: str) -> bool:
    """True where the sentence goes on: after a semicolon, or a full stop that belongs to an abbreviation."""
    if not rest:
        return False
    if sentence.endswith(";") or (sentence.endswith("долл.") and rest.startswith("США")):
        return True
    if not _ABBREVIATION.search(sentence):
        return False
    # "2027 г. Стороны" ends a sentence; "им. Б.Рамеева", "г. Казань" and "млн. рублей" do not.
    return bool(_LOWER_START.match(rest)) or not (
        _UNIT_ABBREVIATION.search(sentence)
        and re.search(r"(?:\d|тыс|млн|млрд|трлн|и|\bт\.)\s*[а-яё]{1,4}\.$", sentence)
    )


def _split(body: str, start: int, end: int, base: int) -> Iterator[tuple[int, int]]:
    for mark in _LOST_SPACE.finditer(body, start, end):
        yield base + start, base + mark.end()
        start = mark.end()
    yield base + start, base + end


def _trimmed(text: str, ranges: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for start, end in ranges:
        piece = text[start:end]
        left = len(piece) - len(piece.lstrip())
        if left < len(piece):
            yield start + left, start + len(piece.rstrip())
