using DrInfra.Policies.Aws.Ram;
using static DrInfra.Drctl.Emulation.Wire;

namespace DrInfra.Drctl.Emulation;

internal static class RamResources
{
    public static IReadOnlyList<EmulatedType> Types { get; } =
    [
        new(RamTypes.ResourceShare, CreateShare),
        new(RamTypes.ResourceAssociation, request => CreateAssociation(request, "resourceArn")),
        new(RamTypes.PrincipalAssociation, request => CreateAssociation(request, "principal")),
    ];

    private static EmulatedResource CreateShare(EmulationRequest request)
    {
        var arn = request.Arn("ram", $"resource-share/{request.Uuid()}");
        return EmulatedOutputs.InRegion(request)
            .Set("name", request.PhysicalName(prefixProperty: null))
            .Set("arn", arn)
            .Default("resourceShareConfiguration", Map(("retainSharingOnAccountLeaveOrganization", false)))
            .EmptyLists("permissionArns")
            .Off("allowExternalPrincipals")
            .Tagged()
            .WithId(arn);
    }

    private static EmulatedResource CreateAssociation(EmulationRequest request, string property) =>
        EmulatedOutputs.InRegion(request)
            .WithId(request.Text("resourceShareArn") is { } share && request.Text(property) is { } associated ? $"{share},{associated}" : null);
}
