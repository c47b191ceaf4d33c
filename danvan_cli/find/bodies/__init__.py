"""The grammar of names of organisations: heads, what may follow them, and what stands around them."""
