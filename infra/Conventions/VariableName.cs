namespace DrInfra.Infra.Conventions;

/// <summary>How a store is called in names of environment variables.</summary>
public static class VariableName
{
    /// <summary>In upper case, with underscores for hyphens, which no shell takes in a variable.</summary>
    public static string Of(string name) => name.ToUpperInvariant().Replace('-', '_');
}
