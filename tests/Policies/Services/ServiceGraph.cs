using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DrInfra.Policies.Assessment;
using DrInfra.Policies.Graph;
using DrInfra.Tests.Policies.Assessment;

namespace DrInfra.Tests.Policies.Services;

/// <summary>
/// A deployed program with both Regions of one workload. In inputs, <c>{id:name}</c> and <c>{arn:name}</c> are what the provider
/// told of a resource added before, and <c>{name:property}</c> is one of its inputs: the property is then made from that resource.
/// </summary>
internal sealed partial class ServiceGraph
{
    public const string Primary = "eu-west-1";
    public const string Standby = "eu-central-1";

    private readonly TestGraph _graph;
    private readonly Dictionary<string, (string Type, string Arn, JsonObject Inputs)> _added = [];

    /// <param name="stores">The manifest's stores.</param>
    public ServiceGraph(string stores) => _graph = new TestGraph().Manifests(stores);

    public ServiceGraph Add(string type, string name, string inputs, string region = Primary)
    {
        var written = JsonNode.Parse(inputs)!.AsObject();
        if (TakesTags(type))
        {
            written["tags"] = new JsonObject { ["dr:workload"] = "orders" };
        }

        var dependencies = new List<(string, string, string)>();
        var read = new JsonObject(written.Select(property => KeyValuePair.Create(property.Key, Read(property.Value, property.Key, dependencies))));
        var arn = $"arn:aws:{type.Split(':')[1].Split('/')[0]}:{region}:123456789012:{name}-1a2b3c";
        var outputs = read.DeepClone().AsObject();
        outputs["arn"] = arn;
        var stateful = StatefulTypes.Find(type) is not null;
        _graph.Add(
            type,
            name,
            read.ToJsonString(),
            region,
            $"{name}-4d5e6f",
            outputs.ToJsonString(),
            resource =>
            {
                if (stateful)
                {
                    resource["protect"] = true;
                }
            },
            [.. dependencies.Distinct()]);
        _added[name] = (type, arn, read);
        return this;
    }

    /// <summary>A network with subnets <c>{region}-a</c> to <c>-c</c> in three zones, in each Region.</summary>
    public ServiceGraph Networks()
    {
        foreach (var (region, octet) in new[] { (Primary, 10), (Standby, 20) })
        {
            Add("aws:ec2/vpc:Vpc", $"{region}-vpc", $$"""{ "cidrBlock": "10.{{octet}}.0.0/16" }""", region);
            foreach (var zone in "abc")
            {
                Add("aws:ec2/subnet:Subnet", $"{region}-{zone}",
                    $$"""{ "vpcId": "{id:{{region}}-vpc}", "availabilityZone": "{{region}}{{zone}}", "cidrBlock": "10.{{octet}}.{{zone - 'a'}}.0/24" }""",
                    region);
            }
        }

        return this;
    }

    /// <summary>A key in each Region: <c>{region}-key</c>.</summary>
    public ServiceGraph Keys() => Add("aws:kms/key:Key", $"{Primary}-key", "{}").Add("aws:kms/key:Key", $"{Standby}-key", "{}", Standby);

    public ResourceGraph Build() => _graph.Build();

    public TestGraph Graph => _graph;

    private static bool TakesTags(string type) => type.StartsWith("aws:", StringComparison.Ordinal)
        && !Array.Exists(
            ["Association", "ReplicationConfiguration", "BackupPolicy", "OutboundConnection", "SnapshotCopy", "EndpointGroup", ":Listener", "Record", ":Role",
                "RoutingControl"],
            part => type.EndsWith(part, StringComparison.Ordinal));

    private JsonNode? Read(JsonNode? value, string root, List<(string, string, string)> dependencies) => value switch
    {
        JsonObject map => new JsonObject(map.Select(pair => KeyValuePair.Create(pair.Key, Read(pair.Value, root, dependencies)))),
        JsonArray list => new JsonArray([.. list.Select(item => Read(item, root, dependencies))]),
        JsonValue leaf when leaf.TryGetValue<string>(out var text) => Reference().Replace(text, match => Resolve(match, root, dependencies)),
        _ => value?.DeepClone(),
    };

    private string Resolve(Match match, string root, List<(string, string, string)> dependencies)
    {
        var (first, second) = (match.Groups[1].Value, match.Groups[2].Value);
        var name = first is "id" or "arn" ? second : first;
        var (type, arn, inputs) = _added[name];
        dependencies.Add((root, type, name));
        return first switch
        {
            "id" => $"{name}-4d5e6f",
            "arn" => arn,
            _ => (string)inputs[second]!,
        };
    }

    [GeneratedRegex("\\{([a-z0-9-]+):([A-Za-z0-9-]+)\\}", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();
}
