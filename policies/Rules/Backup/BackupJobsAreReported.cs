using DrInfra.Policies.Aws.Backup;

namespace DrInfra.Policies.Rules.Backup;

public sealed class BackupJobsAreReported : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var estate = context.Estate;
        var plans = estate.OfType(BackupTypes.Plan);
        var reports = estate.OfType(BackupTypes.ReportPlan).ToLookup(node => node["reportSetting"]["reportTemplate"].Text);
        if (reports[null].FirstOrDefault() is { } unknown)
        {
            yield return Finding.Unknown(unknown, "reportSetting.reportTemplate");
            yield break;
        }

        var copying = plans.Where(plan => PlanRule.Of(plan).Any(rule => rule.Copies.Count > 0)).ToArray();
        foreach (var (template, nodes) in new[]
        {
            ("BACKUP_JOB_REPORT", plans), ("COPY_JOB_REPORT", copying), ("RESTORE_JOB_REPORT", estate.OfType(BackupTypes.RestoreTestingPlan)),
        })
        {
            foreach (var region in nodes.Select(node => node.Region).OfType<string>().Distinct()
                .Where(region => !reports[template].Any(report => Covers(report, region))))
            {
                yield return Finding.Violation(nodes.First(node => node.Region == region), $"no {template} covers {region}");
            }
        }
    }

    // Without a list of Regions a report is of its own.
    private static bool Covers(Node report, string region)
    {
        var regions = report["reportSetting"]["regions"];
        return regions.IsUnknown || (regions.Items.Count == 0 ? report.Region == region : regions.Items.Any(item => item.Text == region || item.Text == "*"));
    }
}
