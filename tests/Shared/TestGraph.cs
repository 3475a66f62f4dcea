using System.Text;
using System.Text.Json.Nodes;
using DrInfra.Policies.Aws;
using DrInfra.Policies.Checking;
using DrInfra.Policies.Graph;
using DrInfra.Policies.Rules;
using DrInfra.Recovery.Settings;

namespace DrInfra.Tests;

/// <summary>
/// Builds a small stack, resource by resource, in the shape of an export. Inputs are JSON; <c>?</c> as a text is unknown. A document that
/// AWS takes as a text (a policy, a manifest) is written as the object in it.
/// </summary>
internal sealed class TestGraph
{
    public static readonly DateOnly Today = new(2026, 11, 24);

    private static readonly string[] Documents = ["policy", "assumeRolePolicy", "insecureValue"];

    private readonly string _stack;
    private readonly JsonArray _resources = [];
    private readonly HashSet<string> _providers = [];

    public TestGraph(string stack = "dev") => _stack = stack;

    public static string Urn(string type, string name, string stack = "dev") => $"urn:pulumi:{stack}::test::{type}::{name}";

    /// <param name="dependencies">Property = names of resources: <c>("bucket", "aws:s3/bucket:Bucket", "data")</c>.</param>
    public TestGraph Add(
        string type,
        string name,
        string inputs = "{}",
        string region = "eu-west-1",
        string? id = null,
        string outputs = "{}",
        Action<JsonObject>? options = null,
        params (string Property, string Type, string Name)[] dependencies)
    {
        if (_providers.Add(region))
        {
            _resources.Add(new JsonObject
            {
                ["urn"] = Urn("pulumi:providers:aws", region, _stack),
                ["custom"] = true,
                ["type"] = "pulumi:providers:aws",
                ["id"] = "provider-" + region,
                ["inputs"] = new JsonObject { ["region"] = region },
            });
        }

        var resource = new JsonObject
        {
            ["urn"] = Urn(type, name, _stack),
            ["custom"] = true,
            ["type"] = type,
            ["provider"] = $"{Urn("pulumi:providers:aws", region, _stack)}::provider-{region}",
            ["inputs"] = JsonNode.Parse(inputs),
            ["outputs"] = JsonNode.Parse(outputs),
            ["dependencies"] = new JsonArray([.. dependencies.Select(dependency => (JsonNode)Urn(dependency.Type, dependency.Name, _stack))]),
            ["propertyDependencies"] = new JsonObject(dependencies.GroupBy(dependency => dependency.Property).Select(group =>
                new KeyValuePair<string, JsonNode?>(
                    group.Key, new JsonArray([.. group.Select(dependency => (JsonNode)Urn(dependency.Type, dependency.Name, _stack))])))),
        };
        if (id is not null)
        {
            resource["id"] = id;
        }

        options?.Invoke(resource);
        _resources.Add(resource);
        return this;
    }

    /// <summary>Inputs as they stand in a file, and as they are sent.</summary>
    public static JsonNode Inputs(string json) => Marked(JsonNode.Parse(json));

    /// <summary>With one input of a resource changed; null takes it away.</summary>
    /// <param name="path">Such as <c>rules/0/status</c>.</param>
    public TestGraph With(string name, string path, JsonNode? value)
    {
        JsonChange.Set(Named(name)["inputs"]!, path, value);
        return this;
    }

    /// <summary>Without a resource.</summary>
    public TestGraph Without(string name)
    {
        _resources.Remove(Named(name));
        return this;
    }

    /// <summary>With the one place of a text in the inputs changed, where they are as <see cref="JsonChange.Written"/> has them.</summary>
    public TestGraph Change(string from, string to, Func<string, bool>? of = null) => Change(inputs => inputs.Change(from, to), of);

    /// <summary>The same with all places of it changed.</summary>
    public TestGraph ChangeAll(string from, string to, Func<string, bool>? of = null) => Change(inputs => inputs.ChangeAll(from, to), of);

    private TestGraph Change(Func<string, string> change, Func<string, bool>? of)
    {
        var chosen = _resources.Where(resource => of?.Invoke(NameOf(resource!)) ?? true).ToList();
        var inputs = JsonNode.Parse(change(JsonChange.Written(new JsonArray([.. chosen.Select(resource => resource!["inputs"]!.DeepClone())]))))!;
        foreach (var (resource, changed) in chosen.Zip(inputs.AsArray()))
        {
            resource!["inputs"] = changed!.DeepClone();
        }

        return this;
    }

    public ResourceGraph Build()
    {
        var file = new JsonObject
        {
            ["version"] = 3,
            ["deployment"] = new JsonObject { ["resources"] = new JsonArray([.. _resources.Select(Exported)]) },
        };
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(file.ToJsonString()));
        return GraphFile.Read(stream, "test");
    }

    /// <summary>Runs one rule over this stack and others.</summary>
    public CheckReport Check(Rule rule, RecoverySettings? settings = null, params TestGraph[] others) =>
        StackCheck.Run(
            Estate.Of([Build(), .. others.Select(other => other.Build())], AwsNames.Instance), settings ?? RecoverySettings.None, Today, rules: [rule]);

    /// <summary>The names and messages of the violations of one rule, as <c>name: message</c>.</summary>
    public string[] Violations(Rule rule, RecoverySettings? settings = null, params TestGraph[] others) =>
        [.. Check(rule, settings, others).Violations.Select(violation => $"{violation.Urn.Split("::").Last()}: {violation.Message}")];

    /// <summary>The names and properties that one rule could not judge, as <c>name: property</c>.</summary>
    public string[] Unknown(Rule rule, RecoverySettings? settings = null, params TestGraph[] others) =>
        [.. Check(rule, settings, others).Unknown.Select(unknown => $"{unknown.Urn.Split("::").Last()}: {unknown.Property}")];

    private static string NameOf(JsonNode resource) => ((string)resource["urn"]!).Split("::")[^1];

    private JsonNode Named(string name) => _resources.Single(resource => NameOf(resource!) == name && !IsProvider(resource!))!;

    private static bool IsProvider(JsonNode resource) => ((string)resource["type"]!).StartsWith("pulumi:", StringComparison.Ordinal);

    private static JsonNode Marked(JsonNode? node) => JsonChange.Texts(node, text => text == "?" ? WireMarks.Unknown : text)!;

    private static JsonNode Exported(JsonNode? resource)
    {
        var exported = Marked(resource);
        foreach (var name in Documents)
        {
            if (exported["inputs"]![name] is JsonObject document && !document.ToJsonString().Contains(WireMarks.Unknown, StringComparison.Ordinal))
            {
                exported["inputs"]![name] = document.ToJsonString();
            }
        }

        return exported;
    }
}
