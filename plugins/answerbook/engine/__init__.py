"""A situation and the book give an outcome with its proof, or a refusal with its reason. Knows no language."""
