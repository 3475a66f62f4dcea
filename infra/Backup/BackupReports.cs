using DrInfra.Infra.Conventions;
using DrInfra.Infra.Operations;
using DrInfra.Recovery;
using Pulumi;
using Aws = Pulumi.Aws;

namespace DrInfra.Infra.Backup;

/// <summary>What <see cref="BackupReports"/> needs.</summary>
/// <param name="Region">Where the plans and the bucket are; the reports are about both Regions.</param>
public sealed record BackupReportsArgs(RegionContext Region);

/// <summary>
/// Daily reports of backup, copy and restore jobs of both Regions, in the operations bucket of one: evidence for audits, which no
/// recovery waits for. A plan in the other Region would name a bucket of a stack that comes later.
/// </summary>
[Practices("B3", "I4")]
public sealed class BackupReports : ComponentResource
{
    /// <summary>Declares the report plans.</summary>
    public BackupReports(string name, BackupReportsArgs args, ComponentResourceOptions? options = null)
        : base("drinfra:backup:BackupReports", name, options)
    {
        var region = args.Region;
        var pair = region.Identity;
        foreach (var job in new[] { "backup", "copy", "restore" })
        {
            _ = new Aws.Backup.ReportPlan($"shared-{job}-jobs-report-{region.Region}", new Aws.Backup.ReportPlanArgs
            {
                Name = region.Names.ReportPlan($"{job}-jobs", region.Region),
                Description = $"The {job} jobs of {pair.Regions.Primary} and {pair.Regions.Standby}",
                ReportSetting = new Aws.Backup.Inputs.ReportPlanReportSettingArgs
                {
                    ReportTemplate = $"{job.ToUpperInvariant()}_JOB_REPORT",
                    Accounts = { pair.AccountId },
                    Regions = { pair.Regions.Primary, pair.Regions.Standby },
                },
                ReportDeliveryChannel = new Aws.Backup.Inputs.ReportPlanReportDeliveryChannelArgs
                {
                    Formats = { "CSV", "JSON" },
                    S3BucketName = region.Names.OperationsBucket(region.Region),
                    S3KeyPrefix = OperationsBucket.ReportsPrefix.TrimEnd('/'),
                },
                Tags = region.Tags(region.Shared),
            }, region.Child(this));
        }

        Region = Output.Create(region.Region);
        RegisterOutputs();
    }

    /// <summary>The Region's name.</summary>
    [Output("region")]
    public Output<string> Region { get; private set; }
}
