"""Strangers' files are read by a process of its own: what they may do there, and what is told."""

from __future__ import annotations

import ctypes
import json
import platform
import struct
import subprocess
import sys
import zipfile
from pathlib import Path
from textwrap import indent
from typing import TYPE_CHECKING

import pytest

from desktop.db.registry import Registry
from desktop.domain.errors import Cancelled, UserError
from desktop.domain.language import use_language
from desktop.exchange.asking import Asked
from desktop.exchange.intake import Reading, find_tables
from desktop.exchange.mapping import Answers, TableMapping, fingerprint
from desktop.work import sandbox, sandbox_limits, sandbox_process, sandbox_windows
from desktop.work.import_file import import_into
from desktop.work.sandbox import attempts_in, tables_in
from tests.measures.making import SHARED

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.exchange.intake import FoundTables

EXTERNAL = SHARED / "external"


def _kernel_knows(call: str, *arguments: int | None) -> bool:
    if sys.platform != "linux" or platform.machine() not in {"x86_64", "aarch64"}:
        return False
    return int(getattr(ctypes.CDLL(None), call)(*arguments)) >= 0


GUARDS_FILES = pytest.mark.skipif(
    not _kernel_knows("syscall", 444, None, 0, 1), reason="this kernel has no Landlock"
)
FILTERS = pytest.mark.skipif(
    not _kernel_knows("prctl", 21, 0, 0, 0, 0), reason="this kernel filters no calls"
)

PATIENTS = "patient_id,sex,birth_date\nP1,female,2001\nP2,male,1999\n"
LABS = "patient_id,when,analyte,value,unit\nP1,2020-01-01,serum_phosphate,{},mg/dL\n"

_CHILD = """
import json, sys
sys.path[:] = json.loads(sys.argv[1])
from desktop.work import sandbox_child
{before}
honest = sandbox_child.read_file
def read_file(path, said):
    if "evil" not in path.name:
        return honest(path, said)
{deed}
sandbox_child.read_file = read_file
sandbox_child.main()
"""


@pytest.fixture
def hostile(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Lets the reader do a deed over every file that is called evil."""

    def change(deed: str, *, before: str = "") -> None:
        code = _CHILD.format(deed=indent(deed, "    "), before=before)
        folders = json.dumps([folder for folder in sys.path if folder])
        line = [sys.executable, "-I", "-S", "-X", "utf8", "-c", code, folders]
        monkeypatch.setattr(sandbox, "command", lambda: line)

    return change


@pytest.fixture
def evil(tmp_path: Path) -> Path:
    path = tmp_path / "evil.csv"
    path.write_text(PATIENTS, encoding="utf-8")
    return path


def written(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def rows_of(found: FoundTables) -> list[tuple[object, ...]]:
    return [
        (file.table.name, file.header, row.number, row.cells, row.fault)
        for file in found.tables
        for row in file.source()
    ]


def refusal(path: Path) -> str:
    with pytest.raises(UserError) as error, tables_in([path]) as found:
        rows_of(found)
    assert error.value.kept == "Nothing was imported from it."
    return error.value.what


class TestWhatIsRead:
    """The same as without the process."""

    def test_published_cases_come_out_as_they_do_without_the_process(self) -> None:
        folder = Path(__file__).parents[2] / "resources" / "cases"
        with tables_in([folder]) as found:
            assert rows_of(found) == rows_of(find_tables([folder]))
            assert found.notes == find_tables([folder]).notes

    @pytest.mark.skipif(not EXTERNAL.is_dir(), reason="no foreign files beside the repository")
    def test_foreign_files_come_out_as_they_do_without_the_process(self) -> None:
        folders = ["01_fhir", "02_hl7v2", "03_phenopackets", "06_hostile_text_csv"]
        paths = [
            path
            for name in folders
            for path in sorted((EXTERNAL / name).rglob("*"))
            if path.is_file() and path.stat().st_size < 300_000
        ][::9]
        with attempts_in([(path, Answers()) for path in paths]) as attempts:
            for path, tried in zip(paths, attempts, strict=True):
                assert _told(tried) == _told(_directly(path)), path

    @pytest.mark.skipif(not EXTERNAL.is_dir(), reason="no foreign files beside the repository")
    def test_dictionary_beside_an_export_of_redcap_explains_it(self, tmp_path: Path) -> None:
        project = EXTERNAL / "07_peers" / "redcap_projects" / "simple"
        alone = tmp_path / "alone" / "data.csv"
        alone.parent.mkdir()
        alone.write_bytes((project / "data.csv").read_bytes())
        with attempts_in([(project / "data.csv", Answers()), (alone, Answers())]) as (both, bare):
            assert isinstance(both, Reading)
            assert _told(both) == _told(_directly(project / "data.csv"))
            assert _told(bare) == _told(_directly(alone))

    def test_two_tables_can_be_read_by_turns_and_again(self, tmp_path: Path) -> None:
        people = "".join(f"P{n},female,2001\n" for n in range(5000))
        written(tmp_path / "patients.csv", f"patient_id,sex,birth_date\n{people}")
        written(tmp_path / "labs.csv", LABS.format("4.5"))
        with tables_in([tmp_path]) as found:
            patients, labs = found.tables
            begun = patients.source()
            assert next(begun).cells[0] == "P0"
            assert [row.cells[3] for row in labs.source()] == ["4.5"]
            assert len(list(begun)) == 4999
            given_up = patients.source()
            next(given_up)
            del given_up
            assert len(list(patients.source())) == 5000

    def test_a_question_about_a_file_arrives_as_a_question(self, tmp_path: Path) -> None:
        path = written(tmp_path / "foreign.csv", "a,b\n1,2\n")
        with pytest.raises(Asked) as asked, tables_in([path]):
            pass
        assert asked.value.question.asks == "columns"

    def test_a_remembered_mapping_is_asked_of_the_program(self, tmp_path: Path) -> None:
        header = ("who", "what", "how much")
        path = written(tmp_path / "foreign.csv", ",".join(header) + "\nP1,Ca,9.5\n")
        kept = TableMapping(
            table="labs",
            columns={"patient_id": "who", "analyte": "what", "value": "how much"},
            units={"Ca": "mg/dL"},
        )
        asked: list[str] = []

        def recall(shape: str) -> TableMapping | None:
            asked.append(shape)
            return kept if shape == fingerprint(header) else None

        with tables_in([path], Answers(recall=recall)) as found:
            assert found.tables[0].mapped_from == header
        assert asked

    def test_refusals_are_in_the_language_of_the_window(self, tmp_path: Path) -> None:
        path = written(tmp_path / "empty.csv", "")
        use_language("es")
        try:
            assert refusal_es(path) != refusal_en(path)
        finally:
            use_language("en")

    def test_file_is_refused_that_is_none_and_the_others_go_in(self, tmp_path: Path) -> None:
        written(tmp_path / "in" / "patients.csv", PATIENTS)
        written(tmp_path / "in" / "labs.csv", "")
        outcome = import_into(tmp_path / "r.registry", [tmp_path / "in"])
        assert outcome.tallies["patients"].added == 2
        assert "labs.csv is empty." in outcome.refusals[0].text


class TestHostileFiles:
    """Files that are made to do harm: refused with a reason, or read as text."""

    def test_giant_cell_is_refused(self, tmp_path: Path) -> None:
        path = tmp_path / "patients.csv"
        with path.open("w", encoding="utf-8") as handle:
            handle.write("patient_id,sex\nP1,")
            for _ in range(30):
                handle.write("x" * 1_000_000)
        assert "cannot be read" in refusal(path)

    def test_zip_bomb_is_refused(self, tmp_path: Path) -> None:
        path = workbook(tmp_path, "<worksheet/>" + " " * 120_000_000)
        assert "unfold beyond measure" in refusal(path)

    def test_billion_laughs_are_refused(self, tmp_path: Path) -> None:
        levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
        bomb = f'<!DOCTYPE x [<!ENTITY l0 "lol">{levels}]><worksheet>&l9;</worksheet>'
        assert "not a sound Excel workbook" in refusal(workbook(tmp_path, bomb))

    def test_entity_that_names_another_file_is_refused(self, tmp_path: Path) -> None:
        secret = written(tmp_path / "secret.txt", "PLANTED")
        evil = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]><worksheet>&e;</worksheet>'
        told = refusal(workbook(tmp_path, evil))
        assert "not a sound Excel workbook" in told
        assert "PLANTED" not in told

    def test_xml_is_not_parsed_at_all(self, tmp_path: Path) -> None:
        path = written(tmp_path / "patients.csv", '<!DOCTYPE x [<!ENTITY e "e">]><x>&e;</x>')
        assert "XML" in refusal(path)

    @pytest.mark.parametrize("sign", ["[", '{"a":'])
    def test_json_that_is_nested_without_end_is_refused(self, tmp_path: Path, sign: str) -> None:
        path = written(tmp_path / "bundle.json", '{"resourceType":' + sign * 200_000)
        assert "nested too deeply" in refusal(path)

    @pytest.mark.parametrize("value", ["NaN", "Infinity", "-inf", "1e999"])
    def test_what_is_no_number_is_refused_as_a_value(self, tmp_path: Path, value: str) -> None:
        written(tmp_path / "in" / "patients.csv", PATIENTS)
        written(tmp_path / "in" / "labs.csv", LABS.format(value))
        outcome = import_into(tmp_path / "r.registry", [tmp_path / "in"])
        assert outcome.tallies["labs"].added == 0
        assert len(outcome.refusals) == 1

    def test_nul_character_is_refused_with_its_row(self, tmp_path: Path) -> None:
        written(tmp_path / "in" / "patients.csv", PATIENTS)
        written(tmp_path / "in" / "labs.csv", LABS.format("4\x005"))
        outcome = import_into(tmp_path / "r.registry", [tmp_path / "in"])
        assert [remark.row for remark in outcome.refusals] == [2]

    def test_half_a_character_makes_its_row_a_refused_one(self, tmp_path: Path) -> None:
        bundle = {
            "resourceType": "Bundle",
            "type": "collection",
            "entry": [
                {
                    "resource": {
                        "resourceType": "Patient",
                        "id": name,
                        "gender": "female",
                        "birthDate": "2001",
                        "name": [{"family": family}],
                    }
                }
                for name, family in (("P1", "X\ud800"), ("P2", "Sound"))
            ],
        }
        path = written(tmp_path / "bundle.json", json.dumps(bundle))
        outcome = import_into(tmp_path / "r.registry", [path])
        assert outcome.tallies["patients"].added == 1
        assert "half a character" in outcome.refusals[0].text


def workbook(folder: Path, sheet: str) -> Path:
    path = folder / "evil.xlsx"
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types">'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kind}.worksheet+xml"/>'
        "</Types>",
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
        f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
        '<sheet name="labs" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="r1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/>'
        "</Relationships>",
        "xl/worksheets/sheet1.xml": sheet,
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in parts.items():
            packed.writestr(name, text)
    return path


class TestBrokenReader:
    """A reader that a file has taken over, or broken."""

    @pytest.mark.parametrize(
        "deed",
        [
            pytest.param("open('{}/made', 'w')", id="write"),
            pytest.param("import os; os.open('{}/made', os.O_CREAT | os.O_WRONLY)", id="create"),
            pytest.param("open('{}/secret.txt').read()", id="read"),
            pytest.param("import os; os.remove('{}/secret.txt')", id="remove"),
            pytest.param("import os; os.listdir('/')", id="look"),
            pytest.param("import os; os.system('true')", id="shell"),
            pytest.param("import os; os.fork()", id="fork"),
            pytest.param("import subprocess; subprocess.run(['true'])", id="process"),
            pytest.param("import socket; socket.socket()", id="socket"),
            pytest.param("import ctypes; ctypes.CDLL(None)", id="foreign-code"),
            pytest.param("import threading; threading.Thread(target=print).start()", id="thread"),
        ],
    )
    def test_forbidden_deed_ends_the_reader_and_is_not_done(
        self, hostile: Callable[..., None], evil: Path, deed: str
    ) -> None:
        written(evil.parent / "secret.txt", "PLANTED")
        hostile(
            deed.format(evil.parent),
            before="import os, socket, subprocess, ctypes, threading",
        )
        assert refusal(evil) == "evil.csv cannot be read: it is damaged, or made to do harm."
        assert sorted(path.name for path in evil.parent.iterdir()) == ["evil.csv", "secret.txt"]

    def test_forbidden_deed_cannot_be_caught_by_a_reader(
        self, hostile: Callable[..., None], evil: Path
    ) -> None:
        hostile(
            "try:\n    open('/etc/hostname')\nexcept Exception:\n    pass\n"
            "return honest(path, said)"
        )
        assert "made to do harm" in refusal(evil)

    @pytest.mark.parametrize(
        ("deed", "told"),
        [
            pytest.param("import faulthandler; faulthandler._sigsegv()", "do harm", id="crash"),
            pytest.param("import os; os._exit(0)", "do harm", id="exit"),
            pytest.param("raise ValueError('PLANTED')", "do harm", id="error"),
            pytest.param("x = bytearray(2_000_000_000)", "more than 300 MB", id="memory"),
            pytest.param("x = []\nwhile True: x.append('y' * 10**6)", "300 MB", id="growing"),
        ],
    )
    def test_end_of_the_reader_is_told_and_the_program_lives(
        self,
        hostile: Callable[..., None],
        evil: Path,
        monkeypatch: pytest.MonkeyPatch,
        deed: str,
        told: str,
    ) -> None:
        monkeypatch.setattr(sandbox, "MEMORY", 300 * 1024**2)
        hostile(deed, before="import faulthandler")
        what = refusal(evil)
        assert told in what
        assert "PLANTED" not in what

    @pytest.mark.parametrize("deed", ["while True: pass", "import time; time.sleep(600)"])
    def test_endless_reading_is_ended(
        self,
        hostile: Callable[..., None],
        evil: Path,
        deed: str,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        monkeypatch.setattr(sandbox_process, "SECONDS", 1)
        hostile(deed)
        assert refusal(evil) == "evil.csv takes longer to read than is allowed."

    @pytest.mark.parametrize(
        "deed",
        [
            pytest.param("out = b'x' * 70_000_000", id="one-message"),
            pytest.param("out = (b'\\0\\0\\0\\x02{}' for _ in iter(int, 1))", id="nonsense"),
            pytest.param("out = [b'\\xff\\xff\\xff\\xff']", id="length"),
            pytest.param("out = [b'\\x80\\x04cos\\nsystem\\n']", id="pickle"),
        ],
    )
    def test_answers_without_end_or_shape_are_not_believed(
        self, hostile: Callable[..., None], evil: Path, deed: str
    ) -> None:
        hostile(
            f"{deed}\nimport os\nfor part in ([out] if isinstance(out, bytes) else out):\n"
            "    os.write(answers, part)\nos._exit(0)",
            before="import os\ndup = os.dup\nanswers = dup(1)",
        )
        assert "evil.csv" in refusal(evil)

    @pytest.mark.parametrize(
        "change",
        [
            "tables[0].table = 'transactions'",
            "tables[0].header = ('a', 'b')",
            "tables[0].header = ('patient_id', 'patient_id')",
        ],
    )
    def test_table_that_we_do_not_have_is_not_believed(
        self, hostile: Callable[..., None], evil: Path, change: str
    ) -> None:
        hostile(
            "return honest(path, said)",
            before="described = sandbox_child._described\n"
            "def lie(number, reading):\n"
            f"    found = described(number, reading)\n    found.{change}\n    return found\n"
            "sandbox_child._described = lie",
        )
        assert "made to do harm" in refusal(evil)

    def test_rows_of_another_width_are_refused_one_by_one(
        self, hostile: Callable[..., None], evil: Path
    ) -> None:
        hostile(
            "return honest(path, said)",
            before="class Row:\n    number, cells, fault = 2, ('P1',), ''\n"
            "sandbox_child.read_rows = lambda file: iter([Row()])",
        )
        with tables_in([evil]) as found:
            (row,) = rows_of(found)
        assert "cells in a table of" in str(row[-1])

    def test_other_files_go_in_when_one_ended_the_reader(
        self, hostile: Callable[..., None], tmp_path: Path
    ) -> None:
        written(tmp_path / "in" / "patients.csv", PATIENTS)
        written(tmp_path / "in" / "evil.csv", PATIENTS)
        written(tmp_path / "in" / "labs.csv", LABS.format("4.5"))
        hostile("import os; os._exit(3)")
        outcome = import_into(tmp_path / "r.registry", [tmp_path / "in"])
        assert outcome.tallies["patients"].added == 2
        assert outcome.tallies["labs"].added == 1
        assert [remark.text for remark in outcome.refusals if "evil.csv" in remark.text]

    def test_readers_are_not_started_without_end(
        self, hostile: Callable[..., None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sandbox, "MOST_LOST", 2)
        paths = [written(tmp_path / f"evil{n}.csv", PATIENTS) for n in range(4)]
        hostile("import os; os._exit(3)")
        with attempts_in([(path, Answers()) for path in paths]) as attempts:
            told = [str(one) for one in attempts]
        assert ["not read" in one for one in told] == [False, False, True, True]

    def test_end_in_the_middle_of_the_rows_leaves_the_registry_as_it_was(
        self, hostile: Callable[..., None], tmp_path: Path
    ) -> None:
        registry = tmp_path / "r.registry"
        import_into(registry, [written(tmp_path / "patients.csv", PATIENTS)])
        evil = written(tmp_path / "evil.csv", PATIENTS.replace("P", "Q"))
        hostile(
            "return honest(path, said)",
            before="import os\nrows = sandbox_child.read_rows\n"
            "def ends(file):\n    yield next(rows(file))\n    os._exit(3)\n"
            "sandbox_child.read_rows = ends",
        )
        with pytest.raises(UserError, match=r"evil\.csv"):
            import_into(registry, [evil])
        with Registry.open(registry) as opened:
            assert sorted(opened.ids()) == ["P1", "P2"]

    def test_refusal_of_rows_that_were_given_up_is_not_taken_for_that_of_others(
        self, hostile: Callable[..., None], tmp_path: Path
    ) -> None:
        evil = written(tmp_path / "in" / "evil.csv", PATIENTS)
        written(tmp_path / "in" / "patients.csv", PATIENTS)
        hostile(
            "return honest(path, said)",
            before="from desktop.domain.errors import UserError\n"
            "rows = sandbox_child.read_rows\n"
            "def refuses(file):\n"
            "    yield from [next(rows(file))] * 2000\n"
            "    if 'evil' in file.path.name:\n        raise UserError('late')\n"
            "sandbox_child.read_rows = refuses",
        )
        with tables_in([tmp_path / "in"]) as found:
            bad, good = sorted(found.tables, key=lambda file: file.path != evil)
            given_up = bad.source()
            next(given_up)
            del given_up
            assert len(list(good.source())) == 2000
            with pytest.raises(UserError, match="late"):
                list(bad.source())

    def test_stop_ends_the_reader(
        self, hostile: Callable[..., None], evil: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        hostile("while True: pass")
        started: list[sandbox_process.Process] = []

        class Watched(sandbox_process.Process):
            def __init__(self, *arguments: object) -> None:
                super().__init__(*arguments)  # type: ignore[arg-type]
                started.append(self)

        asked: list[str] = []

        def report(_done: int, _total: int, text: str) -> None:
            asked.append(text)
            if len(asked) == 3:
                raise Cancelled

        monkeypatch.setattr(sandbox, "Process", Watched)
        with pytest.raises(Cancelled), tables_in([evil], report=report):
            pass
        assert started[0]._process.poll() is not None
        assert asked == ["Reading evil.csv"] * 3

    def test_reader_is_told_no_variable_of_ours(
        self, hostile: Callable[..., None], evil: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("CALCINOSIS_PASSPHRASE", "PLANTED")
        hostile(
            "from desktop.domain.errors import UserError\nraise UserError(' '.join(os.environ))",
            before="import os",
        )
        assert "CALCINOSIS" not in str(_directly_told(evil))


class TestKernel:
    """Past the hook of Python: calls of the system itself, looked up before the doors shut."""

    @pytest.mark.parametrize(
        ("call", "arguments"),
        [
            pytest.param("socket", "2, 1, 0", id="connection", marks=FILTERS),
            pytest.param("socket", "2, 2, 0", id="datagram", marks=FILTERS),
            pytest.param("fork", "", id="process", marks=FILTERS),
            pytest.param("kill", "1, 0", id="signal", marks=FILTERS),
            pytest.param("open", "b'/etc/passwd', 0", id="other-file", marks=GUARDS_FILES),
            pytest.param("open", "b'{folder}/secret.txt', 0", id="neighbor", marks=GUARDS_FILES),
            pytest.param("creat", "b'{folder}/made', 384", id="new-file", marks=GUARDS_FILES),
            pytest.param("unlink", "b'{folder}/secret.txt'", id="removal", marks=GUARDS_FILES),
        ],
    )
    def test_system_refuses_what_python_was_not_asked(
        self, hostile: Callable[..., None], evil: Path, call: str, arguments: str
    ) -> None:
        written(evil.parent / "secret.txt", "PLANTED")
        hostile(
            "from desktop.domain.errors import UserError\n"
            f"raise UserError(str(call({arguments.format(folder=evil.parent)})))",
            before=f"import ctypes\ncall = ctypes.CDLL(None).{call}",
        )
        assert _directly_told(evil) == "-1"

    @GUARDS_FILES
    def test_system_allows_the_file_itself(self, hostile: Callable[..., None], evil: Path) -> None:
        hostile(
            "from desktop.domain.errors import UserError\n"
            f"raise UserError(str(call(b'{evil}', 0) >= 0))",
            before="import ctypes\ncall = ctypes.CDLL(None).open",
        )
        assert _directly_told(evil) == "True"


def test_reader_that_watches_itself_ends_when_it_has_grown() -> None:
    code = (
        "from desktop.work.sandbox_limits import watch_memory\n"
        "watch_memory(200_000_000)\nx = b'x' * 300_000_000\n"
        "while True: pass"
    )
    status = subprocess.run([sys.executable, "-P", "-c", code], check=False, timeout=60).returncode
    assert status == sandbox_limits.MEMORY_EXIT


def test_limits_for_windows_have_the_sizes_that_windows_expects() -> None:
    assert ctypes.sizeof(sandbox_windows.BasicLimits) == 64
    assert ctypes.sizeof(sandbox_windows.ExtendedLimits) == 144
    told = bytes(sandbox_windows.limits(memory=768 * 1024**2, cpu_seconds=20))
    assert struct.unpack_from("<q", told, 0)[0] == 200_000_000
    assert struct.unpack_from("<I", told, 40)[0] == 1
    assert struct.unpack_from("<Q", told, 112)[0] == 768 * 1024**2


def test_packaged_program_starts_itself_as_the_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(Path("/opt/registry/Calcinosis Registry.exe")))
    monkeypatch.setattr(sys, "platform", "win32")
    program, verb = sandbox_process.command()
    assert Path(program).name == "calcinosis-registry.exe"
    assert verb == sandbox_process.VERB


def refusal_es(path: Path) -> str:
    return refusal_in("es", path)


def refusal_en(path: Path) -> str:
    return refusal_in("en", path)


def refusal_in(language: str, path: Path) -> str:
    use_language(language)
    return _directly_told(path)


def _directly_told(path: Path) -> str:
    with attempts_in([(path, Answers())]) as (tried,):
        assert isinstance(tried, UserError)
        return tried.what


def _directly(path: Path) -> Reading | UserError:
    from desktop.exchange.intake import read_file

    try:
        return read_file(path, Answers())
    except UserError as error:
        return error


def _told(tried: Reading | UserError) -> object:
    if isinstance(tried, UserError):
        return str(tried), getattr(tried, "question", None)
    tables = [
        (t.table.name, t.header, t.is_keyed, t.is_list, t.key_is_mrn, t.mapped_from)
        for t in tried.tables
    ]
    return tables, tried.notes, tried.make, [list(t.source()) for t in tried.tables]
