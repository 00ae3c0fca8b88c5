"""How the plausibility model is made; ``tools/train_plausibility.py`` is its command line.

In the order in which the text passes through: ``characters`` (what kind each code point is),
``augmentation`` (what people write that the corpora lack), ``counting``, ``costs`` (probabilities
as small integers), ``ngrams`` (smoothing) and ``lanes`` (their arrays), ``shapes``, ``marks``, and
``build``, which writes the file and has ``provenance`` say what it was made of.

The order in which floating-point numbers are added decides bytes of the model, so sums here follow
the order of the input, never that of a set; what is laid out is sorted first.
"""
