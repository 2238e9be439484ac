"""Records out: tables as pandas frames, CSV and Parquet, JSON Lines, and the schema of it all."""

from waqia.output.frames import to_frames
from waqia.output.write import write_run, write_tables

__all__ = ["to_frames", "write_run", "write_tables"]
