namespace DrInfra.Tests.Stacks;

/// <summary>The shipped failover plans with one figure of a step changed.</summary>
[Collection(ShippedStacksGroup.Name)]
[Trait("Practice", "F3")]
public class FailoverPlanTests(ShippedStacks stacks)
{
    private const string Ledger = "ledger-region-switch-plan";
    private const string Lake = "lake-region-switch-plan";
    private const string Promotion = "workflows/0/steps/0/parallelConfigs/0/steps/0/globalAuroraConfigs/0/timeoutMinutes";
    private const string Catalogue = "workflows/0/steps/0/globalAuroraConfigs/0/timeoutMinutes";

    [Theory]
    [InlineData(Ledger, Promotion, 10)]
    [InlineData(Lake, Catalogue, 40)]
    [InlineData(Ledger, "recoveryTimeObjectiveMinutes", 29)]
    [InlineData(Ledger, "recoveryTimeObjectiveMinutes", 20)]
    public void StepWithTheTimeItTakes_IsCompliant(string plan, string path, int minutes) => Assert.Empty(With(plan, path, minutes));

    [Theory]
    [InlineData(
        Ledger, Promotion, 9,
        "failover-plan-steps-have-time ledger-region-switch-plan: ledger: step promote-journal (1) times out after 9m but takes up to 10m")]
    [InlineData(
        Lake, Catalogue, 39,
        "failover-plan-steps-have-time lake-region-switch-plan: lake: step promote-catalogue (1) times out after 39m but takes up to 40m")]
    [InlineData(
        Ledger, "recoveryTimeObjectiveMinutes", 31,
        "failover-plan-timeouts-within-rto ledger-region-switch-plan: ledger: the plan states an RTO of 31m, promised 30m")]
    public void StepThatIsCutOff_OrPlanMeasuredByMoreThanThePromise_IsAViolation(string plan, string path, int minutes, string violation) =>
        Assert.Equal([violation], With(plan, path, minutes));

    [Fact]
    public void PlanWithoutTheStandbysStack_IsNotJudged() =>
        Assert.DoesNotContain(
            ShippedVerdicts.Of(stacks.Dev.Graph.With(Ledger, Promotion, 1)).Lines(), line => line.StartsWith("failover-plan", StringComparison.Ordinal));

    private string[] With(string plan, string path, int minutes) => ShippedVerdicts.Of(stacks.Dev.Graph.With(plan, path, minutes), stacks.Dr.Graph).Lines();
}
