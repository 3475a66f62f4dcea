using System.Text.Json.Nodes;

namespace DrInfra.Tests.Functions.Servers;

/// <summary>
/// The objects of the operators of Flink and Spark in a cluster, and what the Flink operator does on a change: first deployment from the path, if
/// there is one; redeployment when the nonce is another, for which the path must not be empty; else suspending and resuming by its own state.
/// </summary>
internal sealed class CustomObjects(BucketServer bucket)
{
    private readonly Dictionary<string, JsonObject> _objects = [];
    private readonly List<string> _deeds = [];
    private int _version;
    private int _savepoints;

    /// <summary>Without them the cluster does not know their kinds.</summary>
    public bool AreInstalled { get; set; }

    /// <summary>What becomes of a snapshot that is asked for: COMPLETED, FAILED, or empty for nothing.</summary>
    public string Snapshots { get; set; } = "COMPLETED";

    /// <summary>What the operator did.</summary>
    public IReadOnlyList<string> Deeds
    {
        get
        {
            lock (_objects)
            {
                return [.. _deeds];
            }
        }
    }

    public JsonObject? this[string key]
    {
        get
        {
            lock (_objects)
            {
                return _objects.GetValueOrDefault(key)?.DeepClone().AsObject();
            }
        }
    }

    public IReadOnlyList<string> Keys
    {
        get
        {
            lock (_objects)
            {
                return [.. _objects.Keys];
            }
        }
    }

    public void Add(string key, JsonObject spec, params (string Name, string Value)[] annotations)
    {
        var metadata = new JsonObject { ["name"] = key.Split('/')[1], ["resourceVersion"] = $"{++_version}" };
        metadata["labels"] = new JsonObject { ["dr.drinfra.io/follows"] = "beacon" };
        metadata["annotations"] = new JsonObject([.. annotations.Select(pair => KeyValuePair.Create(pair.Name, (JsonNode?)pair.Value))]);
        (AreInstalled, _objects[key]) = (true, new JsonObject { ["metadata"] = metadata, ["spec"] = spec });
    }

    public (int Status, string Body) List(string kind, bool onlyFollowing)
    {
        lock (_objects)
        {
            var items = _objects.Where(entry => entry.Key.StartsWith(kind + "/", StringComparison.Ordinal)
                && (!onlyFollowing || entry.Value["metadata"]!["labels"] is not null));
            return AreInstalled
                ? (200, new JsonObject { ["items"] = new JsonArray([.. items.Select(entry => entry.Value.DeepClone())]) }.ToJsonString())
                : (404, "404 page not found");
        }
    }

    public (int Status, string Body) Patch(string key, JsonObject patch)
    {
        lock (_objects)
        {
            var (now, before) = (_objects[key], _objects[key].DeepClone());
            if (patch["metadata"]?["resourceVersion"] is { } read && $"{read}" != $"{now["metadata"]!["resourceVersion"]}")
            {
                return (409, "{}");
            }

            Merge(now["spec"]!.AsObject(), patch["spec"]!.AsObject());
            if (key.StartsWith("flinkdeployments/", StringComparison.Ordinal) && !Operate(now, before))
            {
                _objects[key] = before.AsObject();
                return (422, """{ "message": "InitialSavepointPath must not be empty for savepoint redeployment" }""");
            }

            now["metadata"]!["resourceVersion"] = $"{++_version}";
            return (200, now.ToJsonString());
        }
    }

    public (int Status, string Body) Create(string kind, JsonObject value)
    {
        lock (_objects)
        {
            var path = $"{value["spec"]!["savepoint"]!["path"]}";
            Assert.StartsWith($"s3://{bucket.Bucket}/", path, StringComparison.Ordinal);
            Assert.False((bool)value["spec"]!["savepoint"]!["disposeOnDelete"]!);
            Assert.Equal(0, (int)value["spec"]!["backoffLimit"]!);
            value["metadata"]!["creationTimestamp"] = $"{DateTimeOffset.UtcNow:yyyy-MM-dd'T'HH:mm:ss'Z'}";
            value["status"] = Snapshots switch
            {
                "" => new JsonObject { ["state"] = "IN_PROGRESS" },
                "COMPLETED" => new JsonObject { ["state"] = Snapshots, ["path"] = Write(path) },
                _ => new JsonObject { ["state"] = Snapshots, ["error"] = "no room left" },
            };
            _objects[$"{kind}/{value["metadata"]!["name"]}"] = value.DeepClone().AsObject();
            return (201, value.ToJsonString());
        }
    }

    public (int Status, string Body) Delete(string key)
    {
        lock (_objects)
        {
            return _objects.Remove(key) ? (200, "{}") : (404, "{}");
        }
    }

    private string Write(string path)
    {
        var folder = $"{path[$"s3://{bucket.Bucket}/".Length..].TrimEnd('/')}/savepoint-{++_savepoints}";
        bucket[$"{folder}/_metadata"] = new string('m', 10 + _savepoints);
        bucket[$"{folder}/op/state"] = new string('s', 100);
        return $"s3://{bucket.Bucket}/{folder}";
    }

    private bool Operate(JsonObject now, JsonNode before)
    {
        static string Of(JsonNode? value, string name) => $"{value?["spec"]!["job"]![name]}";
        var (state, path) = (Of(now, "state"), Of(now, "initialSavepointPath"));
        var hasRun = before["status"] is not null;
        if (Of(now, "savepointRedeployNonce") != Of(before, "savepointRedeployNonce") && hasRun)
        {
            if (path.Length == 0)
            {
                return false;
            }

            _deeds.Add($"redeploys from {path}");
        }
        else if (!hasRun && state == "running")
        {
            _deeds.Add($"deploys {(path.Length > 0 ? "from " + path : "without state")}");
        }
        else if (state != Of(before, "state"))
        {
            _deeds.Add(state == "running" ? "resumes" : "suspends");
        }

        if (hasRun || state == "running")
        {
            now["status"] = new JsonObject
            {
                ["reconciliationStatus"] = new JsonObject { ["lastReconciledSpec"] = now["spec"]!.ToJsonString() },
                ["jobStatus"] = new JsonObject
                {
                    ["state"] = state == "running" ? "RUNNING" : "FINISHED",
                    ["startTime"] = $"{DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()}",
                },
            };
        }

        return true;
    }

    private static void Merge(JsonObject into, JsonObject patch)
    {
        foreach (var (name, value) in patch)
        {
            if (value is null)
            {
                into.Remove(name);
            }
            else if (value is JsonObject inner && into[name] is JsonObject there)
            {
                Merge(there, inner);
            }
            else
            {
                into[name] = value.DeepClone();
            }
        }
    }
}
