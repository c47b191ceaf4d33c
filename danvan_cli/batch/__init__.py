"""Many inputs, one result: listed, read by workers, kept in a journal, written in the order of the inputs."""
