using DrInfra.Drctl.Commands;

namespace DrInfra.Tests.Drctl.Commands;

/// <summary>What the cloud made up for one stack is written into the other's file, and nothing else of it changes.</summary>
public sealed class RecordCommandTests : IDisposable
{
    private const string Arn = "arn:aws:kafka:eu-west-1:123456789012:cluster/drinfra-main-events-feed-eu-west-1/51d58579-4545-4b3b-aefb-dc77659c80b2-2";

    private const string Other = "arn:aws:kafka:eu-west-1:123456789012:cluster/drinfra-main-events-feed-eu-west-1/00000000-4545-4b3b-aefb-dc77659c80b2-2";

    private const string Recorded = $$"""
          drinfra:identities:
            primary:
              stream/events-feed: {{Arn}}
              subnet/data-eu-west-1a: subnet-0aaaaaaaaaaaaaaa1
              subnet/data-eu-west-1b: subnet-0aaaaaaaaaaaaaaa2
              subnet/data-eu-west-1c: subnet-0aaaaaaaaaaaaaaa3

        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("drctl-record-").FullName;

    public RecordCommandTests()
    {
        foreach (var name in new[] { "Pulumi.yaml", "Pulumi.dev.yaml", "Pulumi.dr.yaml" })
        {
            File.Copy(Path.Combine(Repository.Shipped, name), Path.Combine(_folder, name));
        }
    }

    private string Dr => Path.Combine(_folder, "Pulumi.dr.yaml");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Output_IsWrittenBehindWhatIsThere_AndASecondTimeChangesNothing()
    {
        var before = await File.ReadAllTextAsync(Dr);
        var (code, output, error) = await RecordAsync(Output(Arn));

        Assert.Equal((0, "Next: commit Pulumi.dr.yaml, and run pulumi up --stack dr\n"), (code, error));
        Assert.Equal(
            "wrote identities of the primary into Pulumi.dr.yaml: stream/events-feed, subnet/data-eu-west-1a, subnet/data-eu-west-1b, "
                + "subnet/data-eu-west-1c\n",
            output);
        Assert.Equal(before + Recorded, await File.ReadAllTextAsync(Dr));
        Assert.Equal((0, true), await AgainAsync());
        Assert.Contains("not recorded", (await DrctlRun.Of("preview", "--stack", "dev", "--project", _folder)).Error, StringComparison.Ordinal);
        Assert.DoesNotContain("dr: not recorded", (await DrctlRun.Of("preview", "--stack", "dr", "--project", _folder)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OneThatChanged_IsChangedAloneWithItsComment()
    {
        await RecordAsync(Output(Arn));
        var commented = (await File.ReadAllTextAsync(Dr)).Change($"feed: {Arn}", $"feed: \"{Arn}\" # the first cluster")
            .Change("  drinfra:identities:\n", "  # Of the other stack.\n  drinfra:identities: # recorded\n") + "\n# The end.\nencryptionsalt: v1:abc\n";
        await File.WriteAllTextAsync(Dr, commented);

        Assert.Equal((0, true), await AgainAsync());
        Assert.Equal(0, (await RecordAsync(Output(Other))).Code);
        Assert.Equal(commented.Change($"\"{Arn}\"", Other), await File.ReadAllTextAsync(Dr));
    }

    [Theory]
    [InlineData(
        "config:\r\n  drinfra:role: standby\r\n  drinfra:environment: development\r\n",
        "config:\r\n  drinfra:role: standby\r\n  drinfra:environment: development\r\n{0}")]
    [InlineData(
        "config:\n  drinfra:role: standby\n  drinfra:environment: development",
        "config:\n  drinfra:role: standby\n  drinfra:environment: development\n{0}")]
    [InlineData(
        "config:\n  drinfra:identities: {}\n  drinfra:role: standby\n  drinfra:environment: development\n",
        "config:\n{0}  drinfra:role: standby\n  drinfra:environment: development\n")]
    [InlineData(
        "config:\n  drinfra:role: standby\n  drinfra:environment: development\n\n# Where secrets are.\nsecretsprovider: awskms://alias/x\n",
        "config:\n  drinfra:role: standby\n  drinfra:environment: development\n{0}\n# Where secrets are.\nsecretsprovider: awskms://alias/x\n")]
    [InlineData(
        "config:\n    drinfra:role: standby\n    drinfra:environment: development\n    drinfra:identities:\n        primary: {\"stream/events-feed\": \"x\"}\n",
        null)]
    public async Task EveryFormOfFile_KeepsItsOwn(string before, string? after)
    {
        await File.WriteAllTextAsync(Dr, before);
        var (code, _, error) = await RecordAsync(Output(Arn));

        Assert.True(code == 0, error);
        Assert.Equal((0, true), await AgainAsync());
        if (after is not null)
        {
            var end = before.Contains('\r', StringComparison.Ordinal) ? "\r\n" : "\n";
            Assert.Equal(
                string.Format(System.Globalization.CultureInfo.InvariantCulture, after, string.Join(end, Recorded.Split('\n'))),
                await File.ReadAllTextAsync(Dr));
        }
    }

    // A store that has gone from the settings would refuse every preview; what a file of outputs only lacks stays.
    [Fact]
    public async Task OneThatNoStoreHas_Goes_AndOneThatIsOnlyMissingStays()
    {
        await RecordAsync(Output(Arn));
        var sound = await File.ReadAllTextAsync(Dr);
        await File.WriteAllTextAsync(Dr, sound.Change("      subnet/data-eu-west-1b", "      stream/events-old: gone\n      subnet/data-eu-west-1b"));
        var (code, _, error) = await RecordAsync($$"""{"primary":{"stream/events-feed":"{{Arn}}"} }""");

        Assert.Equal((0, sound), (code, await File.ReadAllTextAsync(Dr)));
        Assert.StartsWith("not in standard input, and left as they are: subnet/data-eu-west-1a", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_WritesNothingAndTells()
    {
        var before = await File.ReadAllTextAsync(Dr);

        Assert.Equal((1, "Pulumi.dr.yaml lacks identities of the primary, or has others: stream/events-feed\n"), Told(await RecordAsync(
            $$"""{"primary":{"stream/events-feed":"{{Arn}}"} }""", "--check")));
        Assert.Equal(before, await File.ReadAllTextAsync(Dr));
        await RecordAsync(Output(Arn));
        Assert.Equal(0, (await RecordAsync(Output(Arn), "--check")).Code);
    }

    [Theory]
    [InlineData("all outputs")]
    [InlineData("an export")]
    public async Task Identities_AreFoundInWhatThePulumiCliPrints(string form)
    {
        var identities = Output(Arn);
        var text = form == "all outputs"
            ? $$"""{"role":"primary","identities":{{identities}} }"""
            : """{"version":3,"deployment":{"resources":[{"type":"aws:s3/bucket:Bucket"},"""
                + $$"""{"type":"pulumi:pulumi:Stack","outputs":{"identities":{{identities}} } }]} }""";

        Assert.Equal(0, (await RecordAsync(text)).Code);
        Assert.EndsWith(Recorded, await File.ReadAllTextAsync(Dr), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "not JSON")]
    [InlineData("{}", "no identities of the primary are in it")]
    [InlineData("[]", "no identities of the primary are in it")]
    [InlineData("""{"primary":{} }""", "no identities of the primary are in it")]
    [InlineData("""{"standby":{} }""", "stack dr is the standby, and knows its own identities")]
    [InlineData(
        """{"primary":{"stream/events-feed":"x","subnet/data-eu-west-1a":"y","stream/lake-feed":"z"} }""",
        "3 problems in standard input; nothing was written.")]
    [InlineData("""{"version":3,"deployment":{"resources":[]} }""", "no identities of the primary are in it")]
    public async Task WhatIsNoOutput_IsRefusedAndNothingIsWritten(string text, string told)
    {
        var before = await File.ReadAllTextAsync(Dr);
        var (code, output, error) = await RecordAsync(text);

        Assert.Equal((2, ""), (code, output));
        Assert.Contains(told, error, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllTextAsync(Dr));
    }

    [Fact]
    public async Task UnknownStackAndFile_AreBadInput()
    {
        Assert.Equal(2, (await DrctlRun.Of("record", "--from", Path.Combine(_folder, "none.json"), "--stack", "dr", "--project", _folder)).Code);
        Assert.Equal(2, (await DrctlRun.Of("record", "--from", Dr, "--stack", "drr", "--project", _folder)).Code);
    }

    // What was recorded, and is not any more, would take the replicator with it.
    [Fact]
    public async Task RecordedAndTakenAwayAgain_IsRefusedWithItsCure()
    {
        await RecordAsync(Output(Arn));
        var (code, output, _) = await DrctlRun.Of(
            "diff", "--stack", "dr", "--project", _folder, "--check", "--as-of", "2026-11-30", "--policy",
            Path.Combine(Repository.Shipped, "policies", "recovery.yaml"), "--config", "identities={}");

        Assert.Equal(1, code);
        Assert.Contains("loses the recorded identity of its source: stream feed of events", Joined(output), StringComparison.Ordinal);
        Assert.Contains("drctl record --from - --stack dr", Joined(output), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NothingRecordedOnEitherSide_IsNoChange()
    {
        var (code, output, error) = await DrctlRun.Of(
            "diff", "--stack", "dr", "--project", _folder, "--check", "--as-of", "2026-11-30", "--policy",
            Path.Combine(Repository.Shipped, "policies", "recovery.yaml"));

        Assert.True(code == 0, output);
        Assert.Contains("dr: not recorded, so invented here", error, StringComparison.Ordinal);
    }

    private static (int, string) Told((int Code, string Output, string Error) run) => (run.Code, run.Output);

    // A terminal breaks lines where it likes.
    private static string Joined(string text) => string.Join(' ', text.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private async Task<(int, bool)> AgainAsync()
    {
        var before = await File.ReadAllBytesAsync(Dr);
        var (code, output, _) = await RecordAsync(Output(Arn));
        Assert.StartsWith("Pulumi.dr.yaml has these identities of the primary already", output, StringComparison.Ordinal);
        var after = await File.ReadAllBytesAsync(Dr);
        return (code, before.AsSpan().SequenceEqual(after));
    }

    private async Task<(int Code, string Output, string Error)> RecordAsync(string text, params string[] more)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var environment = new CommandEnvironment(output, error, OutputIsTerminal: false, ErrorIsTerminal: false)
        {
            Input = () => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)),
        };
        var code = await DrctlApplication.RunAsync(["record", "--from", "-", "--stack", "dr", "--project", _folder, .. more], environment);
        return (code, output.ToString(), error.ToString());
    }

    private static string Output(string arn) => $$"""
        {"primary":{"stream/events-feed":"{{arn}}","subnet/data-eu-west-1a":"subnet-0aaaaaaaaaaaaaaa1","subnet/data-eu-west-1b":"subnet-0aaaaaaaaaaaaaaa2",
          "subnet/data-eu-west-1c":"subnet-0aaaaaaaaaaaaaaa3"} }
        """;
}
