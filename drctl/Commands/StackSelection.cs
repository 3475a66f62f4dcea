using DrInfra.Drctl.Projects;
using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Drctl.Commands;

/// <summary>The stacks that a command is about.</summary>
internal static class StackSelection
{
    /// <summary>The named ones, else all that have a file.</summary>
    /// <exception cref="ProblemsException">None is named and none has a file.</exception>
    public static IReadOnlyList<string> Of(ProjectFolder project, string[] names)
    {
        if (names.Length > 0)
        {
            return [.. names.Distinct(StringComparer.Ordinal)];
        }

        return project.Stacks.Count > 0 ? project.Stacks : throw new ProblemsException(new Problem(
            "no stack file found",
            project.Folder,
            Allowed: "one Pulumi.{stack}.yaml per stack, next to Pulumi.yaml",
            Fix: "add Pulumi.dev.yaml for the primary and Pulumi.dr.yaml for its standby"));
    }
}
