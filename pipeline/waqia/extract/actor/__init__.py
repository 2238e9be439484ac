"""Propose named actors and unnamed groups; `waqia.extract.actors` puts the proposals together."""
