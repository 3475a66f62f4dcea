using DrInfra.Drctl.Commands;

namespace DrInfra.Tests.Drctl.Commands;

/// <summary>Mistakes that only show when the stacks of a project are looked at together.</summary>
public sealed class StackPairCheckTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("drctl-pairs-").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public async Task StandbyWithoutPrimary_IsRefused()
    {
        Copy("Pulumi.yaml");
        Copy("Pulumi.dr.yaml");

        var (exitCode, error) = await PreviewAsync();

        Assert.Equal(2, exitCode);
        Assert.Contains("pair main has a standby but no primary", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OverrideForTheChosenStackAlone_IsNoDisagreement()
    {
        CopyAll();

        Assert.Equal(0, (await PreviewAsync("--stack", "dr", "--config", "activation=active")).ExitCode);
        Assert.Equal(0, (await PreviewAsync("--stack", "dr", "--config", "workloads[0].stores[0].sizeGb=500")).ExitCode);
    }

    [Fact]
    public async Task StacksOfAPairThatDisagree_AreRefused()
    {
        CopyAll();
        await File.AppendAllTextAsync(Path.Combine(_folder, "Pulumi.dr.yaml"), "  drinfra:accountId: \"999999999999\"\n");

        var (exitCode, error) = await PreviewAsync("--stack", "dr");

        Assert.Equal(2, exitCode);
        Assert.Contains("drinfra:accountId", error, StringComparison.Ordinal);
        Assert.Contains("differs from stack dev of the same pair", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SecondPair_TakesOnlyItsFiles()
    {
        CopyAll();
        const string Pair = """
            config:
              drinfra:pair: second
              drinfra:environment: development
              drinfra:ownsAccountDefaults: false
              drinfra:network:
                primary: {range: 10.70.0.0/16}
                standby: {range: 10.71.0.0/16}

            """;
        await File.WriteAllTextAsync(Path.Combine(_folder, "Pulumi.dev2.yaml"), Pair + "  drinfra:role: primary\n");
        await File.WriteAllTextAsync(Path.Combine(_folder, "Pulumi.dr2.yaml"), Pair + "  drinfra:role: standby\n");

        Assert.Equal(0, (await PreviewAsync()).ExitCode);
    }

    private void CopyAll() => Array.ForEach(["Pulumi.yaml", "Pulumi.dev.yaml", "Pulumi.dr.yaml"], Copy);

    private void Copy(string file) => File.Copy(Path.Combine(Repository.Shipped, file), Path.Combine(_folder, file));

    private async Task<(int ExitCode, string Error)> PreviewAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await DrctlApplication.RunAsync(
            ["preview", "--project", _folder, .. arguments], new CommandEnvironment(output, error, false, false));
        return (exitCode, error.ToString());
    }
}
