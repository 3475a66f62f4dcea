using System.CommandLine;

namespace DrInfra.Drctl.Commands;

/// <summary><c>drctl completion</c>: what makes a shell complete the command line. The scripts ask drctl itself, so they never age.</summary>
internal static class CompletionCommand
{
    // Each gives the command line without its first word, and where the cursor is in it.
    private static readonly Dictionary<string, string> Scripts = new(StringComparer.Ordinal)
    {
        ["bash"] = """
            _drctl() {
                local line="${COMP_LINE#"${COMP_WORDS[0]}"}" position=$((COMP_POINT - ${#COMP_WORDS[0]})) word="${COMP_WORDS[COMP_CWORD]}"
                local IFS=$'\n'
                COMPREPLY=($(compgen -W "$("${COMP_WORDS[0]}" "[suggest:$position]" "$line" 2>/dev/null)" -- "$word"))
            }
            complete -o default -F _drctl drctl

            """,
        ["zsh"] = """
            #compdef drctl
            _drctl() {
                local line="${(j: :)words[2,CURRENT]}"
                local -a found=("${(@f)$("${words[1]}" "[suggest:${#line}]" "$line" 2>/dev/null)}")
                [[ -n "$found" ]] && compadd -- "${found[@]}" || _files
            }
            compdef _drctl drctl

            """,
        ["fish"] = """
            function __drctl_complete
                set -l line (commandline -cp | string replace -r '^\s*\S+\s?' '')
                drctl "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
            end
            complete -c drctl -a '(__drctl_complete)'

            """,
        ["powershell"] = """
            Register-ArgumentCompleter -Native -CommandName drctl -ScriptBlock {
                param($word, $ast, $cursor)
                $first = $ast.CommandElements[0].Extent.Text
                $line = $ast.Extent.Text.PadRight($cursor - $ast.Extent.StartOffset).Substring($first.Length)
                $position = $cursor - $ast.Extent.StartOffset - $first.Length
                & $first "[suggest:$position]" $line 2>$null | Where-Object { $_ -like "$word*" } | ForEach-Object {
                    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
                }
            }

            """,
    };

    public static Command Create(CommandEnvironment environment)
    {
        var shell = new Argument<string>("shell") { Description = string.Join(", ", Scripts.Keys) + "." };
        shell.AcceptOnlyFromAmong([.. Scripts.Keys]);
        var command = new Command("completion", "Prints a script that makes a shell complete commands, options and their values.") { shell };
        command.SetAction(result =>
        {
            environment.Output.Write(Scripts[result.GetRequiredValue(shell)]);
            return ExitCodes.Clean;
        });
        return command;
    }
}
