using System.Text.Encodings.Web;
using System.Text.Json;
using DrInfra.Infra.Conventions;
using DrInfra.Infra.Settings;
using DrInfra.Recovery;
using DrInfra.Recovery.Protocol;

namespace DrInfra.Infra.Pipelines;

/// <summary>
/// The state machine of a Hadoop pipeline. It asks whether its Region holds the lease, makes a cluster for this one run, lets it work into a folder
/// of its epoch and its own, asks again, commits, and ends the cluster whatever happened.
/// </summary>
/// <remarks>
/// Nothing in it is known only after the deployment, so that a preview shows it whole: the ids of the network come with each start, from the
/// schedule (<see cref="HadoopPipeline.Input"/>). The cluster is made without waiting for it, since only then its id is known where it does not
/// start; EMR takes steps while a cluster starts (https://docs.aws.amazon.com/emr/latest/APIReference/API_AddJobFlowSteps.html).
/// </remarks>
/// <param name="Region">The Region that it runs in.</param>
/// <param name="Workload">The workload.</param>
/// <param name="Pipeline">Its pipeline.</param>
/// <param name="Nodes">How many core nodes there are.</param>
/// <param name="Release">The release of EMR.</param>
/// <param name="LogFolder">Where the cluster leaves its logs.</param>
/// <param name="ServiceRole">The name of the role that EMR gets.</param>
/// <param name="NodeRole">The name of the instance profile, and of its role.</param>
/// <param name="Tags">The tags of the cluster.</param>
public sealed record HadoopMachine(
    RegionContext Region,
    WorkloadSettings Workload,
    PipelineSettings Pipeline,
    int Nodes,
    string Release,
    string LogFolder,
    string ServiceRole,
    string NodeRole,
    IReadOnlyDictionary<string, string> Tags)
{
    /// <summary>The argument by which the program works.</summary>
    public const string Work = "work";

    /// <summary>The argument by which the program makes visible what it has worked out.</summary>
    public const string Commit = "commit";

    /// <summary>Where the ids of subnets are in the input of a run.</summary>
    public const string Subnets = "subnets";

    /// <summary>Where the id of the group of the cluster's instances is in the input of a run.</summary>
    public const string NodeGroup = "nodeGroup";

    /// <summary>Where the id of the group by which EMR reaches them is in the input of a run.</summary>
    public const string ServiceGroup = "serviceGroup";

    // Half a day is longer than a run that is of use before the next day's. It counts the start of the cluster.
    private const int WorkHours = 12;

    // It renames, or writes a pointer.
    private const int CommitHours = 1;

    // Once more where a zone, an instance or a service failed: another cluster, in a zone that EMR picks anew.
    private const int Attempts = 2;

    private const int AttemptGapSeconds = UnitsOfTime.Minute;

    // What an attempt takes beside them: to ask, to make the cluster, and to end it, each again and again where a service fails.
    private const int CallHours = 1;

    // For one call of a service.
    private const int CallSeconds = UnitsOfTime.Minute;

    // Longer than Step Functions takes to notice that a step has ended (300 s) and to ask for the lease again. Should a run be stopped by
    // somebody, its cluster ends by itself.
    private const int IdleSeconds = 30 * UnitsOfTime.Minute;

    // For as long as a permission lasts, and three renewals may fail. Whoever is the holder and does not renew it for that long may not work.
    private static readonly int RenewalSeconds = (int)LeaseProtocol.Lasts.TotalSeconds;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The definition, in the Amazon States Language.</summary>
    public string Definition => JsonSerializer.Serialize(
        new Dictionary<string, object>
        {
            ["Comment"] = $"{Pipeline.Name} of {Workload.Name}, where {Region.Region} holds the lease",
            ["StartAt"] = "ReadLease",

            // Never before the times of its states, which end the cluster: this one would not.
            ["TimeoutSeconds"] = ((Attempts * (WorkHours + CommitHours + CallHours)) + 1) * UnitsOfTime.Hour,
            ["States"] = new Dictionary<string, object>
            {
                ["ReadLease"] = ReadLease("$.first", "WaitForRenewal"),
                ["WaitForRenewal"] = Wait("ReadLeaseAgain"),
                ["ReadLeaseAgain"] = ReadLease("$.lease", "IsHolder"),
                ["IsHolder"] = Choice("ListRuns", "NotNow",
                [
                    .. Holds("$.lease"), Present("$.first.Item"),
                    Any(Moved("$.first", "$.lease", LeaseProtocol.EpochAttribute), Moved("$.first", "$.lease", LeaseProtocol.RenewedAttribute)),
                ]),

                // Never two at once: the one that is there may be late.
                ["ListRuns"] = new Dictionary<string, object>
                {
                    ["Type"] = "Task",
                    ["Resource"] = "arn:aws:states:::aws-sdk:sfn:listExecutions",
                    ["Parameters"] = new Dictionary<string, object>
                    {
                        ["StateMachineArn.$"] = "$$.StateMachine.Id", ["StatusFilter"] = "RUNNING", ["MaxResults"] = 2,
                    },
                    ["TimeoutSeconds"] = CallSeconds,
                    ["Retry"] = Again(1, 3),
                    ["ResultPath"] = "$.runs",
                    ["Next"] = "IsAlone",
                },
                ["IsAlone"] = Choice("NotNow", "RunOnCluster", [Present("$.runs.Executions[1]")]),
                ["NotNow"] = Succeed,
                ["RunOnCluster"] = new Dictionary<string, object>
                {
                    ["Type"] = "Parallel",
                    ["Branches"] = new object[] { new Dictionary<string, object> { ["StartAt"] = "MakeCluster", ["States"] = Run() } },
                    ["Retry"] = Again(AttemptGapSeconds, Attempts - 1),
                    ["End"] = true,
                },
            },
        },
        Json);

    private static Dictionary<string, object> Succeed => new() { ["Type"] = "Succeed" };

    private string Artifact => $"s3://{BucketOf(Pipeline.Hadoop!.Artifacts)}/{Pipeline.Program}";

    private Dictionary<string, object> Run() => new()
    {
        ["MakeCluster"] = new Dictionary<string, object>
        {
            ["Type"] = "Task",
            ["Resource"] = "arn:aws:states:::elasticmapreduce:createCluster",
            ["Parameters"] = Cluster(),
            ["TimeoutSeconds"] = CallSeconds,
            ["ResultPath"] = "$.cluster",
            ["Next"] = "Work",
        },
        ["Work"] = Step(Work, WorkHours, "AskForLease"),
        ["AskForLease"] = Caught(ReadLease("$.asked", "WaitForAnswer")),
        ["WaitForAnswer"] = Wait("AskForLeaseAgain"),
        ["AskForLeaseAgain"] = Caught(ReadLease("$.answer", "IsStillHolder")),

        // A run that is not here any more commits nothing: the other Region does the work again.
        ["IsStillHolder"] = Choice("Commit", "EndCluster",
        [
            .. Holds("$.answer"), Present("$.asked.Item"),
            Same("$.lease", "$.answer", LeaseProtocol.EpochAttribute), Moved("$.asked", "$.answer", LeaseProtocol.RenewedAttribute),
        ]),
        ["Commit"] = Step(Commit, CommitHours, "EndCluster"),
        ["EndCluster"] = new Dictionary<string, object>
        {
            ["Type"] = "Task",
            ["Resource"] = "arn:aws:states:::elasticmapreduce:terminateCluster",
            ["Parameters"] = new Dictionary<string, object> { ["ClusterId.$"] = "$.cluster.ClusterId" },
            ["TimeoutSeconds"] = CallSeconds,
            ["Retry"] = Again(CallSeconds, 5),
            ["ResultPath"] = "$.ended",
            ["Next"] = "HasFailed",
        },
        ["HasFailed"] = Choice("Failed", "Done", [Present("$.error")]),
        ["Failed"] = new Dictionary<string, object> { ["Type"] = "Fail", ["Error"] = "RunFailed", ["Cause"] = "A state of the run failed; its events say why" },
        ["Done"] = Succeed,
    };

    private Dictionary<string, object> ReadLease(string into, string next) => new()
    {
        ["Type"] = "Task",
        ["Resource"] = "arn:aws:states:::dynamodb:getItem",
        ["Parameters"] = new Dictionary<string, object>
        {
            ["TableName"] = Region.Names.LeaseTable,
            ["Key"] = new Dictionary<string, object>
            {
                [LeaseProtocol.WorkloadAttribute] = new Dictionary<string, object> { ["S"] = Workload.Name },
            },

            // A Region that is cut off gets no answer to this, and so does not work.
            ["ConsistentRead"] = true,
        },
        ["TimeoutSeconds"] = CallSeconds,
        ["Retry"] = Again(1, 3),
        ["ResultPath"] = into,
        ["Next"] = next,
    };

    private static Dictionary<string, object> Wait(string next) => new() { ["Type"] = "Wait", ["Seconds"] = RenewalSeconds, ["Next"] = next };

    private Dictionary<string, object> Step(string action, int hours, string next) => Caught(new()
    {
        ["Type"] = "Task",
        ["Resource"] = "arn:aws:states:::elasticmapreduce:addStep.sync",
        ["Parameters"] = new Dictionary<string, object>
        {
            ["ClusterId.$"] = "$.cluster.ClusterId",
            ["Step"] = new Dictionary<string, object>
            {
                ["Name"] = action,
                ["ActionOnFailure"] = "TERMINATE_CLUSTER",
                ["HadoopJarStep"] = new Dictionary<string, object> { ["Jar"] = Artifact, ["Args.$"] = $"States.Array({string.Join(", ", Arguments(action))})" },
            },
        },
        ["TimeoutSeconds"] = hours * UnitsOfTime.Hour,
        ["ResultPath"] = $"$.{action}",
        ["Next"] = next,
    });

    // Each attempt writes into a folder of its own, and one that is late beside the newer ones, not over them.
    private IEnumerable<string> Arguments(string action)
    {
        const string Epoch = $"$.lease.Item.{LeaseProtocol.EpochAttribute}.N";
        return
        [
            $"'{action}'", Epoch, $"States.Format('epoch={{}}/run={{}}/', {Epoch}, $.cluster.ClusterId)",
            .. Workload.Buckets.Select(bucket => bucket.Name).Where(name => Pipeline.Reads.Contains(name) || Pipeline.Writes.Contains(name))
                .Select(name => $"'{name}=s3://{BucketOf(name)}/'"),
        ];
    }

    private string BucketOf(string store) => Region.Names.Bucket(Workload.Name, store, Region.Region);

    private Dictionary<string, object> Cluster() => new()
    {
        ["Name"] = Region.Names.Job(Workload.Name, Pipeline.Name, Region.Region),
        ["ReleaseLabel"] = Release,
        ["Applications"] = new object[] { new Dictionary<string, object> { ["Name"] = "Hadoop" } },
        ["ServiceRole"] = ServiceRole,
        ["JobFlowRole"] = NodeRole,
        ["SecurityConfiguration"] = Region.Names.Job(Workload.Name, Pipeline.Name, Region.Region),
        ["LogUri"] = LogFolder,
        ["VisibleToAllUsers"] = true,
        ["AutoTerminationPolicy"] = new Dictionary<string, object> { ["IdleTimeout"] = IdleSeconds },
        ["Instances"] = new Dictionary<string, object>
        {
            // Steps come one after the other, and between them the machine asks.
            ["KeepJobFlowAliveWhenNoSteps"] = true,
            ["TerminationProtected"] = false,
            ["Ec2SubnetIds.$"] = $"$.{Subnets}",
            ["EmrManagedMasterSecurityGroup.$"] = $"$.{NodeGroup}",
            ["EmrManagedSlaveSecurityGroup.$"] = $"$.{NodeGroup}",
            ["ServiceAccessSecurityGroup.$"] = $"$.{ServiceGroup}",
            ["InstanceFleets"] = new object[] { Fleet("MASTER", 1), Fleet("CORE", Nodes) },
        },
        ["Tags"] = Tags.OrderBy(tag => tag.Key, StringComparer.Ordinal)
            .Select(tag => new Dictionary<string, object> { ["Key"] = tag.Key, ["Value"] = tag.Value }).ToArray(),
    };

    // Each instance counts as one, whatever its type.
    private Dictionary<string, object> Fleet(string type, int instances) => new()
    {
        ["Name"] = type,
        ["InstanceFleetType"] = type,
        ["TargetOnDemandCapacity"] = instances,
        ["InstanceTypeConfigs"] = Pipeline.Hadoop!.InstanceTypes
            .Select(instance => new Dictionary<string, object> { ["InstanceType"] = instance, ["WeightedCapacity"] = 1 }).ToArray(),
    };

    private static Dictionary<string, object> Caught(Dictionary<string, object> state)
    {
        state["Catch"] = new object[]
        {
            new Dictionary<string, object> { ["ErrorEquals"] = new[] { "States.ALL" }, ["ResultPath"] = "$.error", ["Next"] = "EndCluster" },
        };
        return state;
    }

    private static object[] Again(int seconds, int times) =>
    [
        new Dictionary<string, object>
        {
            ["ErrorEquals"] = new[] { "States.ALL" }, ["IntervalSeconds"] = seconds, ["MaxAttempts"] = times, ["BackoffRate"] = 2,
        },
    ];

    private static Dictionary<string, object> Choice(string next, string otherwise, Dictionary<string, object>[] conditions)
    {
        var rule = new Dictionary<string, object>(conditions is [var only] ? only : new() { ["And"] = conditions }) { ["Next"] = next };
        return new() { ["Type"] = "Choice", ["Choices"] = new object[] { rule }, ["Default"] = otherwise };
    }

    // Of an item that is not there nothing can be compared: the run would fail.
    private static Dictionary<string, object> Present(string path) => new() { ["Variable"] = path, ["IsPresent"] = true };

    private Dictionary<string, object>[] Holds(string read) =>
    [
        Present($"{read}.Item"),
        new() { ["Variable"] = $"{read}.Item.{LeaseProtocol.HolderAttribute}.S", ["StringEquals"] = Region.Region },
    ];

    private static Dictionary<string, object> Same(string read, string later, string attribute) => new()
    {
        ["Variable"] = $"{later}.Item.{attribute}.N",
        ["StringEqualsPath"] = $"{read}.Item.{attribute}.N",
    };

    private static Dictionary<string, object> Moved(string read, string later, string attribute) => new() { ["Not"] = Same(read, later, attribute) };

    private static Dictionary<string, object> Any(params object[] conditions) => new() { ["Or"] = conditions };
}
