using DrInfra.Policies.Rules.Containers;

namespace DrInfra.Tests.Policies.Rules.Containers;

public class ImagesComeFromAnOwnRegistryTests
{
    private static readonly ImagesComeFromAnOwnRegistry Rule = new();

    [Theory]
    [InlineData("111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop/api:1.4.2")]
    [InlineData("registry.example.com/api:1.4.2")]
    [InlineData("registry:5000/api:1.4.2")]
    public void OwnRegistry_IsCompliant(string image) => Assert.Empty(Graph(image).Violations(Rule));

    [Theory]
    [InlineData("nginx:1.27", "docker.io")]
    [InlineData("bitnami/nginx:1.27", "docker.io")]
    [InlineData("docker.io/library/nginx:1.27", "docker.io")]
    [InlineData("ghcr.io/acme/api@sha256:abc", "ghcr.io")]
    [InlineData("public.ecr.aws/nginx/nginx:1.27", "public.ecr.aws")]
    public void PublicRegistry_IsAViolation(string image, string host) =>
        Assert.Equal([$"api: image {image} is pulled from the public registry {host}"], Graph(image).Violations(Rule));

    [Fact]
    public void Unknown_IsReportedAsUnknown() => Assert.Equal(["api: spec.template.spec.containers[0].image"], Graph("?").Unknown(Rule));

    private static TestGraph Graph(string image) => new TestGraph().Add("kubernetes:apps/v1:Deployment", "api", $$"""
        { "metadata": { "name": "api" }, "spec": { "template": { "spec": { "containers": [{ "name": "api", "image": "{{image}}" }] } } } }
        """);
}
