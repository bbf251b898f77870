"""The scripts that teach a shell to ask jobcli when Tab is pressed, and where each shell looks for them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, cast

from msgspec import Struct

from jobcli.answers.own import Completion, ShellName
from jobcli.cli.session import Session
from jobcli.domain.evidence import phrase
from jobcli.domain.refusal import refuse

if TYPE_CHECKING:
    from jobcli.pages.kit.parts import Desk, Page


# $2 is the word up to the cursor, without its quotes, and empty for a lone '='; the words before it have theirs.
_BASH = r"""
_jobcli_completion() {
    local IFS=$'\n' word="${2-${COMP_WORDS[COMP_CWORD]}}"
    [[ "${COMP_WORDS[COMP_CWORD]}" == "=" ]] && word="="
    COMPREPLY=( $(_JOBCLI_COMPLETE=bash "$1" "${COMP_WORDS[@]:1:COMP_CWORD-1}" "+$word" 2>/dev/null) )
    if [[ "${COMPREPLY[0]-}" == ":files" ]]; then
        COMPREPLY=()
        compopt -o default 2>/dev/null
    fi
    return 0
}
complete -F _jobcli_completion jobcli
"""
_ZSH = r"""
#compdef jobcli
_jobcli_completion() {
    local -a found
    found=("${(@f)$(_JOBCLI_COMPLETE=zsh "${words[1]}" "${(@Q)words[2,CURRENT-1]}" "+${(Q)PREFIX}" 2>/dev/null)}")
    if [[ "${found[1]}" == ":files" ]]; then
        _files
    elif [[ -n "${found[1]}" ]]; then
        compadd -M 'm:{a-zA-Z}={A-Za-z}' -a found
    fi
}
compdef _jobcli_completion jobcli
if [[ "${zsh_eval_context[-1]}" == "loadautofunc" ]]; then
    _jobcli_completion "$@"
fi
"""
_FISH = r"""
function __jobcli_complete
    set -l before (commandline -opc)
    set -l word (commandline -ct)
    set -l found (env _JOBCLI_COMPLETE=fish $before[1] $before[2..-1] "+$word" 2>/dev/null)
    if test "$found[1]" = ":files"
        __fish_complete_path "$word"
    else
        printf '%s\n' $found
    end
end
complete --command jobcli --no-files --arguments '(__jobcli_complete)'
"""
_POWERSHELL = r"""
Register-ArgumentCompleter -Native -CommandName jobcli, jobcli.exe -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $words = @($commandAst.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object {
        if ($_ -is [System.Management.Automation.Language.StringConstantExpressionAst]) { $_.Value } else { $_.Extent.Text }
    })
    $before = @($words | Select-Object -Skip 1)
    $word = $wordToComplete.Trim('"', "'")
    $Env:_JOBCLI_COMPLETE = "powershell"
    try {
        & $words[0] @before "+$word" 2>$null | Where-Object { $_ -ne ":files" } | ForEach-Object {
            [System.Management.Automation.CompletionResult]::new($_, $_, "ParameterValue", $_)
        }
    } finally {
        Remove-Item Env:_JOBCLI_COMPLETE
    }
}
"""
# zsh looks for functions only in folders that it is told of, and only once it is told to look.
_ZSH_START = "fpath+=(~/.zfunc); autoload -Uz compinit; compinit"


class Shell(Struct, frozen=True):
    """A shell: its script, where that is kept below the home folder, and what its start file needs to read it."""

    script: str
    file: str
    start_file: str | None = None
    start_line: str = ""


SHELLS: dict[str, Shell] = {
    "bash": Shell(_BASH.lstrip(), ".bash_completions/jobcli.sh", ".bashrc", "source ~/.bash_completions/jobcli.sh"),
    "zsh": Shell(_ZSH.lstrip(), ".zfunc/_jobcli", ".zshrc", _ZSH_START),
    "fish": Shell(_FISH.lstrip(), ".config/fish/completions/jobcli.fish"),
    "powershell": Shell(_POWERSHELL.lstrip(), ""),
}
_OTHER_NAMES = {"pwsh": "powershell"}


def read_shell(named: str | None, detect: Callable[[], str | None]) -> ShellName:
    """The shell that is meant: the named one, else the one that the program was called from. Refusal for others."""
    word = (named or detect() or "").strip().lower().removesuffix(".exe")
    shell = _OTHER_NAMES.get(word, word)
    if shell in SHELLS:
        return cast("ShellName", shell)
    message = (
        phrase("No completion for the shell '{word}'.") if word else phrase("It is not clear which shell this is.")
    )
    hint = phrase("Name it: jobcli --show-completion --shell NAME. Known: {known}.")
    return refuse("unknown-shell", message, hint, exit_code=2, word=word[:60], known=", ".join(SHELLS))


def running_shell() -> str | None:
    """The shell that the program was called from, where that can be seen."""
    import shellingham

    try:
        name: str = shellingham.detect_shell()[0]
    except (shellingham.ShellDetectionFailure, OSError):
        return None
    return name


def install(shell: str, env: Mapping[str, str]) -> list[Path]:
    """Keep the script where the shell finds it, and return the files that were written. OSError where the disk refuses.

    Refusal for PowerShell: its start file lies elsewhere on each system, and may be forbidden to run.
    """
    from jobcli.files.own_files import read, replace

    known = SHELLS[shell]
    if not known.file:
        refuse(
            "install-by-hand",
            phrase("jobcli does not change the start file of PowerShell."),
            phrase("Type this once: jobcli --show-completion --shell powershell | Add-Content $PROFILE"),
        )
    home = Path(env.get("HOME") or Path.home())
    file = home / known.file
    file.parent.mkdir(parents=True, exist_ok=True)
    replace(file, known.script.encode())
    written = [file]
    if known.start_file is not None:
        # zsh looks for its start file elsewhere where it is told to.
        told = env.get("ZDOTDIR", "") if shell == "zsh" else ""
        start = (Path(told) if Path(told).is_absolute() else home) / known.start_file
        before = read(start) or b""
        if known.start_line.encode() not in before.splitlines():
            gap = b"" if not before or before.endswith(b"\n") else b"\n"
            replace(start, before + gap + known.start_line.encode() + b"\n")
            written.append(start)
    return written


def answer(session: Session, named: str | None, *, install_it: bool) -> None:
    """Print the script of a shell, or install it and say which files were written. Refusal where that fails."""
    shell = read_shell(named, running_shell)
    if not install_it:
        script = SHELLS[shell].script
        session.output.document("jobcli", Completion(shell=shell, script=script), lambda: script)
        return
    try:
        files = tuple(str(file) for file in install(shell, session.world.env))
    except OSError as error:
        refuse(
            "cannot-write",
            phrase("'{file}' cannot be written: {reason}. Nothing was changed."),
            phrase("Print the script and keep it where you like: jobcli --show-completion --shell {shell}"),
            file=str(error.filename or Path.home()),
            reason=error.strerror or str(error),
            shell=shell,
        )

    def view(desk: Desk) -> Page:
        from jobcli.pages.help import installed_page

        return installed_page(desk, shell, files)

    session.output.answer("jobcli", Completion(shell=shell, files=files), view)
