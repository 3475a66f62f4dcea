using DrInfra.Policies.Aws;
using DrInfra.Policies.Graph;

namespace DrInfra.Tests.Policies.Graph;

public class PropPathTests
{
    [Fact]
    public void KeyWithADot_IsQuotedAsPulumiQuotesIt()
    {
        var graph = new TestGraph().Add(
            "kubernetes:core/v1:Namespace", "orders",
            """{"metadata":{"labels":{"dr.drinfra.io/workload":"orders","app":"x","a\"b":"y"}},"items":[{"a.b":1}]}""");
        var node = Assert.Single(Estate.Of([graph.Build()], AwsNames.Instance).OfType("kubernetes:core/v1:Namespace"));

        Assert.Equal("metadata.labels[\"dr.drinfra.io/workload\"]", node["metadata"]["labels"]["dr.drinfra.io/workload"].Path);
        Assert.Equal("metadata.labels[\"a\\\"b\"]", node["metadata"]["labels"]["a\"b"].Path);
        Assert.Equal("metadata.labels.app", node["metadata"]["labels"]["app"].Path);
        Assert.Equal("items[0][\"a.b\"]", node["items"].Items[0]["a.b"].Path);
    }
}
