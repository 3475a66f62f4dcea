using System.Text.Json;
using DrInfra.Infra.Settings;

namespace DrInfra.Tests.Provider;

/// <summary>Platforms unlike the shipped one: every tier alone, single kinds of stores, other Regions, other options.</summary>
internal static class OtherPlatforms
{
    private static readonly object Database = new { name = "journal", kind = "database", sizeGb = 100, changeGbPerDay = 5 };
    private static readonly object Table = new { name = "profiles", kind = "table", sizeGb = 100, changeGbPerDay = 5 };
    private static readonly object StrongTable = new { name = "requests", kind = "table", sizeGb = 100, changeGbPerDay = 5, consistency = "strong" };
    private static readonly object Bucket = new { name = "raw", kind = "bucket", sizeGb = 100, changeGbPerDay = 5 };
    private static readonly object Serving = new
    {
        image = $"only@sha256:{new string('a', 64)}", port = 8443, replicas = 6, cpu = "1", memory = "2Gi", startup = "45s",
        reserve = new { instanceType = "m7g.xlarge" },
    };

    private const string ExistingNetwork = """
        {"primary":{"range":"10.1.0.0/16","vpcId":"vpc-0a1b2c3d","publicSubnets":["subnet-0a000001","subnet-0a000002","subnet-0a000003"],
            "privateSubnets":["subnet-0b000001","subnet-0b000002","subnet-0b000003"],"dataSubnets":["subnet-0c000001","subnet-0c000002","subnet-0c000003"]},
         "standby":{"range":"10.2.0.0/16"}}
        """;

    public static IReadOnlyList<(string Name, Dictionary<string, string> Settings)> All { get; } =
    [
        ("mission-critical", Workloads(Workload("mission-critical", true, Database, StrongTable))),
        ("business-critical", Workloads(Workload("business-critical", true, Table, Bucket))),
        ("business-operational", Workloads(Workload("business-operational", false, Database, Table, Bucket))),
        ("internal", Workloads(Workload("internal", false, Database, Bucket))),
        ("database-only", Workloads(Workload("mission-critical", false, Database))),
        ("table-only", Workloads(Workload("business-critical", false, Table))),
        ("bucket-only", Workloads(Workload("business-operational", false, Bucket))),
        ("serving-only-tables", Workloads(Workload("business-critical", true, Table))),
        ("private-cluster", With(("cluster", """{"publicRanges":[]}"""), Workload("business-critical", true, Table))),
        ("small", With(("sizing", "small"), Workload("business-critical", true, Table, Bucket))),
        ("american", With(("regions", """{"primary":"us-east-1","standby":"us-west-2"}"""), Workload("business-operational", false, Database, Bucket))),
        ("three-american-regions",
            With(
                [("regions", """{"primary":"us-east-1","standby":"us-west-2"}"""), ("witnessRegion", "us-east-2")],
                Workload("mission-critical", true, Database, StrongTable))),
        ("existing-network",
            With([("network", ExistingNetwork), ("alertEmails", """["oncall@example.com"]""")], Workload("business-operational", true, Database))),
        ("asian", With(("regions", """{"primary":"ap-northeast-1","standby":"ap-southeast-2"}"""), Workload("internal", false, Table, Bucket))),
        ("no-account-defaults", With(("ownsAccountDefaults", "false"), Workload("internal", false, Database))),
    ];

    public static StackConfiguration Configuration(string role, Dictionary<string, string> settings)
    {
        var values = ExamplePlatform.Settings(role, "test");
        foreach (var (name, value) in settings)
        {
            values[$"drinfra:{name}"] = value;
        }

        return new StackConfiguration("drinfra", role, values);
    }

    private static Dictionary<string, string> Workloads(params Dictionary<string, object>[] workloads)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["workloads"] = JsonSerializer.Serialize(workloads) };
        if (workloads.Any(workload => workload.ContainsKey("serving")))
        {
            settings["cluster"] = """{"publicRanges":["198.51.100.0/24"]}""";
        }

        return settings;
    }

    private static Dictionary<string, string> With((string Name, string Value) setting, params Dictionary<string, object>[] workloads) =>
        With([setting], workloads);

    private static Dictionary<string, string> With((string Name, string Value)[] changes, params Dictionary<string, object>[] workloads)
    {
        var settings = Workloads(workloads);
        foreach (var (name, value) in changes)
        {
            settings[name] = value;
        }

        return settings;
    }

    private static Dictionary<string, object> Workload(string tier, bool serves, params object[] stores)
    {
        var workload = new Dictionary<string, object>(StringComparer.Ordinal) { ["name"] = "only", ["owner"] = "team", ["tier"] = tier, ["stores"] = stores };
        if (serves)
        {
            workload["endpoint"] = "only";
            workload["serving"] = Serving;
        }

        return workload;
    }
}
