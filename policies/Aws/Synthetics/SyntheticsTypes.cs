namespace DrInfra.Policies.Aws.Synthetics;

/// <summary>Type tokens of the provider's module <c>aws:synthetics</c>.</summary>
public static class SyntheticsTypes
{
    public const string Canary = "aws:synthetics/canary:Canary";
}
