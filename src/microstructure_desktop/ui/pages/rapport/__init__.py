"""The annual report: sixteen sections to read and comment, what is missing, the two versions."""
