using System.CommandLine;
using System.Globalization;
using DrInfra.Drctl.Rendering;
using DrInfra.Drctl.Reports;
using DrInfra.Policies.Assessment;
using DrInfra.Recovery.Protocol;
using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Drctl.Commands;

/// <summary>
/// <c>drctl verify</c>: whether one Region is active whatever happens, in all states that plans, triggers, records, followers and leases reach.
/// </summary>
internal static class VerifyCommand
{
    private const int MostFaults = 6;

    public static Command Create(CommandEnvironment environment)
    {
        var files = new Argument<string[]>("file")
        {
            Description = $"Stack files, as for `drctl check`. Give both stacks of a pair. {FileNames.Forms}",
            Arity = ArgumentArity.OneOrMore,
        };
        var policy = CommandOptions.Policy();
        var tier = CommandOptions.Tier();
        var workload = new Option<string?>("--workload", "-w") { Description = "Verify this workload only.", HelpName = "name" };
        var faults = new Option<int>("--faults")
        {
            Description = $"Faults around the plan at most, 0 to {MostFaults}. To followers and leases any number happens.",
            HelpName = "number",
            DefaultValueFactory = _ => SwitchSettings.DefaultFaults,
        };
        var asOf = CommandOptions.AsOf();
        var failOnUnknown = CommandOptions.FailOnUnknown();
        var format = CommandOptions.Format();
        var @out = CommandOptions.Out();
        var command = new Command(
            "verify",
            "Explores every order in which plan, triggers, records, followers and lease can act, and faults can happen. Tells the shortest way to two active "
                + "Regions, lost writes, or none that serves.")
        {
            files, policy, tier, workload, faults, asOf, failOnUnknown, format, @out,
        };
        command.RefuseOptionsAmong(files);
        command.SetInterruptible((result, cancellationToken) =>
        {
            var problems = new List<Problem>();
            var paths = FileNames.Expand(result.GetRequiredValue(files), problems);
            var graphs = GraphFiles.Read(environment, paths, problems);
            var foreign = ForeignStacks.Read(result.GetValue(tier), null, problems);
            var judgement = GraphCheck.Prepare(
                result.GetValue(policy), paths, Directory.GetCurrentDirectory(), result.GetValue(asOf), result.GetValue(failOnUnknown), problems, foreign);
            var most = result.GetValue(faults);
            if (most is < 0 or > MostFaults)
            {
                problems.Add(new Problem("not a number of faults", "--faults", most.ToString(CultureInfo.InvariantCulture), $"0 to {MostFaults}"));
            }

            ReportFile.RefuseInputs(result.GetValue(@out), [.. paths, result.GetValue(policy), judgement.Policy], problems);
            if (problems.Count > 0)
            {
                throw new ProblemsException(problems);
            }

            var workloads = Chosen(
                [.. judgement.Assess([.. graphs.Select(graph => graph.Graph)]).SelectMany(assessment => assessment.Workloads)], result.GetValue(workload));
            var verified = new VerifyResult(most, [.. workloads.Select(one => (one, one.Verify(most)))]);
            cancellationToken.ThrowIfCancellationRequested();
            Print(environment, verified, result.GetValue(format)!, result.GetValue(@out), cancellationToken);
            return verified.IsBroken || (result.GetValue(failOnUnknown) && verified.HasUnknown) ? ExitCodes.Refused : ExitCodes.Clean;
        });
        return command;
    }

    private static IReadOnlyList<WorkloadRecovery> Chosen(IReadOnlyList<WorkloadRecovery> workloads, string? name)
    {
        var chosen = workloads.Where(workload => name is null || workload.Name == name).ToArray();
        if (chosen.Length > 0)
        {
            return chosen;
        }

        var names = workloads.Select(workload => workload.Name).Distinct().ToArray();
        throw new ProblemsException(name is null
            ? new Problem(
                "these stacks have no workload", Fix: "give stacks with a recovery manifest, a recovery.yaml with workloads and objectives, or --tier")
            : new Problem(
                NearestName.Hint("no workload has this name", NearestName.Of(name, names)), "--workload", name, string.Join(", ", names)));
    }

    private static void Print(CommandEnvironment environment, VerifyResult result, string format, string? path, CancellationToken cancellationToken)
    {
        if (path is null && format == CommandOptions.TextFormat)
        {
            VerifyText.Write(Screen.Of(environment.Output, environment.OutputIsTerminal), result);
            return;
        }

        var text = format == CommandOptions.JsonFormat ? VerifyJson.Render(result) : VerifyText.Render(result);
        if (path is null)
        {
            environment.Output.Write(text);
            return;
        }

        ReportFile.Write(path, text, cancellationToken);
        environment.Error.WriteLine($"wrote {path}. {result.Summary}");
    }
}
