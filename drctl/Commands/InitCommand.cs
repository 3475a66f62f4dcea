using System.CommandLine;
using DrInfra.Drctl.Reports;
using DrInfra.Policies.Aws;
using DrInfra.Policies.Graph;
using DrInfra.Recovery.Settings;
using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Drctl.Commands;

/// <summary><c>drctl init</c>: a first recovery.yaml for stacks that say nothing of workloads.</summary>
internal static class InitCommand
{
    public static Command Create(CommandEnvironment environment)
    {
        var from = new Option<string[]>("--from")
        {
            Description = "The exports or previews of the stacks. Give both stacks of a pair.",
            HelpName = "file",
            Required = true,
            AllowMultipleArgumentsPerToken = true,
        };
        var tier = CommandOptions.Tier();
        var @out = new Option<string?>("--out", "-o") { Description = "The file to write. Default: standard output.", HelpName = "file" };
        var command = new Command(
            "init",
            "Drafts a recovery.yaml for stacks of other programs: groups stores into workloads and suggests objectives.")
            {
                from, tier, @out,
            };
        command.SetInterruptible((result, cancellationToken) =>
            Run(environment, result.GetRequiredValue(from), result.GetValue(tier), result.GetValue(@out), cancellationToken));
        return command;
    }

    private static int Run(CommandEnvironment environment, string[] files, string? tier, string? path, CancellationToken cancellationToken)
    {
        var problems = new List<Problem>();
        var promised = ForeignStacks.Read(tier, null, problems);
        var graphs = GraphFiles.Read(environment, FileNames.Expand(files, problems), problems);
        if (path is not null && File.Exists(path))
        {
            problems.Add(new Problem("the file already exists", "--out", path, Fix: "name another file, and copy from it what you need"));
        }

        if (problems.Count > 0)
        {
            throw new ProblemsException(problems);
        }

        var groups = promised.GroupsOf(Estate.Of(graphs.Select(graph => graph.Graph), AwsNames.Instance), RecoverySettings.None);
        if (groups.Count == 0)
        {
            throw new ProblemsException(new Problem(
                "no store needs a group: the files contain no data stores, or tags name their workloads", string.Join(", ", files),
                Fix: "check it without a draft: drctl check FILE"));
        }

        var text = SettingsDraft.Of(groups, promised.Tier);
        if (path is null)
        {
            environment.Output.Write(text);
        }
        else
        {
            ReportFile.Write(path, text, cancellationToken);
            environment.Error.WriteLine($"wrote {path}. Next: drctl check {string.Join(' ', files)} --policy {path}");
        }

        return ExitCodes.Clean;
    }
}
