namespace DrInfra.Policies.Aws.LoadBalancing;

/// <summary>Type tokens of the provider's module <c>aws:lb</c>.</summary>
public static class LoadBalancingTypes
{
    public const string Listener = "aws:lb/listener:Listener";
    public const string ListenerRule = "aws:lb/listenerRule:ListenerRule";
    public const string LoadBalancer = "aws:lb/loadBalancer:LoadBalancer";
    public const string TargetGroup = "aws:lb/targetGroup:TargetGroup";
    public const string TargetGroupAttachment = "aws:lb/targetGroupAttachment:TargetGroupAttachment";
}
