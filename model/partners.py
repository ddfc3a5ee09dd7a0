"""PARTNER spans -> partners: each name linked, and the mentions of one territory or organisation put together."""

import re
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from rucoop.data.tables import Territory, territories
from rucoop.model.layout import Layout
from rucoop.model.names import PartnerName, link_partner, of_territory

_CITY_HALL: Final = re.compile(
    r"(?:\bмэр\w*|\bгород\w*|\bгор(?:исполком|совет|дум)\w*|\bградоначальник\w*|\bмуниципал\w*|"
    r"\bсити-менеджер\w*|\bаким\w*|"
    r"\bхоким\w*|\bглав\w{1,2}|\bвали)\s*$",
    re.IGNORECASE,
)
_WAY: Final = re.compile(r"(?:\bв|\bво|\bиз|\bизо|\bна|\bчерез|\bдо|\bот|\bпод|\bиз-под|\bоколо|[а-яё]{3,})\s*$")
_ADJECTIVE: Final = re.compile(r"[А-ЯЁ][а-яё-]+(?:ой|ого|ому|ом|ий|ую|ая|им)")
_SHARED: Final = re.compile(
    r"(?:,\s+[А-ЯЁ][а-яё-]+){0,6}\s+и\s+[А-ЯЁ][а-яё-]+\s+(областей|областями|областям|областях|"
    r"краев|краёв|краями|районов)"
)


@dataclass
class Group:
    """One partner: its linked name, its PARTNER spans (indices, in order), and whether a city acts by its mayor."""

    name: PartnerName
    mentions: list[int] = field(default_factory=list)
    municipal: bool = False

    @property
    def is_territory(self) -> bool:
        return self.name.kind != "organization"


def partner_groups(layout: Layout, home: str | None) -> list[Group]:
    """The partners of a document in order of first mention; each name is read in the light of all others."""
    indices = layout.of_label("PARTNER")
    texts = {i: _completed(layout, i) for i in indices}
    codes = {name.code for name in (link_partner(text, home=home) for text in texts.values()) if name.code}
    names = {i: link_partner(text, home=home, context=codes) for i, text in texts.items()}
    present = {name.key for name in names.values()}
    municipal = {name.key for i, name in names.items() if _CITY_HALL.search(layout.before(layout.spans[i]))}
    groups: dict[str, Group] = {}
    for i, name in names.items():
        spoken_for = _home(name, present, home)
        if spoken_for is None and name.key not in municipal:
            spoken_for = _spoken_for(layout, i, name, present, home)
        linked = name if spoken_for is None else of_territory(spoken_for)
        groups.setdefault(linked.key, Group(linked, municipal=linked.key in municipal)).mentions.append(i)
    return _joined(layout, groups)


def _completed(layout: Layout, index: int) -> str:
    """The span's text; an adjective that shares its noun with a later one (``с Гомельской и Могилевской областями``)
    gets it."""
    text = layout.covered(layout.spans[index])
    shared = _SHARED.match(layout.after(layout.spans[index])) if _ADJECTIVE.fullmatch(text) else None
    if shared is None:
        return text
    return f"{text} {'области' if shared[1].startswith('обл') else 'края' if shared[1].startswith('кр') else 'района'}"


def _spoken_for(layout: Layout, index: int, name: PartnerName, present: set[str], home: str | None) -> Territory | None:
    """The country or region for which a city stands here: ``Ханой и Казань договорились``.

    A capital stands for its country where it is no place on the way (``из Ташкента``), the centre of an oblast that has
    a code of its own for an oblast that the document names.
    """
    city = by_id().get(name.key) if name.kind == "city" else None
    if city is None or city.parent is None:
        return None
    parent = by_id()[city.parent]
    if parent.capital != city.name:
        return None
    if parent.kind == "country" and home is not None and parent.id == home.split("-")[0]:
        return None
    if parent.kind == "region" and city.code is not None:
        return parent if parent.id in present else None
    return None if _WAY.search(layout.before(layout.spans[index])) else parent


def _home(name: PartnerName, present: set[str], home: str | None) -> Territory | None:
    """Home, for a city of it, where the document names it in no other way."""
    city = by_id().get(name.key) if name.kind == "city" and home is not None and home not in present else None
    return by_id()[home] if city is not None and home is not None and city.parent == home else None


@cache
def by_id() -> dict[str, Territory]:
    """Territories by their id."""
    return {territory.id: territory for territory in territories()}


def _joined(layout: Layout, groups: dict[str, Group]) -> list[Group]:
    """Organisations with their abbreviation in brackets behind the full name made one."""
    owner = {i: key for key, group in groups.items() for i in group.mentions}
    for short in [i for i, key in owner.items() if not groups[key].is_territory]:
        long = short - 1
        apart = long in owner and owner[long] != owner[short] and not groups[owner[long]].is_territory
        if apart and re.fullmatch(r"\s*\(", layout.gap(long, short)) and _abbreviates(layout, short, long):
            _merge(groups, owner, short, long)
    return sorted(groups.values(), key=lambda group: group.mentions[0])


def _abbreviates(layout: Layout, short: int, long: int) -> bool:
    letters = [c for c in layout.covered(layout.spans[short]).lower() if c.isalpha()]
    initials = re.findall(r"\b\w", layout.covered(layout.spans[long]).lower())
    return letters[:1] == initials[:1] and len(letters) <= len(initials) + 2


def _merge(groups: dict[str, Group], owner: dict[int, str], short: int, long: int) -> None:
    lost, kept = owner[short], owner[long]
    groups[kept].mentions = sorted(groups[kept].mentions + groups.pop(lost).mentions)
    for i in groups[kept].mentions:
        owner[i] = kept
