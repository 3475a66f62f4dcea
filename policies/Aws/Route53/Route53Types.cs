namespace DrInfra.Policies.Aws.Route53;

/// <summary>Type tokens of the provider's module <c>aws:route53</c>.</summary>
public static class Route53Types
{
    public const string HealthCheck = "aws:route53/healthCheck:HealthCheck";
    public const string Record = "aws:route53/record:Record";
}
