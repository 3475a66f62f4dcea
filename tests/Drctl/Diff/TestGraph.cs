using DrInfra.Policies.Graph;

namespace DrInfra.Tests.Drctl.Diff;

/// <summary>Small graphs.</summary>
internal static class TestGraph
{
    public const string StackUrn = "urn:pulumi:dev::drinfra::pulumi:pulumi:Stack::drinfra-dev";

    public static ResourceGraph Of(params GraphResource[] resources) => new("drinfra", "dev", resources, true);

    public static string UrnOf(string type, string name) => $"urn:pulumi:dev::drinfra::{type}::{name}";

    public static GraphResource Resource(string type, string name, params (string Name, PropertyValue Value)[] inputs) => new()
    {
        Urn = UrnOf(type, name),
        Type = type,
        Name = name,
        Custom = true,
        Id = name,
        Inputs = Map(inputs),
    };

    public static GraphResource Component(string type, string name, string? parent = StackUrn) => new() { Urn = UrnOf(type, name), Type = type, Name = name, Parent = parent };

    public static GraphResource Stack(params (string Name, PropertyValue Value)[] outputs) => new()
    {
        Urn = StackUrn,
        Type = "pulumi:pulumi:Stack",
        Name = "drinfra-dev",
        Outputs = Map(outputs),
    };

    public static GraphResource Provider(string name, string region) => Resource("pulumi:providers:aws", name, ("region", Text(region))) with { Parent = StackUrn };

    public static GraphResource Under(this GraphResource resource, GraphResource parent, GraphResource? provider = null) =>
        resource with { Parent = parent.Urn, Provider = provider is null ? null : $"{provider.Urn}::{provider.Id}" };

    public static MapValue Map(params (string Name, PropertyValue Value)[] members) =>
        MapValue.Of(members.Select(member => KeyValuePair.Create(member.Name, member.Value)));

    public static ListValue List(params PropertyValue[] items) => ListValue.Of(items);

    public static PropertyValue Text(string value) => PropertyValue.Of(value);

    public static PropertyValue Flag(bool value) => PropertyValue.Of(value);

    public static PropertyValue Number(double value) => PropertyValue.Of(value);
}
