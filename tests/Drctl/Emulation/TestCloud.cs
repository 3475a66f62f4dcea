using System.Collections.Immutable;
using DrInfra.Drctl.Emulation;
using Pulumi.Testing;

namespace DrInfra.Tests.Drctl.Emulation;

/// <summary>An emulated cloud with two providers, one per Region.</summary>
internal sealed class TestCloud
{
    public const string AccountId = "123456789012";
    public const string West = "eu-west-1";
    public const string Central = "eu-central-1";

    public TestCloud(string accountId = AccountId)
    {
        Cloud = new EmulatedCloud(new EmulatedAccount(accountId, "drinfra", "dev"));
        AddProvider("west", ("region", West), ("defaultTags", """{ "tags": { "owner": "platform", "stage": "dev" } }"""));
        AddProvider("central", ("region", Central));
    }

    public EmulatedCloud Cloud { get; }

    public static (string Name, object Value) Input(string name, object value) => (name, value);

    public static ImmutableDictionary<string, object> Map(params (string Name, object Value)[] members) =>
        members.ToImmutableDictionary(member => member.Name, member => member.Value);

    public static ImmutableArray<object> List(params object[] items) => [.. items];

    public EmulatedResource AddProvider(string name, params (string Name, object Value)[] inputs) =>
        Register("pulumi:providers:aws", name, string.Empty, inputs);

    public EmulatedResource Create(string type, string name, params (string Name, object Value)[] inputs) =>
        CreateIn("west", type, name, inputs);

    public EmulatedResource CreateIn(string provider, string type, string name, params (string Name, object Value)[] inputs) =>
        Register(type, name, $"urn:pulumi:dev::drinfra::pulumi:pulumi:Stack$pulumi:providers:aws::{provider}::some-id", inputs);

    public string RefusalOf(string type, string name, params (string Name, object Value)[] inputs) =>
        Assert.Throws<InvalidOperationException>(() => Create(type, name, inputs)).Message;

    public EmulatedResource Register(string type, string name, string provider, params (string Name, object Value)[] inputs) =>
        Register(new MockResourceArgs { Type = type, Name = name, Provider = provider, Id = string.Empty, Inputs = Map(inputs) });

    public EmulatedResource Register(MockResourceArgs args)
    {
        var (id, state) = Cloud.NewResourceAsync(args).GetAwaiter().GetResult();
        return new EmulatedResource(id, (IReadOnlyDictionary<string, object>)state);
    }
}
