"""Propose named actors and unnamed groups; `waqia.extraction.actors` puts the proposals together."""
