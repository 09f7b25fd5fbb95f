"""Ask your own questions by hand: controls, desks and a dashboard over what the review calls.

Nothing here computes, decides or draws. Every picture is an exhibit of :mod:`alliance_analytics.review`.
"""
