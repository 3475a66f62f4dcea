using DrInfra.Infra.Settings;

namespace DrInfra.Infra.Conventions;

/// <summary>Where clients find a table of Keyspaces: in each Region at that Region's endpoint, under the same names.</summary>
public static class KeyspaceAddress
{
    /// <summary>Where Keyspaces listens, with TLS only (https://docs.aws.amazon.com/keyspaces/latest/devguide/programmatic.endpoints.html).</summary>
    public const int Port = 9142;

    /// <summary>The endpoint of a Region; inside a network with an interface endpoint the name leads to that.</summary>
    public static string Endpoint(string region) => $"cassandra.{region}.amazonaws.com:{Port}";

    /// <summary>What a stack tells of a store.</summary>
    public static Dictionary<string, object?> Of(PairIdentity pair, WorkloadSettings workload, WideColumnStore store) => new()
    {
        ["keyspace"] = pair.Names.Keyspace(workload.Name, store.Name),
        ["table"] = Names.KeyspaceTable(store.Name),
        ["primary"] = Endpoint(pair.Regions.Primary),
        ["standby"] = Endpoint(pair.Regions.Standby),
    };

    /// <summary>
    /// What pods are told: the endpoint of their own Region, whose name is that of the driver's local datacenter, and the names of each store.
    /// </summary>
    public static IEnumerable<(string Name, string Value)> Environment(Names names, WorkloadSettings workload, string region)
    {
        if (!workload.WideColumns.Any())
        {
            yield break;
        }

        yield return ("CASSANDRA_CONTACT_POINT", Endpoint(region));
        yield return ("CASSANDRA_LOCAL_DATACENTER", region);
        foreach (var store in workload.WideColumns)
        {
            yield return (
                $"CASSANDRA_TABLE_{VariableName.Of(store.Name)}",
                $"{names.Keyspace(workload.Name, store.Name)}.{Names.KeyspaceTable(store.Name)}");
        }
    }
}
