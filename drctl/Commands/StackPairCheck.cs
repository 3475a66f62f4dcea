using DrInfra.Drctl.Projects;
using DrInfra.Infra.Settings;
using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Drctl.Commands;

/// <summary>Holds the chosen stacks against all stacks of the project: a standby needs a primary, and pairs keep apart.</summary>
internal static class StackPairCheck
{
    /// <summary>The other stacks of the chosen stacks' pairs, so that the pairs can be judged.</summary>
    /// <exception cref="ProblemsException">Something is wrong with the chosen stacks, or they do not fit together; it lists everything.</exception>
    public static Siblings Run(ProjectFolder project, IReadOnlyList<ProjectStack> chosen, IReadOnlyList<string> overrides)
    {
        var problems = new List<Problem>();
        var own = chosen.Select(stack => Read(() => stack, problems)).OfType<SettledStack>().ToList();
        var unreadable = new List<(string Stack, IReadOnlyList<Problem> Problems)>();
        var others = new List<SettledStack>();
        foreach (var name in project.Stacks.Except(chosen.Select(stack => stack.Name)))
        {
            var mistakes = new List<Problem>();
            var candidates = new[] { Read(() => project.Read(name), mistakes), overrides.Count == 0 ? null : Read(() => project.Read(name, overrides), []) };
            if (candidates.OfType<SettledStack>().ToList() is { Count: > 0 } readable)
            {
                others.Add(Fitting(readable, own));
            }
            else
            {
                unreadable.Add((name, mistakes));
            }
        }

        var all = own.Concat(others).ToList();
        var settings = all.Select(stack => stack.Settings).ToList();
        var mine = own.Select(stack => stack.Settings).ToList();

        // A stack that is not understood may be the primary that is looked for: its mistakes are the cause, if it is not among the chosen.
        var orphans = mine.Where(stack => StackPairs.LacksPrimary(stack, settings)).ToList();
        if (orphans.Count > 0)
        {
            problems.AddRange(unreadable.SelectMany(stack => stack.Problems));
        }

        var excused = problems.Count > 0 ? orphans : [];
        problems.AddRange(StackPairs.Check([.. mine.Except(excused)], settings, PlaceOf(all)));
        if (problems.Count > 0)
        {
            throw new ProblemsException([.. problems.Distinct()]);
        }

        return new Siblings(
            [.. others.Where(other => IsSibling(other, own)).Select(other => other.Stack)],
            [
                .. mine.Where(stack => settings.TrueForAll(other => other.Pair != stack.Pair || other.Role == stack.Role))
                    .Select(stack => Alone(stack, unreadable)),
            ]);
    }

    // As it is configured where that fits; else with what is overridden, which then is the pair's and not of one stack (a tier, not a size).
    private static SettledStack Fitting(List<SettledStack> candidates, List<SettledStack> own)
    {
        var before = Conflicts([]);
        return candidates.Find(candidate => IsSibling(candidate, own) && Fits(candidate)) ?? candidates.Find(Fits) ?? candidates[0];

        bool Fits(SettledStack candidate) => Conflicts([candidate.Settings]).All(before.Contains);

        IReadOnlyList<Problem> Conflicts(PlatformSettings[] with) =>
            StackPairs.Check([.. own.Select(stack => stack.Settings)], [.. own.Select(stack => stack.Settings), .. with]);
    }

    private static bool IsSibling(SettledStack other, List<SettledStack> own) =>
        own.Exists(stack => stack.Settings.Pair == other.Settings.Pair && stack.Settings.Role != other.Settings.Role);

    private static Func<PlatformSettings, string, Place> PlaceOf(List<SettledStack> stacks) =>
        (settings, path) => stacks.First(stack => stack.Settings == settings).Stack.Configuration.PlaceOf(path);

    private static string Alone(PlatformSettings stack, List<(string Stack, IReadOnlyList<Problem> Problems)> unreadable) => unreadable.Count == 0
        ? $"stack {stack.Stack}: the project has no other stack of pair {stack.Pair}"
        : $"stack {stack.Stack}: no other stack of pair {stack.Pair} can be read: {unreadable[0].Problems[0].Where}: {unreadable[0].Problems[0].What}";

    private static SettledStack? Read(Func<ProjectStack> read, List<Problem> problems)
    {
        try
        {
            var stack = read();
            return new SettledStack(stack, PlatformSettingsReader.Read(stack.Configuration));
        }
        catch (ProblemsException exception)
        {
            problems.AddRange(exception.Problems);
            return null;
        }
    }

    private sealed record SettledStack(ProjectStack Stack, PlatformSettings Settings);
}
