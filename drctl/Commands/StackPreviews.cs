using System.Diagnostics;
using System.Globalization;
using DrInfra.Drctl.Projects;
using DrInfra.Drctl.Recording;
using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Drctl.Commands;

/// <summary>Previews stacks one after the other, with a word to whoever waits.</summary>
internal static class StackPreviews
{
    /// <exception cref="ProblemsException">Anything is wrong with any of them; it lists everything.</exception>
    public static async Task<IReadOnlyList<StackPreviewResult>> RunAsync(
        CommandEnvironment environment,
        IReadOnlyList<ProjectStack> stacks,
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
                var preview = await StackPreview.RunAsync(stack.Configuration, cancellationToken);
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
        return previews;
    }
}
