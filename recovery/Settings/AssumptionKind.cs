namespace DrInfra.Recovery.Settings;

/// <summary>Something about which the operator may have a figure of his own.</summary>
/// <param name="Id">How recovery.yaml names it; <c>@workload</c> or <c>@workload/store</c> behind it narrows it.</param>
/// <param name="Unit">What its value is.</param>
/// <param name="Description">From when to when it counts, or what is meant.</param>
/// <param name="Facts">Ids of facts that say what is usual; empty where no source says anything.</param>
public sealed record AssumptionKind(string Id, AssumptionUnit Unit, string Description, params IReadOnlyList<string> Facts);
