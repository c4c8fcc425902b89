"""A letter as one picture."""

from __future__ import annotations

import gzip
import re

from activities.typesetting import pictured
from api.pages.preview import below_each_other
from tests.letters.letters import CASES, given_for, letter_of

LETTER = letter_of(CASES["permission_granted"])


def test_a_picture_of_several_pages_has_each_shape_once_and_all_that_it_shows() -> None:
    pages = pictured(LETTER.kind, LETTER.template_version, given_for(LETTER))
    picture = below_each_other(pages)
    shapes, shown = re.findall(rb'<symbol id="([^"]+)"', picture), re.findall(rb'href="#([^"]+)"', picture)

    assert sum(page.count(b"<use ") for page in pages) == len(shown)
    assert len(set(shapes)) == len(shapes)
    assert set(shapes) == set(shown)
    assert 0.65 * len(gzip.compress(b"".join(pages))) > len(gzip.compress(picture))
