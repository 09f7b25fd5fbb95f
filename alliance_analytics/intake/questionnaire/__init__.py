"""The questionnaire for the survey tools: one neutral form, and a small writer a format.

What a tool then exports bears the ids, or the very wordings, of the instrument, so that it is read back
without a mapping.
"""
