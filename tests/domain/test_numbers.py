"""The number of a case: the same for the same request, and wrong when it is misread."""

from __future__ import annotations

from hypothesis import given, strategies as st

from domain.numbers import ALPHABET, case_number, is_case_number

parts = st.lists(st.text(max_size=20), min_size=1, max_size=3)


@given(parts)
def test_the_same_request_always_gets_the_same_number(said: list[str]) -> None:
    """And it is a well-formed one."""
    number = case_number(*said)

    assert number == case_number(*said)
    assert is_case_number(number)


@given(parts, st.integers(0, 11), st.sampled_from(ALPHABET))
def test_one_character_misread_is_found(said: list[str], place: int, other: str) -> None:
    """By the check character, whichever one it is."""
    number = case_number(*said)
    at = [place for place, character in enumerate(number) if place > 2 and character != "-"][place]
    misread = number[:at] + other + number[at + 1 :]

    assert (other == number[at]) == is_case_number(misread)


def test_what_is_written_otherwise_is_no_number() -> None:
    """No lower case, no spaces, nothing before or after it."""
    number = case_number("zonnedam", "werkplaats", "1")

    assert not [
        other
        for other in (
            number.lower(),
            f" {number}",
            f"{number}\n",
            number[3:],
            number.replace("-", ""),
            "",
            "MD-",
        )
        if is_case_number(other)
    ]


def test_a_number_stays_what_it_is() -> None:
    """Running cases are found by it."""
    assert "MD-3SDW-H8VD-JDRS" == case_number("zonnedam", "werkplaats", "1")
