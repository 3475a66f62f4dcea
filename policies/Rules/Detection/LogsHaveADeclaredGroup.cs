using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.CloudWatch;
using DrInfra.Policies.Aws.Ec2;
using DrInfra.Policies.Aws.Lambda;
using DrInfra.Policies.Aws.Rds;

namespace DrInfra.Policies.Rules.Detection;

public sealed class LogsHaveADeclaredGroup : StackRule
{
    private const string CloudWatch = "cloud-watch-logs";

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        // Strangers may leave this to the services: only a program that tags its recovery declares all of it.
        foreach (var (writer, group, property) in Groups(context.Estate).Where(log => !log.Writer.Stack.IsForeign))
        {
            if (StatedName.Find(context.Estate, writer, group, [CloudWatchTypes.LogGroup]) is not { } found || found.Region != writer.Region)
            {
                yield return Finding.Violation(writer, $"the log group {group} is not declared in {writer.Region}", property);
            }
        }
    }

    private static IEnumerable<(Node Writer, string Group, string Property)> Groups(Estate estate)
    {
        foreach (var function in estate.OfType(LambdaTypes.Function))
        {
            var stated = function["loggingConfig"]["logGroup"];
            var name = function["name"];
            if ((stated.IsAbsent ? name.Text is { } own ? $"/aws/lambda/{own}" : null : stated.Text) is { } group)
            {
                yield return (function, group, "loggingConfig");
            }
        }

        foreach (var flow in estate.OfType(Ec2Types.FlowLog))
        {
            var place = flow["logDestination"].IsAbsent ? flow["logGroupName"] : flow["logDestination"];
            if (place.Text is { } destination && (flow["logDestinationType"].Text ?? CloudWatch) == CloudWatch)
            {
                yield return (flow, destination, place.Path);
            }
        }

        foreach (var cluster in estate.OfType(RdsTypes.Cluster))
        {
            foreach (var export in cluster["enabledCloudwatchLogsExports"].Items.Where(_ => cluster["clusterIdentifier"].Text is not null))
            {
                yield return (cluster, $"/aws/rds/cluster/{cluster["clusterIdentifier"].Text}/{export.Text}", export.Path);
            }
        }
    }
}
