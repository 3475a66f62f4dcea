using DrInfra.Infra.Settings;
using DrInfra.Tests.Infra.Settings;

namespace DrInfra.Tests.Infra.Messaging;

/// <summary>A workload with one queue.</summary>
internal static class Queued
{
    public const string One = "";
    public const string Both = """, "copies":"both","deduplicateBy":"transferId" """;

    /// <param name="queue">More keys of the queue, with a comma before them.</param>
    /// <param name="tier">The workload's tier.</param>
    /// <param name="database">Whether the workload has a database too.</param>
    public static string Workloads(string queue, string tier = "mission-critical", bool database = true)
    {
        var journal = database ? """{"name":"journal","kind":"database","sizeGb":4,"changeGbPerDay":1},""" : "";
        return $$"""
            [{"name":"orders","owner":"payments-team","tier":"{{tier}}",
              "stores":[{{journal}}{"name":"transfers","kind":"queue","sizeGb":0.5,"changeGbPerDay":0.5{{queue}}}]}]
            """;
    }

    public static PlatformSettings Settings(string queue, string tier = "mission-critical", bool database = true, params (string Key, string? Value)[] more) =>
        Configurations.PrimarySettings([("workloads", Workloads(queue, tier, database)), .. more]);
}
