using DrInfra.Drctl.Reports;
using DrInfra.Policies.Aws;
using DrInfra.Policies.Checking;
using DrInfra.Policies.Graph;
using DrInfra.Policies.Operations;
using DrInfra.Recovery.Settings;
using DrInfra.Recovery.Timeline;

namespace DrInfra.Drctl.Diff;

/// <summary>What a deployment is about to do, to data above all, and what it leaves of the workloads' objectives.</summary>
public sealed record ChangeReview
{
    /// <summary>The stacks, each with what is done to it.</summary>
    public required IReadOnlyList<StackComparison> Stacks { get; init; }

    public required CheckResult Before { get; init; }

    public required CheckResult After { get; init; }

    public required IReadOnlyList<ObjectiveDelta> Objectives { get; init; }

    /// <summary>What is refused, in the order of the changes.</summary>
    public IReadOnlyList<RefusedOperation> Refused { get; init; } = [];

    /// <summary>What would be refused, and is accepted for a time.</summary>
    public IReadOnlyList<WaivedOperation> Waived { get; init; } = [];

    /// <summary>Waivers of operations that accept nothing: they expired, or nothing needs them.</summary>
    public IReadOnlyList<string> IdleWaivers { get; init; } = [];

    /// <summary>The objectives that the change breaks, in the order of the objectives.</summary>
    public IReadOnlyList<ObjectiveDelta> Broken => [.. Objectives.Where(delta => delta.Broken.Count > 0)];

    /// <summary>Whether <c>--check</c> fails.</summary>
    public bool IsRefused => Refused.Count > 0 || Broken.Count > 0;

    /// <summary>The operations that make an objective worse; none where it cannot be told, or it does not get worse.</summary>
    public IReadOnlyList<ResourceChange> CausesOf(ObjectiveDelta delta) => Causes.GetValueOrDefault(delta, []);

    private IReadOnlyDictionary<ObjectiveDelta, IReadOnlyList<ResourceChange>> Causes { get; init; } =
        new Dictionary<ObjectiveDelta, IReadOnlyList<ResourceChange>>();

    /// <summary>How many objectives cannot be judged after the change.</summary>
    public int NotJudged => Objectives.Count(delta => delta.IsNotJudged);

    public IEnumerable<ResourceChange> Changes => Stacks.SelectMany(stack => stack.Diff.Changes);

    /// <param name="stacks">The stacks, each with what is done to it.</param>
    /// <param name="before">What is judged of them as they are.</param>
    /// <param name="after">What is judged of them as they will be.</param>
    /// <param name="states">Further exports, which tell whether a failover is in progress.</param>
    /// <param name="judge">What every workload gets by other graphs; null = as the settings of the check say.</param>
    public static ChangeReview Of(
        IReadOnlyList<StackComparison> stacks, CheckResult before, CheckResult after, IReadOnlyList<ResourceGraph>? states = null,
        Func<IReadOnlyList<ResourceGraph>, IReadOnlyList<Outcome>>? judge = null)
    {
        judge ??= graphs => StackCheck.Outcomes(EstateOf(graphs), after.Settings, after.Report.AsOf);
        var (old, wanted) = (EstateOf(stacks.Select(stack => stack.Before)), EstateOf(stacks.Select(stack => stack.After)));
        var reliance = new Reliance(old, before.Report, after.Report);
        var manifests = new GraphManifests();
        var failovers = new Failovers(stacks, states ?? [], manifests);
        var operations = stacks.SelectMany(stack => stack.Diff.Changes).DistinctBy(change => change.Urn)
            .ToDictionary(change => change.Urn, change => change.Operation, StringComparer.Ordinal);
        var judged = stacks.Select(stack => stack with
        {
            Diff = stack.Diff with
            {
                Changes =
                [
                    .. stack.Diff.Changes.Select(change => Judged(change, reliance)).Select(change => change with
                    {
                        Refusals =
                        [
                            .. change.Refusals,
                            .. AccessGuards.Refusals(change, old, wanted, operations),
                            .. IdentityGuards.Refusals(stack, change, old.Find(change.OldUrn ?? change.Urn)?.Resource, manifests),
                            .. failovers.Refusals(stack, change, old.Find(change.OldUrn ?? change.Urn)?.Resource, wanted.Find(change.Urn)?.Resource),
                        ],
                    }),
                ],
            },
        }).ToList();
        var waivers = OperationWaivers.Of(after.Settings).ToList();
        var (refused, waived) = (new List<RefusedOperation>(), new List<WaivedOperation>());
        foreach (var (change, refusal) in judged.SelectMany(stack => stack.Diff.Changes)
            .SelectMany(change => change.Refusals.Select(refusal => (change, refusal))))
        {
            var operation = new RefusedOperation(change, refusal);
            if (OperationWaivers.Find(waivers, refusal.Rule, change.Urn) is { } waiver && waiver.Expires > after.Report.AsOf)
            {
                waived.Add(new WaivedOperation(operation, waiver));
            }
            else
            {
                refused.Add(operation);
            }
        }

        var objectives = ObjectiveDelta.Of(before.Report.Objectives, after.Report.Objectives);

        // Of what is new, everything is the cause.
        ObjectiveDelta[] worse = [.. objectives.Where(delta => delta.Kind == DeltaKind.Worse)];
        var breaking = new BreakingChanges(
            judged, worse, new WorkloadOwners(worse.Length == 0 ? [] : [old, wanted], objectives.Select(delta => delta.Workload).ToHashSet()), judge);
        return new ChangeReview
        {
            Stacks = judged,
            Before = before,
            After = after,
            Objectives = objectives,
            Causes = new Dictionary<ObjectiveDelta, IReadOnlyList<ResourceChange>>(
                worse.Select(delta => KeyValuePair.Create(delta, breaking.Of(delta))), ReferenceEqualityComparer.Instance),
            Refused = refused,
            Waived = waived,
            IdleWaivers = [.. waivers.Except(waived.Select(operation => operation.Waiver)).Select(waiver => Idle(waiver, after.Report.AsOf))],
        };
    }

    /// <summary>What may be accepted is, where the workload keeps its verdicts; what serves a store may not go where it does not.</summary>
    private static ResourceChange Judged(ResourceChange change, Reliance reliance)
    {
        var conditional = change.Refusals.Any(refusal => refusal.UnlessKept);
        if (!conditional && (change.Operation != Operation.Delete || change.Refusals.Count > 0))
        {
            return change;
        }

        var stores = reliance.StoresOf(change.OldUrn ?? change.Urn);
        var loss = stores.Select(reliance.Loss).FirstOrDefault(found => found is not null);
        if (!conditional)
        {
            return loss is null ? change : change with { Refusals = [new Refusal(OperationRules.CopyRemoved, "removes a member of a store", loss)] };
        }

        return stores.Count > 0 && loss is null
            ? change with { Refusals = [.. change.Refusals.Where(refusal => !refusal.UnlessKept)], Note = "no verdict of its store changes" }
            : change with
            {
                Refusals = [.. change.Refusals.Select(refusal => refusal.UnlessKept && loss is not null ? refusal with { Loss = loss } : refusal)],
            };
    }

    private static Estate EstateOf(IEnumerable<ResourceGraph> graphs) => Estate.Of(graphs.Where(graph => graph.Resources.Count > 0), AwsNames.Instance);

    private static string Idle(Waiver waiver, DateOnly asOf) => waiver.Expires <= asOf
        ? $"waiver of {waiver.Rule} for {waiver.Urn} expired on {waiver.Expires:yyyy-MM-dd} ({waiver.Owner})"
        : $"waiver of {waiver.Rule} for {waiver.Urn} matches no operation of this change ({waiver.Owner}, until {waiver.Expires:yyyy-MM-dd})";
}

/// <summary>An operation that <c>--check</c> refuses.</summary>
public sealed record RefusedOperation(ResourceChange Change, Refusal Refusal);

/// <summary>An operation that somebody has accepted for a time.</summary>
public sealed record WaivedOperation(RefusedOperation Operation, Waiver Waiver);
