using DrInfra.Policies.Aws.KinesisAnalytics;
using DrInfra.Policies.Kubernetes;
using DrInfra.Policies.Kubernetes.Jobs;

namespace DrInfra.Policies.Rules.Jobs;

public sealed class FlinkStateAndOffsetsAgree : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        FlinkJob[] jobs = [.. FlinkJob.All(context.Estate)];
        foreach (var job in jobs.Where(job => !job.GroupOffsets.IsAbsent || job.Arguments.IsUnknown))
        {
            var twin = Array.Find(jobs, other => other.Name is not null && other.Name == job.Name && Pods.ClusterOf(other.Node) != Pods.ClusterOf(job.Node));
            if (twin is not null || !job.InitialState.IsAbsent)
            {
                yield return job.GroupOffsets.IsAbsent ? Finding.Unknown(job.Node, job.Arguments.Path) : Finding.Violation(
                    job.Node, "its sources begin where their consumer group committed, which is later than the savepoint that it starts from: what was read "
                        + "between the two is in neither", job.GroupOffsets.Path);
            }
        }

        FlinkApplication[] applications = [.. FlinkApplication.All(context.Estate)];
        foreach (var application in applications.Where(application => !application.GroupOffsets.IsAbsent))
        {
            if (Array.Exists(applications, other => other.Name is not null && other.Name == application.Name && other.Node.Region != application.Node.Region))
            {
                yield return Finding.Violation(
                    application.Node, "its sources begin where their consumer group committed, but its state stays in its Region: in the other one, what was "
                        + "read before is in no state", application.GroupOffsets.Path);
            }
        }
    }
}
