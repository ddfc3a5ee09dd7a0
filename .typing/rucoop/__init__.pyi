# A regular package for type checkers: as a namespace, data/tables/ would hide data/tables.py.
