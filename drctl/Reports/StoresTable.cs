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
        foreach (var group in result.Groups)
        {
            screen.Hanging("  ", $"{group.Name} ({group.Because})");
            foreach (var store in stores[group.Name])
            {
                Write(screen, store);
            }

            foreach (var member in Unlisted(group, stores[group.Name]))
            {
                screen.Hanging("    ", $"{ResourceName.WithStack(member)}, part of the store above");
            }
        }

        if (result.KeysAndVaults.Count > 0)
        {
            screen.Hanging("  ", "keys, passwords and vaults, judged by rules:");
            foreach (var urn in result.KeysAndVaults)
            {
                screen.Hanging("    ", ResourceName.WithStack(urn));
            }
        }

        screen.Line();
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
