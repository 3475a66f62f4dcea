namespace DrInfra.Recovery.Settings.Kit;

/// <summary>Where something stands that people wrote.</summary>
/// <param name="Source">The file, the option, or whatever else holds it; empty where the key says it alone.</param>
/// <param name="Line">The line, from 1; 0 where it is about the whole source.</param>
/// <param name="Column">The column, from 1; 0 where only the line is known.</param>
/// <param name="Key">The path of the value, as in <c>assumptions[0].value</c>; empty where none leads to it.</param>
public sealed record Place(string Source, int Line = 0, int Column = 0, string Key = "")
{
    /// <summary>A place with a name of its own, such as an option.</summary>
    public static implicit operator Place(string source) => new(source);

    /// <summary>Source, line, column and key, as far as they are known: <c>recovery.yaml:12:7: waivers[0].rule</c>.</summary>
    public override string ToString()
    {
        var source = (Line, Column) switch
        {
            ( <= 0, _) => Source,
            (_, <= 0) => $"{Source}:{Line}",
            _ => $"{Source}:{Line}:{Column}",
        };
        return string.Join(": ", new[] { source, Key }.Where(part => part.Length > 0));
    }
}
