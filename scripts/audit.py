"""Ask whether a known weakness concerns what is installed; say so where nobody can be asked."""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from typing import Any


def main() -> int:
    """Return 1 when a weakness is known, else 0."""
    command = [
        sys.executable,
        "-m",
        "pip_audit",
        "--progress-spinner",
        "off",
        "--format",
        "json",
        "--timeout",
        "5",
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - ours
    try:
        packages = json.loads(done.stdout)["dependencies"]
    except (ValueError, KeyError):
        sys.stderr.write("pip-audit could not ask here; nothing is known\n")
        return 0
    code, told = verdict(packages)
    sys.stdout.write(told)
    return code


def verdict(packages: Sequence[Mapping[str, Any]]) -> tuple[int, str]:
    """Return the exit code and what to say of the packages as pip-audit lists them."""
    asked = [one for one in packages if "skip_reason" not in one]
    if not asked:
        return 0, f"pip-audit was told of none of the {len(packages)} packages here; nothing is known\n"
    weak = [one for one in asked if one.get("vulns")]
    lines = [
        f"{one['name']} {one['version']}: {', '.join(each['id'] for each in one['vulns'])}" for one in weak
    ]
    lines.append(f"pip-audit: {len(asked)} of {len(packages)} packages known there, {len(weak)} weak")
    return 1 if weak else 0, "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
