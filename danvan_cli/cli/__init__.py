"""The command line: one module a command. It parses options and prints errors; it knows no Vietnamese."""
