// Nothing to assemble: its presence is what matters.
