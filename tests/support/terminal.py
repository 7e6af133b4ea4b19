"""Runs a program in a pseudo-terminal, and types when it asks: its last line ends in a colon and a space.

Takes one argument, JSON with "argv" and "typed". Prints what the terminal shows, and ends as the program does.
"""
import json
import os
import pty
import re
import select
import sys
import time

task = json.loads(sys.argv[1])
child, terminal = pty.fork()
if child == 0:
    os.execvp(task["argv"][0], task["argv"])

shown = b""
unread = b""
typed = list(task["typed"])
until = time.monotonic() + 60
while time.monotonic() < until:
    ready, _, _ = select.select([terminal], [], [], 0.1)
    if ready:
        try:
            part = os.read(terminal, 65536)
        except OSError:
            break
        if not part:
            break
        shown += part
        unread += part
    elif typed and re.search(rb": (\x1b\[\d*G)?$", unread):
        unread = b""
        os.write(terminal, typed.pop(0).encode())

sys.stdout.buffer.write(shown)
sys.stdout.flush()
_, status = os.waitpid(child, 0)
sys.exit(os.waitstatus_to_exitcode(status))
