using Pulumi;
using Pulumi.Random;
using Pulumi.Testing;
using static DrInfra.Tests.Sdk.Providers.ProviderRun;

namespace DrInfra.Tests.Sdk.Providers;

public class RandomTests
{
    [Fact]
    public async Task RandomPassword_SendsItsInputsAndReadsItsResult()
    {
        ProviderRun run = new() { Outputs = { ["result"] = "s3cret" } };
        RandomPassword? password = null;
        MockResourceArgs seen = await run.RunOne(() => password = new RandomPassword("master", new RandomPasswordArgs
        {
            Length = 32,
            Special = false,
            Keepers = { ["rotation"] = "1", ["by"] = Output.Create("ops") },
        }));
        Assert.Equal("random:index/randomPassword:RandomPassword", seen.Type);
        Assert.Equal(32.0, seen.Inputs["length"]);
        Assert.Equal(false, seen.Inputs["special"]);
        Assert.Equal("ops", At(seen.Inputs["keepers"], "by"));
        Assert.Equal(3, seen.Inputs.Count);
        Assert.Equal("s3cret", await Value(password!.Result));
        Assert.Equal(32, await Value(password.Length));
        Assert.Null(await Value(password.OverrideSpecial));
    }

    [Fact]
    public async Task RandomPasswordWithoutLength_FailsTheRunAndNamesIt()
    {
        RunException error = await Assert.ThrowsAsync<RunException>(
            () => new ProviderRun().Run(() => _ = new RandomPassword("master", new RandomPasswordArgs())));
        Assert.Contains(
            "[Input] Pulumi.Random.RandomPasswordArgs.Length is required but was not given a value",
            error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task RandomPasswordOptions_CarryVersionAndSecretOutputs()
    {
        CustomResourceOptions? seen = null;
        await new ProviderRun().Run(() => _ = new RandomPassword(
            "master", new RandomPasswordArgs { Length = 8 }, new CustomResourceOptions { ResourceTransformations = { Record } }));
        Assert.Equal("4.21.2", seen!.Version);
        Assert.Equal(["bcryptHash", "result"], seen.AdditionalSecretOutputs.Order());

        ResourceTransformationResult? Record(ResourceTransformationArgs args)
        {
            seen = (CustomResourceOptions)args.Options;
            return null;
        }
    }

    [Fact]
    public async Task SecretState_IsSecret() =>
        Assert.True(await Output.IsSecretAsync(new RandomPasswordState { Result = "s3cret" }.Result.ToOutput()));

    [Fact]
    public async Task Provider_IsOfTheRandomPackage()
    {
        MockResourceArgs seen = await new ProviderRun().RunOne(() => _ = new Pulumi.Random.Provider("p"));
        Assert.Equal("pulumi:providers:random", seen.Type);
    }
}
