using DrInfra.Policies.Checking;
using DrInfra.Policies.Rules;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class SoundDatabaseTests
{
    public static TheoryData<string> StackRules { get; } = [.. RecoveryPolicyPack.Rules
        .Where(rule => rule is StackRule && rule.GetType().Namespace!.EndsWith("Databases", StringComparison.Ordinal)).Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(StackRules))]
    public void SoundPair_HasNothingToSay(string rule)
    {
        var pair = new AuroraGraph();
        Assert.Empty(pair.Violations(RecoveryPolicyPack.Find(rule)!));
        Assert.Empty(pair.Unknown(RecoveryPolicyPack.Find(rule)!));
    }

    [Theory]
    [MemberData(nameof(StackRules))]
    public void OneStackAlone_IsNotBlamedForTheOther(string rule)
    {
        Assert.Empty(new AuroraGraph().Primary().Violations(RecoveryPolicyPack.Find(rule)!));
        Assert.Empty(new AuroraGraph().Standby().Violations(RecoveryPolicyPack.Find(rule)!));
    }
}
