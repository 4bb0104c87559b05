"""Jobs that join file, registry and paper; they know no window."""
