using System.Text.Json;
using DrInfra.Infra.Settings;

namespace DrInfra.Tests.Benchmarks;

/// <summary>A platform with any number of workloads, over all tiers and kinds of stores, that keeps what it promises.</summary>
internal static class SyntheticPlatform
{
    private static readonly object[][] Stores =
    [
        [Store("journal", "database"), Store("requests", "table", ("consistency", "strong"))],
        [Store("profiles", "table"), Store("payloads", "bucket")],
        [Store("raw", "bucket"), Store("curated", "bucket"), Store("catalogue", "database")],
        [Store("reports", "table"), Store("extracts", "bucket")],
    ];

    private static readonly string[] Tiers = ["mission-critical", "business-critical", "business-operational", "internal"];

    // As in the shipped example: what a platform of this size cannot promise yet.
    private const string Promises = """
        {
          "mission-critical": { "objectives": { "region": { "rto": "40m" }, "account": { "rpo": "none", "rto": "none" } } },
          "business-critical": { "objectives": { "account": { "rpo": "none", "rto": "none" } } },
          "business-operational": { "objectives": { "account": { "rpo": "none", "rto": "none" } } }
        }
        """;

    public static StackConfiguration Configuration(string role, int workloads) => new(
        "drinfra",
        role,
        new Dictionary<string, string>(ExamplePlatform.Settings(role, "benchmark"))
        {
            ["drinfra:tiers"] = Promises,
            ["drinfra:planQuota"] = "1000",
            ["drinfra:cluster"] = """{ "publicRanges": ["198.51.100.0/24"] }""",
            ["drinfra:alertEmails"] = """["on-call@example.com"]""",
            ["drinfra:workloads"] = JsonSerializer.Serialize(Enumerable.Range(0, workloads).Select(Workload)),
        });

    private static Dictionary<string, object> Workload(int number)
    {
        var workload = new Dictionary<string, object>
        {
            ["name"] = $"workload-{number}",
            ["owner"] = $"team-{number % 17}",
            ["tier"] = Tiers[number % Tiers.Length],
            ["stores"] = Stores[number % Stores.Length],
        };

        // As in the shipped example: the two tiers on top serve.
        if (number % Tiers.Length < 2)
        {
            workload["endpoint"] = $"workload-{number}";
            workload["serving"] = new Dictionary<string, object> { ["image"] = $"workload-{number}:1.0.0", ["port"] = 8443, ["replicas"] = 6 };
        }

        return workload;
    }

    private static Dictionary<string, object> Store(string name, string kind, params (string Key, string Value)[] more)
    {
        var store = new Dictionary<string, object> { ["name"] = name, ["kind"] = kind, ["sizeGb"] = 100, ["changeGbPerDay"] = 5 };
        foreach (var (key, value) in more)
        {
            store[key] = value;
        }

        return store;
    }
}
