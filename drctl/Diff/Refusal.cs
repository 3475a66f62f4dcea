using DrInfra.Policies.Operations;

namespace DrInfra.Drctl.Diff;

/// <summary>Why <c>--check</c> refuses what is done to a resource.</summary>
/// <param name="Reason">What it does, as the rest of a sentence that begins with the resource.</param>
public sealed record Refusal(OperationRule Rule, string Reason)
{
    /// <summary>Whether it is accepted where the workload keeps its objectives without what goes.</summary>
    public bool UnlessKept { get; init; }

    public override string ToString() => Reason;
}
