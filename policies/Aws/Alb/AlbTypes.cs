namespace DrInfra.Policies.Aws.Alb;

/// <summary>Type tokens of the provider's module <c>aws:alb</c>.</summary>
public static class AlbTypes
{
    public const string Listener = "aws:alb/listener:Listener";
    public const string LoadBalancer = "aws:alb/loadBalancer:LoadBalancer";
    public const string TargetGroup = "aws:alb/targetGroup:TargetGroup";
}
