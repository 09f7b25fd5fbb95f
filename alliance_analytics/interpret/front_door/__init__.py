"""The front door: where every relation is placed, what it asks for, and whether it is an alliance at all."""
