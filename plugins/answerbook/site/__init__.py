"""The site: its plan as plain values, its data, and thin adapters to MkDocs, to a folder and to the command line."""
