namespace DrInfra.Policies.Aws.ClassicLoadBalancing;

/// <summary>Type tokens of the provider's module <c>aws:elb</c>.</summary>
public static class ClassicLoadBalancingTypes
{
    public const string LoadBalancer = "aws:elb/loadBalancer:LoadBalancer";
}
