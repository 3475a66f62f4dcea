using DrInfra.Policies.Aws.Eks;
using DrInfra.Policies.Aws.Emr;
using DrInfra.Policies.Aws.Glue;
using DrInfra.Policies.Aws.KinesisAnalytics;
using DrInfra.Policies.Aws.Mwaa;
using DrInfra.Policies.Aws.S3;
using DrInfra.Policies.Aws.StepFunctions;
using DrInfra.Policies.Kubernetes.Jobs;

namespace DrInfra.Policies.Aws;

/// <summary>Where the code of jobs lies: a job that starts in one Region reads it from its bucket.</summary>
/// <param name="Job">The job, or what starts it.</param>
/// <param name="Region">Where it runs; null where that is not known.</param>
/// <param name="Place">The property that names the place.</param>
internal sealed record JobCode(Node Job, string? Region, Prop Place)
{
    /// <summary>All that is stated, by the type of the job.</summary>
    public static IEnumerable<JobCode> All(Estate estate)
    {
        var clusters = PodClusters.In(estate);
        return
        [
            .. Of(GlueJob.All(estate).Select(job => (job.Node, job.Code))),
            .. Of(FlinkApplication.All(estate).Select(application => (application.Node, (IEnumerable<Prop>)[application.Code]))),
            .. Of(AirflowEnvironment.All(estate).Select(environment => (environment.Node, (IEnumerable<Prop>)[environment.Dags]))),
            .. Of(EmrCluster.All(estate).Select(cluster => (cluster.Node, cluster.Code))),
            .. Of(estate.OfType(StepFunctionsTypes.StateMachine).Select(machine => (machine, CodeOf(machine)))),
            .. from job in FlinkJob.All(estate) from place in job.Code where !place.IsAbsent select new JobCode(job.Node, clusters.RegionOf(job.Node), place),
            .. from job in SparkJob.All(estate) from place in job.Code where !place.IsAbsent select new JobCode(job.Node, clusters.RegionOf(job.Node), place),
        ];

        static IEnumerable<JobCode> Of(IEnumerable<(Node Node, IEnumerable<Prop> Places)> jobs) =>
            jobs.SelectMany(job => job.Places.Where(place => !place.IsAbsent).Select(place => new JobCode(job.Node, job.Node.Region, place)));
    }

    private static IEnumerable<Prop> CodeOf(Node machine) => MachineState.AllOf(machine)?.Where(state => state.AddsStep)
        .Select(state => state.Arguments["Step"]["HadoopJarStep"]["Jar"]).DistinctBy(place => place.Text) ?? [];

    /// <summary>The buckets that it lies in, of those that are declared; null where only the deployment will tell.</summary>
    public IReadOnlyList<Node>? Buckets(Estate estate)
    {
        var followed = estate.References.Follow(Job, Place, [.. BucketScope.Types]);
        return followed.Target is { } named ? [named]
            : followed.IsUnknown ? null
            : [.. (Place.Text ?? "").Split(',').Select(path => ObjectLocation.Parse(path).BucketIn(estate, Job)).OfType<Node>()];
    }
}
