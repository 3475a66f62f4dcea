using DrInfra.Recovery.Facts;

namespace DrInfra.Infra.Recovery;

/// <summary>A step of a Region-switch plan.</summary>
/// <param name="Name">Unique in the plan.</param>
/// <param name="BlockType">What Region switch calls its kind (API, Step, executionBlockType).</param>
public abstract record PlanStep(string Name, string BlockType)
{
    /// <summary>The time after which it has failed, in minutes; for steps side by side the longest of them.</summary>
    public abstract int TimeoutMinutes { get; }
}

/// <summary>A global database's writer moves to the Region that is activated.</summary>
/// <param name="GlobalCluster">Its identifier.</param>
/// <param name="ClusterArns">Its clusters, one per Region.</param>
/// <param name="Behavior"><c>failover</c> or <c>switchoverOnly</c>: what a graceful run does. An ungraceful one always fails over.</param>
public sealed record DatabaseStep(string Name, int Minutes, string GlobalCluster, IReadOnlyList<string> ClusterArns, string Behavior)
    : PlanStep(Name, "AuroraGlobalDatabase")
{
    /// <summary>Fails over, and may lose what had not arrived: it needs nothing of the Region that is left.</summary>
    public const string Failover = "failover";

    /// <summary>Switches over without loss, which takes both Regions.</summary>
    public const string Switchover = "switchoverOnly";

    /// <inheritdoc />
    public override int TimeoutMinutes => Minutes;
}

/// <summary>A deployment that a plan scales, with the autoscaler of the same name.</summary>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Name">Its name, the same in each Region.</param>
public sealed record ScaledDeployment(string Namespace, string Name);

/// <summary>
/// Region switch scales deployments in the Region that is activated, and keeps their autoscalers from ending pods again. It runs ungraceful
/// as well.
/// </summary>
/// <param name="ClusterArns">The clusters, one per Region.</param>
/// <param name="Deployments">What it scales in them.</param>
/// <param name="Regions">The Regions, in the order of the clusters.</param>
public sealed record CapacityStep(
    string Name, int Minutes, IReadOnlyList<string> ClusterArns, IReadOnlyList<ScaledDeployment> Deployments, IReadOnlyList<string> Regions)
    : PlanStep(Name, "EKSResourceScaling")
{
    /// <summary>As many pods as the other Region had, or this one had lately: the guide says both, and the model takes the worse.</summary>
    public const int TargetPercent = 100;

    /// <summary>The share of pods that must be ready for an ungraceful run to go on: the most that the service takes.</summary>
    public static readonly int UngracefulPercent = (int)FactBook.Most("rs-eks-ungraceful-percent");

    /// <inheritdoc />
    public override int TimeoutMinutes => Minutes;
}

/// <summary>The health checks behind a failover pair change, and traffic with them.</summary>
/// <param name="ZoneId">The hosted zone.</param>
/// <param name="RecordName">The name of the pair.</param>
/// <param name="RecordSets">Its members: set identifier and Region.</param>
public sealed record RoutingStep(
    string Name, int Minutes, string ZoneId, string RecordName, IReadOnlyList<(string SetIdentifier, string Region)> RecordSets)
    : PlanStep(Name, "Route53HealthCheck")
{
    /// <inheritdoc />
    public override int TimeoutMinutes => Minutes;
}

/// <summary>Steps side by side; none of them is such a step again.</summary>
public sealed record ParallelStep(string Name, IReadOnlyList<PlanStep> Steps) : PlanStep(Name, "Parallel")
{
    /// <inheritdoc />
    public override int TimeoutMinutes => Steps.Max(step => step.TimeoutMinutes);
}

/// <summary>A plan runs as a step of the parent; its own steps have the time-outs.</summary>
/// <param name="Plan">The part of the plan's name.</param>
public sealed record ChildPlanStep(string Plan) : PlanStep(Plan, "ARCRegionSwitchPlan")
{
    /// <inheritdoc />
    public override int TimeoutMinutes => 0;
}
