using DrInfra.Policies.Rules.Network;

namespace DrInfra.Tests.Policies.Rules.Network;

public class StandbyIsLikePrimaryTests
{
    private const string Group = "aws:lb/targetGroup:TargetGroup";
    private const string Subnet = "aws:ec2/subnet:Subnet";
    private const string Vpc = "aws:ec2/vpc:Vpc";

    private static readonly StandbyIsLikePrimary Rule = new();

    [Theory]
    [InlineData("""{ "port": 8443 }""", """{ "port": 8443 }""")]
    [InlineData("""{ "name": "app-eu-west-1" }""", """{ "name": "app-eu-central-1" }""")]
    [InlineData("""{ "name": "a-long-name-of-targ-vekfgu" }""", """{ "name": "a-long-name-of-targ-utuheq" }""")]
    [InlineData("""{ "zones": ["eu-west-1a", "eu-west-1b"] }""", """{ "zones": ["eu-central-1b", "eu-central-1a"] }""")]
    [InlineData("""{ "cidrBlock": "10.0.0.0/16", "description": "one" }""", """{ "cidrBlock": "10.1.0.0/16" }""")]
    [InlineData("""{ "tags": { "Stack": "one" } }""", """{ "tags": { "Stack": "other" } }""")]
    [InlineData("""{ "port": "?" }""", """{ "port": 8443 }""")]
    [InlineData("""{ "vpcId": "vpc-1" }""", """{ "vpcId": "vpc-2" }""")]
    public void SameButForWhatMayDiffer_IsCompliant(string primary, string standby) => Assert.Empty(Pair(primary, standby).Violations(Rule));

    [Theory]
    [InlineData("""{ "port": 8443 }""", """{ "port": 843 }""", "port is 843, but 8443 there")]
    [InlineData("""{ "port": 8443 }""", "{}", "port is nothing, but 8443 there")]
    [InlineData("""{ "tags": { "dr:tier": "gold" } }""", """{ "tags": { "dr:tier": "silver" } }""", "tags.dr:tier is silver, but gold there")]
    [InlineData("""{ "policy": "{\"a\":[1,2]}" }""", """{ "policy": "{\"a\":[1]}" }""", "policy.a is nothing, but 2 there")]
    public void Different_IsNamed(string primary, string standby, string difference) => Assert.Equal(
        [$"app-eu-west-1: it differs from its counterpart in eu-central-1: {difference}"], Pair(standby, primary).Violations(Rule));

    [Fact]
    public void OptionsDiffer_IsNamed()
    {
        var graph = new TestGraph()
            .Add(Group, "app-eu-central-1", region: "eu-central-1", options: resource => resource["protect"] = true)
            .Add(Group, "app-eu-west-1");
        Assert.Equal(["app-eu-west-1: it differs from its counterpart in eu-central-1: option protect is False, but True there"], graph.Violations(Rule));
    }

    [Theory]
    [InlineData("eu-west-1", "option protect is False, but True there")]
    [InlineData("eu-central-1", "option protect is False, but True there")]
    public void OneProtectsLess_IsTheOneToChange(string weak, string difference)
    {
        var graph = new TestGraph();
        foreach (var region in new[] { "eu-central-1", "eu-west-1" })
        {
            graph.Add(Group, $"app-{region}", region: region, options: resource => resource["protect"] = region != weak);
        }

        Assert.Equal([$"app-{weak}: it differs from its counterpart in {(weak == "eu-west-1" ? "eu-central-1" : "eu-west-1")}: {difference}"],
            graph.Violations(Rule));
    }

    [Theory]
    [InlineData("eu-west-1", "eu-central-1")]
    [InlineData("eu-central-1", "eu-west-1")]
    public void OneNamesTheOthersRegion_IsTheOneToChange(string named, string astray)
    {
        var key = $$"""{ "key": "arn:aws:kms:{{named}}:1:key/a" }""";

        Assert.StartsWith($"app-{astray}: it differs from its counterpart in {named}: key is ", Assert.Single(Pair(key, key).Violations(Rule)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void OneMissing_IsAViolationWhereTheOthersAreThere()
    {
        var graph = Networks().Add(Subnet, "subnet-b-eu-west-1");
        Assert.Equal(["subnet-b-eu-west-1: it has no counterpart in eu-central-1, but its component is there"], graph.Violations(Rule));
    }

    [Fact]
    public void OtherZoneLetters_AreLikeEnough() => Assert.Empty(Networks()
        .Add(Subnet, "subnet-b-eu-west-1").Add(Subnet, "subnet-c-eu-central-1", region: "eu-central-1").Violations(Rule));

    [Fact]
    public void NothingOfItsKindThere_IsCompliant() => Assert.Empty(Networks().Add("aws:lambda/function:Function", "report-eu-west-1").Violations(Rule));

    [Fact]
    public void OneRegionAlone_IsNotJudged() => Assert.Empty(new TestGraph().Add(Subnet, "subnet-a-eu-west-1").Violations(Rule));

    [Fact]
    public void TwoStacksWithTheSameNames_AreMatched() => Assert.Single(
        new TestGraph().Add(Group, "app", """{ "port": 1 }""")
            .Violations(Rule, null, new TestGraph("dr").Add(Group, "app", """{ "port": 2 }""", "eu-central-1")));

    [Fact]
    public void UnknownReferences_AreComparedByWhatTheyAreMadeOf()
    {
        var graph = Networks().Add(Vpc, "other-eu-west-1").Add(Vpc, "other-eu-central-1", region: "eu-central-1")
            .Add(Group, "app-eu-central-1", """{ "vpcId": "?" }""", "eu-central-1", dependencies: ("vpcId", Vpc, "vpc-eu-central-1"))
            .Add(Group, "app-eu-west-1", """{ "vpcId": "?" }""", dependencies: ("vpcId", Vpc, "other-eu-west-1"));
        Assert.Equal(["app-eu-west-1: it differs from its counterpart in eu-central-1: vpcId refers to other resources"], graph.Violations(Rule));
    }

    [Fact]
    public void UnknownReference_MadeOfOneResourceMoreOnOneSide_IsUnknown()
    {
        var graph = Networks().Add(Subnet, "other-eu-west-1").Add(Subnet, "other-eu-central-1", region: "eu-central-1")
            .Add(Group, "app-eu-central-1", """{ "vpcId": "?" }""", "eu-central-1", dependencies: ("vpcId", Vpc, "vpc-eu-central-1"))
            .Add(Group, "app-eu-west-1", """{ "vpcId": "?" }""", dependencies: [("vpcId", Vpc, "vpc-eu-west-1"), ("vpcId", Subnet, "other-eu-west-1")]);
        Assert.Empty(graph.Violations(Rule));
        Assert.Equal(["app-eu-west-1: vpcId"], graph.Unknown(Rule));
    }

    private static TestGraph Pair(string west, string central) => Networks()
        .Add(Group, "app-eu-west-1", west)
        .Add(Group, "app-eu-central-1", central, "eu-central-1");

    private static TestGraph Networks() => new TestGraph()
        .Add(Vpc, "vpc-eu-west-1", id: "vpc-1")
        .Add(Vpc, "vpc-eu-central-1", region: "eu-central-1", id: "vpc-2")
        .Add(Subnet, "subnet-a-eu-west-1")
        .Add(Subnet, "subnet-a-eu-central-1", region: "eu-central-1");
}
