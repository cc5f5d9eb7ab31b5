"""SQL of the register: the only place beside the store that knows any."""
