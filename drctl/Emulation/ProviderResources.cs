using DrInfra.Drctl.Kubernetes;

namespace DrInfra.Drctl.Emulation;

internal static class ProviderResources
{
    public const string Aws = "pulumi:providers:aws";
    public const string Random = "pulumi:providers:random";

    public static IReadOnlyList<EmulatedType> Types { get; } =
    [
        new(Aws, Provider),
        new(Random, Provider),
        new(KubernetesType.Provider, Provider),
    ];

    private static EmulatedResource Provider(EmulationRequest request) => EmulatedOutputs.Of(request).WithId(request.Uuid());
}
