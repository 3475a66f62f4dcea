using DrInfra.Policies.Rules.Network;

namespace DrInfra.Tests.Policies.Rules.Network;

public class SubnetStatesItsZoneTests
{
    private static readonly SubnetStatesItsZone Rule = new();

    [Theory]
    [InlineData("""{ "availabilityZone": "eu-west-1a" }""")]
    [InlineData("""{ "availabilityZoneId": "euw1-az1" }""")]
    public void ZoneOfTheRegion_IsCompliant(string inputs) => Assert.Empty(Subnet(inputs).Violations(Rule));

    [Theory]
    [InlineData("{}", "it states no zone, so AWS chooses one")]
    [InlineData("""{ "availabilityZone": "eu-central-1a" }""", "its zone is eu-central-1a, a zone in eu-west-1 needed")]
    public void ZoneLeftOutOrOfAnotherRegion_IsAViolation(string inputs, string message) =>
        Assert.Equal([$"subnet: {message}"], Subnet(inputs).Violations(Rule));

    [Fact]
    public void UnknownZone_IsReportedAsUnknown() => Assert.Equal(["subnet: availabilityZone"], Subnet("""{ "availabilityZone": "?" }""").Unknown(Rule));

    private static TestGraph Subnet(string inputs) => new TestGraph().Add("aws:ec2/subnet:Subnet", "subnet", inputs);
}
