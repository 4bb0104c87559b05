"""The emergency card: what must not be done, on one card to cut out, fold and carry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.charts.timeline import treatment_text
from desktop.domain.disorders import disorder_name
from desktop.domain.language import mark, say
from desktop.domain.naming import born, full_name, hospital_number
from desktop.reports.frame import built
from desktop.reports.patient_sheet import running
from desktop.reports.refusal import NoSuchDocument
from desktop.reports.safety import UNPRINTABLE, has_unprintable
from desktop.reports.style import WIDTH, bold, ink, italic, markup, quiet
from desktop.reports.tables import cut, gap, grid, paragraph
from desktop.reports.whose import clinical_frame

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from desktop.domain.case import Case
    from desktop.guidance.assessment import Alert, Assessment
    from desktop.guidance.dossier import Dossier
    from desktop.reports.imprint import Imprint
    from desktop.reports.tables import Flow

HFTC = "hyperphosphatemic_tumoral_calcinosis"
FOP = "fop"
_LONGEST = 110

FORBIDDEN: Mapping[str, str] = {
    "surgical_excision": mark("cut out a lump or new bone"),
    "biopsy": mark("take a biopsy of a lump or swelling"),
    "intramuscular_injection": mark("inject into a muscle"),
    "arterial_puncture": mark("puncture an artery"),
    "mandibular_block": mark("give a nerve block in the jaw (mandibular block)"),
    "forced_jaw_opening": mark("force the mouth open"),
    "passive_stretching": mark("stretch a joint by force"),
    "intramuscular_vaccine": mark("vaccinate into a muscle, or during a flare"),
    "burosumab": mark("give burosumab"),
    "calcium_based_binder": mark("give calcium tablets, calcium antacids or calcium binders"),
    "vitamin_d": mark("give active vitamin D, or more than a deficiency needs"),
    "oral_phosphate": mark("give phosphate by mouth or as an enema"),
    "acetazolamide": mark("start acetazolamide without the treating team"),
}
"""What an alert forbids, after the words DO NOT."""

_FOP_ALLOWED = (
    mark("Blood draws, and injections under the skin or into a vein, are acceptable."),
    mark("Urgent care that saves life is never withheld."),
    mark("Call a team that knows FOP before any anesthesia."),
    mark("Even a fall or a bruise can start new bone: look for a flare."),
)
_HFTC_ALLOWED = (
    mark("The lumps are calcium deposits near joints; blood phosphate is high."),
    mark("An open, hot or draining lump can be infected: look for infection."),
    mark("New numbness or weakness: look for pressure on a nerve."),
    mark("Ask the treating team before an operation on a lump: it can come back."),
)


def emergency_pdf(dossier: Dossier, imprint: Imprint) -> bytes:
    """The card of one patient as a page of its own.

    There is a card for fibrodysplasia ossificans progressiva, also while it is possible and
    not ruled out, and for hyperphosphatemic tumoral calcinosis. Raises NoSuchDocument for anyone
    else, and for a patient who has died.
    """
    disorder = card_for(dossier)
    if not disorder or dossier.case.patient.death_when.strip():
        raise NoSuchDocument(
            say("There is no emergency card for this patient."),
            kept=say("The registry is unchanged."),
            remedy=say("Cards exist for FOP and for hyperphosphatemic tumoral calcinosis."),
        )
    frame = clinical_frame(dossier, imprint, say("Emergency card"))
    return built(frame, [lambda: _story(dossier, imprint, disorder)])


def card_for(dossier: Dossier) -> str:
    """The disorder whose card this patient needs: FOP while it is not ruled out, HFTC, or ''."""
    patient = dossier.case.patient
    is_held = patient.diagnosis_status != "ruled_out"
    if any(alert.id.startswith("fop-") for alert in _standing(dossier.assessment)):
        return FOP
    if is_held and patient.diagnosis in {FOP, HFTC}:
        return patient.diagnosis
    return ""


def _standing(assessment: Assessment) -> list[Alert]:
    return [a for a in assessment.alerts if not a.cleared and a.severity != "info"]


def must_not(assessment: Assessment) -> tuple[str, ...]:
    """What the standing alerts forbid, worst first, each once.

    A medicine that is running is not forbidden on a card, which others read: such an alert,
    and one without a known action, is told in its own short words.
    """
    ordered = sorted(_standing(assessment), key=lambda alert: alert.severity != "contraindication")
    told: dict[str, None] = {}
    for alert in ordered:
        actions = () if alert.id.endswith("-running") else alert.forbids
        known = [say(FORBIDDEN[action]) for action in actions if action in FORBIDDEN]
        if known:
            told |= dict.fromkeys(say("DO NOT {action}", action=action) for action in known)
        elif alert.severity == "contraindication":
            told[alert.short] = None
    return tuple(told)


def _story(dossier: Dossier, imprint: Imprint, disorder: str) -> list[Flow]:
    how = say(
        "Cut along the outer line and fold along the middle. Carry the card, and show it before"
        " any treatment. Throw it away when you get a newer one."
    )
    flows: list[Flow] = [gap(8), paragraph(markup(how), "plain_small"), gap(14)]
    card = grid(
        [[_cover(dossier, imprint, disorder), _inside(dossier, disorder)]],
        [WIDTH / 2, WIDTH / 2],
        [
            ("BOX", (0, 0), (-1, -1), 1.1, ink("ink"), 0, (5, 3)),
            ("LINEAFTER", (0, 0), (0, -1), 0.9, ink("ink3"), 0, (1.5, 3)),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 12),
            ("RIGHTPADDING", (0, 0), (-1, -1), 12),
            ("TOPPADDING", (0, 0), (-1, -1), 12),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 12),
        ],
    )
    card.outline = say("Emergency card")
    flows.append(card)
    if has_unprintable(dossier.case):
        flows += [gap(8), paragraph(italic(say(UNPRINTABLE)), "small")]
    return flows


def _cover(dossier: Dossier, imprint: Imprint, disorder: str) -> list[Flow]:
    case = dossier.case
    patient_id = case.patient.patient_id
    lines = [
        (say("Name"), full_name(case) or say("name not recorded")),
        (say("Born"), born(case) or say("not recorded")),
        (say("Registry ID"), patient_id),
        (say("MRN"), hospital_number(case) or say("not recorded")),
        (say("Allergies"), _allergies(case)),
        (say("Medicines"), _medicines(case)),
    ]
    phones = imprint.phones or ((say("Clinic"), ""), (say("Nights and weekends"), ""))
    told = [
        paragraph(f"{quiet(label)}<br/>{bold(cut(value, _LONGEST))}", "plain_small")
        for label, value in lines
    ]
    calls = [
        paragraph(f"{quiet(cut(label, 40))}  {bold(number) if number else '_' * 18}", "plain_small")
        for label, number in phones
    ]
    spaced = [flow for line in (*told, *calls) for flow in (line, gap(4))]
    return [
        _banner(say("MEDICAL EMERGENCY CARD")),
        gap(7),
        paragraph(bold(_named(dossier, disorder)), "plain_heading"),
        gap(5),
        *spaced,
        *_made(dossier, imprint),
    ]


def _made(dossier: Dossier, imprint: Imprint) -> list[Flow]:
    """What the foot of the page says, once more: the card is cut out and leaves it behind."""
    case = dossier.case
    made = imprint.made(case.as_of, dossier.assessment.guidance_version)
    lines = [paragraph(quiet(f"{made}. {say('Decision support. Not a diagnosis.')}"), "small")]
    if case.is_fictional:
        lines.insert(0, paragraph(bold(say("DEMO DATA")), "small"))
    return lines


def _named(dossier: Dossier, disorder: str) -> str:
    """The disorder with how sure it is: as the clinic holds it, otherwise by the guidance."""
    name, patient = disorder_name(disorder), dossier.case.patient
    if patient.diagnosis != disorder or patient.diagnosis_status == "ruled_out":
        found = (c for c in dossier.assessment.differential if c.disorder == disorder)
        standing = next((c.standing for c in found), "possible")
        if standing in {"established", "probable"}:
            return say("{disorder}: {standing}", disorder=name, standing=say(standing))
        return say("{disorder}: possible, not ruled out", disorder=name)
    if patient.diagnosis_status == "confirmed":
        return say("{disorder}: confirmed", disorder=name)
    return say("{disorder}: suspected", disorder=name)


def _allergies(case: Case) -> str:
    present = [a.substance.strip() for a in case.allergies if a.status in {"", "present"}]
    if present:
        return ", ".join(present)
    if any(a.status == "none_known" for a in case.allergies):
        return say("No known allergies")
    return say("Allergies not recorded")


def _medicines(case: Case) -> str:
    found = [treatment_text(treatment) for treatment in running(case)]
    return "; ".join(dict.fromkeys(found)) or say("none recorded")


def _inside(dossier: Dossier, disorder: str) -> list[Flow]:
    allowed = _FOP_ALLOWED if disorder == FOP else _HFTC_ALLOWED
    return [
        _list(must_not(dossier.assessment), sign="×", style="plain"),
        gap(8),
        paragraph(bold(say("Good to know")), "plain_heading"),
        gap(2),
        _list([say(text) for text in allowed], sign="•", style="plain_small"),
    ]


def _banner(text: str) -> Flow:
    """White on black: it survives a copier."""
    white = f'<font color="#ffffff">{bold(text)}</font>'
    return grid(
        [[paragraph(white, "plain_heading")]],
        [WIDTH / 2 - 24],
        [
            ("BACKGROUND", (0, 0), (-1, -1), ink("ink")),
            ("LEFTPADDING", (0, 0), (-1, -1), 8),
            ("TOPPADDING", (0, 0), (-1, -1), 3),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 6),
        ],
    )


def _list(lines: Sequence[str], *, sign: str, style: str) -> Flow:
    if not lines:
        none = say("The guidance forbids nothing on what is recorded.")
        return paragraph(italic(none), "plain_small")
    told = [bold(line) if style == "plain" else markup(line) for line in map(_short, lines)]
    return grid(
        [[paragraph(bold(sign), style), paragraph(line, style)] for line in told],
        [16, WIDTH / 2 - 24 - 16],
        list(_tight()),
    )


def _short(line: str) -> str:
    return cut(line, 200)


def _tight() -> Iterator[tuple[object, ...]]:
    yield ("VALIGN", (0, 0), (-1, -1), "TOP")
    for side in ("LEFTPADDING", "RIGHTPADDING", "TOPPADDING"):
        yield (side, (0, 0), (-1, -1), 0)
    yield ("BOTTOMPADDING", (0, 0), (-1, -1), 3)
