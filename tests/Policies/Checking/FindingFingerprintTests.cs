using DrInfra.Policies.Checking;
using DrInfra.Policies.Rules;
using DrInfra.Policies.Rules.Data;
using DrInfra.Policies.Rules.Databases;
using DrInfra.Policies.Rules.Objectives;
using DrInfra.Recovery;

namespace DrInfra.Tests.Policies.Checking;

/// <summary>What a finding is known by, and what does not change it.</summary>
public class FindingFingerprintTests
{
    private const string Table = "aws:dynamodb/table:Table";

    private static readonly Violation Sample = new(
        "dev", new DeletionProtectionIsOn(), Level.Mandatory, $"urn:pulumi:dev::shop::{Table}::orders", "deletion protection is off",
        "replicas[1].deletionProtectionEnabled");

    [Fact]
    public void OtherWordsLevelOrPlaceInAList_IsTheSame()
    {
        Assert.Matches("^[0-9a-f]{32}$", Sample.Fingerprint);
        Assert.Equal(Sample.Fingerprint, (Sample with { Message = "it may be deleted" }).Fingerprint);
        Assert.Equal(Sample.Fingerprint, (Sample with { Enforcement = Level.Advisory }).Fingerprint);
        Assert.Equal(Sample.Fingerprint, (Sample with { Property = "replicas[0].deletionProtectionEnabled" }).Fingerprint);
    }

    [Theory]
    [InlineData("urn:pulumi:prod::shop::aws:dynamodb/table:Table::orders")]
    [InlineData("urn:pulumi:dev::store::aws:dynamodb/table:Table::orders")]
    [InlineData("urn:pulumi:dev::shop::drinfra:data:GlobalTable$aws:dynamodb/table:Table::orders")]
    [InlineData("urn:pulumi:dev::shop::aws:dynamodb/table:Table::orders-3fa94c1")]
    public void OtherStackProjectParentOrSuffix_IsTheSame(string urn) => Assert.Equal(Sample.Fingerprint, (Sample with { Urn = urn }).Fingerprint);

    [Fact]
    public void NameOfTheStackInTheName_IsTheSameInBothStacks() => Assert.Equal(
        (Sample with { Urn = $"urn:pulumi:dev::shop::{Table}::dev-orders" }).Fingerprint,
        (Sample with { Stack = "prod", Urn = $"urn:pulumi:prod::shop::{Table}::prod-orders" }).Fingerprint);

    [Fact]
    public void OtherRuleResourceTypePropertyPartOrDisruption_IsAnother()
    {
        string[] all =
        [
            Sample.Fingerprint,
            (Sample with { Rule = new TableHasReplica() }).Fingerprint,
            (Sample with { Urn = $"urn:pulumi:dev::shop::{Table}::carts" }).Fingerprint,
            (Sample with { Urn = "urn:pulumi:dev::shop::aws:dynamodb/globalTable:GlobalTable::orders" }).Fingerprint,
            (Sample with { Property = "deletionProtectionEnabled" }).Fingerprint,
            (Sample with { Part = "carts" }).Fingerprint,
            (Sample with { Disruption = Disruption.Region }).Fingerprint,
            (Sample with { Ordinal = 1 }).Fingerprint,
        ];
        Assert.Distinct(all);
    }

    [Fact]
    public void AboutAWorkload_TheResourceThatShowsItDoesNotCount()
    {
        var breach = new Violation(
            "dev", new RpoWithinObjective(), Level.Mandatory, Sample.Urn, "RPO up to 6 h",
            null) { Workload = "orders", Disruption = Disruption.Region, IsAboutWorkload = true };

        Assert.Equal(breach.Fingerprint, (breach with { Urn = "", Stack = "dev, dr" }).Fingerprint);
        Assert.NotEqual(breach.Fingerprint, (breach with { Workload = "carts" }).Fingerprint);
        Assert.NotEqual(breach.Fingerprint, (breach with { Disruption = Disruption.Account }).Fingerprint);
    }

    [Fact]
    public void TwoStacksWithTheSameFault_AreNumberedWhateverTheOrderOfFiles()
    {
        var (dev, prod) = (Unprotected("dev"), Unprotected("prod"));
        string[] One(TestGraph first, TestGraph second) =>
            [.. first.Check(new DeletionProtectionIsOn(), null, second).Violations.OrderBy(violation => violation.Urn, StringComparer.Ordinal)
                .Select(violation => violation.Fingerprint)];

        Assert.Equal(One(dev, prod), One(prod, dev));
        Assert.Distinct(One(dev, prod));
    }

    private static TestGraph Unprotected(string stack) => new TestGraph(stack).Add(Table, "orders", """{ "name": "orders" }""");
}
