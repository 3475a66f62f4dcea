using Spectre.Console;

namespace DrInfra.Drctl.Rendering;

/// <summary>
/// Consoles whose output depends on nothing but what is printed: 100 columns and no colour when redirected; the terminal's
/// width, at most 120, and colour (unless NO_COLOR is set) when a person looks.
/// </summary>
public static class ConsoleFactory
{
    /// <summary>Columns of redirected output.</summary>
    public const int Width = 100;

    private const int WidestTerminal = 120;

    public static IAnsiConsole Create(TextWriter writer, bool isTerminal)
    {
        var colour = isTerminal && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(isTerminal ? writer : new TrimmingWriter(writer)),
            Ansi = colour ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = colour ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        console.Profile.Width = isTerminal ? Math.Clamp(console.Profile.Width, Width, WidestTerminal) : Width;
        console.Profile.Capabilities.Unicode = false;
        return console;
    }
}
