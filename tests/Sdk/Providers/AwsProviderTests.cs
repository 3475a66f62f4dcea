using System.Text.Json;
using Pulumi;
using Pulumi.Aws;
using Pulumi.Aws.ArcRegionSwitch;
using Pulumi.Aws.Inputs;
using Pulumi.Aws.Kms;
using Pulumi.Testing;
using static DrInfra.Tests.Sdk.Providers.ProviderRun;

namespace DrInfra.Tests.Sdk.Providers;

public class AwsProviderTests
{
    [Fact]
    public async Task ProviderInputs_ThatAreNoStringsArriveAsJsonText()
    {
        MockResourceArgs seen = await new ProviderRun().RunOne(() => _ = new Pulumi.Aws.Provider("dr", new ProviderArgs
        {
            Region = "eu-central-1",
            SkipMetadataApiCheck = true,
            MaxRetries = 3,
            AllowedAccountIds = { "123456789012" },
            DefaultTags = new ProviderDefaultTagsArgs { Tags = { ["stack"] = "dr" } },
        }));
        Assert.Equal("pulumi:providers:aws", seen.Type);
        Assert.Equal("eu-central-1", seen.Inputs["region"]);
        Assert.Equal("true", seen.Inputs["skipMetadataApiCheck"]);
        Assert.Equal("3", seen.Inputs["maxRetries"]);
        Assert.Equal("123456789012", Json(seen.Inputs["allowedAccountIds"])[0].GetString());
        Assert.Equal("dr", Json(seen.Inputs["defaultTags"]).GetProperty("tags").GetProperty("stack").GetString());
    }

    [Fact]
    public async Task ProviderDefaults_AreSent()
    {
        MockResourceArgs seen = await new ProviderRun().RunOne(
            () => _ = new Pulumi.Aws.Provider("dr", new ProviderArgs { Region = "eu-central-1" }));
        Assert.Equal("false", seen.Inputs["skipCredentialsValidation"]);
        Assert.Equal("true", seen.Inputs["skipRegionValidation"]);
    }

    [Fact]
    public async Task ResourceWithProvider_IsRegisteredWithIt()
    {
        ProviderRun run = new();
        await run.Run(() =>
        {
            Pulumi.Aws.Provider provider = new("dr", new ProviderArgs { Region = "eu-central-1" });
            _ = new Key("k", null, new CustomResourceOptions { Provider = provider });
        });
        MockResourceArgs key = run.Resources.Single(r => r.Type == "aws:kms/key:Key");
        Assert.EndsWith("pulumi:providers:aws::dr::dr-id", key.Provider, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ResourceOptions_CarryVersionAndSecretOutputs()
    {
        CustomResourceOptions? seen = null;
        await new ProviderRun().Run(() => _ = new Pulumi.Aws.Rds.Cluster(
            "db",
            new Pulumi.Aws.Rds.ClusterArgs { Engine = "aurora-postgresql" },
            new CustomResourceOptions { Protect = true, ResourceTransformations = { Record } }));
        Assert.Equal("7.48.0", seen!.Version);
        Assert.True(seen.Protect);
        Assert.Equal(["masterPassword", "masterPasswordWo"], seen.AdditionalSecretOutputs.Order());

        ResourceTransformationResult? Record(ResourceTransformationArgs args)
        {
            seen = (CustomResourceOptions)args.Options;
            return null;
        }
    }

    [Fact]
    public async Task InvokeAsync_GivesThePlainResult()
    {
        ProviderRun run = new() { CallResult = { ["accountId"] = "123456789012", ["arn"] = "a", ["id"] = "i", ["userId"] = "u" } };
        string? account = null;
        await run.Run(async () => account = (await GetCallerIdentity.InvokeAsync()).AccountId);
        Assert.Equal("123456789012", account);
        Assert.Equal("aws:index/getCallerIdentity:getCallerIdentity", Assert.Single(run.Calls).Token);
    }

    [Fact]
    public async Task Invoke_TakesOutputsAndReadsNestedResults()
    {
        ProviderRun run = HealthChecks();
        Output<GetRoute53HealthChecksResult>? result = null;
        await run.Run(() => result = GetRoute53HealthChecks.Invoke(new GetRoute53HealthChecksInvokeArgs
        {
            PlanArn = Output.Create("arn:plan"),
        }));
        GetRoute53HealthChecksResult value = await Value(result!);
        Assert.Equal("hc-1", Assert.Single(value.HealthChecks).HealthCheckId);
        Assert.Equal("arn:plan", Assert.Single(run.Calls).Args["planArn"]);
        Assert.False(Assert.Single(run.Calls).Args.ContainsKey("region"));
    }

    [Fact]
    public async Task InvokeWithDependencies_IsCalledAfterThem()
    {
        ProviderRun run = HealthChecks();
        Output<GetRoute53HealthChecksResult>? result = null;
        await run.Run(() => result = GetRoute53HealthChecks.Invoke(
            new GetRoute53HealthChecksInvokeArgs { PlanArn = "arn:plan" }, new InvokeOutputOptions { DependsOn = { new Key("k") } }));
        Assert.Single((await Value(result!)).HealthChecks);
        Assert.Single(run.Calls);
    }

    [Fact]
    public async Task InvokeWithoutARequiredArgument_FailsTheRunAndNamesIt()
    {
        RunException error = await Assert.ThrowsAsync<RunException>(
            () => HealthChecks().Run(async () => await GetRoute53HealthChecks.InvokeAsync(new GetRoute53HealthChecksArgs())));
        Assert.Contains("PlanArn is required but was not given a value", error.Message, StringComparison.Ordinal);
    }

    private static ProviderRun HealthChecks() => new()
    {
        CallResult =
        {
            ["planArn"] = "arn:plan",
            ["region"] = "eu-west-1",
            ["healthChecks"] = new[]
            {
                new Dictionary<string, object>
                {
                    ["healthCheckId"] = "hc-1",
                    ["hostedZoneId"] = "z",
                    ["recordName"] = "app.example.com",
                    ["region"] = "eu-west-1",
                    ["status"] = "healthy",
                },
            },
        },
    };

    private static JsonElement Json(object text)
    {
        using JsonDocument document = JsonDocument.Parse(Assert.IsType<string>(text));
        return document.RootElement.Clone();
    }
}
