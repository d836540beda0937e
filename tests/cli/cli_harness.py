# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the real galley-cli in empty folders of its own, and reports as TAP."""
import os
import pty
import shutil
import subprocess
import sys
import tempfile
import traceback

CLI = os.path.abspath(sys.argv[1])
ARTICLE = (
    "Bridge to close for repairs\nBy Ada Brook\n\n"
    "The bridge will close on Monday, the mayor, Bo Lind, said. “We have no choice,” Lind said.\n"
)


class Result:
    def __init__(self, status, out, err):
        self.status, self.out, self.err = status, out, err

    @property
    def text(self):
        return self.out.decode("utf-8")

    @property
    def errors(self):
        return self.err.decode("utf-8")


def environment(**more):
    env = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "TERM", "COLUMNS")}
    env.update({"LC_ALL": "C.UTF-8", "TERM": "xterm", "HOME": os.getcwd()})
    env.update({key: value for key, value in more.items() if value is not None})
    return env


def run(*args, stdin=b"", env=None, timeout=60):
    done = subprocess.run([CLI, *args], input=stdin, capture_output=True, timeout=timeout, env=environment(**(env or {})))
    return Result(done.returncode, done.stdout, done.stderr)


def run_on_terminal(*args, env=None, stdout_only=False):
    """Standard output (and error, unless stdout_only) is a terminal of 80 columns."""
    master, slave = pty.openpty()
    process = subprocess.Popen(
        [CLI, *args], stdin=subprocess.DEVNULL, stdout=slave,
        stderr=subprocess.PIPE if stdout_only else slave, env=environment(**(env or {})))
    os.close(slave)
    out = b""
    while True:
        try:
            data = os.read(master, 65536)
        except OSError:
            break
        if not data:
            break
        out += data
    os.close(master)
    err = process.stderr.read() if stdout_only else b""
    if stdout_only:
        process.stderr.close()
    return Result(process.wait(60), out, err)


def write(path, content=ARTICLE):
    folder = os.path.dirname(path)
    if folder:
        os.makedirs(folder, exist_ok=True)
    with open(path, "wb") as file:
        file.write(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


def read(path):
    with open(path, "rb") as file:
        return file.read()


def equal(found, expected):
    if found != expected:
        raise AssertionError("found %r\nexpected %r" % (found, expected))


def contains(text, part):
    if part not in text:
        raise AssertionError("%r is not in %r" % (part, text[:2000]))


def lacks(text, part):
    if part in text:
        raise AssertionError("%r is in %r" % (part, text[:2000]))


def usage_error(*args, stdin=b""):
    """Exit status 2, nothing on standard output, one or two lines on standard error."""
    result = run(*args, stdin=stdin)
    equal(result.status, 2)
    equal(result.out, b"")
    if not result.err.strip():
        raise AssertionError("nothing is said of the wrong usage")
    return result


def main(tests):
    failed = False
    tests = sorted(((name[5:].replace("_", "-"), test) for name, test in tests.items()
                    if name.startswith("test_")), key=lambda pair: pair[1].__code__.co_firstlineno)
    print("1..%d" % len(tests))
    for number, (name, test) in enumerate(tests, 1):
        home = os.getcwd()
        folder = tempfile.mkdtemp(prefix="galley-cli-")
        os.chdir(folder)
        try:
            test()
            print("ok %d - %s" % (number, name))
        except Exception:
            failed = True
            print("not ok %d - %s" % (number, name))
            for line in traceback.format_exc().splitlines():
                print("# " + line)
        finally:
            os.chdir(home)
            subprocess.run(["chmod", "-R", "u+rwX", folder])
            shutil.rmtree(folder)
        sys.stdout.flush()
    return 1 if failed else 0
