using DrInfra.Policies.Aws.RecoveryControl;

namespace DrInfra.Policies.Aws.Route53;

/// <summary>A health check of Route 53: what turns the records that follow it.</summary>
internal readonly record struct HealthCheck(Node Node)
{
    public const string OnRoutingControl = "RECOVERY_CONTROL";
    public const string Calculated = "CALCULATED";
    public const string OnAlarm = "CLOUDWATCH_METRIC";

    public string? Type => Node["type"].Text;

    /// <summary>The property that keeps it from turning when its endpoint fails; null where none does.</summary>
    public Prop? DisabledBy => Node["disabled"] is { Flag: true } disabled ? disabled : Node["invertHealthcheck"] is { Flag: true } inverted ? inverted : null;

    /// <summary>Whether it is healthy with no healthy child.</summary>
    public bool NeedsNoChild => Node["childHealthThreshold"].Number == 0;

    /// <summary>What it is told to be while its alarm has no data.</summary>
    public Prop WithoutData => Node["insufficientDataHealthStatus"];

    /// <summary>As it was last, where nothing is stated.</summary>
    public string StatusWithoutData => WithoutData.Text ?? "LastKnownStatus";

    public Prop Interval => Node["requestInterval"];

    public Prop Threshold => Node["failureThreshold"];

    /// <summary>The checks that it is calculated from.</summary>
    public IReadOnlyList<Reference> Children(Estate estate) => estate.References.FollowAll(Node, Node["childHealthchecks"], Route53Types.HealthCheck);

    /// <summary>The Region of its alarm: as stated, else that of the alarm.</summary>
    public string? AlarmRegion(Reference alarm) => Node["cloudwatchAlarmRegion"].Text ?? alarm.Target?.Region;

    /// <summary>Why the routing control that it follows cannot be turned off; null where it can.</summary>
    public Reason? KeptOn(Estate estate) => estate.References.Follow(Node, "routingControlArn", RecoveryControlTypes.RoutingControl).Target is { } control
        ? SafetyRules.KeepsOn(estate, control)
        : null;
}
