using System.Text.Json;
using DrInfra.Tests.Sdk.Samples;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace DrInfra.Tests.Sdk;

[Collection(nameof(ProcessWide))]
public sealed class ConfigTests : IDisposable
{
    private const string Variable = "PULUMI_CONFIG";

    private readonly string? _before = Environment.GetEnvironmentVariable(Variable);

    public ConfigTests() => Environment.SetEnvironmentVariable(Variable, JsonSerializer.Serialize(new Dictionary<string, string>
    {
        ["project:s"] = "text",
        ["project:b"] = "true",
        ["project:maybe"] = "maybe",
        ["project:upper"] = "True",
        ["project:i"] = "42",
        ["project:d"] = "1.5",
        ["project:o"] = """{"Name":"n","size":1}""",
        ["project:broken"] = "{",
        ["other:s"] = "theirs",
    }));

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(Variable, _before);
        Run.ForgetExitCode();
    }

    [Fact]
    public async Task Get_EveryType_ReadsTheValue()
    {
        await Run.PreviewAsync(new RecordingCloud(), () =>
        {
            var config = new Config();
            Assert.Equal("text", config.Get("s"));
            Assert.True(config.GetBoolean("b"));
            Assert.Equal(42, config.GetInt32("i"));
            Assert.Equal(1.5, config.GetDouble("d"));
            Assert.Equal("n", config.GetObject<Named>("o")?.Name);
            Assert.Equal("text", config.Require("s"));
            Assert.True(config.RequireBoolean("b"));
            Assert.Equal(42, config.RequireInt32("i"));
            Assert.Equal(1.5, config.RequireDouble("d"));
            Assert.Equal("n", config.RequireObject<Named>("o").Name);
        });
    }

    [Fact]
    public async Task Get_NotThere_IsNull()
    {
        await Run.PreviewAsync(new RecordingCloud(), () =>
        {
            var config = new Config();
            Assert.Null(config.Get("none"));
            Assert.Null(config.GetBoolean("none"));
            Assert.Null(config.GetInt32("none"));
            Assert.Null(config.GetDouble("none"));
            Assert.Null(config.GetObject<Named>("none"));
            Assert.Null(config.GetSecret("none"));
        });
    }

    [Fact]
    public async Task Get_OtherNamespace_ReadsItsValues()
    {
        await Run.PreviewAsync(new RecordingCloud(), () =>
        {
            Assert.Equal("theirs", new Config("other").Get("s"));
            Assert.Equal("theirs", new Config("other:config").Get("s"));
        });
    }

    [Fact]
    public async Task Get_OtherProjectName_ReadsItsValues()
    {
        string? value = null;

        await Deployment.TestAsync(
            new RecordingCloud(), new TestOptions { ProjectName = "other" }, () => value = new Config().Get("s"));

        Assert.Equal("theirs", value);
    }

    [Fact]
    public async Task GetObject_ByDefaultCaseSensitive_OptionsCanChangeIt()
    {
        await Run.PreviewAsync(new RecordingCloud(), () =>
        {
            Assert.Equal(0, new Config().RequireObject<Named>("o").Size);
            Assert.Equal(1, new Config().RequireObject<Named>("o", JsonSerializerOptions.Web).Size);
        });
    }

    [Fact]
    public async Task GetSecret_EveryType_IsSecret()
    {
        Output<string>? text = null;
        Output<int>? number = null;
        Output<Named>? named = null;

        await Run.PreviewAsync(new RecordingCloud(), () =>
        {
            var config = new Config();
            text = config.GetSecret("s");
            number = config.RequireSecretInt32("i");
            named = config.RequireSecretObject<Named>("o");
        });

        Assert.True(await Output.IsSecretAsync(text!));
        Assert.Equal("text", await OutputUtilities.GetValueAsync(text!));
        Assert.True(await Output.IsSecretAsync(number!));
        Assert.Equal(42, await OutputUtilities.GetValueAsync(number!));
        Assert.True(await Output.IsSecretAsync(named!));
    }

    [Theory]
    [InlineData("maybe")]
    [InlineData("upper")]
    public async Task GetBoolean_AnyOtherText_NamesKeyAndValue(string key)
    {
        var message = await Run.FailAsync(() => new Config().GetBoolean(key));

        Assert.StartsWith($"Configuration 'project:{key}' value '", message, StringComparison.Ordinal);
        Assert.EndsWith("' is not a valid Boolean", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetObject_BrokenJson_NamesKeyAndValue()
    {
        var message = await Run.FailAsync(() => new Config().GetObject<Named>("broken"));

        Assert.Contains("Configuration 'project:broken' value '{' is not a valid", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Require_NotThere_SaysHowToSetIt()
    {
        var message = await Run.FailAsync(() => new Config().Require("missing"));

        Assert.Equal(
            "Missing Required configuration variable 'project:missing'\n\t"
            + "please set a value using the command `pulumi config set project:missing <value>`",
            message);
    }

    [Fact]
    public void Config_OutsideARun_Throws() => Assert.Throws<InvalidOperationException>(() => new Config());

    private sealed record Named(string Name)
    {
        public int Size { get; init; }
    }
}
