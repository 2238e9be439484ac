"""What finding events needs: triggers, scoped cues, realis, arguments, causes, clauses, roles of durations."""
