"""PARTNER spans -> partners: each name linked, and the mentions of one territory or organisation put together."""

import re
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from rucoop.data.tables import Territory, territories
from rucoop.model.layout import Layout
from rucoop.model.names import PartnerName, link_partner

_CITY_HALL: Final = re.compile(
    r"(?:\bмэр\w*|\bгород\w*|\bгоргор\w*|\bгорисполком\w*|\bгорсовет\w*|\bградоначальник\w*|\bмуниципал\w*|\bсити-менеджер\w*)\s*$",
    re.IGNORECASE,
)
_WAY: Final = re.compile(r"(?:\bв|\bво|\bиз|\bизо|\bна|\bчерез|\bдо|\bот|\bпод|\bиз-под|\bоколо|[а-яё]{3,})\s*$")
_QUOTED: Final = re.compile(r"[«„“\"]([^«»„“”\"]+)[»“”\"]")
_FORM: Final = re.compile(r"^(?:[ПОЗН]?АО|ООО|ОАО|ЗАО|ПАО|ГК|ГУП|ФГУП|СП|ОЭЗ|ТОР|ТОСЭР|АНО|НПО|ПО|УК|ТД|АК|КХ|ИП)\s+")


@dataclass
class Group:
    """One partner: its linked name and the indices of its PARTNER spans, in text order."""

    name: PartnerName
    mentions: list[int] = field(default_factory=list)

    @property
    def is_territory(self) -> bool:
        return self.name.kind != "organization"


def partner_groups(layout: Layout, home: str | None) -> list[Group]:
    """The partners of a document in order of first mention."""
    names = {i: _linked(layout, i, home) for i in layout.of_label("PARTNER")}
    present = {name.code for name in names.values() if name.code}
    groups: dict[str, Group] = {}
    for i, name in names.items():
        spoken_for = _spoken_for(layout, i, name, present)
        if spoken_for is not None:
            name = link_partner(spoken_for.name, home=home, context="")
        groups.setdefault(_key(name), Group(name)).mentions.append(i)
    return _joined(layout, groups)


def _linked(layout: Layout, index: int, home: str | None) -> PartnerName:
    span = layout.spans[index]
    context = layout.before(span)[-80:] + layout.covered(span) + layout.after(span)[:80]
    return link_partner(layout.covered(span), home=home, context=context)


def _spoken_for(layout: Layout, index: int, name: PartnerName, present: set[str]) -> Territory | None:
    """The country or oblast for which its capital stands here: ``Ханой и Казань договорились``.

    A city with a code of its own keeps it on the road (``из Ташкента``) and under its mayor.
    """
    city = _city(name)
    if city is None or city.parent is None:
        return None
    parent = by_id()[city.parent]
    before = layout.before(layout.spans[index])
    if parent.capital != city.name or _CITY_HALL.search(before):
        return None
    if parent.kind == "region" and (city.code is not None or parent.code in present):
        return parent if parent.code in present else None
    return None if _WAY.search(before) else parent


def _city(name: PartnerName) -> Territory | None:
    if name.kind == "organization":
        return None
    return next((t for t in _named().get(name.name, ()) if t.kind == "city" and t.code == name.code), None)


@cache
def by_id() -> dict[str, Territory]:
    """Territories by their id."""
    return {territory.id: territory for territory in territories()}


@cache
def _named() -> dict[str, tuple[Territory, ...]]:
    table: dict[str, tuple[Territory, ...]] = {}
    for territory in territories():
        table[territory.name] = (*table.get(territory.name, ()), territory)
    return table


def _key(name: PartnerName) -> str:
    if name.code is not None:
        return name.code
    return f"{name.kind} {organisation_key(name.name) if name.kind == 'organization' else name.name}"


def organisation_key(name: str) -> str:
    """What the mentions of an organisation share: the name in quotes, or the name without legal form, folded."""
    quoted = _QUOTED.search(name)
    core = quoted[1] if quoted else _FORM.sub("", name.strip("«»„“”\""))
    return re.sub(r"[^\w]+", " ", core.lower().replace("ё", "е")).strip()


def _joined(layout: Layout, groups: dict[str, Group]) -> list[Group]:
    """Organisations with their abbreviation in brackets behind the full name made one."""
    owner = {i: key for key, group in groups.items() for i in group.mentions}
    for short in [i for i, key in owner.items() if key.startswith("organization")]:
        long = short - 1
        if long in owner and owner[long] != owner[short] and re.fullmatch(r"\s*\(", layout.gap(long, short)):
            if not groups[owner[long]].is_territory and _abbreviates(layout, short, long):
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
