"""Words: records, cases, changes, checks, analytes with units, terms, and times."""
