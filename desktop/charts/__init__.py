"""What a chart shows, as pure drawings-to-be: one module per subject, drawn elsewhere."""
