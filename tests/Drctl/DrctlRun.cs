using DrInfra.Drctl.Commands;

namespace DrInfra.Tests.Drctl;

/// <summary>A command as it is typed, with what it prints where nobody is watching.</summary>
internal static class DrctlRun
{
    public static async Task<(int Code, string Output, string Error)> Of(params IReadOnlyList<string> arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = await DrctlApplication.RunAsync(arguments, new CommandEnvironment(output, error, OutputIsTerminal: false, ErrorIsTerminal: false));
        return (code, output.ToString(), error.ToString());
    }
}
