using System.Net;
using System.Text.Json.Nodes;

namespace DrInfra.Tests.Functions.Servers;

/// <summary>The API server of one Region's cluster, with the requests that a follower may make; any other is kept as unexpected.</summary>
internal sealed class ClusterServer : HttpServer
{
    private const string Follows = "dr.drinfra.io/follows";

    private readonly Lock _lock = new();
    private readonly Dictionary<string, JsonObject> _objects = [];
    private readonly List<ObjectChange> _changes = [];
    private readonly List<string> _unexpected = [];
    private int _version;

    public ClusterServer(BucketServer bucket)
    {
        Custom = new CustomObjects(bucket);
        Add("deployments/pipeline", true, new JsonObject { ["replicas"] = 0 }, "3");
        Add("deployments/wrong", true, new JsonObject { ["replicas"] = 0 }, "many");
        Add("deployments/web", false, new JsonObject { ["replicas"] = 2 }, "5");
        Add("cronjobs/report", true, new JsonObject { ["suspend"] = true });
        Add("cronjobs/other", false, new JsonObject { ["suspend"] = true });
        Add("jobs/import", true, new JsonObject { ["suspend"] = true });
        Add("jobs/over", true, new JsonObject { ["suspend"] = true });
        _objects["jobs/over"]["status"] = JsonNode.Parse("""{ "conditions": [{ "type": "Complete", "status": "True" }] }""");
    }

    public IReadOnlyList<ObjectChange> Changes
    {
        get
        {
            lock (_lock)
            {
                return [.. _changes];
            }
        }
    }

    public IReadOnlyList<string> Unexpected
    {
        get
        {
            lock (_lock)
            {
                return [.. _unexpected];
            }
        }
    }

    /// <summary>The objects of operators.</summary>
    public CustomObjects Custom { get; }

    /// <summary>Who leads the followers.</summary>
    public string? Leader => Get("leases/lease-follower")?["spec"]?["holderIdentity"]?.GetValue<string>();

    public bool Runs => $"{Get("deployments/pipeline")!["spec"]!["replicas"]}" == "3"
        && $"{Get("cronjobs/report")!["spec"]!["suspend"]}" == "false" && $"{Get("jobs/import")!["spec"]!["suspend"]}" == "false";

    public bool IsStopped => $"{Get("deployments/pipeline")!["spec"]!["replicas"]}" == "0"
        && $"{Get("cronjobs/report")!["spec"]!["suspend"]}" == "true" && $"{Get("jobs/import")!["spec"]!["suspend"]}" == "true";

    protected override Task<(int Status, string Body)?> AnswerAsync(HttpListenerRequest request, string body)
    {
        lock (_lock)
        {
            return Task.FromResult<(int, string)?>(Answer(request, body));
        }
    }

    private (int Status, string Body) Answer(HttpListenerRequest request, string body)
    {
        var path = request.Url!.AbsolutePath;
        var parts = path.Split('/')[1..];
        var (space, kind, name, part) = (parts.ElementAtOrDefault(4), parts.ElementAtOrDefault(5), parts.ElementAtOrDefault(6), parts.ElementAtOrDefault(7));
        switch (request.HttpMethod, kind, space)
        {
            case ("GET", "deployments" or "cronjobs" or "jobs", World.Workload)
                when name is null && request.QueryString["labelSelector"] == $"{Follows}=beacon":
                return (200, List(kind));
            case ("PATCH", "deployments", World.Workload) when part == "scale":
            case ("PATCH", "cronjobs" or "jobs", World.Workload) when part is null && name is not null:
                return Patch($"{kind}/{name}", JsonNode.Parse(body)!.AsObject());
            case ("GET", "flinkdeployments" or "scheduledsparkapplications", World.Workload)
                when name is null && request.QueryString["labelSelector"] == $"{Follows}=beacon":
                return Custom.List(kind, onlyFollowing: true);
            case ("GET", "flinkstatesnapshots", World.Workload) when name is null:
                return Custom.List(kind, onlyFollowing: false);
            case ("PATCH", "flinkdeployments" or "scheduledsparkapplications", World.Workload)
                when part is null && name is not null && request.ContentType!.StartsWith("application/merge-patch+json", StringComparison.Ordinal):
                _changes.Add(new ObjectChange($"{kind}/{name} {JsonNode.Parse(body)!["spec"]!.ToJsonString()}", Instant.Now));
                return Custom.Patch($"{kind}/{name}", JsonNode.Parse(body)!.AsObject());
            case ("POST", "flinkstatesnapshots", World.Workload):
                return Custom.Create(kind, JsonNode.Parse(body)!.AsObject());
            case ("DELETE", "flinkstatesnapshots", World.Workload):
                return Custom.Delete($"{kind}/{name}");
            case ("GET", "leases", World.Space):
                return _objects.TryGetValue($"leases/{name}", out var lease) ? (200, lease.ToJsonString()) : (404, Status(404));
            case ("POST", "leases", World.Space):
                return Put($"leases/{JsonNode.Parse(body)!["metadata"]!["name"]}", JsonNode.Parse(body)!.AsObject(), created: true);
            case ("PUT", "leases", World.Space):
                return Put($"leases/{name}", JsonNode.Parse(body)!.AsObject(), created: false);
            default:
                _unexpected.Add($"{request.HttpMethod} {request.Url.PathAndQuery}");
                return (403, Status(403));
        }
    }

    private string List(string kind)
    {
        var items = new JsonArray([.. _objects
            .Where(entry => entry.Key.StartsWith(kind + "/", StringComparison.Ordinal) && entry.Value["metadata"]!["labels"]?[Follows] is not null)
            .Select(entry => entry.Value.DeepClone())]);
        return new JsonObject { ["kind"] = "List", ["apiVersion"] = "v1", ["items"] = items }.ToJsonString();
    }

    private (int Status, string Body) Patch(string key, JsonObject patch)
    {
        var spec = patch["spec"]!.AsObject().Single();
        _objects[key]["spec"]![spec.Key] = spec.Value!.DeepClone();
        _changes.Add(new ObjectChange($"{key} {spec.Key}={spec.Value.ToJsonString()}", Instant.Now));
        return (200, _objects[key].ToJsonString());
    }

    // As Kubernetes: whoever writes must have read the version that is there.
    private (int Status, string Body) Put(string key, JsonObject value, bool created)
    {
        var there = _objects.GetValueOrDefault(key);
        if (there is null != created || $"{there?["metadata"]!["resourceVersion"]}" != $"{value["metadata"]!["resourceVersion"]}")
        {
            return (409, Status(409));
        }

        value["metadata"]!["resourceVersion"] = $"{++_version}";
        _objects[key] = value;
        return (created ? 201 : 200, value.ToJsonString());
    }

    private void Add(string key, bool follows, JsonObject spec, string? replicas = null)
    {
        var metadata = new JsonObject { ["name"] = key.Split('/')[1], ["namespace"] = World.Workload };
        metadata["labels"] = follows ? new JsonObject { [Follows] = "beacon" } : [];
        metadata["annotations"] = replicas is null ? [] : new JsonObject { ["dr.drinfra.io/replicas"] = replicas };
        _objects[key] = new JsonObject { ["metadata"] = metadata, ["spec"] = spec };
    }

    private JsonNode? Get(string key)
    {
        lock (_lock)
        {
            return _objects.GetValueOrDefault(key)?.DeepClone();
        }
    }

    private static string Status(int code) =>
        new JsonObject { ["kind"] = "Status", ["apiVersion"] = "v1", ["status"] = "Failure", ["code"] = code }.ToJsonString();
}
