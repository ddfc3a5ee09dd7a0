"""PARTNER spans in all cases, with slips, as bodies, and as organisations."""

import pytest

from rucoop.model.names import context_codes, link_partner


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Кемеровская область – Кузбасс", "RU-KEM"), ("Кемеровской областью — Кузбассом", "RU-KEM"),
        ("Кузбассу", "RU-KEM"), ("Республикой Татарстан", "RU-TA"), ("ТАТАРСТАНОМ", "RU-TA"), ("рт", "RU-TA"),
        ("Республикою Марий Эл", "RU-ME"), ("Республики Саха (Якутия)", "RU-SA"), ("Якутией", "RU-SA"),
        ("РС(Я)", "RU-SA"), ("Башкирии", "RU-BA"), ("Башкортостане", "RU-BA"), ("Чувашской Республикой", "RU-CU"),
        ("Ханты-Мансийского автономного округа – Югры", "RU-KHM"), ("Югрой", "RU-KHM"), ("ХМАО-Югры", "RU-KHM"),
        ("ЯНАО", "RU-YAN"), ("ЕАО", "RU-YEV"), ("Еврейской автономной областью", "RU-YEV"),
        ("Северной Осетией – Аланией", "RU-SE"), ("Приангарья", "RU-IRK"), ("Южном Урале", "RU-CHE"),
        ("Кубани", "RU-KDA"), ("Ленобластью", "RU-LEN"), ("Забайкальем", "RU-ZAB"), ("Нижегородчины", "RU-NIZ"),
        ("Тверской области", "RU-TVE"), ("Омской обл.", "RU-OMS"), ("Алтайского края", "RU-ALT"),
        ("Республики Алтай", "RU-AL"), ("Самарская губерния", "RU-SAM"),
        ("Санкт-Петербургом", "RU-SPE"), ("Северную столицу", "RU-SPE"), ("Петербурга", "RU-SPE"), ("Москве", "RU-MOW"),
        ("Атырауской областью Казахстана", "KZ-23"), ("область Абай", "KZ-10"), ("областью Жетысу", "KZ-33"),
        ("Улытауской областью", "KZ-62"), ("ВКО", "KZ-63"), ("Мангистау", "KZ-47"), ("Западным Казахстаном", "KZ-27"),
        ("Алматы", "KZ-75"), ("города Алма-Аты", "KZ-75"), ("Астаной", "KZ-71"), ("Шымкентом", "KZ-79"),
        ("Гродненской областью Республики Беларусь", "BY-HR"), ("Витебщины", "BY-VI"), ("Минском", "BY-HM"),
        ("Каракалпакстаном", "UZ-QR"), ("Хорезмского вилоята", "UZ-XO"), ("Ташкентом", "UZ-TK"),
        ("Марыйским велаятом", "TM-M"), ("Ошем", "KG-GO"), ("Горно-Бадахшанской автономной области", "TJ-GB"),
        ("провинцией Шэньси", "CN-SN"), ("Хунани", "CN-HN"), ("СУАР", "CN-XJ"), ("Внутренней Монголией", "CN-NM"),
        ("провинции Исфахан", "IR-10"), ("остана Гилян", "IR-01"), ("штатом Гуджарат", "IN-GJ"), ("Баварии", "DE-BY"),
        ("федеральной земли Северный Рейн – Вестфалия", "DE-NW"), ("Ломбардией", "IT-25"), ("Дубая", "AE-DU"),
        ("Аджарией", "GE-AJ"), ("Нахичевани", "AZ-NX"), ("аймаком Дорнод", "MN-061"), ("Измиром", "TR-35"),
        ("Российской Федерацией", "RU"), ("РФ", "RU"), ("Белоруссией", "BY"), ("Республику Беларусь", "BY"),
        ("Республикой Беларусь", "BY"), ("РК", "KZ"), ("РУз", "UZ"), ("Кыргызстаном", "KG"), ("Киргизией", "KG"),
        ("КНР", "CN"), ("Поднебесную", "CN"), ("Страны восходящего солнца", "JP"),
        ("Объединёнными Арабскими Эмиратами", "AE"),
        ("Соединенных Штатов Америки", "US"), ("США", "US"), ("Республикой Корея", "KR"), ("Южной Кореей", "KR"),
        ("Кот-д’Ивуаром", "CI"), ("Гвинеей-Бисау", "GW"), ("ЮАР", "ZA"), ("Того", "TG"), ("Чили", "CL"),
        ("Королевством Саудовская Аравия", "SA"), ("Нидерландами", "NL"), ("Филиппинах", "PH"), ("Вьетнаме", "VN"),
    ],
)  # fmt: skip
def test_territories_in_every_case(text: str, code: str) -> None:
    partner = link_partner(text)
    assert partner.code == code
    assert partner.kind != "organization"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Минским областным исполнительным комитетом", "BY-MI"), ("Минского облисполкома", "BY-MI"),
        ("Минскому исполкому", "BY-MI"), ("Минского городского исполнительного комитета", "BY-HM"),
        ("Мингорисполкомом", "BY-HM"), ("Могилевским облисполкомом Белоруссии", "BY-MA"),
        ("Павлодарского областного акимата", "KZ-55"), ("Ферганским хокимиятом", "UZ-FA"), ("Томский регион", "RU-TOM"),
        ("Ямало-Ненецкого округа", "RU-YAN"), ("Стамбульским муниципалитетом", "TR-34"),
        ("Правительством Республики Башкортостан", "RU-BA"), ("Посольства Узбекистана", "UZ"),
        ("Костромской", "RU-KOS"), ("Приморского", "RU-PRI"),
    ],
)  # fmt: skip
def test_bodies_and_elliptic_adjectives(text: str, code: str) -> None:
    assert link_partner(text).code == code


@pytest.mark.parametrize(
    ("text", "code"),
    [("Кузбасом", "RU-KEM"), ("Атыруской области", "KZ-23"), ("Татартаном", "RU-TA"), ("Узбекситану", "UZ"),
     ("Челябинкой области", "RU-CHE"), ("Pеспублики Татарстан", "RU-TA")],
)  # fmt: skip
def test_one_slip_is_forgiven(text: str, code: str) -> None:
    assert link_partner(text).code == code


@pytest.mark.parametrize("text", ["БелАЗом", "Камаз", "Эйдос", "КАМА", "Ак Барс Банком", "Омсктехуглерод"])
def test_a_slip_makes_no_territory_of_a_company(text: str) -> None:
    assert link_partner(text).kind == "organization"


def test_normal_form_codes_and_country() -> None:
    partner = link_partner("Омской областью")
    assert (partner.kind, partner.name, partner.oktmo) == ("region", "Омская область", "52000000")
    assert (partner.country, partner.parent, partner.key) == ("RU", None, "RU-OMS")


@pytest.mark.parametrize(
    ("text", "name", "oktmo"),
    [("Крымом", "Республика Крым", "35000000"), ("Севастополя", "Севастополь", "67000000"),
     ("ДНР", "Донецкая Народная Республика", "21000000"), ("Абхазией", "Абхазия", None)],
)  # fmt: skip
def test_territories_without_iso_code(text: str, name: str, oktmo: str | None) -> None:
    partner = link_partner(text)
    assert (partner.code, partner.name, partner.oktmo) == (None, name, oktmo)


@pytest.mark.parametrize(
    ("text", "name", "code", "parent"),
    [("Минска", "Минск", "BY-HM", "BY-MI"), ("Казанью", "Казань", None, "RU-TA"),
     ("Павлодаром", "Павлодар", None, "KZ-55"),
     ("Ханоем", "Ханой", "VN-HN", "VN"), ("Набережных Челнов", "Набережные Челны", None, "RU-TA"),
     ("Ростовом-на-Дону", "Ростов-на-Дону", None, "RU-ROS"), ("г. Орла", "Орел", None, "RU-ORL"),
     ("Лондоном", "Лондон", None, "GB")],
)  # fmt: skip
def test_cities_know_what_they_may_speak_for(text: str, name: str, code: str | None, parent: str) -> None:
    partner = link_partner(text)
    assert (partner.kind, partner.name, partner.code, partner.parent) == ("city", name, code, parent)


@pytest.mark.parametrize(
    ("text", "home", "context", "code"),
    [
        ("РК", "RU-TA", ("RU-TA", "KZ-23"), "KZ"), ("РК", "RU-TA", ("RU-KO",), "RU-KO"), ("РК", "RU-KR", (), "RU-KR"),
        ("РБ", "RU-TA", ("RU-BA",), "RU-BA"), ("РБ", "RU-TA", ("BY-HO",), "BY"), ("РБ", "RU-BU", (), "RU-BU"),
        ("РТ", "RU-TA", ("TJ",), "RU-TA"), ("РТ", None, ("TJ-SU",), "TJ"), ("РА", None, ("AM-SH",), "AM"),
        ("Пенджабом", "RU-TA", ("PK",), "PK-PB"), ("Пенджабом", "RU-TA", ("IN",), "IN-PB"),
        ("Алтая", None, ("RU-AL",), "RU-AL"),
    ],
)  # fmt: skip
def test_context_decides_between_senses(text: str, home: str | None, context: tuple[str, ...], code: str) -> None:
    assert link_partner(text, home=home, context=context).code == code


def test_context_is_what_is_certain() -> None:
    codes = context_codes(["Республики Коми", "РК", "КАМАЗ", "Сыктывкаром"])
    assert "RU-KO" in codes
    assert "KZ" not in codes
    assert link_partner("РК", context=codes).code == "RU-KO"


def test_unknown_regions_and_towns_keep_a_name() -> None:
    district = link_partner("Кукморским муниципальным районом")
    assert (district.kind, district.name, district.code) == ("region", "Кукморский муниципальный район", None)
    assert link_partner("провинции Кванза-Сул").kind == "region"
    assert link_partner("города Кропоткина").kind == "city"


@pytest.mark.parametrize(
    ("text", "name"),
    [("„КАМАЗ“", "КАМАЗ"), ('"КАМАЗ"', "КАМАЗ"), ("ПАО «КАМАЗ»", "ПАО «КАМАЗ»"), ('ООО "Бахетле"', "ООО «Бахетле»"),
     ("Торгово-промышленной палатой", "Торгово-промышленная палата"), ("ТПП", "ТПП"), ("КНИТУ-КАИ", "КНИТУ-КАИ"),
     ("Казанским вертолетным заводом", "Казанский вертолетный завод"), ("Татнефти", "Татнефть"),
     ("производственного объединения «ЕлАЗ»", "производственное объединение «ЕлАЗ»"),
     ("Минским тракторным заводом", "Минский тракторный завод"), ("«Татарстан»", "Татарстан"), ("SOCAR", "SOCAR")],
)  # fmt: skip
def test_organisations(text: str, name: str) -> None:
    partner = link_partner(text)
    assert (partner.kind, partner.name, partner.code) == ("organization", name, None)


def test_spans_of_one_organisation_share_a_key() -> None:
    assert link_partner("ПАО «КАМАЗ»").key == link_partner("«КАМАЗ»").key == link_partner("КАМАЗ").key
    assert link_partner("ТПП").key == link_partner("Торгово-промышленной палаты").key


@pytest.mark.parametrize("text", ["", " ", "«»", "—", "(", "1", "г."])
def test_degenerate_spans_are_answered(text: str) -> None:
    assert link_partner(text).kind in ("organization", "region", "city")
