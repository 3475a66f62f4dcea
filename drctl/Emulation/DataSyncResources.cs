using DrInfra.Policies.Aws.DataSync;

namespace DrInfra.Drctl.Emulation;

internal static class DataSyncResources
{
    private const int IdLength = 17;

    public static IReadOnlyList<EmulatedType> Types { get; } =
    [
        new(DataSyncTypes.S3Location, CreateS3Location),
        new(DataSyncTypes.ObjectStorageLocation, CreateObjectStorage),
        new(DataSyncTypes.Task, CreateTask),
    ];

    private static EmulatedResource CreateS3Location(EmulationRequest request)
    {
        var bucket = request.Text("s3BucketArn")?.Split(':')[^1];
        return Location(request)
            .Default("s3StorageClass", "STANDARD")
            .Set("uri", bucket is null ? null : $"s3://{bucket}{request.Text("subdirectory")}")
            .WithId(Arn(request, "location/loc"));
    }

    private static EmulatedResource CreateObjectStorage(EmulationRequest request) => Location(request)
        .Default("serverProtocol", "HTTPS")
        .Default("subdirectory", "/")
        .Set("uri", $"object-storage://{request.Text("serverHostname")}/{request.Text("bucketName")}{request.Text("subdirectory") ?? "/"}")
        .Secret("secretKey")
        .WithId(Arn(request, "location/loc"));

    private static EmulatedResource CreateTask(EmulationRequest request) => EmulatedOutputs.InRegion(request)
        .Set("arn", Arn(request, "task/task"))
        .Default("taskMode", "BASIC")
        .Tagged()
        .WithId(Arn(request, "task/task"));

    private static EmulatedOutputs Location(EmulationRequest request) => EmulatedOutputs.InRegion(request).Set("arn", Arn(request, "location/loc")).Tagged();

    private static string Arn(EmulationRequest request, string kind) => request.Arn("datasync", $"{kind}-{request.Hex(IdLength)}");
}
