"""What an alliance writes down itself: agreements, the annual plan, assumptions and building blocks in place.

A register is a small table. What cannot be understood in it is named with its place and what to do, and the
rest goes on: one bad date never costs a review.
"""
