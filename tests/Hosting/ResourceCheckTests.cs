using DrInfra.Policies.Checking;
using DrInfra.Policies.Graph;
using DrInfra.Policies.Hosting;
using DrInfra.Policies.Rules;
using DrInfra.Recovery.Settings;

namespace DrInfra.Tests.Hosting;

/// <summary>Judging and correcting one resource, by the example of rules that can correct.</summary>
public sealed class ResourceCheckTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    private readonly AnalyzerSession _session = new();

    [Fact]
    public void LevelRemediate_CorrectsOneAfterTheOther()
    {
        var corrections = Correct(Check(Level.Remediate));
        Assert.Equal(["needs-flag", "needs-other-flag"], corrections.Select(correction => correction.Violation.Rule.Id));
        Assert.Equal("""{"flag":true,"name":"a"}""", corrections[0].Inputs.ToString());
        Assert.Equal("""{"flag":true,"name":"a","other":true}""", corrections[1].Inputs.ToString());
    }

    [Theory]
    [InlineData(Level.Advisory)]
    [InlineData(Level.Mandatory)]
    [InlineData(Level.Disabled)]
    public void OtherLevels_CorrectNothing(Level level) => Assert.Empty(Correct(Check(level)));

    [Theory]
    [InlineData("2026-11-25", 0)]
    [InlineData("2026-11-24", 1)]
    public void Waiver_HoldsUntilItsDay(string expires, int violations)
    {
        var settings = RecoverySettings.None with { Waivers = [new Waiver("needs-flag", "*::a", "why", "owner", DateOnly.Parse(expires), 1)] };
        var check = new ResourceCheck(settings, Today, rules: [new NeedsFlag()]);
        Assert.Equal(violations, check.Run(Node(), foreign: false).Violations.Count);
    }

    [Fact]
    public void WaivedViolation_NotCorrected()
    {
        var settings = RecoverySettings.None with { Waivers = [new Waiver("needs-flag", "*", "why", "owner", Today.AddDays(1), 1)] };
        Assert.DoesNotContain(Correct(Check(Level.Remediate, settings)), correction => correction.Violation.Rule is NeedsFlag);
    }

    [Fact]
    public void ForeignStack_OnlyAdvised()
    {
        var check = new ResourceCheck(RecoverySettings.None, Today, rules: [new NeedsFlag()]);
        Assert.Equal(Level.Mandatory, Assert.Single(check.Run(Node(), foreign: false).Violations).Enforcement);
        Assert.Equal(Level.Advisory, Assert.Single(check.Run(Node(), foreign: true).Violations).Enforcement);
    }

    private static ResourceCheck Check(Level level, RecoverySettings? settings = null) => new(
        settings ?? RecoverySettings.None,
        Today,
        new Dictionary<string, RuleOverride> { [RuleConfiguration.All] = new(level, new Dictionary<string, double>()) },
        [new NeedsFlag(), new NeedsOtherFlag()]);

    private List<Correction> Correct(ResourceCheck check)
    {
        var node = Node();
        return [.. check.Correct(node, inputs => _session.NodeOf(node.Resource with { Inputs = inputs }, node.Provider?.Resource))];
    }

    private Node Node() => _session.NodeOf(Messages.Resource("test:index:Thing", "a", """{"name":"a"}"""));

    private abstract class FlagRule(string flag) : ResourceRule
    {
        protected override RuleDescriptor About => new("A flag is set.", Why: "It matters.", Fix: "Set it.", Severity.Low, Level.Mandatory, ["B1"]);

        public override IReadOnlyList<string> AppliesTo => ["test:index:Thing"];

        public override bool CanRemediate => true;

        public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters) =>
            [node[flag].Flag == true ? Verdict.Compliant : Verdict.Violation($"{flag} is off", flag)];

        public override MapValue? Remediate(Node node, RuleParameters parameters) =>
            MapValue.Of([.. node.Resource.Inputs, new(flag, PropertyValue.Of(true))]);
    }

    private sealed class NeedsFlag() : FlagRule("flag");

    private sealed class NeedsOtherFlag() : FlagRule("other");
}
