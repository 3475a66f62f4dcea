using DrInfra.Infra.Data;
using DrInfra.Infra.Settings;
using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Tests.Infra.Settings;

public class OffsiteReaderTests
{
    private const string Sound = "\"name\":\"vault\",\"kind\":\"offsite\",\"of\":\"raw\",\"server\":\"objects.example.net\",\"bucket\":\"acme\","
        + "\"credentials\":\"vault/lake\",\"every\":\"24h\"";

    private const string Agents = """
        ,"agents":["arn:aws:datasync:eu-west-1:123456789012:agent/agent-0b1c2d3e4f5061728",
        "arn:aws:datasync:eu-central-1:123456789012:agent/agent-0c2d3e4f50617283a"]
        """;

    [Fact]
    public void WhatIsNotStated_HasADefault_AndTheSizesAreThoseOfTheBucket()
    {
        var copy = Read(Sound);

        Assert.Equal((443, "raw", 24, 4000, 50), (copy.Port, copy.Subdirectory, copy.EveryHours, copy.SizeGb, copy.ChangeGbPerDay));
        Assert.Empty(copy.Agents);
        Assert.Equal("ENHANCED", OffsiteSchedule.Mode(copy));
        Assert.Equal("rate(24 hours)", OffsiteSchedule.Expression(copy));
        Assert.Equal(48, OffsiteSchedule.HoursWithout(copy));
    }

    [Fact]
    public void Agents_AreThoseOfTheirRegion()
    {
        var copy = Read(Sound + Agents);

        Assert.EndsWith("agent-0b1c2d3e4f5061728", Assert.Single(copy.AgentsIn("eu-west-1")), StringComparison.Ordinal);
        Assert.Equal("BASIC", OffsiteSchedule.Mode(copy));
    }

    [Theory]
    [InlineData("1h", "rate(1 hour)", 2)]
    [InlineData("2h", "rate(2 hours)", 4)]
    [InlineData("84h", "rate(84 hours)", 168)]
    public void Every_IsARateInHours(string every, string rate, int hours)
    {
        var copy = Read(Sound.Change("24h", every));

        Assert.Equal((rate, hours), (OffsiteSchedule.Expression(copy), OffsiteSchedule.HoursWithout(copy)));
    }

    [Theory]
    [InlineData("\"of\":\"raw\"", "\"of\":\"catalogue\"", "of", "catalogue is not a bucket of this workload")]
    [InlineData("objects.example.net", "s3.eu-west-1.amazonaws.com", "server", "this server belongs to AWS")]
    [InlineData("objects.example.net", "objects", "server", "not in the expected format")]
    [InlineData("24h", "30m", "every", "not an interval that can be scheduled and watched")]
    [InlineData("24h", "90m", "every", "not an interval that can be scheduled and watched")]
    [InlineData("24h", "85h", "every", "not an interval that can be scheduled and watched")]
    [InlineData(",\"every\":\"24h\"", "", "every", "missing")]
    [InlineData("vault/lake", "vault lake", "credentials", "not in the expected format")]
    [InlineData("\"acme\"", "\"A\"", "bucket", "not in the expected format")]
    [InlineData("\"of\"", "\"sizeGb\":1,\"of\"", "sizeGb", "unknown key")]
    public void WhatCannotBe_IsOneProblem(string text, string other, string key, string what)
    {
        var exception = Assert.Throws<ProblemsException>(() => Read(Sound.Change(text, other)));

        var problem = Assert.Single(exception.Problems);
        Assert.EndsWith("." + key, problem.Where!.Key, StringComparison.Ordinal);
        Assert.Contains(what, problem.What, StringComparison.Ordinal);
    }

    [Fact]
    public void AgentsOfOneRegion_AreNotEnough() => Assert.Contains(
        "no agent of eu-central-1",
        Assert.Single(Assert.Throws<ProblemsException>(() => Read(Sound + Agents.Change("eu-central-1", "eu-west-1"))).Problems).What,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"accessKey":"a","secretKey":"b"}""", true)]
    [InlineData("""{"accessKey":"a"}""", false)]
    [InlineData("""["a"]""", false)]
    [InlineData("a secret", false)]
    public void Credentials_AreReadFromTheSecret_AndNoMessageQuotesIt(string text, bool read)
    {
        if (read)
        {
            Assert.Equal(new OffsiteCredentials("a", "b"), OffsiteCopy.Read("vault/lake", text));
            return;
        }

        var exception = Assert.Throws<InvalidOperationException>(() => OffsiteCopy.Read("vault/lake", text));
        Assert.Contains("secret vault/lake needs the JSON text", exception.ToString(), StringComparison.Ordinal);
        Assert.Null(exception.InnerException);
    }

    [Fact]
    public void SmallSizing_SaysWhatIsLeftOut() => Assert.Contains(
        Configurations.PrimarySettings(("workloads", With(Sound)), ("sizing", "small")).Notices,
        notice => notice.Contains("no copies outside AWS of lake/raw", StringComparison.Ordinal));

    private static OffsiteStore Read(string store) =>
        Configurations.PrimarySettings(("workloads", With(store))).Workloads.SelectMany(workload => workload.Offsites).Single();

    private static string With(string store) => Configurations.Workloads.Change("\"changeGbPerDay\":50},", $"\"changeGbPerDay\":50}},{{{store}}},");
}
