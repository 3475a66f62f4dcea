using DrInfra.Infra.Serving;
using DrInfra.Infra.Settings;
using DrInfra.Recovery;
using DrInfra.Tests.Infra.Settings;

namespace DrInfra.Tests.Infra.Serving;

[Trait("Practice", "T1")]
public class ServingReplicasTests
{
    // No autoscaler stands at 0: it would never wake up.
    [Theory]
    [InlineData(9, Strategy.WarmStandby, Sizing.Full, StackRole.Primary, Activation.Active, 9)]
    [InlineData(9, Strategy.WarmStandby, Sizing.Full, StackRole.Standby, Activation.Standby, 3)]
    [InlineData(3, Strategy.WarmStandby, Sizing.Full, StackRole.Standby, Activation.Standby, 3)]
    [InlineData(30, Strategy.WarmStandby, Sizing.Full, StackRole.Standby, Activation.Standby, 10)]
    [InlineData(31, Strategy.WarmStandby, Sizing.Full, StackRole.Standby, Activation.Standby, 11)]
    [InlineData(9, Strategy.WarmStandby, Sizing.Full, StackRole.Standby, Activation.Active, 9)]
    [InlineData(9, Strategy.PilotLight, Sizing.Full, StackRole.Primary, Activation.Active, 9)]
    [InlineData(9, Strategy.PilotLight, Sizing.Full, StackRole.Standby, Activation.Standby, 1)]
    [InlineData(9, Strategy.PilotLight, Sizing.Full, StackRole.Standby, Activation.Active, 9)]
    [InlineData(9, Strategy.BackupRestore, Sizing.Full, StackRole.Standby, Activation.Standby, 1)]
    [InlineData(9, Strategy.BackupRestore, Sizing.Full, StackRole.Standby, Activation.Active, 9)]
    [InlineData(9, Strategy.ActiveActive, Sizing.Full, StackRole.Standby, Activation.Standby, 9)]
    [InlineData(9, Strategy.WarmStandby, Sizing.Small, StackRole.Primary, Activation.Active, 1)]
    [InlineData(9, Strategy.WarmStandby, Sizing.Small, StackRole.Standby, Activation.Standby, 1)]
    [InlineData(9, Strategy.ActiveActive, Sizing.Small, StackRole.Standby, Activation.Active, 1)]
    public void Pods_FollowStrategySizingAndActivation(
        int full, Strategy strategy, Sizing sizing, StackRole role, Activation activation, int expected) =>
        Assert.Equal(expected, ServingReplicas.For(Of(full), strategy, sizing, role, activation));

    // A pod in each zone at least, and never more than at full size.
    [Theory]
    [InlineData(Strategy.WarmStandby, 1, Activation.Standby, 3)]
    [InlineData(Strategy.WarmStandby, 50, Activation.Standby, 5)]
    [InlineData(Strategy.WarmStandby, 100, Activation.Standby, 9)]
    [InlineData(Strategy.WarmStandby, 50, Activation.Active, 9)]
    [InlineData(Strategy.PilotLight, 1, Activation.Standby, 1)]
    [InlineData(Strategy.PilotLight, 34, Activation.Standby, 4)]
    public void Share_IsWhatTheStandbyKeeps(Strategy strategy, int percent, Activation activation, int expected) => Assert.Equal(
        expected, ServingReplicas.For(Of(9) with { StandbyPercent = percent }, strategy, Sizing.Full, StackRole.Standby, activation));

    // In either Region the same: a plan raises the standby to what the primary had, which its autoscaler must let through.
    [Theory]
    [InlineData(3, Sizing.Full, 5, 7)]
    [InlineData(9, Sizing.Full, 14, 18)]
    [InlineData(300, Sizing.Full, 450, 563)]
    [InlineData(300, Sizing.Small, 2, 3)]
    public void Most_IsHalfAsMuchAgainAndAnUpdateAQuarterBesideIt(int full, Sizing sizing, int most, int withSurge)
    {
        Assert.Equal(most, ServingReplicas.Most(Of(full), sizing));
        Assert.Equal(withSurge, ServingReplicas.MostWithSurge(Of(full), sizing));
    }

    private static ServingSettings Of(int replicas) => Configurations.PrimarySettings().Workloads[0].Serving! with { Replicas = replicas };
}
