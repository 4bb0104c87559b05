"""A clinic's own rules beside its registry: ``REGISTRY.rules/*.toml`` in the same format.

They add criteria, alerts, management, tests, monitoring and remarks on what is missing, and
rest on the clinic's approval alone: who, and on which day. One stands in for a shipped rule
only where it names it in ``overrides`` with a reason. A shipped contraindication cannot be
overridden; a clinic may set it aside for one patient, with a reason, and it stays visible.

Rules that are not in order are not used at all, and that is shown as a failure: a part of them
could mislead more than none.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache, partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import structs

from desktop.domain.disorders import DISORDER_KEYS, DISORDERS
from desktop.domain.language import say
from desktop.guidance.assessment import Failure
from desktop.guidance.attempts import Attempts
from desktop.guidance.loader import guidance_pack, parsed, without
from desktop.guidance.naming import Where
from desktop.guidance.pack import SECTIONS as ALL_SECTIONS
from desktop.guidance.pack import AlertRule
from desktop.guidance.problems import Lines, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from desktop.guidance import pack as p
    from desktop.guidance.loader import Pack

SECTIONS = frozenset(
    ["criterion", "alert", "management", "test", "monitoring", "missing", "concept"]
)
"""The sections that a clinic's file may have."""


@dataclass(frozen=True, slots=True)
class ClinicRules:
    """The shipped guidance together with a clinic's own rules, and what is wrong with those.

    ``own`` is the clinic's part alone.
    """

    pack: Pack
    own: Pack
    files: tuple[p.RuleFile, ...]
    problems: tuple[Problem, ...]


def rules_folder(registry: Path) -> Path:
    """Where the clinic's own rules for a registry lie: the file's whole name, then ``.rules``."""
    return registry.with_name(f"{registry.name}.rules")


def pack_for(registry: Path | None) -> Pack:
    """The shipped guidance with the clinic's own rules beside a registry file.

    Read again when one of the files has changed. Own rules that are not in order are left out
    and stand in the pack's ``failures``. Raises PackError where the shipped rules cannot be
    used.
    """
    shipped = guidance_pack()
    if registry is None:
        return shipped
    folder = rules_folder(registry)
    try:
        files = sorted(folder.glob("*.toml")) if folder.is_dir() else []
        stamps = tuple((path, path.stat().st_mtime_ns, path.stat().st_size) for path in files)
        return _joined(shipped, stamps) if stamps else shipped
    except OSError as error:
        told = Problem(folder.name, 1, "", say("cannot be read: {why}", why=error.strerror or ""))
        return replace(shipped, failures=(_failure([told]),))


@lru_cache(maxsize=8)
def _joined(shipped: Pack, stamps: tuple[tuple[Path, int, int], ...]) -> Pack:
    paths = [path for path, _, _ in stamps]
    attempts = Attempts()
    read = attempts.of("clinic", partial(read_clinic_rules, paths, shipped), None)
    if read is None:
        return replace(shipped, failures=attempts.failures())
    errors = [problem for problem in read.problems if not problem.is_warning]
    return replace(shipped, failures=(_failure(errors),)) if errors else read.pack


def _failure(problems: Sequence[Problem]) -> Failure:
    text = say(
        "The clinic's own rules are not in use: {problem} ({n} in all). The shipped guidance"
        " still holds. Mend the file; `rules check` lists every problem.",
        problem=problems[0],
        n=len(problems),
    )
    return Failure(rule="clinic", text=text)


def read_clinic_rules(paths: Sequence[Path], shipped: Pack) -> ClinicRules:
    """The clinic's files joined to the shipped pack, with every problem in them."""
    from desktop.guidance.checking import content_problems
    from desktop.guidance.untranslated import translation_problems

    found = [parsed(path, is_local=True) for path in paths]
    files = tuple(structs.replace(file, is_local=True) for file, _ in found)
    overridden = frozenset(rule.overrides for file in files for rule in file.rules())
    kept = tuple(without(file, overridden) for file in shipped.files)
    edition = f"{shipped.edition}+local {_digest(paths)}"
    pack = replace(shipped, edition=edition, files=(*kept, *files))
    own = replace(pack, files=files, statements={})
    problems = (
        *chain.from_iterable(wrong for _, wrong in found),
        *_structure_problems(shipped, pack, files),
        *content_problems(pack, files),
        *translation_problems(own, is_warning=True),
    )
    return ClinicRules(pack, own, files, tuple(dict.fromkeys(problems)))


def _digest(paths: Iterable[Path]) -> str:
    import hashlib  # not needed where a clinic has no rules of its own

    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:8]


def _structure_problems(
    shipped: Pack, pack: Pack, files: Sequence[p.RuleFile]
) -> Iterator[Problem]:
    from desktop.guidance.structure import concept_problems, day_problems, id_problems

    names = {file.name for file in files}
    everywhere = chain(id_problems(pack.files), concept_problems(pack.files))
    yield from (problem for problem in everywhere if problem.file in names)
    yield from day_problems(files)
    for file in files:
        for section in ALL_SECTIONS:
            if section not in SECTIONS and getattr(file, section):
                text = say("a clinic's own file has no section {section}", section=section)
                yield Problem(file.name, Lines.of(file.path).nth(section, 1), "", text)
        for rule in file.rules():
            yield from _rule_problems(shipped, Where(file, rule.id), rule)


def _rule_problems(shipped: Pack, where: Where, rule: p.Rule) -> Iterator[Problem]:
    if rule.overrides:
        yield from _override_problems(shipped, where, rule)
    of = getattr(rule, "of", None)
    if of is not None:
        for name in of:
            if name not in DISORDER_KEYS and name not in DISORDERS:
                yield where.problem(say("no disorder {name}", name=repr(name)), name)
        if not of:
            yield where.problem(say("name the disorders that it speaks for or against (of)"))


def _override_problems(shipped: Pack, where: Where, rule: p.Rule) -> Iterator[Problem]:
    old = shipped.rule(rule.overrides)
    if not rule.reason.strip():
        yield where.problem(say("an override needs its reason"), "overrides")
    if old is None:
        text = say("overrides {name}, which is no shipped rule", name=repr(rule.overrides))
        yield where.problem(text, "overrides")
    elif type(old) is not type(rule):
        text = say("overrides {name}, which is a rule of another section", name=old.id)
        yield where.problem(text, "overrides")
    elif isinstance(old, AlertRule) and old.severity == "contraindication":
        text = say("a contraindication of the shipped guidance cannot be overridden")
        yield where.problem(text, "overrides")
