using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Aws.Route53;

namespace DrInfra.Policies.Aws.RegionSwitch;

/// <summary>One step of a Region-switch plan; steps inside a parallel block stand for themselves, with the order of the block.</summary>
/// <param name="Block">The step's properties.</param>
/// <param name="Workflow">The number of its workflow, from 0.</param>
/// <param name="Order">Position in its workflow: steps of the same order run at the same time.</param>
internal sealed record PlanStep(Prop Block, int Workflow, int Order)
{
    public string? Type => Block["executionBlockType"].Text;

    public string Name => Block["name"].Text ?? Block.Path;

    public PlanStepKind Kind => PlanStepKinds.Of(Block).Kind;

    /// <summary>The block that says what it does.</summary>
    public Prop Config => PlanStepKinds.Of(Block).Config;

    /// <summary>Minutes after which the step fails; absent where the service's own limit holds.</summary>
    public Prop Timeout => Config["timeoutMinutes"];

    /// <summary>Its name among the steps of its workflow, with its number: names may repeat.</summary>
    public string Id { get; init; } = "";

    /// <summary>The ids of the steps that must be over before it.</summary>
    public IReadOnlyList<string> After { get; init; } = [];

    /// <summary>Whether it raises groups of EC2 Auto Scaling; the next: services of ECS. <see cref="PodScalingStep"/> says what it raises in EKS.</summary>
    public bool RaisesInstances => Config["asgs"].Items.Count > 0;

    public bool RaisesTasks => Config["services"].Items.Count > 0;

    /// <summary>Whether it promotes a database when the other Region is lost; by default it does.</summary>
    public bool WorksWithoutTheOtherRegion =>
        Config["behavior"].Text != "switchoverOnly" || Config["ungracefuls"].Items.Any(ungraceful => ungraceful["ungraceful"].Text == "failover");

    /// <summary>Whether only the deployment will tell which global database it promotes.</summary>
    public bool IsDatabaseUnknown => GlobalCluster.IsUnknown;

    public bool MovesTraffic => Type is "Route53HealthCheck" or "ARCRoutingControl";

    /// <summary>Makes data writable, or servers many enough, in the Region that is activated.</summary>
    public bool Prepares => Type is not (null or "Route53HealthCheck" or "ARCRoutingControl" or "ManualApproval" or "Parallel" or "ARCRegionSwitchPlan");

    /// <summary>The name of the record that it moves; null where it moves none, or only the deployment will tell.</summary>
    public string? Record => Config["recordName"].Text is { } name ? DnsName.Normal(name) : null;

    /// <summary>Whether it moves the record of a name.</summary>
    public bool Moves(string? name) => name is not null && Record == DnsName.Normal(name);

    private Prop GlobalCluster => Config["globalClusterIdentifier"];

    /// <summary>Whether the global database that it promotes is the one that a cluster is in, by the cluster's own words.</summary>
    public bool Promotes(Node cluster) => GlobalCluster.Text is { } named && GlobalDatabase.IdentifierOf(cluster) == named;

    /// <summary>Whether two are one step of one plan, however they were read.</summary>
    public bool IsSame(PlanStep other) => ReferenceEquals(Block.Value, other.Block.Value);

    public static IReadOnlyList<PlanStep> Of(Node plan)
    {
        var steps = new List<PlanStep>();
        var workflows = plan["workflows"].Items;
        for (var workflow = 0; workflow < workflows.Count; workflow++)
        {
            var order = 0;
            foreach (var step in workflows[workflow]["steps"].Items)
            {
                steps.Add(new PlanStep(step, workflow, order));
                steps.AddRange(
                    step["parallelConfigs"].Items.SelectMany(parallel => parallel["steps"].Items).Select(inner => new PlanStep(inner, workflow, order)));
                order++;
            }
        }

        return steps;
    }

    /// <summary>The steps' configurations of one kind, with the step of each.</summary>
    public static IEnumerable<(PlanStep Step, Prop Config)> Configs(Node plan, string property) =>
        Of(plan).SelectMany(step => step.Block[property].Items.Select(config => (step, config)));
}
