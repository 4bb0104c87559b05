"""Rule files checked and listed for whoever writes or translates them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.errors import UserError
from desktop.domain.language import ENGLISH, LANGUAGES, say, say_count
from desktop.guidance.checking import check_folder
from desktop.guidance.clinic import read_clinic_rules
from desktop.guidance.loader import guidance_pack, read_folder
from desktop.guidance.problems import PackError
from desktop.guidance.untranslated import skeleton, text_counts, untranslated
from desktop.paths import resource

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from desktop.guidance.pack import RuleFile
    from desktop.guidance.problems import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderCheck:
    """A folder of rules with everything that is wrong in it.

    ``texts`` counts the entries with texts by language. ``is_local`` tells a clinic's folder.
    """

    folder: Path
    edition: str
    files: int
    rules: int
    texts: dict[str, int]
    problems: tuple[Problem, ...]
    is_local: bool

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems for which the rules are not used."""
        return tuple(problem for problem in self.problems if not problem.is_warning)


def checks_of(folders: Sequence[Path]) -> list[FolderCheck]:
    """Each folder checked, or the shipped rules where none is named.

    A folder with the statements of the source text is a whole guidance; any other is a
    clinic's own, checked together with the shipped one. Raises UserError for what is no folder
    with rule files, and where the shipped rules cannot be used beside a clinic's.
    """
    return [_check(folder) for folder in folders or (resource("guidance"),)]


def _check(folder: Path) -> FolderCheck:
    paths = sorted(folder.glob("*.toml")) if folder.is_dir() else []
    if not paths:
        raise UserError(
            say("There are no rule files in {folder}.", folder=folder),
            remedy=say("Name a folder that holds TOML files."),
        )
    if (folder / "statements.csv").is_file():
        whole = check_folder(folder)
        files, texts, problems = whole.pack.files, whole.texts, whole.problems
        return _told(folder, files, whole.pack.edition, texts=texts, problems=problems)
    try:
        shipped = guidance_pack()
    except PackError as error:
        raise UserError(
            say("The shipped rules cannot be used, so these cannot be checked beside them."),
            remedy=say("Run `rules check` without a folder."),
        ) from error
    clinic = read_clinic_rules(paths, shipped)
    texts = text_counts(clinic.own)
    edition, problems = clinic.pack.edition, tuple(sorted(clinic.problems))
    return _told(folder, clinic.files, edition, texts=texts, problems=problems, is_local=True)


def _told(
    folder: Path,
    files: Sequence[RuleFile],
    edition: str,
    *,
    texts: dict[str, int],
    problems: tuple[Problem, ...],
    is_local: bool = False,
) -> FolderCheck:
    return FolderCheck(
        folder=folder,
        edition=edition,
        files=len(files),
        rules=sum(1 for file in files for _ in file.rules()),
        texts=texts,
        problems=problems,
        is_local=is_local,
    )


def checked_text(check: FolderCheck) -> str:
    """The summary of one folder for people; the problems are told beside it."""
    texts = ", ".join(f"{code} {count}" for code, count in check.texts.items())
    count = len(check.errors)
    verdict = say_count(count, "{n} error", "{n} errors") if count else say("in order")
    return say(
        "{folder}: {verdict}; edition {edition}, {files} files, {rules} rules, texts {texts}",
        folder=check.folder.name,
        verdict=verdict,
        edition=check.edition,
        files=check.files,
        rules=check.rules,
        texts=texts,
    )


def checked_json(check: FolderCheck) -> dict[str, object]:
    """One checked folder as JSON."""
    return {
        "folder": str(check.folder),
        "edition": check.edition,
        "local": check.is_local,
        "files": check.files,
        "rules": check.rules,
        "texts": check.texts,
        "problems": [
            {
                "file": problem.file,
                "line": problem.line,
                "rule": problem.rule,
                "text": problem.text,
                "severity": "warning" if problem.is_warning else "error",
            }
            for problem in check.problems
        ],
    }


def texts_toml(language: str, folder: Path | None = None) -> str:
    """What a language lacks, as TOML to be filled in; empty where it lacks nothing."""
    pack, _ = read_folder(folder or resource("guidance"))
    return skeleton(untranslated(pack, _known(language)))


def texts_json(language: str, folder: Path | None = None) -> list[dict[str, object]]:
    """What a language lacks, entry by entry."""
    pack, _ = read_folder(folder or resource("guidance"))
    return [
        {"file": one.file, "id": one.id, "of": one.of, "state": one.state, "texts": one.texts}
        for one in untranslated(pack, _known(language))
    ]


def _known(language: str) -> str:
    others = [code for code in LANGUAGES if code != ENGLISH]
    if language not in others:
        raise UserError(
            say("The rules are not translated into {language}.", language=repr(language)),
            remedy=say("There are: {languages}.", languages=", ".join(others)),
        )
    return language
