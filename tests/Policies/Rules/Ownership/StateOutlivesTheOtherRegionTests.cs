using System.Text;
using DrInfra.Policies.Aws;
using DrInfra.Policies.Checking;
using DrInfra.Policies.Graph;
using DrInfra.Recovery.Settings;

namespace DrInfra.Tests.Policies.Rules.Ownership;

public class StateOutlivesTheOtherRegionTests
{
    [Theory]
    [InlineData("standby", "awskms:///alias/state?region=eu-west-3")]
    [InlineData("standby", "awskms:///alias/state?region=eu-central-1")]
    [InlineData("primary", "awskms:///alias/state?region=eu-west-1")]
    [InlineData("standby", "awskms:///arn:aws:kms:eu-west-1:1:key/mrk-1?region=eu-west-3")]
    [InlineData("standby", "gcpkms://projects/p/locations/l/keyRings/r/cryptoKeys/k")]
    [InlineData("standby", null)]
    public void KeyInAnotherPlace_IsCompliant(string role, string? url) => Assert.Empty(Found(role, Providers(url)));

    [Theory]
    [InlineData("standby", "awskms:///alias/state?region=eu-west-1", "eu-west-1")]
    [InlineData("standby", "awskms:///alias/state?context_a=b&region=eu-west-1", "eu-west-1")]
    [InlineData("standby", "awskms:///arn:aws:kms:eu-west-1:1:key/mrk-1", "eu-west-1")]
    [InlineData("primary", "awskms:///alias/state?region=eu-central-1", "eu-central-1")]
    public void KeyInTheOtherRegionOfThePair_IsAViolation(string role, string url, string region) => Assert.Equal(
        [$"the key for secrets of stack dr is in {region} ({url}): the stack cannot be updated while that Region is down"], Found(role, Providers(url)));

    [Fact]
    public void KeyWithoutARegion_IsAViolation() => Assert.Equal(
        ["the key for secrets of stack dr (awskms:///alias/state) is in the Region of whoever runs Pulumi: add ?region="],
        Found("standby", Providers("awskms:///alias/state")));

    [Theory]
    [InlineData("s3://state?region=eu-west-3", null)]
    [InlineData("https://api.pulumi.com", null)]
    [InlineData("s3://state?region=eu-west-1&awssdk=v2", "the state of stack dr is in eu-west-1")]
    [InlineData("s3://state", "the state of stack dr (s3://state) is in the Region of whoever runs Pulumi")]
    public void StateThatAProjectNames_IsJudgedToo(string backend, string? message)
    {
        var found = Found("standby", $$"""
            "metadata": { "emulated": true, "backend": "{{backend}}" },
            """);

        Assert.Equal(message is null ? 0 : 1, found.Count);
        Assert.All(found, text => Assert.StartsWith(message!, text, StringComparison.Ordinal));
    }

    private static string Providers(string? url) => url is null
        ? """
          "secrets_providers": { "type": "passphrase", "state": { "salt": "v1:a:b" } },
          """
        : $$"""
          "secrets_providers": { "type": "cloud", "state": { "encryptedkey": "AAAA", "url": "{{url}}" } },
          """;

    private static IReadOnlyList<string> Found(string role, string member)
    {
        var manifest = $$$"""{\"workload\":\"shop\",\"role\":\"{{{role}}}\",\"regions\":{\"primary\":\"eu-west-1\",\"standby\":\"eu-central-1\"}}""";
        var file = $$"""
            {
              "version": 3,
              "deployment": {
                {{member}}
                "resources": [
                  { "urn": "urn:pulumi:dr::shop::pulumi:pulumi:Stack::shop-dr", "custom": false, "type": "pulumi:pulumi:Stack" },
                  {
                    "urn": "urn:pulumi:dr::shop::aws:ssm/parameter:Parameter::manifest", "custom": true, "type": "aws:ssm/parameter:Parameter", "id": "m",
                    "inputs": { "name": "/dr/main/shop", "insecureValue": "{{manifest}}" }
                  }
                ]
              }
            }
            """;
        var graph = GraphFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(file)), "dr.json");
        using var copy = new MemoryStream();
        GraphFile.Write(graph, copy);
        var again = GraphFile.Read(new MemoryStream(copy.ToArray()), "copy.json");
        Assert.Equal((graph.SecretsProvider, graph.Backend), (again.SecretsProvider, again.Backend));
        var report = StackCheck.Run(
            Estate.Of([graph], AwsNames.Instance), RecoverySettings.None, new DateOnly(2026, 11, 24),
            rules: [RecoveryPolicyPack.Find("state-outlives-the-other-region")!]);
        return [.. report.Violations.Select(violation => violation.Message)];
    }
}
