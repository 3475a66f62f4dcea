namespace DrInfra.Policies.Aws.Mwaa;

/// <summary>Type tokens of the provider's module <c>aws:mwaa</c>.</summary>
public static class MwaaTypes
{
    public const string Environment = "aws:mwaa/environment:Environment";
}
