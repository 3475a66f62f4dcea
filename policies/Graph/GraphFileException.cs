namespace DrInfra.Policies.Graph;

/// <summary>A graph file cannot be used. The message says what is wrong, where, what was found and what to do.</summary>
public sealed class GraphFileException : Exception
{
    public GraphFileException(string what, string where, string? got, string cure, Exception? inner = null)
        : base(Compose(what, where, got, cure), inner)
    {
        What = what;
        Where = where;
        Got = got;
        Cure = cure;
    }

    public string What { get; }

    public string Where { get; }

    public string? Got { get; }

    public string Cure { get; }

    private static string Compose(string what, string where, string? got, string cure) =>
        $"{where}: {what}{(got is null ? "" : $" (got {got})")}. {cure}";
}
