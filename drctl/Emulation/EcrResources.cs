using System.Collections.Immutable;
using DrInfra.Policies.Aws.Ecr;
using static DrInfra.Drctl.Emulation.Wire;

namespace DrInfra.Drctl.Emulation;

/// <summary>Amazon ECR: an account has one registry in each Region, so its settings have the account as their id.</summary>
internal static class EcrResources
{
    public static IReadOnlyList<EmulatedType> Types { get; } =
    [
        new(EcrTypes.Repository, CreateRepository),
        new(EcrTypes.LifecyclePolicy, CreateLifecyclePolicy),
        new(EcrTypes.ReplicationConfiguration, CreateReplication),
        new(EcrTypes.RegistryScanningConfiguration, CreateScanning),
    ];

    private static EmulatedResource CreateRepository(EmulationRequest request)
    {
        var name = request.PhysicalName(prefixProperty: null);
        return EmulatedOutputs.InRegion(request)
            .Set("name", name)
            .Set("arn", request.Arn("ecr", $"repository/{name}"))
            .Set("registryId", request.AccountId)
            .Set("repositoryUrl", $"{request.AccountId}.dkr.ecr.{request.Region}.{request.DnsSuffix}/{name}")
            .Default("imageTagMutability", "MUTABLE")
            .Default("encryptionConfigurations", ImmutableArray.Create<object>(Map(("encryptionType", "AES256"))))
            .Default("imageScanningConfiguration", Map(("scanOnPush", false)))
            .EmptyLists("imageTagMutabilityExclusionFilters")
            .Tagged()
            .WithId(name);
    }

    private static EmulatedResource CreateLifecyclePolicy(EmulationRequest request) => EmulatedOutputs.InRegion(request)
        .Set("registryId", request.AccountId)
        .WithId(request.Text("repository"));

    private static EmulatedResource CreateReplication(EmulationRequest request)
    {
        var here = EmulationRequest.AsMaps(request.Map("replicationConfiguration")?.GetValueOrDefault("rules"))
            .SelectMany(rule => EmulationRequest.AsMaps(rule.GetValueOrDefault("destinations")))
            .FirstOrDefault(destination =>
                destination.GetValueOrDefault("region") as string == request.Region
                && destination.GetValueOrDefault("registryId") as string == request.AccountId);
        return here is not null
            ? throw request.Refuse("replicationConfiguration.rules.destinations.region", request.Region, "a registry does not replicate to itself.")
            : EmulatedOutputs.InRegion(request).Set("registryId", request.AccountId).WithId(request.AccountId);
    }

    private static EmulatedResource CreateScanning(EmulationRequest request) => EmulatedOutputs.InRegion(request)
        .Set("registryId", request.AccountId)
        .EmptyLists("rules")
        .WithId(request.AccountId);
}
