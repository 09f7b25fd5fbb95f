"""What an alliance meant to do, beside what became of it: agreements, plan, assumptions and building blocks.

A pillar that moved after something was done did not move because of it: every result here says what came
after what, and nothing says why.
"""
