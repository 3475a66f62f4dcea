namespace DrInfra.Policies.Aws.Vpc;

/// <summary>Type tokens of the provider's module <c>aws:vpc</c>.</summary>
public static class VpcTypes
{
    public const string SecurityGroupEgressRule = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
    public const string SecurityGroupIngressRule = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
}
