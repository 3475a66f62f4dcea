namespace DrInfra.Policies.Aws.Ssm;

/// <summary>Parameters of Systems Manager. They are of one Region, and nothing replicates them.</summary>
internal static class SecureParameters
{
    /// <summary>Whether the value is encrypted: a password, a token.</summary>
    public static bool IsSecret(Node parameter) => parameter["type"].Text == "SecureString";

    /// <summary>Whether the same parameter stands in another Region: by its name, or its name in the program, with the Region left out.</summary>
    public static bool HasTwin(Estate estate, Node parameter) => estate.OfType(SsmTypes.Parameter).Any(other =>
        other.Region != parameter.Region && IsSecret(other)
        && (NameOf(parameter) is { } name && NameOf(other) is { } its ? name == its : Stem(other, other.Name) == Stem(parameter, parameter.Name)));

    private static string? NameOf(Node parameter) => parameter["name"].Text is { } name ? Stem(parameter, name) : null;

    private static string Stem(Node parameter, string name) => parameter.Region is { } region ? name.Replace(region, "", StringComparison.Ordinal) : name;
}
