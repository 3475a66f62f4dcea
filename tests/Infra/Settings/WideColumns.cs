using DrInfra.Infra.Settings;

namespace DrInfra.Tests.Infra.Settings;

/// <summary>Settings with a workload <c>people</c> that has one table of Keyspaces and pods that use it.</summary>
internal static class WideColumns
{
    public const string Columns = """
        [{"name":"customer_id","type":"uuid"},{"name":"attribute","type":"text"},{"name":"changed_at","type":"timestamp"},{"name":"content","type":"blob"}]
        """;

    public const string Keys = "\"partitionKey\":[\"customer_id\"],\"clusteringKey\":[\"attribute\",\"changed_at desc\"]";

    public static PlatformSettings Settings(
        string more = ",\"expiry\":\"400d\"", string tier = "business-operational", params (string Key, string? Value)[] changes) =>
        Configurations.PrimarySettings([("workloads", Workloads($"\"columns\":{Columns},{Keys}{more}", tier)), .. changes]);

    public static string Workloads(string store, string tier = "business-operational") => $$"""
        [{"name":"people","owner":"customer-platform","tier":"{{tier}}","endpoint":"people",
          "serving":{"image":"people@sha256:862417b9e7c3720bcb3263cd873b09892d787823b6f9a0f453e42824c5a4d4b6",
            "port":8443,"replicas":6,"cpu":"1","memory":"3Gi"},
          "stores":[{"name":"attributes","kind":"wide-column","sizeGb":120,"changeGbPerDay":6,{{store}}}]}]
        """;
}
