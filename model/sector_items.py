"""SECTOR spans -> the record's sectors: mentions with one code share an item."""

from rucoop.model.layout import Layout
from rucoop.model.schema import Engine, Sector
from rucoop.model.sectors import sector_code


def sector_items(layout: Layout, source: Engine) -> list[Sector]:
    """The sectors in order of first mention, named as there; a span without a known code stays a span only."""
    items: dict[str, Sector] = {}
    for index in layout.of_label("SECTOR"):
        found = sector_code(layout.covered(layout.spans[index]))
        if found is None:
            continue
        item = items.setdefault(
            found.code,
            Sector(
                ref=f"s{len(items) + 1}",
                code=found.code,
                okved=list(found.okved),
                name=found.name,
                source=source,
                mentions=[],
            ),
        )
        item.mentions.append(layout.mention(index))
    return list(items.values())
