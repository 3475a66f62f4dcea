namespace DrInfra.Drctl.Rendering;

/// <summary>
/// One store of a workload over all stacks that were looked at. <paramref name="Copies"/>: the Region of each copy;
/// <paramref name="Note"/>: what else a reader must know, such as a witness that holds no data.
/// </summary>
internal sealed record StoreSummary(
    string Workload,
    string Owner,
    string Tier,
    string Store,
    string Kind,
    IReadOnlyList<string> Copies,
    string? Note);
