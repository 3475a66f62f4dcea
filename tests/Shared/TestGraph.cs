using System.Text;
using System.Text.Json.Nodes;
using DrInfra.Policies.Aws;
using DrInfra.Policies.Checking;
using DrInfra.Policies.Graph;
using DrInfra.Policies.Rules;
using DrInfra.Recovery.Settings;

namespace DrInfra.Tests.Policies.Rules;

/// <summary>Builds a small stack, resource by resource, in the shape of an export. Inputs are JSON; <c>?</c> as a text is unknown.</summary>
internal sealed class TestGraph
{
    public static readonly DateOnly Today = new(2026, 11, 24);

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
            ["inputs"] = Parse(inputs),
            ["outputs"] = Parse(outputs),
            ["dependencies"] = new JsonArray([.. dependencies.Select(dependency => (JsonNode)Urn(dependency.Type, dependency.Name, _stack))]),
            ["propertyDependencies"] = new JsonObject(dependencies.GroupBy(dependency => dependency.Property).Select(group =>
                new KeyValuePair<string, JsonNode?>(group.Key, new JsonArray([.. group.Select(dependency => (JsonNode)Urn(dependency.Type, dependency.Name, _stack))])))),
        };
        if (id is not null)
        {
            resource["id"] = id;
        }

        options?.Invoke(resource);
        _resources.Add(resource);
        return this;
    }

    public ResourceGraph Build()
    {
        var file = new JsonObject
        {
            ["version"] = 3,
            ["deployment"] = new JsonObject { ["resources"] = _resources.DeepClone() },
        };
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(file.ToJsonString()));
        return GraphFile.Read(stream, "test");
    }

    /// <summary>Runs one rule over this stack and others.</summary>
    public CheckReport Check(Rule rule, RecoverySettings? settings = null, params TestGraph[] others) =>
        StackCheck.Run(Estate.Of([Build(), .. others.Select(other => other.Build())], AwsNames.Instance), settings ?? RecoverySettings.None, Today, rules: [rule]);

    /// <summary>The names and messages of the violations of one rule, as <c>name: message</c>.</summary>
    public string[] Violations(Rule rule, RecoverySettings? settings = null, params TestGraph[] others) =>
        [.. Check(rule, settings, others).Violations.Select(violation => $"{violation.Urn.Split("::").Last()}: {violation.Message}")];

    /// <summary>The names and properties that one rule could not judge, as <c>name: property</c>.</summary>
    public string[] Unknown(Rule rule, RecoverySettings? settings = null, params TestGraph[] others) =>
        [.. Check(rule, settings, others).Unknown.Select(unknown => $"{unknown.Urn.Split("::").Last()}: {unknown.Property}")];

    private static JsonNode Parse(string json) => JsonNode.Parse(json.Replace("\"?\"", $"\"{WireMarks.Unknown}\"", StringComparison.Ordinal))!;
}
