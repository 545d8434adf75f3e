"""Counts of what holds, for the scripts that judge bookc from outside."""

import contextlib


class Checks:
    """Counts what holds."""

    def __init__(self):
        self.passed = self.failed = 0

    def that(self, holds, what):
        self.passed += bool(holds)
        self.failed += not holds
        if not holds:
            print(f"failed: {what}", flush=True)

    @contextlib.contextmanager
    def of(self, what):
        try:
            yield
        except Exception as error:  # A browser that waits in vain is a failed check.
            self.that(False, f"{what}: {str(error).splitlines()[0]}")
