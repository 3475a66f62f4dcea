using DrInfra.Policies.Aws.Ssm;

namespace DrInfra.Drctl.Emulation;

internal static class SsmResources
{
    public static IReadOnlyList<EmulatedType> Types { get; } = [new(SsmTypes.Parameter, CreateParameter)];

    private static EmulatedResource CreateParameter(EmulationRequest request)
    {
        var name = request.PhysicalName(prefixProperty: null);
        return EmulatedOutputs.InRegion(request)
            .Set("name", name)
            .Default("arn", request.Arn("ssm", $"parameter/{name.TrimStart('/')}"))
            .Set("version", 1)
            .Set("hasValueWo", request.Inputs.ContainsKey("valueWo"))
            .Default("dataType", "text")
            .Default("tier", "Standard")
            .Default("keyId", request.Text("type") == "SecureString" ? "alias/aws/ssm" : string.Empty)
            .Tagged()
            .Secret("value", "valueWo")
            .WithId(name);
    }
}
