using DrInfra.Policies.Graph;

namespace DrInfra.Tests;

/// <summary>Single resources of a <see cref="TestGraph"/>, for tests that hand them on one by one. Values are JSON.</summary>
internal static class TestResource
{
    public const string StackUrn = "urn:pulumi:dev::test::pulumi:pulumi:Stack::test-dev";

    public static ResourceGraph Of(params GraphResource[] resources) => new("test", "dev", resources, true);

    public static string UrnOf(string type, string name) => TestGraph.Urn(type, name);

    public static GraphResource Resource(string type, string name, string inputs = "{}") =>
        new TestGraph().Add(type, name, inputs, id: name).Build().Resources[^1] with { Provider = null };

    public static MapValue Values(string json) => Resource("test:index:Values", "values", json).Inputs;

    /// <summary>The JSON of a secret value.</summary>
    public static string Secret(string json) => $$"""{ "{{WireMarks.Key}}": "{{WireMarks.Secret}}", "value": {{json}} }""";

    public static GraphResource Component(string type, string name, string? parent = StackUrn) =>
        new() { Urn = UrnOf(type, name), Type = type, Name = name, Parent = parent };

    public static GraphResource Stack(string outputs = "{}") =>
        new() { Urn = StackUrn, Type = "pulumi:pulumi:Stack", Name = "test-dev", Outputs = Values(outputs) };

    public static GraphResource Provider(string name, string region) =>
        Resource("pulumi:providers:aws", name, $$"""{ "region": "{{region}}" }""") with { Parent = StackUrn };

    public static GraphResource Under(this GraphResource resource, GraphResource parent, GraphResource? provider = null) =>
        resource with { Parent = parent.Urn, Provider = provider is null ? null : $"{provider.Urn}::{provider.Id}" };
}
