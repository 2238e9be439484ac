"""What reading reported speech needs: quotation marks, reporting words, complements, speakers, spans."""
