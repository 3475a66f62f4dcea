using System.Text.Json.Nodes;
using DrInfra.Policies.Assessment;
using DrInfra.Policies.Aws;
using DrInfra.Policies.Graph;
using DrInfra.Recovery;

namespace DrInfra.Tests.Stacks;

/// <summary>What the service would refuse, put into the shipped stacks: the replica is found and no longer counted.</summary>
[Collection(ShippedStacksGroup.Name)]
public class ReplicaReasonsTests(ShippedStacks stacks)
{
    private const string Cluster = "ledger-journal-cluster-eu-central-1";

    [Fact]
    public void ShippedReplicas_AreUsableAndCounted()
    {
        Assert.DoesNotContain(
            stacks.Report.Lines(), line => line.Contains("replica-is-usable", StringComparison.Ordinal));
        Assert.True(Counts(stacks.Dev.Graph, stacks.Dr.Graph, "ledger-journal-cluster-eu-west-1"));
        Assert.True(Counts(stacks.Dev.Graph, stacks.Dr.Graph, "ledger-requests-table"));
    }

    [Theory]
    [InlineData("databaseName", "platform", "states a name for it")]
    [InlineData("masterUsername", "platform", "states one of its own")]
    public void SecondaryThatTheServiceRefuses_IsFoundAndNotCounted(string property, string value, string message)
    {
        var standby = stacks.Dr.Graph.With(Cluster, property, JsonValue.Create(value));

        Assert.Contains(ShippedVerdicts.Of(stacks.Dev.Graph, standby).Violations, violation => violation.Rule.Id == "replica-is-usable"
            && violation.Urn.EndsWith($"::{Cluster}", StringComparison.Ordinal) && violation.Message.Contains(message, StringComparison.Ordinal));
        Assert.False(Counts(stacks.Dev.Graph, standby, "ledger-journal-cluster-eu-west-1"));
    }

    [Fact]
    public void TableReplicaWithoutAKey_IsFoundAndNotCounted()
    {
        var primary = stacks.Dev.Graph.With("ledger-requests-table", "replicas/0/kmsKeyArn", null);

        Assert.Contains(ShippedVerdicts.Of(primary, stacks.Dr.Graph).Violations, violation => violation.Rule.Id == "replica-is-usable"
            && violation.Message == "the replica in eu-central-1 has no key, but ledger-requests-table has a customer managed key");
        Assert.False(Counts(primary, stacks.Dr.Graph, "ledger-requests-table"));
    }

    private static bool Counts(ResourceGraph primary, ResourceGraph standby, string store) =>
        RecoveryAssessment.Of(Estate.Of([primary, standby], AwsNames.Instance), ShippedVerdicts.Settings, ShippedVerdicts.AsOf).Stores
            .Single(candidate => candidate.Node.Name == store)
                .Copies.Any(copy => copy.Kind == "replica" && copy.Uses.ContainsKey(Disruption.Region));
}
