"""Finding pages: documents, the Whoosh index, one ranking, and the files with which a browser does the same."""
