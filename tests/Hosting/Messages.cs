using DrInfra.Policies.Graph;
using DrInfra.Policies.Hosting.Protos;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace DrInfra.Tests.Hosting;

/// <summary>Requests as the engine makes them. Properties are JSON; <c>?</c> as a text is unknown.</summary>
internal static class Messages
{
    public const string Table = "aws:dynamodb/table:Table";

    public static string Urn(string type, string name, string stack = "dev") => $"urn:pulumi:{stack}::test::{type}::{name}";

    public static Struct Properties(string json) =>
        Struct.Parser.ParseJson(TestGraph.Inputs(json).ToJsonString());

    public static string Secret(string json) => $$"""{"{{WireMarks.Key}}":"{{WireMarks.Secret}}","value":{{json}}}""";

    public static AnalyzerResource Resource(string type, string name, string properties) => new()
    {
        Type = type,
        Name = name,
        Urn = Urn(type, name),
        Properties = Properties(properties),
        Options = new AnalyzerResourceOptions { Parent = Urn(ResourceUrn.StackType, "test-dev") },
        Provider = new AnalyzerProviderResource
        {
            Type = "pulumi:providers:aws",
            Name = "west",
            Urn = Urn("pulumi:providers:aws", "west"),
            Properties = Properties("""{"region":"eu-west-1"}"""),
        },
    };

    /// <summary>The same resource as it is sent alone.</summary>
    public static AnalyzeRequest Alone(AnalyzerResource resource) => AnalyzeRequest.Parser.ParseFrom(resource.ToByteArray());

    public static ConfigureAnalyzerRequest Configuration(params IEnumerable<(string Policy, EnforcementLevel Level, string Properties)> entries)
    {
        var request = new ConfigureAnalyzerRequest();
        foreach (var (policy, level, properties) in entries)
        {
            request.PolicyConfig[policy] = new PolicyConfig { EnforcementLevel = level, Properties = Properties(properties) };
        }

        return request;
    }
}
