"""Exit statuses, as the help describes them."""

OK = 0
DAMAGE_FOUND = 1
ERROR = 2
# As a shell reports a program that died of the signal: 128 + SIGINT, SIGPIPE, SIGTERM.
INTERRUPTED = 130
OUTPUT_CLOSED = 141
TERMINATED = 143
