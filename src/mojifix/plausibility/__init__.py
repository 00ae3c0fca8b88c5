"""How likely are people to have written this? Knows nothing of codecs or damage."""
