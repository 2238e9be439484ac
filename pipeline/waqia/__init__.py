"""waqia: Arabic news in, event records out."""
