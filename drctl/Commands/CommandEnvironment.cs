namespace DrInfra.Drctl.Commands;

/// <summary>What a command may use of the process it runs in.</summary>
/// <param name="Output">Results, and nothing else.</param>
/// <param name="Error">Mistakes, progress, time taken.</param>
/// <param name="OutputIsTerminal">Whether a person reads the results: then in colour.</param>
/// <param name="ErrorIsTerminal">Whether a person waits: then with progress.</param>
public sealed record CommandEnvironment(TextWriter Output, TextWriter Error, bool OutputIsTerminal, bool ErrorIsTerminal)
{
    /// <summary>What <c>-</c> stands for as a file.</summary>
    public Func<Stream> Input { get; init; } = Console.OpenStandardInput;

    public static CommandEnvironment OfProcess() => new(Console.Out, Console.Error, !Console.IsOutputRedirected, !Console.IsErrorRedirected);

    /// <summary>Says what is going on, to whoever is watching.</summary>
    public void Progress(string text)
    {
        if (ErrorIsTerminal)
        {
            Error.WriteLine(text);
        }
    }
}
