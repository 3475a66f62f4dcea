using System.Text.Json;
using DrInfra.Recovery;

namespace DrInfra.Tests.Recovery;

public class RecoveryManifestTests
{
    private static readonly RecoveryManifest Manifest = new()
    {
        Pair = "main",
        Workload = "ledger",
        Owner = "payments-team",
        Tier = "mission-critical",
        Strategy = "warm-standby",
        Role = "primary",
        Regions = new ManifestRegions("eu-west-1", "eu-central-1"),
        Objectives = new Dictionary<string, ManifestObjective> { ["region"] = new("5m", "30m") },
        Decide = "automatic",
        AutomaticFailover = "observe",
        DecideUntilArmed = "5m",
        CorruptionDetection = "1h",
        Repair = "rollback",
        Writer = "single",
        Capacity = new Dictionary<string, int> { ["journal"] = 2 },
        Stores = [new ManifestStore("journal", "database", 400, 12.5)],
    };

    [Fact]
    public void Json_IsOneLineWithTheContractsNames() => Assert.Equal(
        """
        {"version":1,"pair":"main","workload":"ledger","owner":"payments-team","tier":"mission-critical","strategy":"warm-standby","role":"primary",
          "regions":{"primary":"eu-west-1","standby":"eu-central-1"},"objectives":{"region":{"rpo":"5m","rto":"30m"}},"decide":"automatic",
          "automaticFailover":"observe","decideUntilArmed":"5m","corruptionDetection":"1h","repair":"rollback","writer":"single","capacity":{"journal":2},
          "stores":[{"name":"journal","kind":"database","sizeGb":400,"changeGbPerDay":12.5}]}
        """.OneLine(),
        Manifest.ToJson());

    [Fact]
    public void Pipelines_AreThereWhereThereAreSome() => Assert.EndsWith(
        ""","pipelines":[{"name":"enrichment","engine":"container","results":"idempotent"},{"name":"report","engine":"container","every":"0 3 * * *"}]}""",
        (Manifest with
        {
            Pipelines = [new("enrichment", "container", null, "idempotent"), new("report", "container", "0 3 * * *", null)],
        }).ToJson(),
        StringComparison.Ordinal);

    [Fact]
    public void Json_ReadsBackTheSame() => Assert.Equal(Manifest.ToJson(), RecoveryManifest.FromJson(Manifest.ToJson()).ToJson());

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{")]
    public void TextThatIsNoManifest_IsRefused(string json) => Assert.ThrowsAny<JsonException>(() => RecoveryManifest.FromJson(json));
}
