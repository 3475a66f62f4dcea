using DrInfra.Drctl.Diff;
using DrInfra.Drctl.Reports;
using DrInfra.Policies.Graph;
using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Drctl.Commands;

/// <summary>The stacks that files compare, with what each is compared with.</summary>
/// <param name="Headings">One per stack: what is compared.</param>
internal sealed record DiffInputs(IReadOnlyList<StackComparison> Stacks, IReadOnlyList<string> Headings, IReadOnlyList<GraphSource> Sources)
{
    /// <summary>Further exports, which tell whether a failover is in progress.</summary>
    public IReadOnlyList<ResourceGraph> States { get; init; } = [];

    /// <summary>Why pairs cannot be judged, where only one of their stacks can be read.</summary>
    public IReadOnlyList<string> NotJudged { get; init; } = [];

    /// <summary>The same, with what is excluded as it is.</summary>
    /// <exception cref="ProblemsException">It cannot be excluded.</exception>
    public DiffInputs Excluding(Exclusions exclusions)
    {
        if (exclusions.Patterns.Count == 0)
        {
            return this;
        }

        if (Stacks.FirstOrDefault(stack => stack.Planned) is { } planned)
        {
            throw new ProblemsException(new Problem(
                "what Pulumi has planned cannot be changed afterwards", "--exclude", planned.After.Stack, "stacks given by --stack, or by --before and --after",
                $"create the preview with `pulumi preview --json --show-sames --stack {planned.After.Stack} --exclude PATTERN`"));
        }

        exclusions.Check([.. Stacks.SelectMany(stack => new[] { stack.Before, stack.After })]);
        return this with
        {
            Stacks = [.. Stacks.Select(stack => stack.Excluding(exclusions))],
            Headings = [.. Headings.Select(heading => $"{heading}, with {string.Join(" and ", exclusions.Patterns)} as before")],
        };
    }

    /// <summary>Reads previews, pairs of files, and files of stacks that stay as they are. What is wrong is added to the problems.</summary>
    public static DiffInputs Read(CommandEnvironment environment, string[] files, string[] before, string[] after, List<Problem> problems)
    {
        string[][] names = [.. new[] { files, before, after }.Select(group => FileNames.Expand(group, problems))];
        var given = GraphFiles.ReadStacks(environment, names[0], problems);
        var old = GraphFiles.ReadStacks(environment, names[1], problems);
        var wanted = GraphFiles.ReadStacks(environment, names[2], problems);
        if (problems.Count == 0)
        {
            Check(given, old, wanted, problems);
        }

        var stacks = problems.Count > 0 ? [] : given.Select(Single).Concat(wanted.Select(one => Pair(old, one))).ToList();
        return new DiffInputs(
            [.. stacks.Select(stack => stack.Comparison)],
            [.. stacks.Select(stack => stack.Heading)],
            [.. given.Concat(wanted).Select(stack => stack.Source)]);
    }

    private static void Check(
        IReadOnlyList<StackInput> given, IReadOnlyList<StackInput> before, IReadOnlyList<StackInput> after, List<Problem> problems)
    {
        foreach (var one in before.Where(one => !after.Any(other => other.IsSameStack(one))))
        {
            problems.Add(
                new Problem(
                    $"stack {one.Source.Stack} has no file after the change", $"--before {one.Source.Path}",
                    Fix: "give the same stacks to --after, and stacks that do not change without an option"));
        }

        foreach (var one in given.Where(one => after.Any(other => other.IsSameStack(one))))
        {
            problems.Add(new Problem($"stack {one.Source.Stack} is also given to --after", one.Source.Path, Fix: "give it once"));
        }

        if (after.Count == 0 && given.All(one => one.File.Preview is null))
        {
            problems.Add(new Problem(
                "no file shows a change",
                string.Join(", ", given.Select(one => one.Source.Path)),
                "files that show the present state",
                Fix: "give a preview (`pulumi preview --json --show-sames --stack STACK > STACK.json`), or two files of a stack with --before and --after"));
        }
    }

    private static (StackComparison Comparison, string Heading) Single(StackInput one) => one.File.Preview is { } preview
        ? (StackComparison.Of(preview), $"planned by Pulumi ({one.Source.Path})")
        : (StackComparison.Unchanging(one.File.Graph), $"unchanged ({one.Source.Path})");

    private static (StackComparison Comparison, string Heading) Pair(IReadOnlyList<StackInput> before, StackInput after)
    {
        var old = before.FirstOrDefault(one => one.IsSameStack(after));
        return (StackComparison.Of(old?.File.Before ?? after.File.Graph with { Resources = [] }, after.File.Graph),
            $"{old?.Source.Path ?? "nothing"}, compared with {after.Source.Path}");
    }
}
