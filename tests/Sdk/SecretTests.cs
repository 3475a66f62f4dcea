using DrInfra.Tests.Sdk.Samples;
using Pulumi;
using Pulumi.Utilities;

namespace DrInfra.Tests.Sdk;

public sealed class SecretTests
{
    [Fact]
    public async Task Secret_FlowsThroughAllKindsOfCombination()
    {
        var secret = Output.CreateSecret("s");

        Assert.True(await Output.IsSecretAsync(secret));
        Assert.True(await Output.IsSecretAsync(secret.Apply(value => value + "!")));
        Assert.True(await Output.IsSecretAsync(Output.Create(1).Apply(_ => secret)));
        Assert.True(await Output.IsSecretAsync(Output.Format($"a{secret}")));
        Assert.True(await Output.IsSecretAsync(Output.All(Output.Create("a"), secret)));
        Assert.True(await Output.IsSecretAsync(Output.Tuple(Output.Create(1), secret)));
        Assert.True(await Output.IsSecretAsync(Output.JsonSerialize(secret)));
    }

    [Fact]
    public async Task Secret_FromATaskOrAnOutput_IsSecretWithItsValue()
    {
        var fromTask = Output.CreateSecret(Task.FromResult("t"));
        var fromOutput = Output.CreateSecret(Output.Create("o"));

        Assert.True(await Output.IsSecretAsync(fromTask));
        Assert.True(await Output.IsSecretAsync(fromOutput));
        Assert.Equal("t", await OutputUtilities.GetValueAsync(fromTask));
        Assert.Equal("o", await OutputUtilities.GetValueAsync(fromOutput));
    }

    [Fact]
    public async Task Unsecret_LeavesTheValueAndTheOriginal()
    {
        var secret = Output.CreateSecret("s");
        var plain = Output.Unsecret(secret);

        Assert.False(await Output.IsSecretAsync(plain));
        Assert.Equal("s", await OutputUtilities.GetValueAsync(plain));
        Assert.True(await Output.IsSecretAsync(secret));
    }

    [Fact]
    public async Task SecretInput_ArrivesUnwrappedAndItsEchoIsNotSecret()
    {
        var mocks = new RecordingCloud();
        Thing thing = null!;

        await Run.UpdateAsync(mocks, () => thing = new Thing(
            "thing",
            new ThingArgs { Text = Output.CreateSecret("s"), Items = { "a", Output.CreateSecret("b") } },
            new CustomResourceOptions { AdditionalSecretOutputs = { "text" } }));

        Assert.Equal("s", mocks.Of("thing").Inputs["text"]);
        Assert.Equal(["a", "b"], (IEnumerable<object>)mocks.Of("thing").Inputs["items"]);
        Assert.False(await Output.IsSecretAsync(thing.Text));
    }

    [Fact]
    public async Task SecretInTheState_GivesASecretOutput()
    {
        Thing thing = null!;
        var state = new Dictionary<string, object>
        {
            ["text"] = Output.CreateSecret("s"),
            ["tags"] = new Dictionary<string, object> { ["a"] = "1", ["b"] = Output.CreateSecret("2") },
            ["count"] = 1,
        };

        await Run.PreviewAsync(RecordingCloud.WithState(state), () => thing = new Thing("thing"));

        Assert.True(await Output.IsSecretAsync(thing.Text));
        Assert.Equal("s", await OutputUtilities.GetValueAsync(thing.Text));
        Assert.True(await Output.IsSecretAsync(thing.Tags));
        Assert.Equal("2", (await OutputUtilities.GetValueAsync(thing.Tags))!["b"]);
        Assert.False(await Output.IsSecretAsync(thing.Count));
    }
}
