namespace DrInfra.Policies.Aws.Emr;

/// <summary>Type tokens of the provider's module <c>aws:emr</c>.</summary>
public static class EmrTypes
{
    public const string Cluster = "aws:emr/cluster:Cluster";
    public const string SecurityConfiguration = "aws:emr/securityConfiguration:SecurityConfiguration";
}
