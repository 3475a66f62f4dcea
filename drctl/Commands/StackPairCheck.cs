using DrInfra.Drctl.Projects;
using DrInfra.Infra.Settings;
using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Drctl.Commands;

/// <summary>Holds the chosen stacks against all stacks of the project: a standby needs a primary, and pairs keep apart.</summary>
internal static class StackPairCheck
{
    /// <exception cref="ProblemsException">They do not fit together; it lists everything.</exception>
    public static void Run(ProjectFolder project, IReadOnlyList<ProjectStack> chosen, IReadOnlyList<string> overrides)
    {
        var settings = chosen.Select(stack => TryRead(() => stack)).OfType<PlatformSettings>().ToList();
        var others = project.Stacks
            .Except(chosen.Select(stack => stack.Name))
            .Select(name => TryRead(() => project.Read(name, overrides)) ?? TryRead(() => project.Read(name)))
            .OfType<PlatformSettings>();
        var all = settings.Concat(others).ToList();
        Problem[] problems =
        [
            .. settings
                .SelectMany(stack => StackPairs.Check(stack, all))
                .Distinct(),
        ];
        if (problems.Length > 0)
        {
            throw new ProblemsException(problems);
        }
    }

    // A stack with mistakes of its own says so when it is previewed; here it is nobody's neighbour. An override that only fits the
    // chosen stack (an activation, say) is left out for the others.
    private static PlatformSettings? TryRead(Func<ProjectStack> stack)
    {
        try
        {
            return PlatformSettingsReader.Read(stack().Configuration);
        }
        catch (ProblemsException)
        {
            return null;
        }
    }
}
