"""Random edits, signatures, undos and reopenings: the file equals a plain model of it."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from desktop.db.backup import problems_of
from desktop.db.registry import Registry
from desktop.domain import records as r
from desktop.domain.audit import NeedsReasonError

WHY = "as the laboratory says"
VALUES = st.sampled_from(["4.0", "5.0", "6.25", "<3"])


class RegistryMachine(RuleBasedStateMachine):
    """Adds, changes, removes, undoes and reopens; ``model`` is what should be there."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "clinic.registry"
        self.registry = Registry.create(self.path)
        self.patient = r.Patient(patient_id="CR-0001")
        self.model: dict[str, r.Record] = {}
        self.past: list[dict[str, r.Record]] = []
        self.future: list[dict[str, r.Record]] = []
        self.signed: set[str] = set()

    @initialize()
    def enroll(self) -> None:
        self.registry.change("Add patient", lambda edit: edit.put(self.patient))

    def _result(self, value: str) -> r.LabResult:
        number = value.lstrip("<")
        return r.LabResult(
            patient=self.patient.id,
            analyte="serum_phosphate",
            value=number,
            comparator="<" if number != value else "",
            unit="mg/dL",
        )

    def _step(self, after: dict[str, r.Record]) -> None:
        self.past.append(self.model)
        self.future.clear()
        self._become(after)

    def _become(self, after: dict[str, r.Record]) -> None:
        """A signature ends with the first change of its result, and no undo brings it back."""
        self.signed = {own for own in self.signed if self.model[own] == after.get(own)}
        self.model = after

    @rule(value=VALUES)
    def add(self, value: str) -> None:
        new = self._result(value)
        self.registry.change("Add", lambda edit: edit.put(new), WHY)
        self._step({**self.model, new.id: new})

    @rule(value=VALUES, pick=st.integers(0, 9))
    def correct(self, value: str, pick: int) -> None:
        if not self.model:
            return
        old = list(self.model.values())[pick % len(self.model)]
        new = replace(self._result(value), id=old.id)
        if new == old:
            return
        self.registry.change("Correct", lambda edit: edit.put(new, replacing=old), WHY)
        self._step({**self.model, new.id: new})

    @rule(pick=st.integers(0, 9))
    def remove(self, pick: int) -> None:
        if not self.model:
            return
        old = list(self.model.values())[pick % len(self.model)]
        self.registry.change("Remove", lambda edit: edit.remove(old), WHY)
        self._step({key: kept for key, kept in self.model.items() if key != old.id})

    @rule(pick=st.integers(0, 9))
    def sign(self, pick: int) -> None:
        if not self.model:
            return
        chosen = list(self.model.values())[pick % len(self.model)]
        is_new = self.registry.sign([chosen]) is not None
        assert is_new == (chosen.id not in self.signed)
        self.signed.add(chosen.id)

    @rule(value=VALUES)
    def change_without_a_reason(self, value: str) -> None:
        if not self.signed:
            return
        own = min(self.signed)
        new = replace(self._result(value), id=own, note="no reason")
        with pytest.raises(NeedsReasonError):
            self.registry.change("Correct", lambda edit: edit.put(new))

    @rule()
    def undo(self) -> None:
        if not self.past:
            return
        self.registry.undo()
        self.future.append(self.model)
        self._become(self.past.pop())

    @rule()
    def redo(self) -> None:
        if not self.future:
            return
        self.registry.redo()
        self.past.append(self.model)
        self._become(self.future.pop())

    @rule()
    def reopen(self) -> None:
        self.registry.close()
        self.registry = Registry.open(self.path)
        self.past.clear()
        self.future.clear()

    @invariant()
    def the_file_holds_what_the_model_holds(self) -> None:
        stored = self.registry.case(self.patient.id).labs if self.registry.ids() else ()
        assert {record.id: record for record in stored} == self.model
        assert set(self.registry.signatures(self.patient.id)) == self.signed

    def teardown(self) -> None:
        self.registry.close()
        assert problems_of(self.path) == []
        self.folder.cleanup()


RegistryMachine.TestCase.settings = settings(max_examples=25, stateful_step_count=20, deadline=None)
TestRegistryMachine = RegistryMachine.TestCase
