"""Vectors that hold the two engines equal. Each module has ``FILE`` and ``lines()``: what it writes and with what."""
