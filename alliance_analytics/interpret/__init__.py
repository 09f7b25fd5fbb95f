"""Estimates and passages to meaning: stage, themes, priorities. No drawing."""
