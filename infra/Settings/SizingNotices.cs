using DrInfra.Recovery;

namespace DrInfra.Infra.Settings;

/// <summary>Says what <c>sizing: small</c> leaves out. What that costs, the objectives say: a verdict of its own could contradict theirs.</summary>
public static class SizingNotices
{
    /// <summary>A sentence for each thing that is left out; none for full sizing.</summary>
    public static IReadOnlyList<string> Of(PlatformSettings settings)
    {
        if (settings.Sizing == Sizing.Full)
        {
            return [];
        }

        string[] databases = [.. settings.Workloads
            .Where(workload => workload.Databases.Any() && (settings.Role == StackRole.Primary || workload.Tier.Strategy != Strategy.BackupRestore))
            .Select(workload => workload.Name)];
        string[] copies = [.. settings.Workloads.SelectMany(workload => workload.Offsites.Select(copy => $"{workload.Name}/{copy.Of}"))];
        string[] wide = [.. settings.Workloads.Where(workload => workload.WideColumns.Any()).Select(workload => workload.Name)];
        return
        [
            "sizing small: one NAT gateway for three zones. The loss of its zone cuts off every private subnet of the Region from the internet; no figure "
                + "counts what a workload needs from there.",
            .. databases.Length == 0 ? Array.Empty<string>() :
            [
                $"sizing small: databases of {string.Join(", ", databases)} have one instance and no reader. A lost instance is recreated (assumption "
                    + "aurora-instance-recreation); the objectives show whether that is fast enough.",
            ],
            .. settings.Workloads.SelectMany(workload => workload.LeftOut.Select(store => Missing(workload, store))),
            .. settings.Workloads.SelectMany(workload => workload.PipelinesLeftOut.Select(pipeline =>
                $"sizing small: pipeline {pipeline.Name} of {workload.Name} is not declared, since it reads what is not. No figure counts its state, its "
                    + "start or its backlog.")),
            .. copies.Length == 0 ? Array.Empty<string>() :
            [
                $"sizing small: no copies outside AWS of {string.Join(", ", copies)}. What the loss of the account costs then, the objectives for "
                    + "account show.",
            ],
            .. wide.Length == 0 ? Array.Empty<string>() :
            [
                $"sizing small: no interface endpoint for Keyspaces. Requests of {string.Join(", ", wide)} leave the VPC through the NAT gateway; no figure "
                    + "counts what is lost with that.",
            ],
        ];
    }

    // The stock of promises that nothing here keeps: what is not there is not judged, and so not called met.
    private static string Missing(WorkloadSettings workload, StoreSettings store) =>
        $"sizing small: {store.Kind} {store.Name} of {workload.Name} is not declared. The objectives of {workload.Name} are judged without it: no figure says "
            + $"what is lost of it, or how long it is away, under {Promised(workload, store)}.";

    private static string Promised(WorkloadSettings workload, StoreSettings store) => string.Join(", ", DisruptionNames.All
        .Where(disruption => !store.None.Contains(disruption) && workload.Tier.For(disruption) != Objective.None)
        .Select(disruption => disruption.Text()));
}
