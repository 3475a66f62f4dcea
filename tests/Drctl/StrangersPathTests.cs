using System.Text.RegularExpressions;
using DrInfra.Drctl.Commands;

namespace DrInfra.Tests.Drctl;

/// <summary>
/// The path of somebody who is new: breaks one thing of each kind, reads what is said, does exactly what is printed, and is through. What
/// is not printed is not known here: the fix is taken from the output.
/// </summary>
public sealed partial class StrangersPathTests : IDisposable
{
    private const string AsOf = "2026-11-24";

    private readonly string _folder = Directory.CreateTempSubdirectory("drctl-stranger-").FullName;

    public StrangersPathTests()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.Shipped, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_folder, Path.GetRelativePath(Repository.Shipped, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>In which file, what text is changed to what, and what the message has to say.</summary>
    public static TheoryData<string, string, string, string> Settings => new()
    {
        { "Pulumi.dev.yaml", "role: primary", "role: primry", "drinfra:role: not an allowed value; did you mean primary?" },
        { "Pulumi.dr.yaml", "sizing: full", "sizing: ful", "drinfra:sizing: not an allowed value; did you mean full?" },
        { "Pulumi.dr.yaml", "sizing: full", "sizng: full", "drinfra:sizng: unknown key; did you mean sizing?" },
        { "Pulumi.dr.yaml", "activation: standby", "activation: passive", "drinfra:activation: not an allowed value" },
        { "Pulumi.dev.yaml", "sizing: full", "failover: yes", "drinfra:failover: not an allowed value" },
        { "Pulumi.yaml", "standby: eu-central-1", "standby: eu-centrl-1", "drinfra:regions.standby: unknown Region; did you mean eu-central-1?" },
        { "Pulumi.yaml", "tier: mission-critical", "tier: mission-critcal", "unknown tier; did you mean mission-critical?" },
        { "Pulumi.yaml", "sizeGb: 40000", "sizeGB: 40000", "unknown key; did you mean sizeGb?" },
        { "policies/recovery.yaml", "assumptions:", "asumptions:", "unknown key; did you mean assumptions?" },
        {
            "policies/recovery.yaml", "assumptions:", "rules: { bucket-is-versionned: { level: advisory } }\nassumptions:",
            "did you mean bucket-is-versioned?"
        },
    };

    [Theory]
    [MemberData(nameof(Settings))]
    public async Task AMistakeInAFile_IsOneProblemWhosePrintedFixCuresIt(string file, string right, string wrong, string said)
    {
        Change(file, text => Once(text, right, wrong));

        var (code, _, error) = await RunAsync("preview", "--check");

        Assert.Equal(ExitCodes.BadInput, code);
        Assert.Single(Problem().Matches(error));
        Assert.Contains(said, error, StringComparison.Ordinal);
        Assert.Matches($@"{Regex.Escape(file)}:\d+:\d+: ", error);
        Cure(error);
        await AssertCleanAsync("preview", "--check");
    }

    /// <summary>What is typed wrong, and the word of it that the message corrects.</summary>
    [Theory]
    [InlineData("previw")]
    [InlineData("preview --stack dve")]
    [InlineData("preview --chekc")]
    [InlineData("preview --config sizng=full")]
    [InlineData("preview --workload legder")]
    [InlineData("preview --rule bucket-is-versionned")]
    [InlineData("rules bucket-is-versionned")]
    public async Task AMistypedWord_IsAnsweredWithTheOneThatWasMeant(string typed)
    {
        var words = typed.Split(' ');

        var (code, _, error) = await RunAsync(words);

        Assert.Equal(ExitCodes.BadInput, code);
        var meant = Meant().Match(error).Groups["name"].Value;
        Assert.NotEmpty(meant);
        var wrong = words.OrderBy(word => Distance(word.Split('=')[0], meant)).First();
        await AssertCleanAsync([.. words.Select(word => word == wrong ? word.Change(word.Split('=')[0], meant) : word)]);
    }

    [Fact]
    public async Task AStackAlone_IsNotPassedAndTheCommandThatIsPrintedJudgesThePair()
    {
        await AssertCleanAsync("preview", "--format", "json", "--out", Path.Combine(_folder, "graphs"));

        var (code, output, _) = await RunAsync("check", Graph("dev"), "--fail-on-unknown");

        Assert.Equal(ExitCodes.Refused, code);
        var command = Command().Match(output).Groups["files"].Value.Split(' ').Select(file => Graph(Path.GetFileNameWithoutExtension(file)));
        await AssertCleanAsync(["check", .. command]);
    }

    [Fact]
    public async Task AReportOverItsInput_IsRefusedAndWrittenUnderAnotherName()
    {
        await AssertCleanAsync("preview", "--format", "json", "--out", Path.Combine(_folder, "graphs"));
        var before = await File.ReadAllTextAsync(Graph("dev"));

        var (code, _, error) = await RunAsync("check", Graph("dev"), Graph("dr"), "--out", Graph("dev"));

        Assert.Equal(ExitCodes.BadInput, code);
        Assert.Contains("fix:     name another file", error, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllTextAsync(Graph("dev")));
        await AssertCleanAsync("check", Graph("dev"), Graph("dr"), "--out", Path.Combine(_folder, "report.txt"));
    }

    // Nothing else in recovery.yaml rests on it: the fix is to remove the lines.
    [Fact]
    public async Task AnExpiredWaiver_FailsByNameAndPassesOnceItIsRemoved()
    {
        const string Waiver = "waivers:\n  - { rule: bucket-is-versioned, urn: \"*\", reason: a trial, owner: me, expires: 2026-11-01 }\n";
        Change("policies/recovery.yaml", text => text.TrimEnd() + "\n" + Waiver);

        var (code, output, _) = await RunAsync("preview", "--check");

        Assert.Equal(ExitCodes.Refused, code);
        Assert.Contains("waiver of bucket-is-versioned for * expired on 2026-11-01 (me)", output, StringComparison.Ordinal);
        Assert.Contains("Remove the waiver from recovery.yaml", output, StringComparison.Ordinal);
        Change("policies/recovery.yaml", text => text.Change(Waiver, ""));
        await AssertCleanAsync("preview", "--check");
    }

    [Fact]
    public async Task AChangeThatBreaksAnObjective_IsRefusedByItsNameAndPassesWithoutIt()
    {
        var (code, output, _) = await RunAsync("diff", "--stack", "dr", "--config", "sizing=small", "--check");

        Assert.Equal(ExitCodes.Refused, code);
        Assert.Contains("ledger, region: RTO 26m15s -> unbounded, promised 30m", output, StringComparison.Ordinal);
        Assert.Contains("fix  Revert these operations", output, StringComparison.Ordinal);

        // The stream with its key, the job that reads it, their images, and the task of the copy outside AWS go, too.
        Assert.EndsWith(
            "Refused: 2 objectives are broken (events region, ledger region); 7 of these changes touch data (marked with !); 2 of 25\n"
                + "objectives get worse.\n",
            output, StringComparison.Ordinal);
        await AssertCleanAsync("diff", "--stack", "dr", "--config", "sizing=full", "--check");
    }

    private string Graph(string stack) => Path.Combine(_folder, "graphs", stack + ".json");

    private async Task AssertCleanAsync(params string[] words)
    {
        var (code, output, error) = await RunAsync(words);
        Assert.True(code == ExitCodes.Clean, $"{string.Join(' ', words)}: {error}{output}");
    }

    private Task<(int Code, string Output, string Error)> RunAsync(params string[] words)
    {
        string[] own = words[0] is "preview" or "diff" ? ["--project", _folder] : [];
        string[] day = words[0] is "preview" or "diff" or "check" ? ["--as-of", AsOf] : [];
        return DrctlRun.Of([.. words, .. own, .. day]);
    }

    /// <summary>Does what the problem's fix says, in the place that the problem names.</summary>
    private void Cure(string error)
    {
        var place = PlaceOf().Match(error);
        var (file, line) = (place.Groups["file"].Value, int.Parse(place.Groups["line"].Value));
        var got = Got().Match(error).Groups["got"].Value;
        var fix = Fix().Match(error).Groups["fix"].Value;
        var meant = Meant().Match(error).Groups["name"].Value;
        if (Set().Match(fix) is { Success: true } set)
        {
            var key = $"  drinfra:{set.Groups["key"].Value}: ";
            Change($"Pulumi.{set.Groups["stack"].Value}.yaml", text => string.Join(
                '\n', text.Split('\n').Select(old => old.StartsWith(key, StringComparison.Ordinal) ? key + set.Groups["value"].Value : old)));
        }
        else if (Rename().Match(fix) is { Success: true } rename)
        {
            Change(file, text => OnLine(text, line, old => Once(old, Last(error) + ":", rename.Groups["name"].Value + ":")));
        }
        else
        {
            Assert.StartsWith("edit ", fix, StringComparison.Ordinal);
            Change(fix.Split(" in ")[^1], text => OnLine(text, line, old => Once(old, got, meant)));
        }
    }

    // The last part of the key that the problem names.
    private static string Last(string error) => Key().Match(error).Groups["key"].Value.Split('.', ':')[^1];

    private void Change(string file, Func<string, string> change)
    {
        // Files of the project are named from its folder, recovery.yaml from where the command runs.
        var path = File.Exists(Path.Combine(_folder, file)) ? Path.Combine(_folder, file) : Path.GetFullPath(file);
        var before = File.ReadAllText(path);
        var after = change(before);
        Assert.NotEqual(before, after);
        File.WriteAllText(path, after);
    }

    private static string OnLine(string text, int number, Func<string, string> change)
    {
        var lines = text.Split('\n');
        lines[number - 1] = change(lines[number - 1]);
        return string.Join('\n', lines);
    }

    private static string Once(string text, string old, string value)
    {
        var at = text.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{old} is not there");
        return text[..at] + value + text[(at + old.Length)..];
    }

    private static int Distance(string one, string other) => Math.Abs(one.Length - other.Length) + one.Except(other).Count() + other.Except(one).Count();

    [GeneratedRegex(@"^(drctl: |  \d+\. )(?=\S+:\d+:\d+: )", RegexOptions.Multiline)]
    private static partial Regex Problem();

    [GeneratedRegex(@"(?<file>\S+\.yaml):(?<line>\d+):\d+: ")]
    private static partial Regex PlaceOf();

    [GeneratedRegex(@"\.yaml:\d+:\d+: (?<key>\S+): ")]
    private static partial Regex Key();

    [GeneratedRegex(@"did you mean (?<name>\S+)\?")]
    private static partial Regex Meant();

    [GeneratedRegex(@"^ +got: +(?<got>.*)$", RegexOptions.Multiline)]
    private static partial Regex Got();

    [GeneratedRegex(@"^ +fix: +(?<fix>.*)$", RegexOptions.Multiline)]
    private static partial Regex Fix();

    [GeneratedRegex(@"^pulumi config set (?<key>\S+) (?<value>\S+) --stack (?<stack>\w+)$")]
    private static partial Regex Set();

    [GeneratedRegex(@"^rename it to (?<name>\S+)$")]
    private static partial Regex Rename();

    [GeneratedRegex(@"drctl check (?<files>\S+\.json \S+\.json)")]
    private static partial Regex Command();
}
