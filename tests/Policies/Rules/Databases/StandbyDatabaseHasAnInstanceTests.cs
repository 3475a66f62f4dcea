using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class StandbyDatabaseHasAnInstanceTests
{
    private static readonly StandbyDatabaseHasAnInstance Rule = new();

    [Theory]
    [InlineData("standby-writer", "standby: the standby is headless: it has no instance")]
    public void TakenAway_IsAViolation(string resource, string violation) => Assert.Equal([violation], new AuroraGraph().Without(resource).Violations(Rule));
}
