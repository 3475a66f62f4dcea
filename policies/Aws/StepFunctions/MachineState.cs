namespace DrInfra.Policies.Aws.StepFunctions;

/// <summary>
/// A state of a state machine, of its top level or of a branch. Sources: Amazon States Language; Step Functions developer guide, "Create and manage
/// Amazon EMR clusters with Step Functions".
/// </summary>
/// <param name="Name">Unique among the states of its level.</param>
/// <param name="State">What it says.</param>
/// <param name="Level">What it is one of: <c>StartAt</c> and <c>States</c>.</param>
internal sealed record MachineState(string Name, Prop State, Prop Level)
{
    private const string Path = "definition";

    /// <summary>Whether it makes a cluster of EMR.</summary>
    public bool MakesCluster => Calls("elasticmapreduce:createCluster", "aws-sdk:emr:runJobFlow");

    /// <summary>Whether it lets a cluster of EMR work.</summary>
    public bool AddsStep => Calls("elasticmapreduce:addStep", "aws-sdk:emr:addJobFlowSteps");

    /// <summary>Whether it ends a cluster of EMR.</summary>
    public bool EndsCluster => Calls("elasticmapreduce:terminateCluster", "aws-sdk:emr:terminateJobFlows");

    public string? Resource => State["Resource"].Text;

    public Prop Arguments => LeaseRead.ArgumentsOf(State);

    /// <summary>Whether something may go wrong in it that the machine hears of.</summary>
    public bool MayFail => State["Type"].Text is "Task" or "Parallel" or "Map";

    /// <summary>The state that comes after whatever failure; null where some end the run.</summary>
    public string? AfterFailure => State["Catch"].Items
        .FirstOrDefault(caught => caught["ErrorEquals"].Items.Any(error => error.Text is "States.ALL" or "States.TaskFailed"))["Next"].Text;

    /// <summary>The states that may come next, failures left out.</summary>
    public IEnumerable<string> Next => new[] { State["Next"], State["Default"] }.Concat(State["Choices"].Items.Select(choice => choice["Next"]))
        .Select(next => next.Text).OfType<string>();

    /// <summary>Whether the run, or its branch, may end with it.</summary>
    public bool IsLast => State["End"].Flag == true || State["Type"].Text is "Succeed" or "Fail";

    /// <summary>All states of a machine; null where the definition is not known, or is none.</summary>
    public static IReadOnlyList<MachineState>? AllOf(Node machine) =>
        machine[Path] is { IsKnown: true, Text: { } text } && JsonDocumentText.Parse(text, Path) is { } document ? [.. In(document)] : null;

    /// <summary>One of the same level.</summary>
    public MachineState Beside(string name) => new(name, Level["States"][name], Level);

    private bool Calls(params string[] actions) => Resource is { } resource
        && Array.Exists(
            actions,
            action => resource.EndsWith($":{action}", StringComparison.Ordinal) || resource.Contains($":{action}.", StringComparison.Ordinal));

    private static IEnumerable<MachineState> In(Prop level)
    {
        foreach (var (name, state) in level["States"].Members.Select(member => (member.Name, member.Value)))
        {
            yield return new MachineState(name, state, level);
            foreach (var inner in state["Branches"].Items.Append(state["ItemProcessor"]).Append(state["Iterator"]).SelectMany(In))
            {
                yield return inner;
            }
        }
    }
}
