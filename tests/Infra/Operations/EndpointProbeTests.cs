using DrInfra.Infra.Operations;
using DrInfra.Infra.Settings;
using DrInfra.Recovery;
using DrInfra.Tests.Infra.Settings;

namespace DrInfra.Tests.Infra.Operations;

public class EndpointProbeTests
{
    private const string Primary = "eu-west-1";
    private const string Standby = "eu-central-1";

    private static readonly PlatformSettings Settings = Configurations.PrimarySettings();

    private static WorkloadSettings Ledger => Settings.Workloads[0];

    [Theory]
    [InlineData(Primary, Standby)]
    [InlineData(Standby, Primary)]
    public void SingleWriter_IsAskedInTheOtherRegionAndWhetherItWritesInItsOwn(string here, string there) => Assert.Equal(
        [
            new EndpointProbe("canary", there, "/healthz/ready", "unreachable", $"does not answer, as seen from {here}", IsTold: true),
            new EndpointProbe(
                "write-canary", here, "/healthz/write", "cannot-write",
                "cannot write: red in the standby until its database is promoted, else a fault", IsTold: true),
        ],
        Of(Ledger, here));

    [Fact]
    public void WorkloadThatWritesInBothRegions_IsNotAskedForAWriter() =>
        Assert.Equal(["canary"], Of(Ledger with { Stores = [.. Ledger.Tables] }, Standby).Select(probe => probe.Part));

    // Nothing of its data is in the standby before it is restored: silence there is no news, and the way back is.
    [Fact]
    public void TierThatRestores_IsToldOfItsPrimaryAlone()
    {
        var restored = Ledger with { Tier = DefaultTiers.All.Single(tier => tier.Strategy == Strategy.BackupRestore) };

        Assert.True(Assert.Single(Of(restored, Standby)).IsTold);
        Assert.False(Assert.Single(Of(restored, Primary)).IsTold);
    }

    [Fact]
    public void WorkloadWithoutPods_HasNoWriterToReach() => Assert.False(EndpointProbe.HasWriter(Settings.Workloads[1]));

    [Fact]
    public void Witness_AsksBothRegionsOfAWorkloadThatMayBeArmed()
    {
        Assert.Equal(
            [
                new EndpointProbe(
                    "primary-canary", Primary, "/healthz/ready", "primary-unreachable", "does not answer, as seen from eu-west-3", IsTold: true),
                new EndpointProbe(
                    "standby-canary", Standby, "/healthz/ready", "standby-unreachable", "does not answer, as seen from eu-west-3", IsTold: true),
            ],
            EndpointProbe.OfWitness(Settings.Identity, Ledger));
        Assert.Empty(EndpointProbe.OfWitness(Settings.Identity, Settings.Workloads[1]));
        Assert.Empty(EndpointProbe.OfWitness(Settings.Identity, Ledger with { Tier = DefaultTiers.All.Single(tier => tier.TwoPeople) }));
    }

    private static IEnumerable<EndpointProbe> Of(WorkloadSettings workload, string region) => EndpointProbe.Of(Settings.Identity, workload, region);
}
