using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Aws;

/// <summary>Type tokens of Global Accelerator and of routing controls.</summary>
internal static class RoutingTypes
{
    public const string Accelerator = "aws:globalaccelerator/accelerator:Accelerator";
    public const string Listener = "aws:globalaccelerator/listener:Listener";
    public const string EndpointGroup = "aws:globalaccelerator/endpointGroup:EndpointGroup";
    public const string ControlCluster = "aws:route53recoverycontrol/cluster:Cluster";
    public const string ControlPanel = "aws:route53recoverycontrol/controlPanel:ControlPanel";
    public const string RoutingControl = "aws:route53recoverycontrol/routingControl:RoutingControl";
    public const string SafetyRule = "aws:route53recoverycontrol/safetyRule:SafetyRule";
    public const string HealthCheck = "aws:route53/healthCheck:HealthCheck";
    public const string Record = "aws:route53/record:Record";

    /// <summary>The Region of an endpoint group: the one it states, else its provider's.</summary>
    public static Prop RegionOf(Node group) => group["endpointGroupRegion"];
}
