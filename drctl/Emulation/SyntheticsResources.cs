using System.Collections.Immutable;
using DrInfra.Policies.Aws.Ec2;
using DrInfra.Policies.Aws.Synthetics;
using static DrInfra.Drctl.Emulation.Wire;

namespace DrInfra.Drctl.Emulation;

internal static class SyntheticsResources
{
    public static IReadOnlyList<EmulatedType> Types { get; } = [new(SyntheticsTypes.Canary, CreateCanary)];

    private static EmulatedResource CreateCanary(EmulationRequest request)
    {
        var name = request.PhysicalName(prefixProperty: null);
        // The function and the layer that run a canary are called after its name and its id.
        var code = $"cwsyn-{name}-{request.Uuid()}";
        var outputs = EmulatedOutputs.InRegion(request)
            .Set("name", name)
            .Set("arn", request.Arn("synthetics", $"canary:{name}"))
            .Set("engineArn", request.Arn("lambda", $"function:{code}:1"))
            .Set("sourceLocationArn", request.Arn("lambda", $"layer:{code}:1"))
            .Set("status", request.Flag("startCanary") ? "RUNNING" : "READY")
            // The service answers the location without its scheme, and the provider keeps the answer.
            .Set("artifactS3Location", WithoutScheme(request.Text("artifactS3Location")))
            .Set("runConfig", Over(Map(("activeTracing", false)), request.Map("runConfig")))
            .Set("schedule", Over(Map(("durationInSeconds", 0)), request.Map("schedule")))
            // An invented cloud has no clock.
            .Set("timelines", ImmutableArray.Create<object>(Map(("created", "2000-01-01T00:00:00Z"), ("lastModified", "2000-01-01T00:00:00Z"))))
            .Default("failureRetentionPeriod", 31)
            .Default("successRetentionPeriod", 31)
            .Off("startCanary", "deleteLambda")
            .Tagged();
        if (request.Map("vpcConfig") is { } network)
        {
            var vpc = EmulationRequest.AsList(network.GetValueOrDefault("subnetIds"))
                .OfType<string>()
                .Select(id => request.Find(Ec2Types.Subnet, id)?.Outputs.GetValueOrDefault("vpcId"))
                .FirstOrDefault(found => found is not null);
            outputs.Set("vpcConfig", vpc is null ? network : Over(Map(("vpcId", vpc)), network));
        }

        return outputs.WithId(name);
    }

    private static string? WithoutScheme(string? location) =>
        location?.StartsWith("s3://", StringComparison.Ordinal) == true ? location["s3://".Length..] : location;
}
