using System.Diagnostics;
using DrInfra.Drctl.Commands;

namespace DrInfra.Tests.Drctl.Commands;

public sealed class CompletionCommandTests
{
    [Theory]
    [InlineData("bash", "complete -o default -F _drctl drctl")]
    [InlineData("zsh", "#compdef drctl")]
    [InlineData("fish", "complete -c drctl")]
    [InlineData("powershell", "Register-ArgumentCompleter -Native -CommandName drctl")]
    public async Task Shell_GetsAScriptThatAsksDrctl(string shell, string registration)
    {
        var (code, output, _) = await DrctlRun.Of("completion", shell);

        Assert.Equal(ExitCodes.Clean, code);
        Assert.Contains(registration, output, StringComparison.Ordinal);
        Assert.Contains("[suggest:", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("completion")]
    [InlineData("completion", "tcsh")]
    public async Task AnotherShell_IsBadInput(params string[] arguments) => Assert.Equal(ExitCodes.BadInput, (await DrctlRun.Of(arguments)).Code);

    [Theory]
    [InlineData(" che", "check")]
    [InlineData(" check x.json --sever", "--severity")]
    [InlineData(" check x.json --format ", "sarif")]
    [InlineData(" check x.json --severity hi", "high")]
    [InlineData(" check x.json --rule deletion-prot", "deletion-protection-is-on")]
    [InlineData(" export terra", "terraform")]
    [InlineData(" completion ", "fish")]
    public async Task UnfinishedLine_IsCompleted(string line, string completion)
    {
        var (code, output, error) = await DrctlRun.Of($"[suggest:{line.Length}]", line);

        Assert.Equal(ExitCodes.Clean, code);
        Assert.Contains(completion, output.ReplaceLineEndings("\n").Split('\n'));
        Assert.Empty(error);
    }

    // As bash calls it when somebody presses the Tab key after `check --sev`.
    [Fact]
    public async Task ScriptOfBash_Completes()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var (_, script, _) = await DrctlRun.Of("completion", "bash");
        var start = new ProcessStartInfo("bash", ["-c", $$"""
            drctl() { dotnet "{{typeof(DrctlApplication).Assembly.Location}}" "$@"; }
            {{script}}
            COMP_LINE="drctl check graphs --sev" COMP_POINT=24 COMP_WORDS=(drctl check graphs --sev) COMP_CWORD=3
            _drctl
            echo "${COMPREPLY[@]}"
            """]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.Equal("--severity", output.Trim());
    }
}
