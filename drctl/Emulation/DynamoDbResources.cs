using System.Collections.Immutable;
using DrInfra.Policies.Aws.DynamoDb;
using static DrInfra.Drctl.Emulation.Wire;

namespace DrInfra.Drctl.Emulation;

internal static class DynamoDbResources
{
    // A stream is labelled with the time of its creation; an invented cloud has no clock.
    private const string StreamLabel = "2000-01-01T00:00:00.000";

    public static IReadOnlyList<EmulatedType> Types { get; } = [new(DynamoDbTypes.Table, CreateTable)];

    private static EmulatedResource CreateTable(EmulationRequest request)
    {
        RequireIndexedAttributes(request);
        var name = request.PhysicalName(prefixProperty: null);
        var streams = request.Flag("streamEnabled");
        var onDemand = request.Text("billingMode") == "PAY_PER_REQUEST";
        var replicas = request.Maps("replicas").Select(replica => Replica(request, name, replica, streams));
        return EmulatedOutputs.InRegion(request)
            .Set("name", name)
            .Set("arn", TableArn(request, name, request.Region))
            .Set("streamArn", streams ? StreamArn(request, name, request.Region) : string.Empty)
            .Set("streamLabel", streams ? StreamLabel : string.Empty)
            .Set("replicas", replicas.ToImmutableArray<object>())
            .Default("billingMode", "PROVISIONED")
            .Default("tableClass", "STANDARD")
            .Default("readCapacity", onDemand ? 0 : null)
            .Default("writeCapacity", onDemand ? 0 : null)
            .Set("pointInTimeRecovery", PointInTimeRecovery(request))
            .Default("serverSideEncryption", Map(("enabled", false), ("kmsKeyArn", string.Empty)))
            .Default("ttl", Map(("attributeName", string.Empty), ("enabled", false)))
            .EmptyTexts("streamViewType")
            .EmptyLists("globalSecondaryIndexes", "localSecondaryIndexes")
            .Off("deletionProtectionEnabled", "streamEnabled")
            .Tagged()
            .WithId(name);
    }

    private static ImmutableDictionary<string, object> PointInTimeRecovery(EmulationRequest request)
    {
        var given = request.Map("pointInTimeRecovery");
        if (given is null || !given.TryGetValue("enabled", out var enabled))
        {
            return Map(("enabled", false), ("recoveryPeriodInDays", 0));
        }

        // 35 days is the service's default once recovery is switched on.
        var days = given.GetValueOrDefault("recoveryPeriodInDays") ?? (enabled is true ? 35 : 0);
        return Map(("enabled", enabled), ("recoveryPeriodInDays", days));
    }

    private static ImmutableDictionary<string, object> Replica(
        EmulationRequest request,
        string table,
        IReadOnlyDictionary<string, object> replica,
        bool streams)
    {
        var region = replica.GetValueOrDefault("regionName") as string ?? string.Empty;
        return new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["consistencyMode"] = "EVENTUAL",
            ["deletionProtectionEnabled"] = false,
            ["pointInTimeRecovery"] = false,
            ["propagateTags"] = false,
            ["arn"] = TableArn(request, table, region),
            ["streamArn"] = streams ? StreamArn(request, table, region) : string.Empty,
            ["streamLabel"] = streams ? StreamLabel : string.Empty,
        }.ToImmutableDictionary(StringComparer.Ordinal).SetItems(replica);
    }

    /// <summary>The provider refuses a key without its attribute and an attribute without a key (aws_dynamodb_table, plan time).</summary>
    private static void RequireIndexedAttributes(EmulationRequest request)
    {
        if (!request.Inputs.ContainsKey("attributes"))
        {
            return;
        }

        var declared = Names(request.Maps("attributes"), "name");
        var keys = new HashSet<string>(StringComparer.Ordinal);
        keys.UnionWith(new[] { request.Text("hashKey"), request.Text("rangeKey") }.OfType<string>());
        foreach (var index in request.Maps("globalSecondaryIndexes").Concat(request.Maps("localSecondaryIndexes")))
        {
            if (index.ContainsKey("keySchemas"))
            {
                return;
            }

            keys.UnionWith(new[] { index.GetValueOrDefault("hashKey"), index.GetValueOrDefault("rangeKey") }.OfType<string>());
        }

        if (!keys.SetEquals(declared))
        {
            throw request.Refuse(
                "attributes",
                declared.Order(StringComparer.Ordinal),
                $"the table and its indexes have the keys [{string.Join(", ", keys.Order(StringComparer.Ordinal))}]: declare exactly these.");
        }
    }

    private static HashSet<string> Names(IEnumerable<IReadOnlyDictionary<string, object>> maps, string property) =>
        maps.Select(map => map.GetValueOrDefault(property)).OfType<string>().ToHashSet(StringComparer.Ordinal);

    private static string TableArn(EmulationRequest request, string table, string region) =>
        request.Arn("dynamodb", $"table/{table}", region);

    private static string StreamArn(EmulationRequest request, string table, string region) =>
        $"{TableArn(request, table, region)}/stream/{StreamLabel}";
}
