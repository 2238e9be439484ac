"""Word lists (TSV) and rules (TOML) that linguists edit, their loader, matcher and checker."""
