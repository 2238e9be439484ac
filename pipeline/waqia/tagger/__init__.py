"""Names by learned models: a conditional random field (fast) and a small encoder (accurate), trained here."""
