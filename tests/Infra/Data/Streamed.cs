using System.Text.Json;

namespace DrInfra.Tests.Infra.Data;

/// <summary>Settings with streams: of one tier that follows, and of one that restores from backups.</summary>
internal static class Streamed
{
    public const string PrimaryArn =
        "arn:aws:kafka:eu-west-1:123456789012:cluster/drinfra-main-events-feed-eu-west-1/51d58579-4545-4b3b-aefb-dc77659c80b2-2";

    public const string StandbyArn =
        "arn:aws:kafka:eu-central-1:123456789012:cluster/drinfra-main-events-feed-eu-central-1/0c1d8579-4545-4b3b-aefb-dc77659c80b2-13";

    public static (string Key, string? Value) Workloads { get; } = With("");

    /// <summary>What the other stack's output would say, as the setting has it.</summary>
    public static (string Key, string? Value) Recorded(string role, string arn) => ("identities", Identities(role, arn));

    public static string Identities(string role, string arn)
    {
        var region = role == "primary" ? "eu-west-1" : "eu-central-1";
        return JsonSerializer.Serialize(new Dictionary<string, object>
        {
            [role] = new Dictionary<string, string>
            {
                ["stream/events-feed"] = arn,
                [$"subnet/data-{region}a"] = "subnet-0aaaaaaaaaaaaaaa1",
                [$"subnet/data-{region}b"] = "subnet-0aaaaaaaaaaaaaaa2",
                [$"subnet/data-{region}c"] = "subnet-0aaaaaaaaaaaaaaa3",
            },
        });
    }

    /// <summary>The same with more of the first stream.</summary>
    public static (string Key, string? Value) With(string more, string topics = "\"orders\",\"page-views\"") => ("workloads", $$"""
        [{"name":"events","owner":"customer-platform","tier":"business-critical",
          "stores":[{"name":"feed","kind":"stream","sizeGb":500,"changeGbPerDay":60,"topics":[{{topics}}]{{more}}},
                    {"name":"profiles","kind":"table","sizeGb":150,"changeGbPerDay":20}]},
         {"name":"reporting","owner":"finance","tier":"internal",
          "stores":[{"name":"jobs","kind":"stream","sizeGb":5,"changeGbPerDay":1,"topics":["jobs"]}]}]
        """);
}
