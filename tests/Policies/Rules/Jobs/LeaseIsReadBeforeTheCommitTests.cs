using DrInfra.Policies.Rules.Jobs;

namespace DrInfra.Tests.Policies.Rules.Jobs;

[Trait("Practice", "F1")]
public class LeaseIsReadBeforeTheCommitTests
{
    private static readonly LeaseIsReadBeforeTheCommit Rule = new();

    [Fact]
    public void CommitOfTheHolder_IsCompliant() => Assert.Empty(EmrMachines.Graph(EmrMachines.Sound).Violations(Rule));

    [Theory]
    [InlineData("\"ResultPath\": \"$.work\", \"Next\": \"Again\"", "\"ResultPath\": \"$.work\", \"Next\": \"Commit\"")]
    [InlineData("{ \"Type\": \"Choice\", \"Default\": \"End\"", "{ \"Type\": \"Choice\", \"Default\": \"Commit\"")]
    [InlineData("\"$.again.Item.holder.S\", \"StringEquals\": \"eu-west-1\"", "\"$.again.Item.holder.S\", \"StringEquals\": \"eu-central-1\"")]
    [InlineData("\"$.again.Item.holder.S\"", "\"$.first.Item.holder.S\"")]
    public void CommitOfWhoeverIsNotAsked_IsAViolation(string from, string to) => Assert.Equal(
        ["machine: Commit comes after Work without another look at the lease: a run that lost it goes on"],
        EmrMachines.Graph(from, to).Violations(Rule));

    [Fact]
    public void SecondReadThatMayBeLate_IsAViolation()
    {
        var at = EmrMachines.Sound.LastIndexOf("\"ConsistentRead\": true", StringComparison.Ordinal);
        var late = EmrMachines.Sound[..at] + "\"ConsistentRead\": false" + EmrMachines.Sound[(at + "\"ConsistentRead\": true".Length)..];

        Assert.Contains("Again reads the lease without ConsistentRead", Assert.Single(EmrMachines.Graph(late).Violations(Rule)), StringComparison.Ordinal);
    }

    // One step has nothing that comes after it.
    [Fact]
    public void MachineWithoutACommit_IsNotJudged() =>
        Assert.Empty(EmrMachines.Graph("\"ResultPath\": \"$.work\", \"Next\": \"Again\"", "\"ResultPath\": \"$.work\", \"Next\": \"End\"").Violations(Rule));

    [Fact]
    public void DefinitionThatIsNotKnown_IsAnotherRules() => Assert.Empty(EmrMachines.Graph("?").Violations(Rule));
}
