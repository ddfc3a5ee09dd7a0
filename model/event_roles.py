"""Who acts on whom in an event: visitor and host, supplier and receiver, proposer and the other side."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from rucoop.data.labels import EventType
from rucoop.model.layout import Layout
from rucoop.model.schema import Goods
from rucoop.model.sides import Sides

_HOSTED: Final = re.compile(
    r"\b(?:принял|приняла|приняли|принимает|принимал\w*|принимают|встретил|встречал\w*|"
    r"встречает|приветствовал)\b",
    re.IGNORECASE,
)
_WENT: Final = re.compile(
    r"\b(?:прибы\w+|прилет\w+|приех\w+|посет\w+|посещ\w+|побыва\w+|отправ\w+|поехал\w*|поедет|"
    r"поедем|выехал\w*|поездк\w+|"
    r"визит\w*|ездил\w*|находится|находятся|осмотрел\w*)\b",
    re.IGNORECASE,
)
_TO: Final = re.compile(r"(?:\bв|\bво|\bна|посетил\w*|посещал\w*|посещает|\bпо)\s+(?:[а-яё-]+\s+){0,2}$", re.IGNORECASE)
_COMES: Final = re.compile(
    r"(?:делегаци\w+|гост\w+|миссия|бизнесмен\w*|предпринимател\w+|"
    r"представител\w+)\s+(?:[а-яё-]+\s+){0,3}(?:из\s+)?$|\bиз\s+$",
    re.IGNORECASE,
)


class Roles(NamedTuple):
    """Partner numbers on either side of an event."""

    actor: tuple[int, ...]
    recipient: tuple[int, ...]


def roles(
    kind: EventType, layout: Layout, sides: Sides, sentence: int, between: Sequence[int], goods: Sequence[Goods]
) -> Roles:
    """Actor and recipient among ``between`` (home first) for an event told in a sentence."""
    if kind in ("meeting", "agreement", "forum") or len(between) < 2:
        return Roles(tuple(between), ())
    if kind == "visit":
        return _split(between, _visitor(layout, sides, sentence, between))
    if kind == "trade":
        return _split(between, _supplier(sides, between, goods))
    if kind == "intent":
        return _split(between, _proposer(layout, sides, sentence, between))
    return _split(between, between[0])


def _split(between: Sequence[int], actor: int) -> Roles:
    """``actor`` against the rest; where the actor is one counterparty of several, all of them act on home."""
    if actor == between[0]:
        return Roles((actor,), tuple(between[1:]))
    return Roles(tuple(between[1:]), (between[0],))


def _visitor(layout: Layout, sides: Sides, sentence: int, between: Sequence[int]) -> int:
    """Who comes: ``делегация X``, the object of ``принял``, the side not behind ``в``; else the counterparty."""
    text = layout.sentence_text(sentence)
    base = layout.sentences[sentence].start
    hosted = _HOSTED.search(text)
    for index in layout.in_sentence(sentence, "PARTNER", "PERSON"):
        side = sides.territory(index)
        before = text[: layout.spans[index].start - base]
        if side is None or side not in between:
            continue
        if hosted and layout.spans[index].start - base > hosted.end() and not _TO.search(before):
            return side
        if layout.spans[index].label == "PARTNER" and _COMES.search(before):
            return side
        if layout.spans[index].label == "PARTNER" and _TO.search(before) and _WENT.search(text):
            return next(n for n in between if n != side)
    return between[1]


def _supplier(sides: Sides, between: Sequence[int], goods: Sequence[Goods]) -> int:
    """The side that supplies all the goods named, home otherwise."""
    suppliers = {ref for item in goods for ref in item.supplier}
    numbers = [n for n in between if sides.ref(n) in suppliers]
    return numbers[0] if len(suppliers) == 1 and numbers else between[0]


def _proposer(layout: Layout, sides: Sides, sentence: int, between: Sequence[int]) -> int:
    """The first side named in the sentence, person or name; home where none is."""
    named = sides.named(layout.in_sentence(sentence, "PARTNER", "PERSON"))
    return next((n for n in named if n in between), between[0])
