using System.Text.RegularExpressions;
using DrInfra.Drctl.Commands;
using DrInfra.Policies.Graph;
using DrInfra.Recovery;
using DrInfra.Recovery.Figures;

namespace DrInfra.Tests.Stacks;

/// <summary>What the README says is so.</summary>
[Collection(ShippedStacksGroup.Name)]
public class ReadmeTests(ShippedStacks stacks)
{
    private const string Drctl = "dotnet run --project drctl -- ";

    private static readonly string[] Readme = Repository.Read("README.md").Split('\n');

    public static TheoryData<string> Commands => [.. ShellLines().Where(line => line.StartsWith(Drctl, StringComparison.Ordinal))];

    [Fact]
    public void RecoveryTable_IsTheSettings()
    {
        var expected = stacks.Dev.Settings.Workloads.Select(workload =>
            $"| {workload.Name} | {workload.Tier.Name} | {Strategy(workload.Tier.Strategy)} | "
            + string.Join(" | ", DisruptionNames.All.Select(disruption =>
                $"{Objective.Text(workload.Tier.For(disruption).Rpo)} / {Objective.Text(workload.Tier.For(disruption).Rto)}"))
            + " |");

        var header = Array.FindIndex(Readme, line => line.StartsWith("| workload | tier |", StringComparison.Ordinal));
        Assert.Equal(expected, Readme.Skip(header + 2).TakeWhile(line => line.StartsWith('|')));
    }

    [Fact]
    public void VerdictTable_IsWhatIsComputed()
    {
        var expected = stacks.Report.Objectives.Where(outcome => outcome.Objective != Objective.None).Select(outcome =>
            $"| {outcome.Workload} | {outcome.Disruption.Text()} | {Worst(outcome.Rpo.Figure)} | {Worst(outcome.Rto.Figure)} | "
                + $"{outcome.Because.Split("rests on ")[^1]} |");

        var header = Array.FindIndex(Readme, line => line.StartsWith("| workload | disruption |", StringComparison.Ordinal));
        Assert.Equal(expected, Readme.Skip(header + 2).TakeWhile(line => line.StartsWith('|')));

        // Of a loss that no copy can outlive there is nothing to compute.
        static string Worst(Figure figure) => figure.IsUnbounded ? "unbounded"
            : figure.Worst is { } worst ? DurationText.Format(TimeSpan.FromSeconds(worst)) : "-";
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Command_RunsCleanly(string command)
    {
        var scratch = Directory.CreateTempSubdirectory("readme");
        try
        {
            using var output = new StringWriter();
            using var error = new StringWriter();
            string[] arguments = [.. command[Drctl.Length..].Split(' ').Select(word => word switch
            {
                "graphs" or "modules" => scratch.FullName,
                ['g', 'r', 'a', 'p', 'h', 's', '/', .. var file] => Path.Combine(scratch.FullName, file),
                _ when word.StartsWith("tests/Fixtures/", StringComparison.Ordinal) => Copied(word, scratch.FullName),
                _ => word,
            })];
            string[] inProject = arguments[0] is "preview" or "diff" or "export" ? [.. arguments, "--project", Repository.Shipped] : arguments;
            foreach (var stack in stacks.Both.Where(_ => arguments[0] is "check" or "verify" or "diff"))
            {
                using var file = File.Create(Path.Combine(scratch.FullName, $"{stack.Graph.Stack}.json"));
                GraphFile.Write(stack.Graph, file);
            }

            var exitCode = await DrctlApplication.RunAsync(inProject, new CommandEnvironment(output, error, false, false));

            Assert.Equal(0, exitCode);
            if (command.EndsWith("-- preview", StringComparison.Ordinal))
            {
                AssertShown("Workloads and their data", output.ToString());
            }

            if (command.Contains("activation=active", StringComparison.Ordinal))
            {
                AssertShown("~   update in place", output.ToString());
            }
        }
        finally
        {
            scratch.Delete(true);
        }
    }

    [Fact]
    public void OtherCommands_AreThoseOfCi()
    {
        var others = ShellLines().Where(line => !line.StartsWith(Drctl, StringComparison.Ordinal)).ToArray();

        Assert.Equal(["dotnet test", "dotnet run -c Release --project tests/Benchmarks -- preview"], others);
        Assert.Contains("\ndotnet test ||", Repository.Read(".ci/run"), StringComparison.Ordinal);
        Assert.Matches("(?m)^[a-z ]*dotnet run --project drctl -- preview$", Repository.Read(".ci/run"));
    }

    [Fact]
    public void TestsThatAreLeftOut_AreCommandsOfTheirOwnThatCiRuns()
    {
        var leftOut = Categories(Repository.Read("tests/Directory.Build.props"), "Category!=");

        Assert.NotEmpty(leftOut);
        Assert.Equal(leftOut, Categories(Repository.Read("CONTRIBUTING.md"), "\ndotnet test tests/[A-Z][a-z]+ --filter Category="));
        Assert.Equal(leftOut, Categories(Repository.Read(".ci/run"), "\ndotnet test tests/[A-Z][a-z]+ --no-build --filter Category="));
    }

    private static string[] Categories(string text, string before) =>
        [.. Regex.Matches(text, $"{before}(?<name>[A-Za-z]+)").Select(match => match.Groups["name"].Value).Order(StringComparer.Ordinal)];

    // Where it is, the repository's own recovery.yaml would count.
    private static string Copied(string file, string folder)
    {
        var copy = Path.Combine(folder, Path.GetFileName(file));
        File.Copy(Path.Combine(Repository.Root, file), copy);
        return copy;
    }

    // The lines of the README's sample that begins so are printed by the command, in that order.
    private static void AssertShown(string firstLine, string output)
    {
        var start = Array.FindIndex(Readme, line => line.StartsWith(firstLine, StringComparison.Ordinal));
        var sample = string.Join('\n', Readme.Skip(start).TakeWhile(line => line != "```"));

        Assert.Contains(sample, output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    private static IEnumerable<string> ShellLines()
    {
        var inShell = false;
        foreach (var line in Readme)
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                inShell = line == "```sh";
            }
            else if (inShell)
            {
                yield return line;
            }
        }
    }

    private static string Strategy(Strategy strategy) => strategy switch
    {
        DrInfra.Recovery.Strategy.BackupRestore => "backup and restore",
        DrInfra.Recovery.Strategy.PilotLight => "pilot light",
        DrInfra.Recovery.Strategy.WarmStandby => "warm standby",
        _ => "active-active",
    };
}
