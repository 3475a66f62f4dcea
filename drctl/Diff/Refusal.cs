using DrInfra.Policies.Operations;

namespace DrInfra.Drctl.Diff;

/// <summary>Why <c>--check</c> refuses what is done to a resource.</summary>
/// <param name="Deed">What it does, as the rest of a sentence that begins with the resource.</param>
/// <param name="Detail">Which part, or what follows from it; null where the deed says it.</param>
public sealed record Refusal(OperationRule Rule, string Deed, string? Detail = null)
{
    /// <summary>Whether it is accepted where the workload keeps its objectives without what goes.</summary>
    public bool UnlessKept { get; init; }

    /// <summary>Why the workload cannot do without what goes; null where nobody asked.</summary>
    public string? Loss { get; init; }

    /// <summary>All of it.</summary>
    public string Reason => Deed + (Detail is null ? "" : $": {Detail}") + (Loss is null ? "" : $"; {Loss}");

    public override string ToString() => Reason;
}
