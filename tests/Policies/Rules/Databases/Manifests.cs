using System.Text.Json.Nodes;

namespace DrInfra.Tests.Policies.Rules.Databases;

/// <summary>Parameters that promise something of the workload <c>ledger</c>.</summary>
internal static class Manifests
{
    public static string Ledger(string role, string regionRpo) => new JsonObject
    {
        ["name"] = "/dr/main/ledger",
        ["type"] = "String",
        ["insecureValue"] = $$"""
            {
              "version": 1, "pair": "main", "workload": "ledger", "owner": "team", "tier": "gold", "role": "{{role}}",
              "regions": { "primary": "eu-west-1", "standby": "eu-central-1" },
              "objectives": { "region": { "rpo": "{{regionRpo}}", "rto": "4h" } },
              "decide": "15m", "corruptionDetection": "1h", "repair": "rollback", "writer": "single", "stores": []
            }
            """,
    }.ToJsonString();
}
