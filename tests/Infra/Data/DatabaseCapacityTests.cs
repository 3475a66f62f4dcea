using DrInfra.Infra.Data;
using DrInfra.Infra.Settings;
using DrInfra.Recovery;

namespace DrInfra.Tests.Infra.Data;

public class DatabaseCapacityTests
{
    private const string Large = "db.r7g.large";
    private const string Full = "db.r7g.2xlarge";

    [Theory]
    [InlineData(Strategy.BackupRestore, StackRole.Primary, Activation.Active, new[] { Full, Full })]
    [InlineData(Strategy.WarmStandby, StackRole.Primary, Activation.Active, new[] { Full, Full })]
    [InlineData(Strategy.BackupRestore, StackRole.Standby, Activation.Standby, new string[0])]
    [InlineData(Strategy.BackupRestore, StackRole.Standby, Activation.Active, new string[0])]
    [InlineData(Strategy.PilotLight, StackRole.Standby, Activation.Standby, new[] { Large })]
    [InlineData(Strategy.PilotLight, StackRole.Standby, Activation.Active, new[] { Full, Full })]
    [InlineData(Strategy.WarmStandby, StackRole.Standby, Activation.Standby, new[] { Full })]
    [InlineData(Strategy.WarmStandby, StackRole.Standby, Activation.Active, new[] { Full, Full })]
    [InlineData(Strategy.ActiveActive, StackRole.Standby, Activation.Standby, new[] { Full, Full })]
    public void FullSizing_GivesTheStrategysInstances(Strategy strategy, StackRole role, Activation activation, string[] expected) =>
        Assert.Equal(expected, DatabaseCapacity.For(new DatabaseStore("journal", 1, 1, Full, "16.8"), strategy, Sizing.Full, role, activation));

    [Theory]
    [InlineData(StackRole.Primary, Activation.Active)]
    [InlineData(StackRole.Standby, Activation.Standby)]
    [InlineData(StackRole.Standby, Activation.Active)]
    public void SmallSizing_GivesOneSmallInstance(StackRole role, Activation activation) => Assert.Equal(
        [Large], DatabaseCapacity.For(new DatabaseStore("journal", 1, 1, Full, "16.8"), Strategy.WarmStandby, Sizing.Small, role, activation));
}
