using DrInfra.Policies.Operations;
using DrInfra.Policies.Rules;
using DrInfra.Policies.Rules.Ownership;
using DrInfra.Recovery.Settings;

namespace DrInfra.Policies.Checking;

/// <summary>Takes accepted violations out, and reports waivers that expired or that nothing needs.</summary>
internal static class Waivers
{
    public static (IReadOnlyList<Violation> Kept, IReadOnlyList<WaivedViolation> Waived, IReadOnlyList<Violation> Stale) Apply(
        IReadOnlyList<Waiver> waivers, IReadOnlyList<Violation> violations, DateOnly asOf, RuleConfiguration configuration)
    {
        if (waivers.Count == 0)
        {
            return (violations, [], []);
        }

        var rule = new WaiverIsInUse();
        var level = configuration.LevelOf(rule).Level;
        var kept = new List<Violation>();
        var waived = new List<WaivedViolation>();
        var used = new HashSet<Waiver>();
        foreach (var violation in violations)
        {
            var matching = Find(waivers, violation);
            if (matching is not null)
            {
                used.Add(matching);
            }

            if (matching is not null && matching.Expires > asOf)
            {
                waived.Add(new WaivedViolation(violation, matching.Reason, matching.Owner, matching.Expires));
            }
            else
            {
                kept.Add(violation);
            }
        }

        var stale = new List<Violation>();
        foreach (var waiver in level == Level.Disabled ? [] : waivers)
        {
            // What is about to happen to data is not known here; drctl diff applies these, and says when none is needed.
            if (waiver.Expires > asOf && waiver.Rule.StartsWith(OperationRules.Prefix, StringComparison.Ordinal))
            {
                continue;
            }

            var problem = waiver.Expires <= asOf
                ? $"waiver of {waiver.Rule} for {waiver.Urn} expired on {waiver.Expires:yyyy-MM-dd} ({waiver.Owner})"
                : used.Contains(waiver) ? null : $"waiver of {waiver.Rule} for {waiver.Urn} matches no violation ({waiver.Owner})";
            if (problem is not null)
            {
                stale.Add(new Violation(
                    "", rule, level == Level.Remediate ? Level.Advisory : level, "", problem, null) { Part = $"{waiver.Rule} {waiver.Urn}" });
            }
        }

        return (kept, waived, FindingFingerprint.Numbered([.. stale.Distinct()]));
    }

    /// <summary>The first waiver for a violation, expired or not; null where there is none.</summary>
    public static Waiver? Find(IReadOnlyList<Waiver> waivers, Violation violation) =>
        waivers.FirstOrDefault(waiver =>
            (waiver.Rule == violation.Rule.Id || violation.Rule.Aliases.Contains(waiver.Rule)) && UrnPattern.Matches(waiver.Urn, violation.Urn));
}
