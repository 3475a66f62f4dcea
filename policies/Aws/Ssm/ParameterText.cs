namespace DrInfra.Policies.Aws.Ssm;

/// <summary>What a parameter of Systems Manager holds, and by which name.</summary>
internal static class ParameterText
{
    public static string? NameOf(Node parameter) => parameter["name"].Text;

    /// <summary>In the open, or as a secret value.</summary>
    public static Prop Of(Node parameter) => parameter["insecureValue"].IsAbsent ? parameter["value"] : parameter["insecureValue"];
}
