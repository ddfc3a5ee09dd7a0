"""GOODS spans -> goods with direction: who supplies them, who receives them."""

from rucoop.model.layout import Layout
from rucoop.model.normal_form import nominative
from rucoop.model.schema import Engine, Goods
from rucoop.model.sides import Sides
from rucoop.model.supply import Flow, flows


def goods_items(layout: Layout, sides: Sides, source: Engine) -> list[Goods]:
    """The goods of a document; mentions with one name and one direction share an item."""
    found: dict[int, Flow] = {}
    last = Flow(None, None)
    for sentence in range(len(layout.sentences)):
        if layout.in_sentence(sentence, "GOODS"):
            flow = flows(layout, sides, sentence, last)
            found |= flow
            last = flow[max(flow)]
    items: dict[tuple[str, Flow], Goods] = {}
    for index in layout.of_label("GOODS"):
        flow_here, name = found.get(index, Flow(None, None)), _name(layout, index)
        item = items.setdefault(
            (name, flow_here),
            Goods(
                ref=f"g{len(items) + 1}",
                name=name,
                supplier=_refs(sides, flow_here.supplier),
                receiver=_refs(sides, flow_here.receiver),
                source=source,
                mentions=[],
            ),
        )
        item.mentions.append(layout.mention(index))
    return list(items.values())


def _name(layout: Layout, index: int) -> str:
    text = " ".join(layout.covered(layout.spans[index]).split())
    name = nominative(text)
    return name if name[:2].isupper() or not name[:1].isupper() else name[0].lower() + name[1:]


def _refs(sides: Sides, number: int | None) -> list[str]:
    return [] if number is None else [sides.ref(number)]
