using DrInfra.Policies.Aws.Eks;
using DrInfra.Policies.Aws.S3;
using DrInfra.Policies.Kubernetes.Jobs;

namespace DrInfra.Policies.Rules.Jobs;

public sealed class FlinkCopiesSavepoints : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var clusters = PodClusters.In(context.Estate);
        FlinkJob[] jobs = [.. FlinkJob.All(context.Estate)];
        foreach (var job in jobs)
        {
            if (job.InitialState.IsUnknown)
            {
                yield return Finding.Unknown(job.Node, job.InitialState.Path);
            }
            else if (job.StartsFromACheckpoint)
            {
                yield return Finding.Violation(
                    job.Node,
                    $"it starts from a checkpoint{Shared(job)}, which names its files by absolute paths: a copy of it leads back to where it was made",
                    job.InitialState.Path);
            }

            var region = clusters.RegionOf(job.Node);
            var twins = jobs.Where(other => other.Name is not null && other.Name == job.Name && clusters.RegionOf(other.Node) is { } there && there != region)
                .ToArray();
            if (twins.Length == 0 || job.TakesSavepoints || Array.Exists(twins, twin => twin.TakesSavepoints))
            {
                continue;
            }

            // Each twin is told by itself: as one whose checkpoints go nowhere, and as one that finds none.
            if (job.UpgradeMode.Text == "last-state" && job.Runs == false)
            {
                yield return Finding.Violation(
                    job.Node, "it starts from the last state in its own cluster, and nothing takes savepoints of the job that it could start from",
                    job.UpgradeMode.Path);
            }
            else if (job.Runs == true && Copied(context.Estate, job, twins.Select(twin => clusters.RegionOf(twin.Node))) is { } bucket)
            {
                yield return Finding.Violation(
                    job.Node,
                    $"{bucket.Name} with its checkpoints{Shared(job)} is replicated, but nothing takes savepoints: no copy of a checkpoint can be started from",
                    job.Checkpoints.Path);
            }
        }
    }

    private static string Shared(FlinkJob job) => job.Incremental.Flag == true ? ", which shares files with those before it" : "";

    private static Node? Copied(Estate estate, FlinkJob job, IEnumerable<string?> regions) =>
        job.Checkpoints.Text is { } text && ObjectLocation.Parse(text).BucketIn(estate, job.Node) is { } bucket
        && Replications.Of(estate).From(bucket).Any(rule => rule.IsEnabled && regions.Contains(rule.Destination.Region)) ? bucket : null;
}
