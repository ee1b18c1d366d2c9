"""Ask whether a known weakness concerns what is installed; say so where nobody can be asked."""

import json
import subprocess
import sys


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
    asked = [one for one in packages if "skip_reason" not in one]
    weak = [one for one in asked if one.get("vulns")]
    for one in weak:
        told = ", ".join(each["id"] for each in one["vulns"])
        sys.stdout.write(f"{one['name']} {one['version']}: {told}\n")
    sys.stdout.write(f"pip-audit: {len(asked)} of {len(packages)} packages known there, {len(weak)} weak\n")
    return 1 if weak else 0


if __name__ == "__main__":
    sys.exit(main())
