using DrInfra.Drctl.Rendering;
using DrInfra.Policies.Assessment;
using DrInfra.Policies.Checking;
using DrInfra.Policies.Rules;
using DrInfra.Recovery;
using DrInfra.Recovery.Timeline;

namespace DrInfra.Drctl.Reports;

/// <summary>Stacks that say nothing of workloads: how their stores were grouped, and what each store gives by itself.</summary>
internal static class StoresTable
{
    public static void Write(Screen screen, CheckResult result)
    {
        if (result.Groups.Count == 0 && result.KeysAndVaults.Count == 0)
        {
            return;
        }

        screen.Line("Stores", Tone.Bold);
        if (result.Groups.Count > 0)
        {
            screen.Hanging("  ", "Groups are guessed. To correct them: drctl init --from FILE --out recovery.yaml, then check with --policy.");
        }

        var stores = result.Report.Stores.ToLookup(store => store.Workload, StringComparer.Ordinal);
        if (result.Filter.All)
        {
            WriteEach(screen, result, stores);
        }
        else
        {
            WriteFolded(screen, result, stores);
        }

        WriteNames(screen, "  ", "keys, passwords and vaults, judged by rules", result.KeysAndVaults);
        screen.Line();
    }

    /// <summary>A line per store: its copies, and the work that is lost under each disruption at worst.</summary>
    private static void WriteFolded(Screen screen, CheckResult result, ILookup<string, StoreReport> stores)
    {
        var columns = new Columns("  ", ["Worst data loss", .. DisruptionNames.All.Select(disruption => disruption.Text()), "Copies"])
            .Right([.. DisruptionNames.All.Select((_, index) => index + 1)]);
        foreach (var group in result.Groups)
        {
            columns.AddDetail("  ", $"{group.Name} ({group.Because})");
            foreach (var store in stores[group.Name])
            {
                columns.Add([
                    $"  {ResourceName.Of(store.Urn)}",
                    .. DisruptionNames.All.Select(disruption => Lost(store, disruption)),
                    string.Join(", ", store.Copies.Select(copy => NameOf(copy, store)).Distinct(StringComparer.Ordinal))]);
            }

            string[] parts = [.. Unlisted(group, stores[group.Name])];
            if (parts.Length > 0)
            {
                columns.AddDetail("    with: ", string.Join(", ", parts.Select(ResourceName.Of)));
            }
        }

        columns.Write(screen);
    }

    private static string NameOf(CopyReport copy, StoreReport store) =>
        copy.Region is null || copy.Region == store.Region ? copy.Kind : $"{copy.Kind} in {copy.Region}";

    private static string Lost(StoreReport store, Disruption disruption) =>
        store.Outcomes.FirstOrDefault(outcome => outcome.Disruption == disruption) is { } found ? FigureText.Duration(found.Rpo.Figure.Worst) : "-";

    private static void WriteEach(Screen screen, CheckResult result, ILookup<string, StoreReport> stores)
    {
        foreach (var group in result.Groups)
        {
            screen.Hanging("  ", $"{group.Name} ({group.Because})");
            foreach (var store in stores[group.Name])
            {
                Write(screen, store);
            }

            WriteNames(screen, "    ", "with", [.. Unlisted(group, stores[group.Name])]);
        }
    }

    private static void WriteNames(Screen screen, string indent, string what, IReadOnlyList<string> urns)
    {
        if (urns.Count > 0)
        {
            screen.Hanging(indent, $"{what}: {string.Join(", ", urns.Select(ResourceName.WithStack))}");
        }
    }

    private static void Write(Screen screen, StoreReport store)
    {
        screen.Hanging("    ", $"{ResourceName.WithStack(store.Urn)}{(store.Region is null ? "" : $" in {store.Region}")}");
        foreach (var copy in store.Copies)
        {
            screen.Hanging("      ", $"{copy.Kind}{(copy.Region is null ? "" : $" in {copy.Region}")} survives {string.Join(", ", copy.Survives)}");
        }

        var columns = new Columns("      ", "Disruption", "Data loss", "", "Recovery", "").Right(1, 3);
        foreach (var outcome in store.Outcomes)
        {
            columns.Add([
                outcome.Disruption.Text(),
                FigureText.Duration(outcome.Rpo.Figure.Worst), Verdict(outcome.RpoVerdict, outcome.Objective.Rpo),
                FigureText.Duration(outcome.Recovery.Figure.Worst), Verdict(outcome.RecoveryVerdict, outcome.Objective.Rto)]);
        }

        columns.Write(screen);
    }

    private static string Verdict(ObjectiveVerdict verdict, TimeSpan? promised) => verdict switch
    {
        ObjectiveVerdict.NotApplicable => "",
        ObjectiveVerdict.Breached => $"BREACHED, {Objective.Text(promised)} promised",
        ObjectiveVerdict.Unknown => $"unknown, {Objective.Text(promised)} promised",
        _ => $"within {Objective.Text(promised)}",
    };

    private static IEnumerable<string> Unlisted(WorkloadGroup group, IEnumerable<StoreReport> stores) =>
        group.Members.Select(node => node.Urn).Except(stores.Select(store => store.Urn), StringComparer.Ordinal);
}
