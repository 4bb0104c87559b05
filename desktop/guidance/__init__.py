"""Advice: rule files, facts, three-valued logic, differential, alerts and plan."""
