"""Free text that is a key, a label or a synonym counts as its key; anything else stays text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.domain.terms import features
from desktop.guidance.assess import assess
from desktop.guidance.recognized import with_recognized_cells
from desktop.measures.derived import derive
from tests.guidance.making import case_of, first_of, mass, present, published_cases


@pytest.mark.parametrize(
    ("cell", "key"),
    [
        ("HP:0001822", "great_toe_malformation"),
        ("Malformed great toe", "great_toe_malformation"),
        ("Hallux valgus from birth", "great_toe_malformation"),
        ("great toe malformation", "great_toe_malformation"),
        ("periarticular calcified masses", "periarticular_calcified_mass"),
        ("Tumour lysis syndrome", "tumor_lysis_syndrome"),
        ("Anaemia", "anemia"),
        ("Dystrophic oddity", "Dystrophic oddity"),
        ("no periarticular calcified mass", "no periarticular calcified mass"),
        ("sarcoma", "sarcoma"),
        ("fracture", "fracture"),
    ],
)
def test_a_cell_counts_as_a_key_only_where_the_whole_cell_means_it(cell: str, key: str) -> None:
    codes = {"HP:0001822": "great_toe_malformation"}
    found = with_recognized_cells(case_of(present(cell)), codes).findings[0]
    assert found.feature == key


def test_a_recognized_finding_keeps_the_words_of_the_record() -> None:
    case = with_recognized_cells(case_of(present("Long hallux", note="both sides")), {})
    assert case.findings[0].note == "recorded as Long hallux; both sides"


def test_a_site_in_words_is_its_key_whatever_the_side() -> None:
    case = with_recognized_cells(case_of(mass("M1", "Left hip"), mass("M2", "somewhere")), {})
    assert [row.site for row in case.masses] == ["hip", "somewhere"]


@pytest.mark.parametrize("form", ["label", "synonym"])
def test_the_published_cases_read_the_same_in_free_words(form: str) -> None:
    for key, case in list(published_cases().items())[::6]:
        rows = []
        for row in case.findings:
            term = features().get(row.feature)
            if term:
                words = term.label if form == "label" else (*term.synonyms, term.label)[0]
                rows.append(replace(row, feature=words.upper()))
        named = replace(case, findings=tuple(f for f in case.findings if f.feature in features()))
        worded = replace(case, findings=tuple(rows))
        if not any(word in row.feature for row in rows for word in ("FRACTURE", "ABSCESS", "PAIN")):
            before = first_of(assess(named, derive(named)))
            assert first_of(assess(worded, derive(worded))) == before, key
