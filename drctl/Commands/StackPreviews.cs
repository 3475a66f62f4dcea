using System.Diagnostics;
using System.Globalization;
using DrInfra.Drctl.Projects;
using DrInfra.Drctl.Recording;
using DrInfra.Drctl.Rendering;
using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Drctl.Commands;

/// <summary>Previews stacks one after the other, with a word to whoever waits.</summary>
internal static class StackPreviews
{
    /// <param name="environment">Who waits.</param>
    /// <param name="stacks">The stacks.</param>
    /// <param name="asRecorded">Of which of them identities of the other stack that are not recorded are not invented.</param>
    /// <param name="cancellationToken">Ends them.</param>
    /// <exception cref="ProblemsException">Anything is wrong with any of them; it lists everything.</exception>
    public static async Task<IReadOnlyList<StackPreviewResult>> RunAsync(
        CommandEnvironment environment,
        IReadOnlyList<ProjectStack> stacks,
        Func<ProjectStack, bool> asRecorded,
        CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var previews = new List<StackPreviewResult>();
        var problems = new List<Problem>();
        foreach (var stack in stacks)
        {
            environment.Progress($"previewing {stack.Name} ...");
            try
            {
                var preview = await StackPreview.RunAsync(stack.Configuration, asRecorded(stack), cancellationToken);
                previews.Add(preview with { Graph = preview.Graph with { SecretsProvider = stack.SecretsProvider, Backend = stack.Backend } });
            }
            catch (ProblemsException exception)
            {
                problems.AddRange(exception.Problems);
            }
        }

        if (problems.Count > 0)
        {
            throw new ProblemsException([.. problems.Distinct()]);
        }

        var seconds = watch.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
        await environment.Error.WriteLineAsync($"previewed {string.Join(", ", stacks.Select(stack => stack.Name).Distinct())} in {seconds} s");
        foreach (var stack in previews.Where(stack => stack.Graph.EmulatedIdentities.Count > 0).DistinctBy(stack => stack.Graph.Stack))
        {
            await environment.Error.WriteLineAsync($"{stack.Graph.Stack}: {IdentityText.Emulated(stack.Graph.EmulatedIdentities)}");
        }

        return previews;
    }
}
