using System.Globalization;
using System.Text;
using DrInfra.Policies.Assessment;
using DrInfra.Recovery;

namespace DrInfra.Drctl.Reports;

/// <summary>A first recovery.yaml: the groups as they were guessed, and the objectives of a tier to begin with.</summary>
internal static class SettingsDraft
{
    /// <param name="groups">What belongs together.</param>
    /// <param name="tier">The tier of all of them; null = to be chosen, and nothing is promised until then.</param>
    public static string Of(IReadOnlyList<WorkloadGroup> groups, RecoveryTier? tier)
    {
        var text = new StringBuilder();
        text.Append("# What this platform promises. Drafted by `drctl init`: correct it, it is yours from here on.\n");
        text.Append("# Read by `drctl check FILE --policy THIS`.\n\n");
        text.Append("# Which resources belong together. `*` stands for anything.\n");
        text.Append("workloads:\n");
        foreach (var group in groups)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {Scalar(group.Name)}: # {group.Because}\n");
            if (tier is not null)
            {
                text.Append(CultureInfo.InvariantCulture, $"    tier: {tier.Name}\n");
            }

            text.Append("    resources:\n");
            foreach (var member in group.Members)
            {
                text.Append(CultureInfo.InvariantCulture, $"      - {Scalar(member.Urn)}\n");
            }
        }

        var sign = tier is null ? "# " : "";
        var shown = tier ?? DefaultTiers.All.Single(candidate => candidate.Name == "business-critical");
        text.Append(tier is null
            ? $"\n# What is promised, by tier: take the comment signs away, and give each workload above a `tier: {shown.Name}`, or a tier of yours.\n"
            : "\n# What is promised, by tier.\n");
        text.Append(CultureInfo.InvariantCulture, $"{sign}objectives:\n{sign}  tiers:\n{sign}    {shown.Name}:\n");
        foreach (var (disruption, objective) in shown.Objectives.OrderBy(pair => pair.Key))
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"{sign}      {disruption.Text()}: {{ rpo: {Objective.Text(objective.Rpo)}, rto: {Objective.Text(objective.Rto)} }}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"{sign}      decide: {(shown.Decide.Within is { } within ? DurationText.Format(within) : "automatic")}\n");
        text.Append(CultureInfo.InvariantCulture, $"{sign}      corruptionDetection: {DurationText.Format(shown.CorruptionDetection)}\n");
        return text.ToString();
    }

    // In quotes, since URNs and names of others may hold what YAML gives a meaning to.
    private static string Scalar(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
