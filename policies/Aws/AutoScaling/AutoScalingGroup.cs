using DrInfra.Policies.Aws.LoadBalancing;

namespace DrInfra.Policies.Aws.AutoScaling;

/// <summary>A group of servers that EC2 Auto Scaling keeps at its size.</summary>
internal readonly record struct AutoScalingGroup(Node Node)
{
    public Prop MinSize => Node["minSize"];

    public Prop MaxSize => Node["maxSize"];

    /// <summary>How many stand when nothing happens: what is desired, and never less than the least.</summary>
    public double Standing => Math.Max(MinSize.Number ?? 0, Node["desiredCapacity"].Number ?? 0);

    public Prop Zones => Node["availabilityZones"];

    public Prop Subnets => Node["vpcZoneIdentifiers"];

    /// <summary>Seconds until a new server counts, by the group itself; absent where it leaves that to its health checks.</summary>
    public Prop Warmup => Node["defaultInstanceWarmup"];

    public Prop GracePeriod => Node["healthCheckGracePeriod"];

    /// <summary>Whether a policy raises it by load.</summary>
    public bool Scales(Estate estate) => estate.UsersOf(Node, AutoScalingTypes.Policy, "autoscalingGroupName").Count > 0;

    public IEnumerable<Node> TargetGroups(Estate estate) =>
        estate.References.FollowAll(Node, Node["targetGroupArns"], LoadBalancingTypes.TargetGroup).Select(reference => reference.Target).OfType<Node>();
}
