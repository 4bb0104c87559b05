"""Numbers computed from a case: minerals, kidney, reference intervals, masses, cohort."""
