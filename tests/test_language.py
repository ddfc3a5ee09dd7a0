"""Texts that are not ours to read."""

import pytest

from rucoop.model.language import language_warnings


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Стороны встретились в Омске.", []),
        ("Стороны встретились с BASF и Siemens.", []),
        ("", ["empty_text"]),
        ("\n\t ", ["empty_text"]),
        ("The sides met in Omsk.", ["not_russian"]),
        ("12345 67", ["not_russian"]),
        ("Қазақстан мен Өзбекстан келісімге қол қойды.", ["not_russian"]),
    ],
)
def test_language(text: str, codes: list[str]) -> None:
    assert [warning.code for warning in language_warnings(text)] == codes
