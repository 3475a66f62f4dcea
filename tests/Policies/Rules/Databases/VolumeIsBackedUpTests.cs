using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class VolumeIsBackedUpTests
{
    private static readonly VolumeIsBackedUp Rule = new();

    [Fact]
    public void NothingThatTakesSnapshots_IsAViolation() => Assert.Equal(["data: nothing takes snapshots of it"], Volume().Violations(Rule));

    [Theory]
    [InlineData("aws:dlm/lifecyclePolicy:LifecyclePolicy", """{ "state": "ENABLED" }""")]
    [InlineData("aws:backup/selection:Selection", """{ "resources": ["arn:aws:ec2:*:*:volume/*"] }""")]
    [InlineData("aws:ebs/snapshot:Snapshot", """{ "volumeId": "vol-1" }""")]
    public void SomethingThatTakesSnapshots_IsCompliant(string type, string inputs) => Assert.Empty(Volume().Add(type, "backup", inputs).Violations(Rule));

    [Fact]
    public void DisabledLifecyclePolicy_IsAViolation() => Assert.Equal(
        ["data: nothing takes snapshots of it"],
        Volume().Add("aws:dlm/lifecyclePolicy:LifecyclePolicy", "policy", """{ "state": "DISABLED" }""").Violations(Rule));

    private static TestGraph Volume() => new TestGraph().Add("aws:ebs/volume:Volume", "data", id: "vol-1");
}
