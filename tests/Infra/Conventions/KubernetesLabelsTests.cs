using System.Text.RegularExpressions;
using DrInfra.Infra.Conventions;

namespace DrInfra.Tests.Infra.Conventions;

public class KubernetesLabelsTests
{
    [Fact]
    public void Tags_AreLabelsUnderAPrefixOfTheirOwn() => Assert.Equal(
        new Dictionary<string, string>
        {
            ["app.kubernetes.io/managed-by"] = "pulumi", ["dr.drinfra.io/workload"] = "ledger", ["dr.drinfra.io/owner"] = "on-call_at_example.com",
        },
        KubernetesLabels.Of(new Dictionary<string, string>
        {
            ["managed-by"] = "pulumi", ["Name"] = "drinfra-main-ledger", ["dr:workload"] = "ledger", ["dr:owner"] = "on-call@example.com",
        }));

    // (([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?, at most 63 characters
    // (https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/).
    [Theory]
    [InlineData(63, "", 63)]
    [InlineData(64, "", 63)]
    [InlineData(62, "-a", 62)]
    [InlineData(61, "@example", 63)]
    [InlineData(1, "@", 4)]
    public void Value_IsCutWhereKubernetesEndsIt(int letters, string end, int expected)
    {
        var value = KubernetesLabels.Of(new Dictionary<string, string> { ["dr:owner"] = new string('a', letters) + end })["dr.drinfra.io/owner"];

        Assert.Matches(new Regex("^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$"), value);
        Assert.Equal(expected, value.Length);
    }
}
