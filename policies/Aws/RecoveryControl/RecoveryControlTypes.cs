namespace DrInfra.Policies.Aws.RecoveryControl;

/// <summary>Type tokens of the provider's module <c>aws:route53recoverycontrol</c>.</summary>
public static class RecoveryControlTypes
{
    public const string Cluster = "aws:route53recoverycontrol/cluster:Cluster";
    public const string ControlPanel = "aws:route53recoverycontrol/controlPanel:ControlPanel";
    public const string RoutingControl = "aws:route53recoverycontrol/routingControl:RoutingControl";
    public const string SafetyRule = "aws:route53recoverycontrol/safetyRule:SafetyRule";
}
