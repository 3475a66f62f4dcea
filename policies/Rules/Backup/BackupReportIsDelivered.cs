using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Backup;
using DrInfra.Policies.Aws.S3;

namespace DrInfra.Policies.Rules.Backup;

public sealed class BackupReportIsDelivered : StackRule
{
    private static readonly string[] Templates =
        ["RESOURCE_COMPLIANCE_REPORT", "CONTROL_COMPLIANCE_REPORT", "BACKUP_JOB_REPORT", "COPY_JOB_REPORT", "RESTORE_JOB_REPORT", "SCAN_JOB_REPORT",
            "RECOVERY_POINT_REPORT"];

    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        context.Estate.OfType(BackupTypes.ReportPlan).SelectMany(node => Judge(context.Estate, node));

    private static IEnumerable<Finding> Judge(Estate estate, Node report)
    {
        var (channel, setting) = (report["reportDeliveryChannel"], report["reportSetting"]);
        if (estate.References.Follow(report, channel["s3BucketName"], S3Types.Bucket, S3Types.BucketV2).Target is null)
        {
            yield return Finding.Unknown(report, channel["s3BucketName"].Path);
        }

        if (setting["reportTemplate"].Text is { } template && !Templates.Contains(template))
        {
            yield return Finding.Violation(report, $"template {template} does not exist", setting["reportTemplate"].Path);
        }

        // CSV where none is stated.
        foreach (var format in channel["formats"].Items.Where(item => item.Text is not ("CSV" or "JSON") && !item.IsUnknown))
        {
            yield return Finding.Violation(report, $"format {format} does not exist", format.Path);
        }

        var accounts = setting["accounts"].Items;
        if (accounts.Count > 0 && Accounts.Of(report) is { } own
            && accounts.All(item => item.Text is { } account && account != own && account != "*" && account != "ROOT"))
        {
            yield return Finding.Violation(report, $"the report does not cover its own account {own}", setting["accounts"].Path);
        }
    }
}
