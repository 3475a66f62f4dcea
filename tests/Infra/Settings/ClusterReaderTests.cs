using DrInfra.Infra.Settings;
using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Tests.Infra.Settings;

public class ClusterReaderTests
{
    private const string Sound = "\"publicRanges\":[\"198.51.100.0/24\"]";
    private const string Role = "arn:aws:iam::123456789012:role/platform";

    [Fact]
    public void WhatIsNotStated_HasADefault()
    {
        var cluster = Configurations.PrimarySettings(("cluster", $"{{{Sound}}}")).Cluster;

        Assert.Equal(["198.51.100.0/24"], cluster.PublicRanges);
        Assert.Equal((true, "arm64"), (cluster.ZonalShift, cluster.Architecture));
        Assert.Empty(cluster.Administrators);
        Assert.Empty(cluster.Viewers);
    }

    [Fact]
    public void WhatIsStated_IsRead()
    {
        var cluster = Configurations.PrimarySettings(
            ("cluster", $$"""
                {"publicRanges":[],"zonalShift":false,"architecture":"amd64","administrators":["{{Role}}"],"viewers":["{{Role}}s/of-ci"]}
                """),
            ("workloads", Configurations.Workloads.Change("m7g.2xlarge", "m7i.2xlarge"))).Cluster;

        Assert.Empty(cluster.PublicRanges);
        Assert.Equal((false, "amd64"), (cluster.ZonalShift, cluster.Architecture));
        Assert.Equal([Role], cluster.Administrators);
        Assert.Equal([$"{Role}s/of-ci"], cluster.Viewers);
    }

    [Theory]
    [InlineData("{}", "publicRanges", "nobody is let in by default")]
    [InlineData("{\"publicRanges\":[\"0.0.0.0/0\"]}", "publicRanges", "lets everybody")]
    [InlineData("{\"publicRanges\":[\"198.51.100.1/24\"]}", "publicRanges", "198.51.100.1/24 is not a CIDR range")]
    [InlineData("{\"publicRanges\":[\"198.51.100.0\"]}", "publicRanges", "198.51.100.0 is not a CIDR range")]
    [InlineData("{\"publicRanges\":[\"::/0\"]}", "publicRanges", "::/0 is not a CIDR range")]
    [InlineData("{\"publicRanges\":[\"2001:db8::/32\"]}", "publicRanges", "not a CIDR range of IPv4")]
    [InlineData($"{{{Sound},\"architecture\":\"x86_64\"}}", "architecture", "not in the expected format")]
    [InlineData($"{{{Sound},\"zonalShift\":\"on\"}}", "zonalShift", "true or false")]
    [InlineData($"{{{Sound},\"administrators\":[\"arn:aws:iam::123456789012:user/me\"]}}", "administrators[0]", "not in the expected format")]
    [InlineData($"{{{Sound},\"viewers\":[\"arn:aws:iam::123456789012:role/*\"]}}", "viewers[0]", "not in the expected format")]
    [InlineData($"{{{Sound},\"administrators\":[\"{Role}\",\"{Role}\"]}}", "administrators", "duplicate")]
    [InlineData($"{{{Sound},\"administrators\":[\"{Role}\"],\"viewers\":[\"{Role}\"]}}", "viewers", "duplicate")]
    [InlineData($"{{{Sound},\"nodes\":3}}", "nodes", "unknown key")]
    public void Mistake_IsOneProblem(string cluster, string where, string what)
    {
        var problem = Assert.Single(Problems(("cluster", cluster)));

        Assert.Equal($"drinfra:cluster.{where}", problem.Where!.Key);
        Assert.Contains(what, problem.What, StringComparison.Ordinal);
        Assert.NotEmpty(problem.Got!);
        Assert.NotEmpty(problem.Allowed!);
        Assert.NotEmpty(problem.Fix!);
    }

    [Fact]
    public void ManyMistakes_AreReportedAtOnce() => Assert.Equal(
        ["administrators[0]", "architecture", "nodes", "publicRanges", "publicRanges", "zonalShift"],
        Problems(("cluster", """{"publicRanges":["0.0.0.0/0","here"],"architecture":"arm","zonalShift":1,"administrators":["me"],"nodes":3}"""))
            .Select(problem => problem.Where!.Key!["drinfra:cluster.".Length..]).Order(StringComparer.Ordinal));

    // Who reaches the API servers is to be said as soon as there are some.
    [Fact]
    public void Cluster_IsAskedForWhereSomethingServes()
    {
        Assert.Equal("drinfra:cluster", Assert.Single(Problems(("cluster", null))).Where!.Key);
        Assert.Equal(ClusterSettings.Default, Configurations.PrimarySettings(("cluster", null), ("workloads", """
            [{"name":"lake","owner":"a","tier":"internal","stores":[{"name":"rows","kind":"table","sizeGb":1,"changeGbPerDay":1}]}]
            """)).Cluster);
    }

    private static IReadOnlyList<Problem> Problems(params (string Key, string? Value)[] changes) =>
        Assert.Throws<ProblemsException>(() => Configurations.PrimarySettings(changes)).Problems;
}
