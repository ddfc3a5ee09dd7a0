"""Mentions of territories in raw text, for the rule engine: where, which, in what case, behind which preposition."""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Final, NamedTuple

from rucoop.data.tables import Territory
from rucoop.model.bodies import body_at
from rucoop.model.gazetteer import Found, Word, longest_names, words
from rucoop.model.names import choose
from rucoop.model.paradigms import ALL_CASES

_PREPOSITIONS: Final = frozenset(
    ["в", "во", "на", "из", "с", "со", "к", "ко", "по", "от", "для", "между", "под", "при", "через", "до", "у", "о"]
)
_MONEY: Final = ("доллар", "долл", "рубл", "дирхам", "динар", "риал")  # ``долларов США`` is a unit
_TOWN_CUES: Final = _PREPOSITIONS | {"г", "город", "города", "городом", "городе", "городу"}
# Names that are more often something else: a person, an adjective, a pronoun.
_HOMONYMS: Final = frozenset(
    {
        "Владимир", "Киров", "Орел", "Того", "Чад", "Мир", "Мирный", "Бор", "Артем", "Энгельс", "Королев", "Жуковский",
        "Александров", "Свободный", "Октябрьский", "Заречный", "Волжский", "Чайковский", "Рудный", "Губкин", "Кузнецк",
        "Манас", "Виктория", "Лима", "Абай", "Гори", "Сари", "Мэри", "Болгар", "Циолковский", "Губкинский", "Шахты",
        "Находка", "Днепр", "Сана", "Мары", "Восточная провинция", "Центральный аймак", "Восточный аймак", "Синд",
        "Парана", "Штаты", "Марке", "Вена", "Кампания", "Саар", "Лида",
    }
)  # fmt: skip


class Mention(NamedTuple):
    """A mention of ``territory`` at ``text[start:end]``.

    ``cases`` are the cases its form can have (letters of ``paradigms``); ``preposition`` is the one before it, if any.
    """

    start: int
    end: int
    territory: Territory
    cases: str
    preposition: str | None

    @property
    def locative(self) -> bool:
        """True where it surely is a place where something is: ``в Казани``, not ``в Казань``."""
        return self.preposition in ("в", "во", "на") and "l" in self.cases and "a" not in self.cases

    @property
    def directive(self) -> bool:
        """True where it surely is a place to which something goes: ``в Казань``."""
        return self.preposition in ("в", "во", "на") and "a" in self.cases and "l" not in self.cases


def territory_mentions(text: str, *, home: str | None = None, context: Collection[str] = ()) -> list[Mention]:
    """Capitalised names of territories and of their bodies in ``text``, in order, without overlaps.

    The text's own unambiguous names join ``context`` and decide between the senses of the others. A name and the
    country it lies in, side by side (``Атырауской области Казахстана``), are one mention.
    """
    tokens = words(text)
    capitals = [f for f in longest_names(text, tokens) if text[f.start].isupper()]
    found = [f for f in capitals if not _is_homonym(tokens, f) and not _is_unit(tokens, f)]
    known = {f.name.territories[0].id for f in found if len(f.name.territories) == 1} | set(context)
    # Of two readings of the same words the sort keeps the name before the body: its cases are known.
    mentions = [*_names(tokens, found, home, known), *_bodies(text, tokens, home, known)]
    mentions.sort(key=lambda mention: (mention.start, mention.end))
    return _joined(text, _without_overlaps(mentions))


def _names(
    tokens: Sequence[Word], found: Sequence[Found], home: str | None, known: Collection[str]
) -> Iterator[Mention]:
    for one in found:
        territory = choose(one.name, home, known)
        if territory is not None:
            yield Mention(one.start, one.end, territory, one.cases, _preposition(tokens, one.first))


def _bodies(text: str, tokens: Sequence[Word], home: str | None, known: Collection[str]) -> Iterator[Mention]:
    for i, token in enumerate(tokens):
        body = body_at(tokens, i) if text[token.start].isupper() else None
        if body is not None:
            territory = max(body.territories, key=lambda t: (t.id == home, t.id in known, t.country in known))
            yield Mention(token.start, tokens[body.last].end, territory, ALL_CASES, _preposition(tokens, i))


def _preposition(tokens: Sequence[Word], position: int) -> str | None:
    before = tokens[position - 1].form if position else ""
    return before if before in _PREPOSITIONS else None


def _is_unit(tokens: Sequence[Word], found: Found) -> bool:
    return found.first > 0 and tokens[found.first - 1].form.startswith(_MONEY)


def _is_homonym(tokens: Sequence[Word], found: Found) -> bool:
    if not any(t.name in _HOMONYMS or (t.id == "KZ-10" and found.first == found.last) for t in found.name.territories):
        return False
    return len(found.name.words) == 1 and not (found.first and tokens[found.first - 1].form in _TOWN_CUES)


def _without_overlaps(mentions: Sequence[Mention]) -> list[Mention]:
    """The longer of two mentions that overlap."""
    kept: list[Mention] = []
    for mention in mentions:
        if kept and mention.start < kept[-1].end:
            if mention.end - mention.start > kept[-1].end - kept[-1].start:
                kept[-1] = mention
        else:
            kept.append(mention)
    return kept


def _joined(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    joined: list[Mention] = []
    for mention in mentions:
        last = joined[-1] if joined else None
        inside = last is not None and mention.territory.id == last.territory.country != last.territory.id
        if last is not None and inside and "g" in mention.cases and re.fullmatch(r" ", text[last.end : mention.start]):
            joined[-1] = last._replace(end=mention.end)
        else:
            joined.append(mention)
    return joined
