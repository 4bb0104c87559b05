"""Windows: everything that a person sees and types into; the only package that knows Qt."""
