namespace DrInfra.Infra.Recovery;

/// <summary>A step of a Region-switch plan.</summary>
/// <param name="Name">Unique in the plan.</param>
/// <param name="BlockType">What Region switch calls its kind (API, Step, executionBlockType).</param>
public abstract record PlanStep(string Name, string BlockType)
{
    /// <summary>The time after which it has failed, in minutes; for steps side by side the longest of them.</summary>
    public abstract int TimeoutMinutes { get; }
}

/// <summary>Somebody lets the run go on, or not.</summary>
/// <param name="RoleArn">Whose word it takes.</param>
public sealed record ApprovalStep(string Name, int Minutes, string RoleArn) : PlanStep(Name, "ManualApproval")
{
    /// <inheritdoc />
    public override int TimeoutMinutes => Minutes;
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

/// <summary>The workload's function raises the capacity of the Region that is activated, and runs there.</summary>
/// <param name="FunctionArns">One per Region.</param>
public sealed record CapacityStep(string Name, int Minutes, IReadOnlyList<string> FunctionArns) : PlanStep(Name, "CustomActionLambda")
{
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

/// <summary>A workload's plan runs as a step of the parent; its own steps have the time-outs.</summary>
/// <param name="Workload">Whose plan.</param>
public sealed record ChildPlanStep(string Name, string Workload) : PlanStep(Name, "ARCRegionSwitchPlan")
{
    /// <inheritdoc />
    public override int TimeoutMinutes => 0;
}
