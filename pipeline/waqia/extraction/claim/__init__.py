"""What finding claims needs: words that state one, the realis that makes one, amounts."""
