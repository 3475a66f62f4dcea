using DrInfra.Policies.Rules.Containers;

namespace DrInfra.Tests.Policies.Rules.Containers;

public class PodsHaveProbesTests
{
    private static readonly PodsHaveProbes Rule = new();

    [Theory]
    [InlineData(
        """
        { "spec": { "template": { "metadata": { "labels": { "app": "api" } },
              "spec": { "containers": [{ "name": "api", "readinessProbe": { "httpGet": { "path": "/ready" } },
                    "livenessProbe": { "httpGet": { "path": "/alive" } } }] } } } }
        """)]
    [InlineData(
        """
        { "spec": { "template": { "metadata": { "labels": { "app": "api" } },
              "spec": { "containers": [{ "name": "api", "readinessProbe": { "httpGet": { "path": "/ready" } }, "livenessProbe": "?" }] } } } }
        """)]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData(
        """
        { "spec": { "template": { "metadata": { "labels": { "app": "api" } },
              "spec": { "containers": [{ "name": "api", "readinessProbe": { "httpGet": { "path": "/ready" } } }] } } } }
        """,
        "container api has no livenessProbe")]
    [InlineData(
        """{ "spec": { "template": { "metadata": { "labels": { "app": "api" } }, "spec": { "containers": [{ "name": "api" }] } } } }""",
        "container api has no readinessProbe")]
    [InlineData(
        """
        { "spec": { "template": { "metadata": { "labels": { "app": "api" } },
              "spec": { "containers": [{ "name": "api", "readinessProbe": { "httpGet": { "path": "/ready" } },
                    "livenessProbe": { "httpGet": { "path": "/ready" } } }] } } } }
        """,
        "the probes of container api are the same, so a busy pod is restarted")]
    public void Weak_IsAViolation(string inputs, string message) => Assert.Contains($"api: {message}", Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("\"livenessProbe\": { \"httpGet\": { \"path\": \"/permitted\" } }", 0)]
    [InlineData("\"readinessProbe\": { \"httpGet\": { \"path\": \"/ready\" } }", 1)]
    public void PodsThatFollowTheBeacon_AreAskedWhetherTheyLive(string probe, int violations) => Assert.Equal(violations, Graph(
        $$"""
        { "metadata": { "labels": { "dr.drinfra.io/follows": "beacon" } },
          "spec": { "template": { "spec": { "containers": [{ "name": "api", {{probe}} }] } } } }
        """).Violations(Rule).Length);

    private static TestGraph Graph(string inputs) => new TestGraph().Add("kubernetes:apps/v1:Deployment", "api", inputs);
}
