"""What the program can know without a model: names, quotations with their cues, undertakings, amounts.

Candidates are proposals with exact offsets. The model decides about them; grounding has the last word.
"""
