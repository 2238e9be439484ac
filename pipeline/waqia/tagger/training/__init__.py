"""Training of the taggers. Needs ``pip install waqia[train]``; nothing here is imported when articles are read."""
