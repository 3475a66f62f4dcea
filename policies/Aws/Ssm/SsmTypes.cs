namespace DrInfra.Policies.Aws.Ssm;

/// <summary>Type tokens of the provider's module <c>aws:ssm</c>.</summary>
public static class SsmTypes
{
    public const string Parameter = "aws:ssm/parameter:Parameter";
}
