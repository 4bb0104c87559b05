"""What other people call our columns and analytes: exact names only, nothing is guessed.

SDTM names are those of CDISC's LB and DM domains. A name that may mean two analytes is not
here: the user maps it.
"""

from __future__ import annotations

import re
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop.domain.analytes import analyte_named, analytes

if TYPE_CHECKING:
    from collections.abc import Mapping

_PATIENT = (
    "patient id;patient;patient no;patient number;patientid;pat id;patid;patnr;patienten id;"
    "patientennummer;subject id;subject;usubjid;record id;id paciente;paciente;study id;pid;"
    "registry id"
)
_COLUMNS: Mapping[str, Mapping[str, str]] = {
    "labs": {
        "patient_id": _PATIENT,
        "mrn": "mrn;hospital number;medical record number",
        "analyte": (
            "analyte;test;test code;test name;testcode;lab test;parameter;analyt;analysis;"
            "component;loinc;loinc code;lbtestcd;prueba;examen;analito;messgröße"
        ),
        "value": (
            "value;result;result value;test result;lbmesswert;messwert;wert;ergebnis;"
            "resultado;valor;lborres;numeric result"
        ),
        "unit": "unit;units;result unit;einheit;unidad;unidades;lborresu;unité",
        "when": (
            "when;date;sample date;collection date;collected;date collected;test date;"
            "result date;datum;abnahmedatum;probendatum;datum der probe;fecha;fecha de muestra;"
            "lbdtc;date time;datetime;drawn;drawn on"
        ),
        "ref_low": "ref low;reference low;low;lower limit;normal low;lbornrlo;untergrenze",
        "ref_high": "ref high;reference high;high;upper limit;normal high;lbornrhi;obergrenze",
        "range": "range;reference range;ref range;normal range;referenzbereich;normbereich",
        "flag": "flag;abnormal flag;lbnrind;bewertung",
        "specimen": "specimen;sample;material;probenmaterial;lbspec;muestra",
        "note": "note;comment;comments;kommentar;comentario;bemerkung",
    },
    "patients": {
        "patient_id": _PATIENT,
        "sex": "sex;gender;geschlecht;sexo",
        "birth_date": (
            "birth date;date of birth;birthdate;dob;brthdtc;geburtsdatum;fecha de nacimiento"
        ),
        "death_when": "death date;date of death;dthdtc;sterbedatum",
        "given_name": "given name;first name;vorname;nombre",
        "family_name": "family name;last name;surname;nachname;apellido;apellidos",
        "mrn": "mrn;hospital number;medical record number",
    },
}
_ANALYTES: Mapping[str, str] = {
    "serum_phosphate": (
        "phos;phosphate;phosphorus;phosphorous;inorganic phosphate;inorganic phosphorus;po4;"
        "serum phosphate;serum phosphorus;phosphat;anorganisches phosphat;fosfato;fósforo;p_s"
    ),
    "serum_calcium_total": (
        "ca;calcium;total calcium;calcium total;serum calcium;kalzium;calcio;calcio total;ca_s"
    ),
    "serum_calcium_ionised": (
        "ionized calcium;ionised calcium;calcium ionized;calcium ionised;caion;ica;"
        "ionisiertes calcium;calcio iónico"
    ),
    "albumin": "alb;albumin;serum albumin;albúmina;albumina;alb_s",
    "creatinine": ("creat;creatinine;serum creatinine;kreatinin;creatinina;crea;cre_s"),
    "alp": "alp;alkaline phosphatase;alk phos;alkalische phosphatase;fosfatasa alcalina;ap_s",
    "pth": "pth;ipth;intact pth;parathyroid hormone;parathyroid hormone intact;parathormon",
    "25_oh_vitamin_d": (
        "25 oh vitamin d;25 hydroxyvitamin d;25ohd;25 oh d;25(oh)d;25 oh vitamin d total"
    ),
    "1_25_oh2_vitamin_d": "1 25 oh2 vitamin d;1 25 dihydroxyvitamin d;1,25(oh)2d;calcitriol",
    "urate": "urate;uric acid;harnsäure;ácido úrico",
    "magnesium": "mg;magnesium;magnesio",
    "potassium": "k;potassium;kalium;potasio",
    "crp": "crp;c reactive protein;c reaktives protein",
    "ferritin": "ferritin;ferritina",
    "hemoglobin": "hgb;hb;hemoglobin;haemoglobin;hämoglobin;hemoglobina",
    "platelets": "plat;platelets;thrombozyten;plaquetas",
    "ldh": "ldh;lactate dehydrogenase;laktatdehydrogenase",
    "ck": "ck;creatine kinase;kreatinkinase",
}
_SEXES = MappingProxyType(
    {
        "f": "female",
        "w": "female",
        "female": "female",
        "woman": "female",
        "weiblich": "female",
        "mujer": "female",
        "femenino": "female",
        "m": "male",
        "male": "male",
        "man": "male",
        "männlich": "male",
        "hombre": "male",
        "masculino": "male",
        "i": "intersex",
        "intersex": "intersex",
        "u": "unknown",
        "unknown": "unknown",
        "unk": "unknown",
    }
)
_FLAGS = MappingProxyType(
    {
        "l": "low",
        "ll": "low",
        "low": "low",
        "h": "high",
        "hh": "high",
        "high": "high",
        "n": "normal",
        "normal": "normal",
    }
)
_ABSENT = MappingProxyType(
    {
        "pending": "pending",
        "to follow": "pending",
        "folgt": "pending",
        "pendiente": "pending",
        "not done": "not_measured",
        "not measured": "not_measured",
        "nicht bestimmt": "not_measured",
        "no realizado": "not_measured",
        "haemolysed": "not_measured",
        "hemolyzed": "not_measured",
        "haemolyzed": "not_measured",
        "hemolysed": "not_measured",
        "hämolytisch": "not_measured",
        "hemolizado": "not_measured",
        "insufficient": "not_measured",
        "insufficient sample": "not_measured",
        "quantity not sufficient": "not_measured",
        "qns": "not_measured",
        "clotted": "not_measured",
    }
)
_HEMOLYZED = frozenset(
    {"haemolysed", "hemolyzed", "haemolyzed", "hemolysed", "hämolytisch", "hemolizado"}
)
_BLOOD = re.compile(r"|.*(?:serum|plasma|blood|blut|sangre|suero)\b.*|s|p|b", re.IGNORECASE)


def folded(name: str) -> str:
    """A name for comparison: case, blanks, dots, dashes and underscores forgiven."""
    return " ".join(re.sub(r"[\s_.\-:]+", " ", name).split()).casefold()


@cache
def column_names(table: str) -> Mapping[str, str]:
    """Our column by the folded name that others give it, for labs and patients."""
    given = _COLUMNS.get(table, {})
    return MappingProxyType(
        {folded(name): column for column, names in given.items() for name in names.split(";")}
    )


@cache
def _analyte_names() -> Mapping[str, str]:
    found = {folded(a.label): a.key for a in analytes().values()}
    found |= {folded(a.key): a.key for a in analytes().values()}
    for key, names in _ANALYTES.items():
        found |= {folded(name): key for name in names.split(";")}
    return MappingProxyType(found)


def analyte_key(name: str, specimen: str = "") -> str:
    """Our key for a laboratory's name of an analyte of the blood; empty where not sure.

    A key or LOINC code is given back as it is. Names of the blood are not applied to urine.
    """
    if analyte_named(name):
        return name
    if not _BLOOD.fullmatch(specimen.strip()):
        return ""
    return _analyte_names().get(folded(name), "")


def sex_of(cell: str) -> str:
    """Our word for a sex as others write it; the cell itself where it is none of them."""
    return _SEXES.get(cell.strip().casefold(), cell)


def flag_of(cell: str) -> str:
    """low, normal or high for a laboratory's mark; empty for any other."""
    return _FLAGS.get(cell.strip().casefold(), "")


def absence_of(cell: str) -> tuple[str, bool]:
    """``state`` of a result that is words instead of a number, and whether hemolysis is why."""
    text = cell.strip().casefold()
    return _ABSENT.get(text, ""), text in _HEMOLYZED
