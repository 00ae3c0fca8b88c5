"""The table of flags as completion scripts for bash, zsh and fish."""

from __future__ import annotations

from mojifix.cli.table import COMMANDS, PROGRAM, Command, Flag


def script(shell: str) -> str:
    """The script for ``bash``, ``zsh`` or ``fish``."""
    return {"bash": _bash, "zsh": _zsh, "fish": _fish}[shell]()


def _options(command: Command) -> list[Flag]:
    return [flag for flag in command.flags if not flag.positional]


def _words(command: Command) -> list[str]:
    words = [word for f in _options(command) for word in (f.name, f.short) if word]
    choices = [c for f in command.flags if f.positional for c in f.choices]
    return [*words, "--help", *choices]


def _bash() -> str:
    names = " ".join(command.name for command in COMMANDS)
    cases = "\n".join(f"    {c.name}) words='{' '.join(_words(c))}' ;;" for c in COMMANDS)
    values = "\n".join(
        f"    {flag.name}) COMPREPLY=($(compgen -W '{' '.join(flag.choices)}' -- \"$cur\"));"
        " return ;;"
        for flag in {f.name: f for c in COMMANDS for f in _options(c) if f.choices}.values()
    )
    return f"""# bash completion for {PROGRAM}, made from its table of flags
_{PROGRAM}() {{
  local cur=${{COMP_WORDS[COMP_CWORD]}} prev=${{COMP_WORDS[COMP_CWORD-1]}} words=
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W '{names} --help --version' -- "$cur"))
    return
  fi
  case $prev in
{values}
  esac
  case ${{COMP_WORDS[1]}} in
{cases}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
}}
complete -o default -F _{PROGRAM} {PROGRAM}
"""


def _zsh() -> str:
    commands = "\n".join(f"    '{c.name}:{_quoted(c.summary)}'" for c in COMMANDS)
    cases = "\n".join(
        f"    {c.name})\n      _arguments -S \\\n"
        + " \\\n".join(f"        {_zsh_flag(f)}" for f in c.flags)
        + "\n      ;;"
        for c in COMMANDS
    )
    return f"""#compdef {PROGRAM}
# zsh completion for {PROGRAM}, made from its table of flags
_{PROGRAM}() {{
  local -a commands=(
{commands}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
{cases}
  esac
}}
_{PROGRAM} "$@"
"""


def _zsh_flag(flag: Flag) -> str:
    action = f"({' '.join(flag.choices)})" if flag.choices else "_files"
    if flag.positional:
        return f"'{'*' if flag.kind == 'values' else ''}:{flag.name.lower()}:{action}'"
    text = _quoted(flag.help).replace("[", "\\[").replace("]", "\\]")
    value = "" if flag.kind == "switch" else f":{flag.attribute}:{action}"
    names = f"{{{flag.short},{flag.name}}}" if flag.short else flag.name
    return f"{names}'[{text}]{value}'"


def _fish() -> str:
    lines = [f"# fish completion for {PROGRAM}, made from its table of flags"]
    for command in COMMANDS:
        lines.append(
            f"complete -c {PROGRAM} -n __fish_use_subcommand -f -a {command.name}"
            f" -d '{_quoted(command.summary)}'"
        )
        for flag in _options(command):
            short = f" -s {flag.short[1:]}" if flag.short else ""
            value = f" -x -a '{' '.join(flag.choices)}'" if flag.choices else ""
            if not flag.choices and flag.kind != "switch":
                value = " -r"
            lines.append(
                f"complete -c {PROGRAM} -n '__fish_seen_subcommand_from {command.name}'"
                f" -l {flag.name[2:]}{short}{value} -d '{_quoted(flag.help)}'"
            )
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return text.replace("'", "'\\''")
