"""What a process gives up before it answers queries, beside what queries are refused for."""

from __future__ import annotations

import ctypes
import errno
import platform
import struct
import sys

_SOCKET = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}
"""By machine: its number for audits, and that of the system call ``socket``."""
_NO_NEW_PRIVILEGES, _SECCOMP, _FILTER = 38, 22, 2
_LOAD, _JUMP_EQUAL, _RETURN = 0x20, 0x15, 0x06
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000


def leave_network() -> bool:
    """Make this process and its threads to come unable to open a connection.

    Linux's seccomp (``prctl(2)``) does it; elsewhere nothing happens. Not to be undone.

    Returns:
        Whether it worked.
    """
    known = _SOCKET.get(platform.machine())
    if sys.platform != "linux" or known is None:
        return False
    machine, number = known
    steps = [
        (_LOAD, 0, 0, 4),  # the machine
        (_JUMP_EQUAL, 0, 3, machine),
        (_LOAD, 0, 0, 0),  # the system call
        (_JUMP_EQUAL, 0, 1, number),
        (_RETURN, 0, 0, _REFUSE | errno.EACCES),
        (_RETURN, 0, 0, _ALLOW),
    ]
    code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *step) for step in steps))
    program = struct.pack("HL", len(steps), ctypes.addressof(code))
    call = ctypes.CDLL(None, use_errno=True).prctl
    call.argtypes = [ctypes.c_int, *[ctypes.c_ulong] * 4]
    if call(_NO_NEW_PRIVILEGES, 1, 0, 0, 0) != 0:
        return False
    held = ctypes.create_string_buffer(program)
    return bool(call(_SECCOMP, _FILTER, ctypes.addressof(held), 0, 0) == 0)


def bound_memory(more: int) -> None:
    """Let this process take so many bytes beyond what it has; on Linux, else nothing happens."""
    if sys.platform != "linux":
        return
    import resource

    with open("/proc/self/statm", encoding="ascii") as file:
        used = int(file.read().split()[5]) * resource.getpagesize()  # data and stack
    resource.setrlimit(resource.RLIMIT_DATA, (used + more, used + more))
