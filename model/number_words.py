"""Russian number words in all their case forms, and the scales that multiply a number."""

from decimal import Decimal
from typing import Final

from rucoop.model.lexemes import Lexeme, word_at, word_set

_FORMS: Final = """
0 ноль нуль ноля нуля нолю нулю
1 один одна одно одного одной одному одним одном одну одною
2 два две двух двум двумя двое двоих оба обе обоих обеих
3 три трех трем тремя трое троих
4 четыре четырех четырем четырьмя четверо четверых
5 пять пяти пятью пятеро пятерых
6 шесть шести шестью шестеро шестерых
7 семь семи семью семеро семерых
8 восемь восьми восемью восьмью восьмеро
9 девять девяти девятью девятеро
10 десять десяти десятью десятеро
11 одиннадцать одиннадцати одиннадцатью
12 двенадцать двенадцати двенадцатью
13 тринадцать тринадцати тринадцатью
14 четырнадцать четырнадцати четырнадцатью
15 пятнадцать пятнадцати пятнадцатью
16 шестнадцать шестнадцати шестнадцатью
17 семнадцать семнадцати семнадцатью
18 восемнадцать восемнадцати восемнадцатью
19 девятнадцать девятнадцати девятнадцатью
20 двадцать двадцати двадцатью
30 тридцать тридцати тридцатью
40 сорок сорока
50 пятьдесят пятидесяти пятьюдесятью
60 шестьдесят шестидесяти шестьюдесятью
70 семьдесят семидесяти семьюдесятью
80 восемьдесят восьмидесяти восемьюдесятью
90 девяносто девяноста
100 сто ста
200 двести двухсот двумстам двумястами двухстах
300 триста трехсот тремстам тремястами трехстах
400 четыреста четырехсот четыремстам четырьмястами четырехстах
500 пятьсот пятисот пятистам пятьюстами пятистах
600 шестьсот шестисот шестистам шестьюстами шестистах
700 семьсот семисот семистам семьюстами семистах
800 восемьсот восьмисот восьмистам восемьюстами восьмистах
900 девятьсот девятисот девятистам девятьюстами девятистах
"""

_SCALES: Final = """
10 десяток десятка десятку десятком десятке | десятки десятков десяткам десятками десятках
12 дюжина дюжину дюжиной дюжине дюжины | дюжин дюжинам дюжинами дюжинах
100 сотня сотню сотней сотне сотни | сотен сотням сотнями сотнях
1000 тысяча тысячу тысячей тысяче тысячи тыс | тысяч тысячам тысячами тысячах
1000000 миллион миллиона миллиону миллионом миллионе млн мнл милн | миллионы миллионов миллионам миллионами миллионах
1000000000 миллиард миллиарда миллиарду миллиардом миллиарде млрд | миллиарды миллиардов миллиардам миллиардами
1000000000000 триллион триллиона триллиону триллионом триллионе трлн | триллионы триллионов триллионам триллионами
"""


def _table(lines: str) -> dict[str, Decimal]:
    rows = (line.replace("|", " ").split() for line in lines.strip().splitlines())
    return {form: Decimal(row[0]) for row in rows for form in row[1:]}


NUMBERS: Final[dict[str, Decimal]] = _table(_FORMS)
SCALES: Final[dict[str, Decimal]] = _table(_SCALES)
HALVES: Final[dict[str, Decimal]] = {
    "полтора": Decimal("1.5"), "полторы": Decimal("1.5"), "полутора": Decimal("1.5"), "полуторы": Decimal("1.5"),
}  # fmt: skip
ABBREVIATED: Final = word_set("тыс млн мнл милн млрд трлн")
VAGUE: Final = word_set("несколько нескольких нескольким несколькими множество многие многих ряд немало масса пара")

# A scale without a number is one of it in the singular (`миллион рублей`) and no number at all in the plural
# (`миллионы рублей`). `сотни` and `тысячи` are both: singular only where a genitive is governed (`более тысячи`).
_PLURAL: Final = frozenset(form for line in _SCALES.strip().splitlines() for form in line.split("|")[1].split())
_BOTH: Final = frozenset({"сотни", "тысячи", "дюжины"})
_GOVERNORS: Final = word_set("более больше свыше около порядка до от менее меньше из с")


def read_words(items: list[Lexeme], i: int) -> tuple[Decimal, int] | None:
    """The number below one thousand in words that begins at lexeme ``i``, and the index behind it."""
    half = HALVES.get(word_at(items, i))
    if half is not None:
        return half, i + 1
    total, room = Decimal(0), Decimal(1000)
    while (value := NUMBERS.get(word_at(items, i))) is not None and value < room:
        total, i = total + value, i + 1
        room = Decimal(100) if value >= 100 else Decimal(10) if value >= 20 else Decimal(0)
    return (total, i) if room < 1000 else None


def half_scale(word: str) -> Decimal | None:
    """Half of a scale in one word: ``полмиллиона``, ``полумиллиарда``, ``полсотни``."""
    for prefix in ("полу", "пол"):
        if word.startswith(prefix) and (scale := SCALES.get(word[len(prefix) :])) is not None:
            return scale / 2
    return None


def stands_for_one(items: list[Lexeme], i: int) -> bool:
    """True if the scale word at ``i``, before which no number stands, means one of it."""
    word = items[i].text
    if word in ABBREVIATED or word in _PLURAL:
        return False
    return word not in _BOTH or word_at(items, i - 1) in _GOVERNORS
