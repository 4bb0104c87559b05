"""The words of an import: what files are, what columns may mean, what becomes of rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.analytes import analytes
from desktop.domain.language import mark, say, say_count
from desktop.exchange.calendar_days import ORDER_WORDS
from desktop.ui.forms.words import column_name, table_title
from desktop.ui.models.import_draft import question_of
from desktop.ui.models.labs_words import test_name

if TYPE_CHECKING:
    from desktop.exchange.asking import Question
    from desktop.work.import_outcome import Match, Outcome
    from desktop.work.import_survey import FileSurvey

KINDS = {
    "text": mark("table in text"),
    "xlsx": mark("Excel workbook"),
    "fhir": mark("FHIR R4"),
    "phenopacket": mark("GA4GH phenopacket, version 2"),
    "hl7": mark("HL7 v2 messages"),
    "redcap": mark("REDCap export"),
}
SEPARATORS = {
    ",": mark("comma"),
    ";": mark("semicolon"),
    "\t": mark("tabulator"),
    "|": mark("bar"),
}
ENCODING_NAMES = {
    "utf-8-sig": "UTF-8",
    "utf-8": "UTF-8",
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "utf-32": "UTF-32",
    "cp1252": "Windows-1252",
}
REGIONS = {
    "cp1252": mark("Western Europe (Windows-1252)"),
    "cp1250": mark("Central Europe (Windows-1250)"),
    "cp1251": mark("Cyrillic (Windows-1251)"),
    "cp1253": mark("Greek (Windows-1253)"),
    "cp1254": mark("Turkish (Windows-1254)"),
    "cp1255": mark("Hebrew (Windows-1255)"),
    "cp1256": mark("Arabic (Windows-1256)"),
    "cp1257": mark("Baltic (Windows-1257)"),
    "shift_jis": mark("Japanese (Shift JIS)"),
    "cp949": mark("Korean (Windows-949)"),
    "gb18030": mark("Chinese (GB 18030)"),
}
DATES = (("", mark("as the file shows")), *ORDER_WORDS.items())
DECIMALS = (
    ("", mark("as the file shows")),
    ("point", mark("decimal point: 1.25")),
    ("comma", mark("decimal comma: 1,25")),
)
TABLES = (("labs", mark("Laboratory results")), ("patients", mark("Patients")))
LAB_FIELDS = (
    *("patient_id", "mrn", "when", "analyte", "value", "unit", "range", "ref_low", "ref_high"),
    *("flag", "specimen", "method", "fasting", "hemolyzed", "note"),
)
PATIENT_FIELDS = (
    *("patient_id", "mrn", "family_name", "given_name", "sex", "birth_date", "death_when"),
    *("family_id", "diagnosis", "diagnosis_status", "enrolled_when", "consent", "note"),
)
WIDE = "wide:"
"""What stands before the key of an analyte whose results a column holds."""
_FIELD_WORDS = {
    "analyte": mark("Test"),
    "value": mark("Result"),
    "when": mark("Sample date"),
    "range": mark("Range in one cell"),
    "mrn": mark("Hospital number (MRN)"),
}
_MATCHES: dict[Match, str] = {
    "known": mark("known"),
    "filled": mark("known, filled in"),
    "new": mark("new patient"),
    "conflict": mark("conflict"),
    "unknown": mark("nobody fits"),
    "left_out": mark("left out"),
}


def found_order(order: str) -> str:
    """The order of dates that a file shows by itself, as the first of the choices."""
    if not order:
        return say("as the file shows")
    return say("found: {order}", order=say(dict(DATES)[order]))


def field_word(table: str, column: str) -> str:
    """What a column of ours is called where it is chosen."""
    own = _FIELD_WORDS.get(column) if table == "labs" or column == "mrn" else None
    return say(own) if own else column_name(table, column)


def field_choices(table: str) -> list[tuple[str, str]]:
    """What a column of a file may be: a field, or for results also one test's."""
    found = [("", say("kept as a note"))]
    fields = LAB_FIELDS if table == "labs" else PATIENT_FIELDS
    found += [(name, field_word(table, name)) for name in fields]
    if table == "labs":
        found += [
            (f"{WIDE}{key}", say("Results: {test}", test=name)) for key, name in test_choices()
        ]
    return found


def test_choices() -> list[tuple[str, str]]:
    """The tests that a laboratory measures, by their names."""
    found = [(one.key, test_name(one.key)) for one in analytes().values() if not one.is_derived]
    return sorted(found, key=lambda one: one[1].casefold())


def test_word(key: str) -> str:
    """The name of a test."""
    return test_name(key)


def made_of(survey: FileSurvey) -> str:
    """What a file is, in words: format, encoding, separator."""
    make = survey.make
    if make is None:
        question = question_of(survey)
        return say("waits for an answer") if question else say("not recognized")
    parts = [say(KINDS.get(make.kind, make.kind))]
    if make.encoding:
        parts.append(ENCODING_NAMES.get(make.encoding, make.encoding))
    if make.separator:
        parts.append(say(SEPARATORS.get(make.separator, make.separator)))
    return " · ".join(parts)


def holds(survey: FileSurvey) -> str:
    """What is in a file: rows by table."""
    parts = [rows_of_table(part.file.table.name, part.total) for part in survey.parts]
    if not survey.parts:
        for sheet in survey.sheets:
            rows = max(sheet.total - 1, 0)
            known = sheet.table or (sheet.mapping.table if sheet.mapping else "")
            if sheet.is_left_out and question_of(survey) is None:
                known = ""
            told = rows_of_table(known, rows) if known else _plain_rows(rows)
            if sheet.is_cut:
                told = say("{rows} and more", rows=told)
            parts.append(f"{sheet.name}: {told}" if sheet.name else told)
    return ", ".join(parts)


def rows_of_table(table: str, count: int) -> str:
    """A number of rows with the name of their table."""
    name = say("Patients") if table == "patients" else table_title(table)
    return say("{table}: {n}", table=name, n=f"{count:,}")


def _plain_rows(count: int) -> str:
    return say_count(count, "{n} row, not recognized", "{n} rows, not recognized")


def question_words(question: Question) -> str:
    """What is asked about a file."""
    if question.asks == "dates":
        if "1900" in question.choices:
            return say(
                "Dates stand as numbers ({example}). From which year does Excel count them?",
                example=question.example,
            )
        return say("In which order are day and month in {example}?", example=question.example)
    return say(
        {
            "encoding": mark("In which language’s letters was the file written?"),
            "patient": mark("Whose results are they? The file names nobody."),
            "columns": mark("Its columns are not known here. Match them in the next step."),
        }[question.asks]
    )


def match_word(match: Match) -> str:
    """How somebody named in the files stands to the registry."""
    return say(_MATCHES[match])


def table_word(table: str) -> str:
    """The name of a table in counts."""
    return say("Patients") if table == "patients" else table_title(table)


def counts(outcome: Outcome) -> tuple[int, int, int, int, int]:
    """Rows read, added, filled in, unchanged and refused, over all tables."""
    tallies = list(outcome.tallies.values())
    return (
        sum(one.read for one in tallies),
        sum(one.added for one in tallies),
        sum(one.updated for one in tallies),
        sum(one.unchanged for one in tallies),
        sum(one.refused for one in tallies),
    )


def import_summary(outcome: Outcome) -> str:
    """What an import did, in one line: counts that add up."""
    read, added, updated, unchanged, refused = counts(outcome)
    return say(
        "{read} rows read: {added} added, {updated} filled in, {unchanged} there already, "
        "{refused} refused",
        read=f"{read:,}",
        added=f"{added:,}",
        updated=f"{updated:,}",
        unchanged=f"{unchanged:,}",
        refused=f"{refused:,}",
    )
