namespace DrInfra.Infra.Pipelines;

/// <summary>Where a stream job keeps its state, in the bucket of its own Region.</summary>
public static class StateFolders
{
    /// <summary>The folder of checkpoints: what the same Region goes on from. They name their files by absolute paths.</summary>
    public const string Checkpoints = "checkpoints";

    /// <summary>The folder of what a new JobManager finds its checkpoints by.</summary>
    public const string HighAvailability = "high-availability";

    /// <summary>The address of a folder of a job.</summary>
    public static string Of(string folder, PipelineArgs args) =>
        $"s3://{args.Region.Names.Bucket(args.Workload.Name, args.Pipeline.Savepoints!.In, args.Region.Region)}/{folder}/{args.Pipeline.Name}";
}
