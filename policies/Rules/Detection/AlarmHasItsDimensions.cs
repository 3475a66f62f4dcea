using DrInfra.Policies.Aws.CloudWatch;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Detection;

public sealed class AlarmHasItsDimensions : ResourceRule
{
    private static readonly string[] ResourceTypes =
    [
        "Aurora", "CloudFormation", "DocumentDB", "DSQL", "DynamoDB", "EBS", "EC2", "EFS", "FSx", "Neptune", "RDS", "Redshift",
        "Redshift Serverless", "S3", "SAP HANA on Amazon EC2", "Storage Gateway", "Timestream", "VirtualMachine",
    ];

    public override string Description => "An alarm names exactly the dimensions that its metric is published with.";

    public override string Why => "A metric with one dimension missing or misspelt is another series, which has no data: the alarm never rings.";

    public override string Fix => "State the dimensions of the service's page on its metrics: bucket pair and RuleId for S3 replication, TableName and ReceivingRegion for DynamoDB, and so on.";

    public override Severity Severity => Severity.High;

    public override IReadOnlyList<string> Practices => ["F6"];

    public override IReadOnlyList<string> AppliesTo => [CloudWatchTypes.MetricAlarm];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        foreach (var source in MetricSource.Of(node))
        {
            if (source.Known is not { } metric)
            {
                continue;
            }

            if (source.Dimensions.IsUnknown)
            {
                yield return Verdict.Unknown(source.Dimensions.Path);
                continue;
            }

            var required = metric.Required ?? [];
            string[] given = [.. source.Dimensions.Members.Select(member => member.Name)];
            foreach (var dimension in required.Where(dimension => !given.Contains(dimension, StringComparer.Ordinal)))
            {
                yield return Verdict.Violation($"{metric.Name} needs the dimension {dimension}", source.Dimensions.Path);
            }

            // Of backups the whole account has a series too.
            if (given.Length == 0 && required.Count == 0 && metric.Optional is { Count: > 0 } && metric.Namespace != "AWS/Backup")
            {
                yield return Verdict.Violation($"{metric.Name} of no resource at all", source.Dimensions.Path);
            }

            foreach (var dimension in given.Where(name => !required.Concat(metric.Optional ?? []).Contains(name, StringComparer.Ordinal)))
            {
                yield return Verdict.Violation($"{metric.Name} has no dimension {dimension}", source.Dimensions.Path);
            }

            if (source.Dimensions["ResourceType"].Text is { } type && metric.Namespace == "AWS/Backup" && !ResourceTypes.Contains(type, StringComparer.Ordinal))
            {
                yield return Verdict.Violation($"AWS Backup has no resource type {type}", source.Dimensions["ResourceType"].Path);
            }
        }
    }
}
