namespace DrInfra.Tests.Infra.Pipelines;

/// <summary>Settings with pipelines: two workloads have some, of which the first one serves too.</summary>
internal static class Pipelined
{
    public const string Image = "\"image\":\"enrichment:1.0\"";

    public static (string Key, string? Value)[] Changes { get; } = With($$"""{"name":"enrichment",{{Image}},"replicas":4,"cpu":"500m","memory":"1Gi"}""");

    public static (string Key, string? Value)[] Nightly { get; } =
        With($$"""{"name":"report",{{Image}},"replicas":2,"every":"30 2 * * MON-FRI","results":"idempotent"}""");

    /// <summary>The same with other pipelines of the first workload.</summary>
    public static (string Key, string? Value)[] With(string pipelines) =>
    [
        ("cluster", """{"publicRanges":["198.51.100.0/24"],"followerImage":"follower:1.0"}"""),
        ("workloads", $$"""
            [{"name":"events","owner":"customer-platform","tier":"business-critical","endpoint":"events","serving":{"image":"events:1.0"},
              "pipelines":[{{pipelines}}],
              "stores":[{"name":"profiles","kind":"table","sizeGb":150,"changeGbPerDay":20}]},
             {"name":"lake","owner":"analytics","tier":"business-operational",
              "pipelines":[{"name":"compaction","image":"compaction:1.0","every":"0 3 * * *"}],
              "stores":[{"name":"raw","kind":"bucket","sizeGb":4000,"changeGbPerDay":50}]}]
            """),
    ];
}
