using DrInfra.Policies.Aws.Keyspaces;
using static DrInfra.Drctl.Emulation.Wire;

namespace DrInfra.Drctl.Emulation;

internal static class KeyspacesResources
{
    private const string CustomerKey = "CUSTOMER_MANAGED_KMS_KEY";

    public static IReadOnlyList<EmulatedType> Types { get; } =
    [
        new(KeyspacesTypes.Keyspace, CreateKeyspace),
        new(KeyspacesTypes.Table, CreateTable),
    ];

    private static EmulatedResource CreateKeyspace(EmulationRequest request)
    {
        var name = request.PhysicalName(prefixProperty: null).Replace('-', '_');
        var replication = request.Map("replicationSpecification");
        if (replication?.GetValueOrDefault("replicationStrategy") is "MULTI_REGION")
        {
            // Keyspaces API, ReplicationSpecification: 2 to 17 Regions, the one of the call among them.
            var regions = (replication.GetValueOrDefault("regionLists") as IEnumerable<object> ?? []).OfType<string>().ToArray();
            if (regions.Distinct(StringComparer.Ordinal).Count() < 2 || !regions.Contains(request.Region, StringComparer.Ordinal))
            {
                throw request.Refuse("replicationSpecification", regions, $"a keyspace of several Regions names {request.Region} and at least another one.");
            }
        }

        return EmulatedOutputs.InRegion(request)
            .Set("name", name)
            .Set("arn", request.Arn("cassandra", $"/keyspace/{name}/"))
            .Default("replicationSpecification", Map(("replicationStrategy", "SINGLE_REGION")))
            .Tagged()
            .WithId(name);
    }

    private static EmulatedResource CreateTable(EmulationRequest request)
    {
        RequireColumns(request);
        var (keyspace, table) = (request.Text("keyspaceName"), request.Text("tableName"));
        var encryption = request.Map("encryptionSpecification");
        if (encryption?.GetValueOrDefault("type") is CustomerKey && !encryption.ContainsKey("kmsKeyIdentifier"))
        {
            throw request.Refuse("encryptionSpecification", encryption, $"{CustomerKey} takes a kmsKeyIdentifier.");
        }

        return EmulatedOutputs.InRegion(request)
            .Set("arn", request.Arn("cassandra", $"/keyspace/{keyspace}/table/{table}"))
            .Default("capacitySpecification", Map(("throughputMode", "PAY_PER_REQUEST")))
            .Default("comment", Map(("message", string.Empty)))
            .Default("encryptionSpecification", Map(("type", "AWS_OWNED_KMS_KEY")))
            .Default("pointInTimeRecovery", Map(("status", "DISABLED")))
            .Default("defaultTimeToLive", 0)
            .Tagged()
            .WithId($"{keyspace}/{table}");
    }

    // Keyspaces API, SchemaDefinition: keys name columns of the table.
    private static void RequireColumns(EmulationRequest request)
    {
        if (request.Map("schemaDefinition") is not { } schema)
        {
            return;
        }

        var columns = Names(schema, "columns");
        string[] strangers = [.. Names(schema, "partitionKeys").Concat(Names(schema, "clusteringKeys")).Where(key => !columns.Contains(key))];
        if (columns.Count > 0 && strangers.Length > 0)
        {
            throw request.Refuse("schemaDefinition", strangers, "keys are columns of the table.");
        }
    }

    private static HashSet<string> Names(IReadOnlyDictionary<string, object> schema, string property) =>
        (schema.GetValueOrDefault(property) as IEnumerable<object> ?? []).OfType<IReadOnlyDictionary<string, object>>()
            .Select(entry => entry.GetValueOrDefault("name")).OfType<string>().ToHashSet(StringComparer.Ordinal);
}
