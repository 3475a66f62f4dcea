using DrInfra.Infra.Settings;

namespace DrInfra.Tests.Infra.Settings;

/// <summary>A small configuration without a mistake, and the same with some values changed.</summary>
internal static class Configurations
{
    public const string Workloads = """
        [{"name":"ledger","owner":"payments-team","tier":"mission-critical","endpoint":"ledger","clientSideEncryption":true,
          "serving":{"image":"ledger@sha256:fe14010b4fe83303852f0467c919ef9a7ca089b91e96e3aad7d426dd87079297","port":8443,"replicas":9,"cpu":"2","memory":"6Gi",
            "reserve":{"instanceType":"m7g.2xlarge","perZone":1}},
          "stores":[{"name":"journal","kind":"database","sizeGb":400,"changeGbPerDay":12,"instanceClass":"db.r7g.2xlarge"},
                    {"name":"requests","kind":"table","sizeGb":20,"changeGbPerDay":8,"consistency":"strong"}]},
         {"name":"lake","owner":"analytics","tier":"business-operational",
          "stores":[{"name":"raw","kind":"bucket","sizeGb":4000,"changeGbPerDay":50},
                    {"name":"catalogue","kind":"database","sizeGb":60,"changeGbPerDay":1,"instanceClass":"db.r7g.xlarge"},
                    {"name":"index","kind":"table","sizeGb":2,"changeGbPerDay":1,"sortKey":"at","expiryAttribute":"expiresAt"}]},
         {"name":"reporting","owner":"finance","tier":"internal",
          "stores":[{"name":"reports","kind":"database","sizeGb":80,"changeGbPerDay":2},
                    {"name":"drafts","kind":"table","sizeGb":1,"changeGbPerDay":0.5},
                    {"name":"extracts","kind":"bucket","sizeGb":300,"changeGbPerDay":5}]}]
        """;

    private static readonly Dictionary<string, string> Sound = new()
    {
        ["owner"] = "platform-engineering",
        ["environment"] = "test",
        ["accountId"] = "123456789012",
        ["acknowledged"] = """["compliance-lock"]""",
        ["recoveryAccountId"] = "210987654321",
        ["regions"] = """{"primary":"eu-west-1","standby":"eu-central-1"}""",
        ["witnessRegion"] = "eu-west-3",
        ["dns"] = """{"zoneId":"Z0123456789EXAMPLE","domain":"data.example.com"}""",
        ["network"] = """{"primary":{"range":"10.64.0.0/16"},"standby":{"range":"10.65.0.0/16"}}""",
        ["cluster"] = """{"publicRanges":["198.51.100.0/24"]}""",
        ["workloads"] = Workloads,
    };

    public static StackConfiguration Primary(params (string Key, string? Value)[] changes) => Of("dev", "primary", changes);

    public static StackConfiguration Standby(params (string Key, string? Value)[] changes) => Of("dr", "standby", changes);

    public static PlatformSettings PrimarySettings(params (string Key, string? Value)[] changes) =>
        PlatformSettingsReader.Read(Primary(changes));

    public static PlatformSettings StandbySettings(params (string Key, string? Value)[] changes) =>
        PlatformSettingsReader.Read(Standby(changes));

    private static StackConfiguration Of(string stack, string role, (string Key, string? Value)[] changes)
    {
        var values = new Dictionary<string, string>(Sound) { ["role"] = role };
        foreach (var (key, value) in changes)
        {
            if (value is null)
            {
                values.Remove(key);
            }
            else
            {
                values[key] = value;
            }
        }

        return new StackConfiguration("drinfra", stack, values.ToDictionary(pair => $"drinfra:{pair.Key}", pair => pair.Value));
    }
}
