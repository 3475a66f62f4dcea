using DrInfra.Policies.Rules.Network;

namespace DrInfra.Tests.Policies.Rules.Network;

public class AddressRangesDoNotOverlapTests
{
    private static readonly AddressRangesDoNotOverlap Rule = new();

    [Fact]
    public void DisjointRanges_AreCompliant() => Assert.Empty(Estate("10.1.0.0/16", "10.0.16.0/20").Violations(Rule));

    [Theory]
    [InlineData("10.0.0.0/16", "10.0.16.0/20", "vpc-b: 10.0.0.0/16 overlaps 10.0.0.0/16 of vpc-a")]
    [InlineData("10.1.0.0/16", "10.0.0.0/20", "subnet-2: 10.0.0.0/20 overlaps 10.0.0.0/20 of subnet-1")]
    [InlineData("10.2.0.0/16", "10.1.0.0/20", "subnet-2: 10.1.0.0/20 is outside the 10.0.0.0/16 of its VPC")]
    [InlineData("10.1.0.0/33", "10.0.16.0/20", "vpc-b: 10.1.0.0/33 is not a CIDR range")]
    [InlineData("fd00::/8", "10.0.16.0/20", "vpc-b: fd00::/8 is not a CIDR range")]
    public void OverlapOrOutside_IsAViolation(string other, string second, string message) => Assert.Equal([message], Estate(other, second).Violations(Rule));

    [Fact]
    public void EachRangeThatLiesInAnotherRegions_IsAViolation_WhateverElseHoldsIt() => Assert.Equal(
        ["vpc-b: 10.1.0.0/16 overlaps 10.0.0.0/8 of vpc-a", "vpc-c: 10.1.0.0/24 overlaps 10.1.0.0/16 of vpc-b"],
        new TestGraph()
            .Add("aws:ec2/vpc:Vpc", "vpc-a", """{ "cidrBlock": "10.0.0.0/8" }""")
            .Add("aws:ec2/vpc:Vpc", "vpc-b", """{ "cidrBlock": "10.1.0.0/16" }""", "eu-central-1")
            .Add("aws:ec2/vpc:Vpc", "vpc-c", """{ "cidrBlock": "10.1.0.0/24" }""")
            .Violations(Rule));

    [Fact]
    public void Unknown_IsLeftOut() => Assert.Empty(Estate("?", "?").Violations(Rule));

    private static TestGraph Estate(string other, string second) => new TestGraph()
        .Add("aws:ec2/vpc:Vpc", "vpc-a", """{ "cidrBlock": "10.0.0.0/16" }""", id: "vpc-1")
        .Add("aws:ec2/vpc:Vpc", "vpc-b", $$"""{ "cidrBlock": "{{other}}" }""", "eu-central-1")
        .Add("aws:ec2/subnet:Subnet", "subnet-1", """{ "cidrBlock": "10.0.0.0/20", "vpcId": "vpc-1" }""")
        .Add("aws:ec2/subnet:Subnet", "subnet-2", $$"""{ "cidrBlock": "{{second}}", "vpcId": "vpc-1" }""");
}
