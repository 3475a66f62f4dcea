using DrInfra.Infra.Serving;
using DrInfra.Infra.Settings;
using DrInfra.Recovery;

namespace DrInfra.Tests.Infra.Serving;

public class ServingInstancesTests
{
    [Theory]
    [InlineData(9, Strategy.WarmStandby, Sizing.Full, StackRole.Primary, Activation.Active, 9)]
    [InlineData(9, Strategy.WarmStandby, Sizing.Full, StackRole.Standby, Activation.Standby, 3)]
    [InlineData(30, Strategy.WarmStandby, Sizing.Full, StackRole.Standby, Activation.Standby, 10)]
    [InlineData(31, Strategy.WarmStandby, Sizing.Full, StackRole.Standby, Activation.Standby, 11)]
    [InlineData(9, Strategy.WarmStandby, Sizing.Full, StackRole.Standby, Activation.Active, 9)]
    [InlineData(9, Strategy.PilotLight, Sizing.Full, StackRole.Standby, Activation.Standby, 0)]
    [InlineData(9, Strategy.PilotLight, Sizing.Full, StackRole.Standby, Activation.Active, 9)]
    [InlineData(9, Strategy.BackupRestore, Sizing.Full, StackRole.Standby, Activation.Standby, 0)]
    [InlineData(9, Strategy.ActiveActive, Sizing.Full, StackRole.Standby, Activation.Standby, 9)]
    [InlineData(9, Strategy.WarmStandby, Sizing.Small, StackRole.Primary, Activation.Active, 1)]
    [InlineData(9, Strategy.WarmStandby, Sizing.Small, StackRole.Standby, Activation.Standby, 1)]
    public void Instances_FollowStrategySizingAndActivation(
        int full, Strategy strategy, Sizing sizing, StackRole role, Activation activation, int expected) =>
        Assert.Equal(expected, ServingInstances.For(new ServingSettings("/images/a", 443, "m7g.large", full), strategy, sizing, role, activation));
}
