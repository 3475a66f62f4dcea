using System.Globalization;
using System.Text.RegularExpressions;
using DrInfra.Drctl.Commands;
using DrInfra.Drctl.Projects;
using DrInfra.Drctl.Recording;
using DrInfra.Infra.Data;
using DrInfra.Infra.Settings;
using DrInfra.Recovery;

namespace DrInfra.Tests.Stacks;

/// <summary>What the documents say is so, as far as a machine can tell.</summary>
[Collection(ShippedStacksGroup.Name)]
public partial class DocumentsTests(ShippedStacks stacks)
{
    private const int Gotchas = 82;
    private const string Drctl = "dotnet run --project drctl -- ";

    private static readonly string[] Documents =
    [
        "README.md",
        .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The documents, each with its lines; the README's commands have tests of their own.</summary>
    private static readonly (string Document, string Line)[] Lines =
        [.. Documents.SelectMany(document => Repository.Read(document).Split('\n').Select(line => (document, line)))];

    private static readonly GotchaRow[] Rows = [.. Lines
        .Where(entry => entry.Document == "docs/gotchas.md")
        .Select(entry => RowPattern.Match(entry.Line))
        .Where(match => match.Success)
        .Select(match => new GotchaRow(
            int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture),
            match.Groups["trap"].Value,
            match.Groups["mechanism"].Value,
            match.Groups["where"].Value))];

    public static TheoryData<string> DrctlCommands => [.. Lines
        .Where(entry => entry.Document != "README.md" && entry.Line.StartsWith(Drctl, StringComparison.Ordinal))
        .Select(entry => entry.Line)
        .Distinct()];

    [GeneratedRegex(@"^\| (?<number>\d+) \| (?<trap>[^|]+) \| (?<mechanism>[^|]+) \| (?<where>[^|]+) \|$")]
    private static partial Regex RowPattern { get; }

    [GeneratedRegex(@"^`(?<class>\w+)\.(?<method>\w+)`$")]
    private static partial Regex TestName { get; }

    [GeneratedRegex(@"^Gotchas?(?<spec>\d+(To\d+)?(And\d+(To\d+)?)*)_")]
    private static partial Regex GotchaName { get; }

    [GeneratedRegex(@"(?<!!)\[[^\]]*\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link { get; }

    [GeneratedRegex(@"pulumi config (?<verb>\w+) (?<key>[^\s`|]+)( (?<value>[^\s`|-]\S*))?.*--stack (?<stack>\S+)")]
    private static partial Regex ConfigCommand { get; }

    // What the stacks name: physical names, manifests, endpoints. With a placeholder in it, it is the reader's own.
    [GeneratedRegex(@"drinfra-main-[a-z0-9<>-]+|(?<![a-z])/dr/[a-z0-9/<>-]+|[a-z0-9.<>-]+\.data\.example\.com")]
    private static partial Regex ShippedName { get; }

    [GeneratedRegex(@"--namespace (?<workload>[a-z]+) (scale deployment/(?<name>\S+) --replicas |patch hpa (?<name>\S+) .*""minReplicas"":)(?<pods>\d+)")]
    private static partial Regex PodCommand { get; }

    [GeneratedRegex(@"[^\p{L}\p{N} _-]")]
    private static partial Regex NotInAnAnchor();

    [Fact]
    public void Gotchas_AreEachThereOnce() => Assert.Equal(Enumerable.Range(1, Gotchas), Rows.Select(row => row.Number));

    [Fact]
    public void Gotcha_IsKeptByOneMechanismThatIsThere()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories)
            .Select(File.ReadAllText)
            .ToArray();

        Assert.All(Rows, row =>
        {
            switch (row.Mechanism)
            {
                case "code + test":
                    AssertIsATestOf(row, sources);
                    break;
                case "rule":
                    Assert.StartsWith("with the policy pack", row.Where, StringComparison.Ordinal);
                    break;
                case "runbook":
                    Assert.Matches(@"^\[[^\]]+\]\((runbook|bootstrap)\.md#[a-z0-9-]+\)$", row.Where);
                    break;
                default:
                    Assert.Equal("later", row.Mechanism);
                    Assert.NotEmpty(row.Where.Trim());
                    break;
            }
        });
    }

    [Fact]
    public void RelativeLink_LeadsToAFileAndAHeading()
    {
        var dead = Lines.SelectMany(entry => Link.Matches(entry.Line)
                .Select(match => match.Groups["target"].Value)
                .Where(target => !target.Contains("://", StringComparison.Ordinal) && !Resolves(entry.Document, target))
                .Select(target => $"{entry.Document}: {target}"))
            .ToArray();

        Assert.True(dead.Length == 0, $"links that lead nowhere:\n{string.Join('\n', dead)}");
        Assert.Contains(Lines, entry => Link.IsMatch(entry.Line));
    }

    [Fact]
    public void ConfigCommand_NamesASettingOfTheStack()
    {
        var commands = Lines.SelectMany(entry => ConfigCommand.Matches(entry.Line)).ToArray();

        Assert.NotEmpty(commands);
        Assert.All(commands, command =>
        {
            var key = command.Groups["key"].Value;
            var stack = command.Groups["stack"].Value.Trim('`');
            if (command.Groups["verb"].Value == "set")
            {
                var read = ProjectFolder.Open(Repository.Shipped).Read(stack, [$"{key}={command.Groups["value"].Value}"]);
                Assert.Equal(stack, PlatformSettingsReader.Read(read.Configuration).Stack);
            }
            else
            {
                Assert.Equal("get", command.Groups["verb"].Value);
                Assert.Contains($"drinfra:{key}", ProjectFolder.Open(Repository.Shipped).Read(stack).Configuration.Values.Keys);
            }
        });
    }

    // A word in capitals is the reader's own.
    [Fact]
    public void StackOption_NamesAShippedStackOrIsAPlaceholder() => Assert.All(
        Lines.SelectMany(entry => Regex.Matches(entry.Line, @"--stack ([a-z]\w*)")),
        match => Assert.Contains(match.Groups[1].Value, new[] { "dev", "dr" }));

    [Theory]
    [MemberData(nameof(DrctlCommands))]
    public async Task DrctlCommand_RunsCleanly(string command)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();

        var exitCode = await DrctlApplication.RunAsync(
            [.. command[Drctl.Length..].Split(' '), "--project", Repository.Shipped], new CommandEnvironment(output, error, false, false));

        Assert.True(exitCode == 0, error.ToString());
    }

    [Fact]
    public void ShippedName_IsInTheGraphs()
    {
        var declared = stacks.Both
            .SelectMany(stack => stack.Graph.Resources)
            .SelectMany(resource => resource.Inputs.Texts().Concat(resource.Outputs.Texts()))
            .SelectMany(text => ShippedName.Matches(text.Text))
            .Select(match => match.Value)
            .ToHashSet(StringComparer.Ordinal);

        var unknown = Lines.SelectMany(entry => ShippedName.Matches(entry.Line)
                .Select(match => match.Value)
                .Where(name => !name.Contains('<', StringComparison.Ordinal) && !declared.Contains(name))
                .Select(name => $"{entry.Document}: {name}"))
            .Distinct()
            .ToArray();

        Assert.True(unknown.Length == 0, $"no shipped stack names:\n{string.Join('\n', unknown)}");
    }

    [Fact]
    public void ComponentTable_SaysWhichStackDeclaresWhat()
    {
        var table = Repository.Read("docs/architecture.md").Split('\n')
            .SkipWhile(line => !line.StartsWith("| component |", StringComparison.Ordinal))
            .Skip(2)
            .TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Split('|'))
            .ToArray();

        Assert.NotEmpty(table);
        Assert.All(table, row =>
        {
            foreach (var component in row[1].Split(',', StringSplitOptions.TrimEntries))
            {
                Assert.True(Declares(stacks.Dev, component) == row[2].Trim().Length > 0, $"dev: {component}");
                Assert.True(Declares(stacks.Dr, component) == row[3].Trim().Length > 0, $"dr: {component}");
            }
        });
    }

    [Fact]
    public void RunbookPromises_AreTheSettings()
    {
        var expected = stacks.Dev.Settings.Workloads.Select(workload =>
            $"| {workload.Name} | {workload.Tier.Decide} | "
            + string.Join(" | ", new[] { Disruption.Region, Disruption.Corruption, Disruption.Account }.Select(disruption =>
                $"{Objective.Text(workload.Tier.For(disruption).Rpo)} / {Objective.Text(workload.Tier.For(disruption).Rto)}"))
            + " |");

        var runbook = Repository.Read("docs/runbook.md").Split('\n');
        var header = Array.FindIndex(runbook, line => line.StartsWith("| workload | decides |", StringComparison.Ordinal));
        Assert.Equal(expected, runbook.Skip(header + 2).TakeWhile(line => line.StartsWith('|')));
    }

    [Fact]
    public void RunbookCapacity_IsThatOfTheSettings()
    {
        var commands = Lines.SelectMany(entry => PodCommand.Matches(entry.Line)).ToArray();

        Assert.NotEmpty(commands);
        Assert.All(commands, command =>
        {
            var workload = stacks.Dev.Settings.Workloads.Single(workload => workload.Name == command.Groups["workload"].Value);
            Assert.Equal($"{workload.Name}-serving", command.Groups["name"].Value);
            Assert.Contains(command.Groups["pods"].Value, new[] { "0", $"{workload.Serving!.Replicas}" });
        });
    }

    [Fact]
    public void RunbookLagBound_IsThatOfTheTier()
    {
        var bounded = Assert.Single(stacks.Dev.Settings.Workloads, workload =>
            workload.Databases.Any() && ReplicationBound.DatabaseLagSeconds(workload.Tier) is not null);

        var seconds = ReplicationBound.DatabaseLagSeconds(bounded.Tier);
        var section = Repository.Read("docs/runbook.md").Split("\n## ").Single(section => section.StartsWith("Lost standby", StringComparison.Ordinal));
        Assert.Contains($"ParameterName=rds.global_db_rpo,ParameterValue={seconds},", section, StringComparison.Ordinal);
        Assert.Contains($"passes {seconds} s", section, StringComparison.Ordinal);
    }

    [Fact]
    public void RunbookSection_SaysWhenWhoDecidesAndHowLong()
    {
        var sections = Repository.Read("docs/runbook.md").Split("\n## ")
            .Where(section => section.Contains("**When**", StringComparison.Ordinal))
            .ToArray();

        Assert.True(sections.Length > 10);
        Assert.All(sections, section =>
        {
            Assert.Contains("**Who decides**", section, StringComparison.Ordinal);
            Assert.Contains("**How long**", section, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("State and locks", "state-and-locks")]
    [InlineData("Before the first `pulumi up`", "before-the-first-pulumi-up")]
    [InlineData("1. Two stacks, one plan", "1-two-stacks-one-plan")]
    public void Anchor_IsTheHeadingsAsGitHubWritesIt(string heading, string anchor) => Assert.Equal(anchor, Anchor(heading));

    private static bool Declares(StackPreviewResult stack, string component) => stack.Graph.Resources.Any(resource =>
        resource.Type.StartsWith("drinfra:", StringComparison.Ordinal) && resource.Type.EndsWith($":{component}", StringComparison.Ordinal));

    private static void AssertIsATestOf(GotchaRow row, string[] sources)
    {
        var name = TestName.Match(row.Where);
        Assert.True(name.Success, $"gotcha {row.Number}: `Class.Method` expected, got {row.Where}");
        var (type, method) = (name.Groups["class"].Value, name.Groups["method"].Value);
        var declaration = new Regex($@"\[(Fact|Theory)\b[^\n]*\]\s*(\[[^\n]*\]\s*)*public (async Task|Task|void) {method}\(");
        Assert.True(
            sources.Any(source => Regex.IsMatch(source, $@"\bclass {type}\b") && declaration.IsMatch(source)),
            $"gotcha {row.Number}: there is no test {type}.{method}");

        // A name that states numbers states this one.
        if (GotchaName.Match(method) is { Success: true } stated)
        {
            Assert.Contains(row.Number, Numbers(stated.Groups["spec"].Value));
        }
    }

    private static IEnumerable<int> Numbers(string spec) => spec.Split("And").SelectMany(part =>
    {
        var ends = part.Split("To").Select(end => int.Parse(end, CultureInfo.InvariantCulture)).ToArray();
        return Enumerable.Range(ends[0], ends[^1] - ends[0] + 1);
    });

    private static bool Resolves(string document, string target)
    {
        var parts = target.Split('#');
        var folder = Path.GetDirectoryName(Path.Combine(Repository.Root, document))!;
        var path = parts[0].Length == 0 ? Path.Combine(Repository.Root, document) : Path.Combine(folder, parts[0]);
        return parts.Length == 1
            ? Path.Exists(path)
            : File.Exists(path) && Anchors(path).Contains(parts[1]);
    }

    private static HashSet<string> Anchors(string path)
    {
        var anchors = new HashSet<string>(StringComparer.Ordinal);
        var inCode = false;
        foreach (var line in File.ReadLines(path))
        {
            if (line.TrimStart().StartsWith("```", StringComparison.Ordinal))
            {
                inCode = !inCode;
            }
            else if (!inCode && line.StartsWith('#'))
            {
                anchors.Add(Anchor(line.TrimStart('#').Trim()));
            }
        }

        return anchors;
    }

    private static string Anchor(string heading) =>
        NotInAnAnchor().Replace(heading, string.Empty).ToLowerInvariant().Replace(' ', '-');

    private sealed record GotchaRow(int Number, string Trap, string Mechanism, string Where);
}
