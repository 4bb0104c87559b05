"""Variants, hints about what does not fit together, gene tests, and the family as a table."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from desktop.domain import records as r
from desktop.domain.case import Case
from desktop.guidance.dossier import dossier_of
from desktop.ui.models.family import (
    AFFECTED,
    BORN,
    DECEASED,
    PERSON,
    REGISTRY_ID,
    FamilyModel,
    relation_words,
    spoken,
    summary,
    untested_siblings,
)
from desktop.ui.models.genetics import (
    family_advice_entries,
    gene_test_entries,
    hint_entries,
    hints,
    leading_words,
    variant_entries,
)
from desktop.work.family import family_of
from tests.reports.examples import full_case

PATIENT = r.Patient(id="p", patient_id="CR-0001", sex="female", birth_date="2010-01-01")


def variant(gene: str, change: str, zygosity: str = "heterozygous", **cells: str) -> r.Variant:
    given = {"classification": "pathogenic"} | cells
    return r.Variant(
        patient="p",
        gene=gene,
        hgvs_c=change,
        zygosity=zygosity,
        **given,  # type: ignore[arg-type]  # cells are texts
    )


def case_of(*variants: r.Variant, family: tuple[r.Relative, ...] = ()) -> Case:
    return Case(patient=PATIENT, as_of=date(2026, 1, 1), variants=variants, family=family)


def kin(relation: str, **cells: str) -> r.Relative:
    return r.Relative(
        patient="p",
        relation=relation,
        **cells,  # type: ignore[arg-type]  # cells are texts
    )


@pytest.mark.parametrize(
    ("variants", "told"),
    [
        ((variant("GALNT3", "c.1A>G"), variant("GALNT3", "c.2T>C")), "phase unknown"),
        ((variant("GALNT3", "c.1A>G"),), "does not explain a recessive disorder"),
        ((variant("SAMD9", "c.1A>G", "compound_heterozygous"),), "only one variant is recorded"),
        (
            (variant("KL", "c.1A>G", "homozygous"), variant("KL", "c.2T>C")),
            "one variant is homozygous and another",
        ),
        ((variant("FGF23", "c.1A>G", "hemizygous"),), "does not lie on a sex chromosome"),
        ((variant("GALNT3", "c.1A>G", classification="vus"),), "uncertain significance"),
        ((variant("GALNT3", "", "homozygous"),), "without its change"),
    ],
)
def test_what_does_not_fit_together_is_told(variants: tuple[r.Variant, ...], told: str) -> None:
    assert any(told in hint.text for hint in hints(case_of(*variants)))


@pytest.mark.parametrize(
    "variants",
    [
        (variant("GALNT3", "c.1A>G", "homozygous"),),
        (
            variant("GALNT3", "c.1A>G", "compound_heterozygous"),
            variant("GALNT3", "c.2T>C", "compound_heterozygous"),
        ),
        (variant("ACVR1", "c.617G>A"),),
        (variant("XYZ1", "c.1A>G"),),
        (),
    ],
)
def test_what_fits_together_gives_no_hint(variants: tuple[r.Variant, ...]) -> None:
    assert hints(case_of(*variants)) == ()


def test_every_hint_says_that_it_is_general_and_not_from_the_source() -> None:
    (entry,) = hint_entries(case_of(variant("GALNT3", "c.1A>G")))
    assert [source.kind for source in entry.sources] == ["general"]
    assert "not from the source" in entry.sources[0].text


def test_a_variant_stands_as_typed_with_its_inheritance_and_the_literature_for_it() -> None:
    (entry,) = variant_entries(case_of(variant("GALNT3", "c.1524+1G>A")))
    assert entry.title == "GALNT3 c.1524+1G>A"
    assert "Inheritance: autosomal recessive" in [line.whole for line in entry.lines]
    assert [source.kind for source in entry.sources] == ["literature"]
    (other,) = variant_entries(case_of(variant("XYZ1", "c.1A>G", "")))
    assert other.sources == ()
    assert other.lines[0].whole == "Zygosity: Not recorded"


def test_gene_tests_and_counseling_come_from_the_guidance() -> None:
    dossier = dossier_of(replace(full_case(), variants=()))
    tests = gene_test_entries(dossier)
    assert [entry.key for entry in tests] == ["test-hftc-genes"]
    assert "Hyperphosphatemic tumoral calcinosis" in leading_words(dossier)
    advice = family_advice_entries(dossier, untested=("Sister CR-0009",))
    counseling = next(entry for entry in advice if entry.key == "hftc-genetics")
    assert counseling.lines[-1].whole == "Not known whether affected: Sister CR-0009"
    assert [source.label for source in counseling.sources] == ["GeneReviews HFTC"]


def test_the_table_tells_unknown_not_recorded_and_no_apart() -> None:
    family = family_of(
        case_of(
            family=(
                kin("mother", affected="no", deceased="yes", birth_date="1980"),
                kin("sibling", affected="unknown", sex="male", label="Jo"),
                kin("child"),
            )
        )
    )
    model = FamilyModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.show_members(family.members)
    rows = {
        model.index(n, PERSON).data(): [
            model.index(n, column).data() for column in (AFFECTED, DECEASED, BORN)
        ]
        for n in range(model.rowCount())
    }
    assert rows["Mother"] == ["No", "Yes", "1980"]
    assert rows["Brother, Jo"] == ["Unknown", "Not recorded", "Not recorded"]
    assert rows["Child"] == ["Not recorded", "Not recorded", "Not recorded"]
    assert rows["Patient"][0] == "Not recorded"
    said = model.index(0, PERSON).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("Patient, CR-0001, Female")
    model.show_members(())
    assert model.rowCount() == 0


def test_somebody_with_a_registry_id_that_is_not_here_is_told_so() -> None:
    family = family_of(case_of(family=(kin("sibling", relative_id="CR-0999"),)))
    model = FamilyModel()
    model.show_members(family.members)
    row = model.row_of("CR-0999")
    assert model.index(row, REGISTRY_ID).data() == "CR-0999 (not in this registry)"


def test_brothers_and_sisters_of_whom_nothing_is_known_are_named() -> None:
    family = family_of(
        case_of(
            family=(
                kin("sibling", sex="female"),
                kin("sibling", sex="male", affected="no"),
                kin("sibling", sex="male", deceased="yes"),
                kin("mother"),
            )
        )
    )
    assert untested_siblings(family) == ("Sister",)


def test_a_person_and_a_family_are_said_in_one_sentence() -> None:
    family = family_of(case_of(family=(kin("mother", carrier="yes", affected="no"),)))
    mother = next(one for one in family.members if one.kinship == "mother")
    assert relation_words(mother) == "Mother"
    assert spoken(mother) == "Mother, Female, affected: no, carrier: yes, deceased: not recorded"
    assert summary(family) == "2 people, 0 affected, 1 not known"
