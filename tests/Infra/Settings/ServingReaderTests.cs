using DrInfra.Infra.Settings;
using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Tests.Infra.Settings;

public class ServingReaderTests
{
    private const string Image = "\"image\":\"shop:1.0\"";

    [Fact]
    public void WhatIsNotStated_HasADefault() => Assert.Equal(
        new ServingSettings(new ContainerImage("shop", null, "1.0"), 8443, 3, 1000, 2048, TimeSpan.FromMinutes(1), null), Read(Image));

    [Fact]
    public void WhatIsStated_IsRead() => Assert.Equal(
        new ServingSettings(
            new ContainerImage("shop", null, "1.0"), 443, 12, 500, 4096, TimeSpan.FromSeconds(90), new CapacityReserve("c8g.large", 2)),
        Read($$"""
            {{Image}},"port":443,"replicas":12,"cpu":"500m","memory":"4Gi","startup":"90s","reserve":{"instanceType":"c8g.large","perZone":2}
            """));

    [Theory]
    [InlineData("100m", 100)]
    [InlineData("0.1", 100)]
    [InlineData("2.01", 2010)]
    [InlineData("16.1", 16_100)]
    [InlineData("64", 64_000)]
    [InlineData("64000m", 64_000)]
    public void Processors_AreWhatKubernetesCounts(string cpu, int milliCpu) => Assert.Equal(milliCpu, Read($"{Image},\"cpu\":\"{cpu}\"").MilliCpu);

    [Theory]
    [InlineData("128Mi", 128)]
    [InlineData("1.5Gi", 1536)]
    [InlineData("512Gi", 524_288)]
    public void Memory_IsWhatKubernetesCounts(string memory, int mebibytes) => Assert.Equal(mebibytes, Read($"{Image},\"memory\":\"{memory}\"").MemoryMib);

    [Theory]
    [InlineData("\"port\":1")]
    [InlineData("\"port\":65535")]
    [InlineData("\"replicas\":3")]
    [InlineData("\"replicas\":300")]
    [InlineData("\"startup\":\"10s\"")]
    [InlineData("\"startup\":\"30m\"")]
    [InlineData("\"reserve\":{\"instanceType\":\"m7g.xlarge\",\"perZone\":1}")]
    [InlineData("\"reserve\":{\"instanceType\":\"m7g.metal-48xl\",\"perZone\":100}")]
    public void ValueAtItsBound_IsTaken(string setting) => Assert.NotNull(Read($"{Image},{setting}"));

    [Theory]
    [InlineData("\"port\":0", "port", "out of range")]
    [InlineData("\"port\":65536", "port", "out of range")]
    [InlineData("\"replicas\":2", "replicas", "out of range")]
    [InlineData("\"replicas\":301", "replicas", "out of range")]
    [InlineData("\"replicas\":4.5", "replicas", "a whole number")]
    [InlineData("\"cpu\":\"99m\"", "cpu", "out of range")]
    [InlineData("\"cpu\":\"64001m\"", "cpu", "out of range")]
    [InlineData("\"cpu\":\"0.1005\"", "cpu", "not an amount")]
    [InlineData("\"cpu\":\"-1\"", "cpu", "not an amount")]
    [InlineData("\"cpu\":\"2 cores\"", "cpu", "not an amount")]
    [InlineData("\"memory\":\"127Mi\"", "memory", "out of range")]
    [InlineData("\"memory\":\"524289Mi\"", "memory", "out of range")]
    [InlineData("\"memory\":\"513Gi\"", "memory", "out of range")]
    [InlineData("\"memory\":\"4G\"", "memory", "not an amount")]
    [InlineData("\"memory\":\"4096\"", "memory", "not an amount")]
    [InlineData("\"startup\":\"9s\"", "startup", "out of range")]
    [InlineData("\"startup\":\"1801s\"", "startup", "out of range")]
    [InlineData("\"startup\":\"soon\"", "startup", "not a duration")]
    [InlineData("\"reserve\":{\"instanceType\":\"m7g.xlarge\",\"perZone\":0}", "reserve.perZone", "out of range")]
    [InlineData("\"reserve\":{\"instanceType\":\"m7g.xlarge\",\"perZone\":101}", "reserve.perZone", "out of range")]
    [InlineData("\"reserve\":{\"instanceType\":\"big\"}", "reserve.instanceType", "not in the expected format")]
    [InlineData("\"reserve\":{\"perZone\":1}", "reserve.instanceType", "missing")]
    [InlineData("\"reserve\":{\"instanceType\":\"m7g.xlarge\",\"zones\":3}", "reserve.zones", "unknown key")]
    [InlineData("\"instances\":9", "instances", "unknown key")]
    public void ValueBeyondItsBound_IsOneProblem(string setting, string where, string what)
    {
        var problem = Assert.Single(Problems($"{Image},{setting}"));

        Assert.Equal($"drinfra:workloads[0].serving.{where}", problem.Where!.Key);
        Assert.Contains(what, problem.What, StringComparison.Ordinal);
        Assert.NotEmpty(problem.Got!);
        Assert.NotEmpty(problem.Allowed!);
        Assert.NotEmpty(problem.Fix!);
    }

    [Theory]
    [InlineData("", "missing")]
    [InlineData("\"image\":\"/images/ledger\"", "not in the expected format")]
    [InlineData("\"image\":\"shop\"", "not in the expected format")]
    public void ImageThatIsNone_IsOneProblem(string image, string what)
    {
        var problem = Assert.Single(Problems(image));

        Assert.Equal("drinfra:workloads[0].serving.image", problem.Where!.Key);
        Assert.Contains(what, problem.What, StringComparison.Ordinal);
    }

    [Fact]
    public void ManyMistakes_AreReportedAtOnce() => Assert.Equal(
        [
            "cpu", "image", "instanceType", "memory", "port", "replicas", "reserve.instanceType", "reserve.perZone", "startup",
        ],
        Problems("""
            "image":"a b","port":70000,"replicas":1,"cpu":"none","memory":"1","startup":"1s",
            "reserve":{"instanceType":"?","perZone":0},"instanceType":"m7g.large"
            """).Select(problem => problem.Where!.Key!["drinfra:workloads[0].serving.".Length..]).Order(StringComparer.Ordinal));

    // What no node takes would be paid for, and nodes would wait for EC2 all the same.
    [Theory]
    [InlineData("m7g.xlarge", "arm64", true)]
    [InlineData("c6gn.16xlarge", "arm64", true)]
    [InlineData("r8gd.large", "arm64", true)]
    [InlineData("c10g.large", "arm64", true)]
    [InlineData("m7i.xlarge", "arm64", false)]
    [InlineData("c5g.large", "arm64", false)]
    [InlineData("t4g.large", "arm64", false)]
    [InlineData("x8g.large", "arm64", false)]
    [InlineData("m7i-flex.large", "amd64", true)]
    [InlineData("r6a.large", "amd64", true)]
    [InlineData("m5.large", "amd64", false)]
    [InlineData("m7g.xlarge", "amd64", false)]
    [InlineData("g6.xlarge", "amd64", false)]
    [InlineData("m7g.large", "arm64", true)]
    [InlineData("m7g.medium", "arm64", false)]
    [InlineData("m6a.medium", "amd64", false)]
    public void Reserve_IsOneThatNodesTake(string instanceType, string architecture, bool taken)
    {
        (string, string?)[] changes =
        [
            ("cluster", $$"""{"publicRanges":[],"architecture":"{{architecture}}"}"""),
            ("workloads", Workload($"\"endpoint\":\"shop\",\"serving\":{{{Image},\"reserve\":{{\"instanceType\":\"{instanceType}\"}}}}")),
        ];
        if (taken)
        {
            Assert.Equal(instanceType, Configurations.PrimarySettings(changes).Workloads[0].Serving!.Reserve!.InstanceType);
        }
        else
        {
            var problem = Assert.Single(Assert.Throws<ProblemsException>(() => Configurations.PrimarySettings(changes)).Problems);
            Assert.Equal("drinfra:workloads[0].serving.reserve.instanceType", problem.Where!.Key);
            Assert.Equal($"no node takes it: nodes are {architecture}", problem.What);
            Assert.Equal((instanceType, true), (problem.Got, problem.Allowed!.Contains("generation 6", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void EndpointAndServing_NeedEachOther()
    {
        Assert.Equal("drinfra:workloads[0].serving", Assert.Single(ProblemsOf("\"endpoint\":\"shop\"")).Where!.Key);
        Assert.Equal("drinfra:workloads[0].endpoint", Assert.Single(ProblemsOf($"\"serving\":{{{Image}}}")).Where!.Key);
    }

    private static string Workload(string more) => $$"""
        [{"name":"shop","owner":"a","tier":"business-operational","stores":[{"name":"rows","kind":"table","sizeGb":1,"changeGbPerDay":1}],{{more}}}]
        """;

    private static ServingSettings Read(string serving) => Configurations.PrimarySettings(
        ("workloads", Workload($"\"endpoint\":\"shop\",\"serving\":{{{serving}}}"))).Workloads[0].Serving!;

    private static IReadOnlyList<Problem> Problems(string serving) => ProblemsOf($"\"endpoint\":\"shop\",\"serving\":{{{serving}}}");

    private static IReadOnlyList<Problem> ProblemsOf(string more) =>
        Assert.Throws<ProblemsException>(() => Configurations.PrimarySettings(("workloads", Workload(more)))).Problems;
}
