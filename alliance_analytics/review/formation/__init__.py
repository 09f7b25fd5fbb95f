"""Whether an alliance is the right form, before there is one."""
