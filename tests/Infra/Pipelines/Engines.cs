namespace DrInfra.Tests.Infra.Pipelines;

/// <summary>Settings with pipelines of Flink, Spark and Hadoop: a workload with a stream, a bucket for data and one for state.</summary>
internal static class Engines
{
    public const string Flink = """
        "name":"sessions","engine":"flink","image":"sessions:1.0","program":"/opt/flink/usrlib/sessions.jar","reads":["feed"],"writes":["payloads"],
        "replicas":3,"cpu":"1500m","memory":"4Gi","savepoints":{"in":"state","every":"10m","stateGb":40},
        "catchUp":{"inputMbPerSecond":4,"surplusMbPerSecond":20},"results":"idempotent"
        """;

    public const string Spark = """
        "name":"rollup","engine":"spark","image":"rollup:1.0","program":"/opt/spark/work/rollup.py","reads":["payloads"],
        "replicas":4,"cpu":"2","memory":"8Gi","every":"15 * * * *"
        """;

    public const string Hadoop = """
        "name":"compaction","engine":"hadoop","program":"jobs/compaction-2.1.jar","artifacts":"payloads","every":"0 */4 * * 1-5","replicas":4,
        "instanceTypes":["m7g.xlarge","m6g.xlarge"]
        """;

    /// <summary>The pipelines of the one workload, and what they need.</summary>
    public static (string Key, string? Value)[] With(params string[] pipelines) =>
    [
        ("cluster", """
            {"publicRanges":["198.51.100.0/24"],"followerImage":"follower:1.0","flinkOperatorImage":"flink-operator:1.15.0",
             "sparkOperatorImage":"spark-operator:2.5.2"}
            """),
        ("workloads", $$"""
            [{"name":"events","owner":"customer-platform","tier":"business-critical","endpoint":"events","serving":{"image":"events:1.0"},
              "pipelines":[{{string.Join(',', pipelines.Select(pipeline => $"{{{pipeline}}}"))}}],
              "stores":[{"name":"payloads","kind":"bucket","sizeGb":150,"changeGbPerDay":20},{"name":"state","kind":"bucket","sizeGb":200,"changeGbPerDay":300},
                        {"name":"feed","kind":"stream","sizeGb":500,"changeGbPerDay":60,"topics":["customer-events"]}]}]
            """),
    ];
}
