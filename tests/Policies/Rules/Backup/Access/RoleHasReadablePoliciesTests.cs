using DrInfra.Policies.Rules.Access;

namespace DrInfra.Tests.Policies.Rules.Backup.Access;

public class RoleHasReadablePoliciesTests
{
    private static readonly RoleHasReadablePolicies Rule = new();

    [Fact]
    public void Sound_IsCompliant() => BackupGraph.AssertSound(Rule);

    [Theory]
    [InlineData("\"Effect\": \"Allow\", \"Action\"", "\"Effect\": \"Deny\", \"Action\"", "allow nothing")]
    public void Weakened_IsAViolation(string from, string to, string message) =>
        BackupGraph.AssertNoticed(Rule, from, to, message);

    [Fact]
    public void TextThatIsNoJson_IsAViolation() =>
        BackupGraph.AssertNoticed(Rule, BackupGraph.Sound().With("backup-policy", "policy", "{"), "cannot be read");

    [Theory]
    [InlineData("backup-policy", "role has no policy")]
    public void TakenAway_IsAViolation(string without, string message) =>
        BackupGraph.AssertNoticedWithout(Rule, without, message);
}
