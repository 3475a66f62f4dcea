using DrInfra.Policies.Assessment;
using DrInfra.Policies.Aws.CloudWatch;
using DrInfra.Policies.Aws.Eks;
using DrInfra.Policies.Kubernetes.Jobs;
using DrInfra.Recovery.Protocol;

namespace DrInfra.Policies.Rules.Jobs;

public sealed class SavepointAgeIsAlarmed : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var alarms = new AlarmIndex(context.Estate);
        foreach (var job in FlinkJob.All(context.Estate).Where(job => job.IsFollowed))
        {
            var region = PodClusters.In(context.Estate).RegionOf(job.Node);
            if (job.Name is not { } name || region is null)
            {
                yield return Finding.Unknown(job.Node, job.Name is null ? "metadata.name" : "provider");
                continue;
            }

            // As old savepoints are to those who would start from them: in the Region itself.
            var watching = alarms.On(SavepointProtocol.AgeMetric, name, job.Node)
                .Where(alarm => alarm.Region == region && AlarmIndex.Watched(alarm, 1) is not null).Select(AlarmSight.Silent).ToArray();
            if (watching.Length == 0)
            {
                yield return Finding.Violation(job.Node, $"no alarm in {region} watches how old the savepoint is that it would start from there");
            }
            else if (watching.All(silent => silent is not null))
            {
                yield return Finding.Of(watching[0]!);
            }
        }
    }
}
