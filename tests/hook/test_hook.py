"""The pre-commit hook for real: pre-commit installs a clone of this repository and runs it.

Slow, since two environments are made. Skipped with a message where pre-commit, git or a package
index is missing.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

DAMAGED = "La cafeterÃ­a estÃ¡ en EspaÃ±a.\n"
CLEAN = "La cafetería está en España.\n"

FILES = {
    "damaged.txt": (DAMAGED.encode(), CLEAN.encode()),
    "crlf.txt": (DAMAGED.replace("\n", "\r\n").encode(), CLEAN.replace("\n", "\r\n").encode()),
    "mark.txt": (b"\xef\xbb\xbf" + DAMAGED.encode(), b"\xef\xbb\xbf" + CLEAN.encode()),
    "utf16.txt": (
        ("\ufeff" + DAMAGED).encode("utf-16-le"),
        ("\ufeff" + CLEAN).encode("utf-16-le"),
    ),
    "docs.md": (f"{DAMAGED[:-1]} <!-- mojifix: ignore -->\n".encode(),) * 2,
    "fixture.txt": (f"mojifix: ignore-file\n{DAMAGED}".encode(),) * 2,
    "clean.txt": (CLEAN.encode(),) * 2,
    "greek.txt": ("Ο TGF-β και η β-καροτίνη.\n".encode(),) * 2,
    "binary.bin": (b"\x89PNG\r\n\x1a\n\0\0\0" + DAMAGED.encode(),) * 2,
    "empty.txt": (b"",) * 2,
}
"""Each file before and after."""

CONFIG = """\
repos:
  - repo: {repo}
    rev: {rev}
    hooks:
      - id: {hook}
"""


def run(*command: str | Path, cwd: Path, env: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def pre_commit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command, from the system or installed for these tests."""
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    found = shutil.which("pre-commit")
    if found:
        return Path(found)
    folder = tmp_path_factory.mktemp("pre-commit")
    env = dict(os.environ)
    made = run(sys.executable, "-m", "venv", folder, cwd=folder, env=env)
    pip: list[str | Path] = [
        folder / "bin" / "python",
        "-m",
        "pip",
        "--disable-pip-version-check",
        "-q",
    ]
    if made.returncode == 0:
        made = run(*pip, "install", "pre-commit>=4", cwd=folder, env=env)
    if made.returncode != 0:
        pytest.skip("pre-commit cannot be installed here (no package index?)")
    return folder / "bin" / "pre-commit"


@pytest.fixture(scope="module")
def clone(root: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A clone of this repository, as pre-commit wants it."""
    folder = tmp_path_factory.mktemp("clone") / "mojifix"
    env = dict(os.environ)
    done = run("git", "clone", "-q", "--no-hardlinks", root, folder, cwd=root, env=env)
    if done.returncode != 0:
        pytest.skip("this is no git checkout")
    shutil.copy(root / ".pre-commit-hooks.yaml", folder)
    return folder, run("git", "rev-parse", "HEAD", cwd=folder, env=env).stdout.strip()


@pytest.mark.slow
def test_pre_commit_runs_it(
    pre_commit: Path,
    clone: tuple[Path, str],
    tmp_path: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    repo, rev = clone
    project = tmp_path / "project"
    project.mkdir()
    for name, (before, _) in FILES.items():
        (project / name).write_bytes(before)
    env = {
        **os.environ,
        "PRE_COMMIT_HOME": str(tmp_path_factory.mktemp("cache")),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_AUTHOR_NAME": "a",
        "GIT_AUTHOR_EMAIL": "a@example.org",
        "GIT_COMMITTER_NAME": "a",
        "GIT_COMMITTER_EMAIL": "a@example.org",
    }
    config = project / ".pre-commit-config.yaml"
    run("git", "init", "-q", cwd=project, env=env)
    config.write_text(CONFIG.format(repo=repo, rev=rev, hook="mojifix-check"))
    run("git", "add", "-A", cwd=project, env=env)
    checked = run(pre_commit, "run", "--all-files", cwd=project, env=env)
    if "Could not find a version" in checked.stdout or "NewConnectionError" in checked.stdout:
        pytest.skip("the hook's dependencies cannot be installed here (no package index?)")
    assert checked.returncode == 1, checked.stdout + checked.stderr
    assert all((project / name).read_bytes() == before for name, (before, _) in FILES.items())

    config.write_text(CONFIG.format(repo=repo, rev=rev, hook="mojifix"))
    run("git", "add", "-A", cwd=project, env=env)
    first = run(pre_commit, "run", "--all-files", cwd=project, env=env)
    assert first.returncode == 1, first.stdout + first.stderr
    assert {name: (project / name).read_bytes() for name in FILES} == {
        name: after for name, (_, after) in FILES.items()
    }
    run("git", "add", "-A", cwd=project, env=env)
    second = run(pre_commit, "run", "--all-files", cwd=project, env=env)
    assert second.returncode == 0, second.stdout + second.stderr


def test_the_entries_are_commands_that_parse(root: Path) -> None:
    from mojifix.cli.parser import parse

    lines = (root / ".pre-commit-hooks.yaml").read_text(encoding="utf-8").splitlines()
    entries = [line.partition("entry: ")[2].split() for line in lines if "entry: " in line]
    assert [entry[0] for entry in entries] == ["mojifix", "mojifix"]
    for entry in entries:
        assert parse([*entry[1:], "a"]).command.name == "repair"


@pytest.mark.parametrize("mode", ["repair", "check"])
def test_the_entries_by_hand(tmp_path: Path, mode: str) -> None:
    flags = {
        "repair": ["--in-place", "--exit-non-zero-on-fix", "--force-exclude"],
        "check": ["--check", "--force-exclude"],
    }[mode]
    for name, (before, _) in FILES.items():
        (tmp_path / name).write_bytes(before)
    times = {name: (tmp_path / name).stat().st_mtime_ns for name in FILES}
    command = [sys.executable, "-m", "mojifix", "repair", *flags, *FILES]
    statuses = [run(*command, cwd=tmp_path, env=dict(os.environ)).returncode for _ in range(2)]
    assert statuses == ([1, 0] if mode == "repair" else [1, 1])
    for name, (before, after) in FILES.items():
        assert (tmp_path / name).read_bytes() == (after if mode == "repair" else before)
        if before == after or mode == "check":
            assert (tmp_path / name).stat().st_mtime_ns == times[name]
