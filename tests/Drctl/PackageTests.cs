using System.Diagnostics;

namespace DrInfra.Tests.Drctl;

/// <summary>drctl as those have it who have no copy of this repository: packed and installed by the README's commands.</summary>
public sealed class PackageTests : IDisposable
{
#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif

    private readonly string _scratch = Directory.CreateTempSubdirectory("drinfra-package-").FullName;

    public void Dispose() => Directory.Delete(_scratch, recursive: true);

    [Fact]
    public void InstalledTool_ChecksAnExportOutsideTheRepository()
    {
        string[] commands =
        [
            .. Repository.Read("README.md").Split('\n').SkipWhile(line => !line.StartsWith("dotnet pack drctl", StringComparison.Ordinal))
                .TakeWhile(line => line != "```"),
        ];
        Assert.Equal(3, commands.Length);
        var packages = Path.Combine(_scratch, "packages");
        var export = Path.Combine(Repository.Root, "tests/Fixtures/other-programs/aws-ts-resources.json");
        File.Copy(export, Path.Combine(_scratch, "export.json"));

        // Of what is built already: a build of its own would disturb those that run beside this test.
        Run(Repository.Root, $"{commands[0].Change("--output packages", $"--output {packages}")} --no-build -c {Configuration}");
        Run(_scratch, commands[1]);
        var check = Run(_scratch, commands[2]);
        var draft = Run(_scratch, "tools/drctl init --from export.json");
        var rule = Run(_scratch, "tools/drctl rules versioning-status-is-enabled");

        Assert.Contains("\nChecked dev ", check, StringComparison.Ordinal);
        Assert.Contains("mytable", check, StringComparison.Ordinal);
        Assert.Contains("workloads:", draft, StringComparison.Ordinal);
        Assert.Contains("versioning-status-is-enabled", rule, StringComparison.Ordinal);
    }

    // Fails unless the command exits with 0; returns what it printed.
    private string Run(string folder, string command)
    {
        var words = command.Split(' ');
        var program = words[0].Contains('/', StringComparison.Ordinal) ? Path.Combine(folder, words[0]) : words[0];
        var start = new ProcessStartInfo(program, words[1..]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_CLI_HOME"] = _scratch;
        start.Environment["DOTNET_NOLOGO"] = "1";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{command} exited with {process.ExitCode}\n{output}\n{error.Result}");
        return output;
    }
}
