"""Nothing secret and no real address in the repository: looks at every file git knows."""

import re
import subprocess
import sys
from pathlib import Path

PATTERNS = {
    "a private key": re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY"),
    "a cloud key": re.compile(r"\b(AKIA|ASIA)[0-9A-Z]{16}\b"),
    "a token": re.compile(r"\b(ghp|gho|ghs|github_pat|glpat|xox[abp]|sk_live)[-_][A-Za-z0-9_-]{16,}"),
    "a password in a URL": re.compile(r"[a-z]+://[^/\s:@{}<]+:[^/\s:@{}<]+@(?!localhost|127\.)"),
    "an e-mail address outside example.org": re.compile(
        r"\b[\w.+-]+@(?!example\.(?:org|com|net)\b|localhost\b)[a-z0-9-]+\.(?:com|org|net|edu|gov|io)\b"
    ),
}
BINARY = {".woff2", ".mo", ".png", ".ico", ".pdf"}
ALLOWED = {("src/beadwork/web/static/fonts/OFL.txt", "an e-mail address outside example.org")}


def findings() -> list[str]:
    """Where something that looks secret is."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "-co", "--exclude-standard"], capture_output=True, text=True, check=True
    )
    found = []
    for name in filter(None, listed.stdout.split("\0")):
        path = Path(name)
        if path.suffix in BINARY or not path.is_file():
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            found += [
                f"{name}:{number}: looks like {what}"
                for what, pattern in PATTERNS.items()
                if pattern.search(line) and (name, what) not in ALLOWED
            ]
    return found


if __name__ == "__main__":
    print("\n".join(findings()))
    sys.exit(bool(findings()))
