"""The registry file: connection, migrations, records, journal, undo and search (the only SQL)."""
