using DrInfra.Policies.Aws.Batch;
using DrInfra.Policies.Aws.Ecs;
using DrInfra.Policies.Aws.Glue;
using DrInfra.Policies.Aws.Lambda;
using DrInfra.Policies.Aws.StepFunctions;

namespace DrInfra.Policies.Aws.Scheduler;

/// <summary>Something that a schedule starts. Source: EventBridge Scheduler user guide, "Managing targets".</summary>
/// <param name="Schedule">The schedule, the rule or the trigger.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Null where it has none that can be told.</param>
internal sealed record ScheduledWork(Node Schedule, string Kind, string? Name)
{
    private const string Universal = ":::aws-sdk:";

    private static readonly string[] Types =
        [StepFunctionsTypes.StateMachine, LambdaTypes.Function, EcsTypes.Cluster, BatchTypes.JobQueue, GlueTypes.Workflow];

    // The service of a universal target or of an ARN: what it starts, the property of its input that names it, and who knows whether that asks for a
    // lease: the code of a container or a function does, an engine begins at once.
    private static readonly Dictionary<string, (string What, string Name, bool IsCode)> Services = new(StringComparer.Ordinal)
    {
        ["glue:startJobRun"] = ("Glue job", "JobName", false),
        ["glue:startWorkflowRun"] = ("Glue workflow", "Name", false),
        ["glue"] = ("Glue workflow", "", false),
        ["emrserverless:startJobRun"] = ("job of EMR Serverless", "Name", false),
        ["emrcontainers:startJobRun"] = ("job of EMR on EKS", "Name", false),
        ["emr:runJobFlow"] = ("EMR cluster", "Name", false),
        ["emr:addJobFlowSteps"] = ("steps of an EMR cluster", "", false),
        ["batch:submitJob"] = ("Batch job", "JobName", true),
        ["batch"] = ("Batch job", "", true),
        ["ecs:runTask"] = ("ECS task", "TaskDefinition", true),
        ["ecs"] = ("ECS task", "", true),
        ["lambda:invoke"] = ("function", "FunctionName", true),
        ["lambda"] = ("function", "", true),
        ["codebuild:startBuild"] = ("build", "ProjectName", true),
        ["codebuild"] = ("build", "", true),
    };

    /// <summary>In a few words, without its Region.</summary>
    public string What => Name is null ? Kind : $"{Kind} {Name}";

    /// <summary>The state machine; null where it is something else, or no program here declares it.</summary>
    public Node? Machine { get; private init; }

    /// <summary>Whether it makes a cluster of EMR before it works.</summary>
    public bool MakesCluster => Machine?["definition"].Text?.Contains(":elasticmapreduce:createCluster", StringComparison.Ordinal) == true;

    /// <summary>Whether its own code says what it does first; null where it cannot be seen what it starts.</summary>
    public bool? IsCode { get; private init; }

    /// <summary>What a target starts.</summary>
    /// <param name="from">The resource that states the target.</param>
    /// <param name="arn">The target.</param>
    /// <param name="input">What it is given.</param>
    /// <param name="name">A name that the target states beside its ARN.</param>
    public static ScheduledWork Of(Estate estate, Node schedule, Node from, Prop arn, Prop input, Prop name)
    {
        var target = estate.References.Follow(from, arn, Types).Target;
        var given = input.Text is { } text ? JsonDocumentText.Parse(text, input.Path) ?? default : default;
        if (target?.Type == StepFunctionsTypes.StateMachine || (arn.Text?.EndsWith(":sfn:startExecution", StringComparison.Ordinal) == true
            && given["StateMachineArn"].Text is { } machine && (target = estate.References.Named(from, machine, StepFunctionsTypes.StateMachine)) is not null))
        {
            return new ScheduledWork(schedule, "state machine", PhysicalName.Of(target!) ?? target!.Name) { Machine = target, IsCode = false };
        }

        var service = ServiceOf(arn.Text) ?? (target is null ? null : target.Type.Split(':', '/')[1]);
        if (service is null || !Services.TryGetValue(service, out var known))
        {
            return new ScheduledWork(schedule, "target", null);
        }

        var own = given[known.Name].Text ?? NameIn(name.Text) ?? (target is null ? NameIn(arn.Text) : PhysicalName.Of(target));
        return new ScheduledWork(schedule, known.What, own) { IsCode = known.IsCode };
    }

    /// <summary>A job of Glue, which a trigger names.</summary>
    public static ScheduledWork OfJob(Node trigger, string? job) => new(trigger, "Glue job", job) { IsCode = false };

    /// <summary>Pods of Kubernetes.</summary>
    public static ScheduledWork OfPods(Node schedule, string kind, string? name, bool isCode) => new(schedule, kind, name) { IsCode = isCode };

    /// <summary>What it asks for before it works.</summary>
    public StartCondition Asks(Estate estate) => Machine is not null ? StartCondition.Of(estate, Machine) : IsCode switch
    {
        null => StartCondition.Unclear(Reason.Uncertain("whether what it starts asks for a lease cannot be seen", Schedule, "target")),
        true => StartCondition.Unclear(Reason.Uncertain($"whether its {What} asks for a lease, the code says", Schedule, "target")),
        false => StartCondition.No(new Reason($"its {What} begins without asking for a lease", Schedule, "target")),
    };

    private static string? ServiceOf(string? arn) => arn is null ? null
        : arn.IndexOf(Universal, StringComparison.Ordinal) is > 0 and var at ? arn[(at + Universal.Length)..]
        : Arn.TryParse(arn, out var parsed) ? parsed.Service : null;

    private static string? NameIn(string? text) => text is null || text.Contains(Universal, StringComparison.Ordinal) ? null
        : Arn.TryParse(text, out var arn) ? arn.Name : text;
}
