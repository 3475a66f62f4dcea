namespace DrInfra.Tests.Infra.Data;

/// <summary>Settings of a workload with a bucket and a catalogue over it.</summary>
internal static class Catalogued
{
    public const string Hive = """
        "format":"hive","tables":[{"name":"orders","path":"sales/orders","columns":{"id":"bigint","total":"decimal(12,2)"},
          "partitions":[
            {"name":"day","type":"date","values":"2024-01-01,NOW"},{"name":"shop","type":"int","values":"0,9"},{"name":"kind","values":"web,post"}]}]
        """;

    public const string Delta = """ "format":"delta","tables":[{"name":"orders"}]""";

    /// <summary>The workloads, with what the catalogue has beside its name, and more stores.</summary>
    public static (string Key, string? Value) With(string catalogue = """ "format":"iceberg" """, string more = "") => ("workloads", $$"""
        [{"name":"lake","owner":"analytics","tier":"business-operational",
          "stores":[{"name":"curated","kind":"bucket","sizeGb":4000,"changeGbPerDay":50},
                    {"name":"tables","kind":"catalogue","sizeGb":1,"changeGbPerDay":0,"of":"curated",{{catalogue}}}{{more}}]}]
        """);
}
