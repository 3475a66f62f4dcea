namespace DrInfra.Tests;

/// <summary>Settings of a platform that is not the shipped one, all but its workloads.</summary>
internal static class ExamplePlatform
{
    public static Dictionary<string, string> Settings(string role, string environment) => new(StringComparer.Ordinal)
    {
        ["drinfra:role"] = role,
        ["drinfra:environment"] = environment,
        ["drinfra:owner"] = "platform",
        ["drinfra:accountId"] = "123456789012",
        ["drinfra:recoveryAccountId"] = "210987654321",
        ["drinfra:acknowledged"] = """["compliance-lock"]""",
        ["drinfra:dns"] = """{"zoneId":"Z0123456789EXAMPLE","domain":"data.example.com"}""",
        ["drinfra:regions"] = """{"primary":"eu-west-1","standby":"eu-central-1"}""",
        ["drinfra:witnessRegion"] = "eu-west-3",
        ["drinfra:network"] = """{"primary":{"range":"10.64.0.0/16"},"standby":{"range":"10.65.0.0/16"}}""",
    };
}
