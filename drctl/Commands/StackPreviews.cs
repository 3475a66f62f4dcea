using System.Diagnostics;
using System.Globalization;
using DrInfra.Drctl.Projects;
using DrInfra.Drctl.Recording;

namespace DrInfra.Drctl.Commands;

/// <summary>Previews stacks one after the other, with a word to whoever waits.</summary>
internal static class StackPreviews
{
    /// <exception cref="UserErrorException">Anything is wrong with any of them; it lists everything.</exception>
    public static async Task<IReadOnlyList<StackPreviewResult>> RunAsync(
        CommandEnvironment environment,
        IReadOnlyList<ProjectStack> stacks,
        CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var previews = new List<StackPreviewResult>();
        var problems = new List<UserProblem>();
        foreach (var stack in stacks)
        {
            environment.Progress($"previewing {stack.Name} ...");
            try
            {
                previews.Add(await StackPreview.RunAsync(stack.Configuration, cancellationToken));
            }
            catch (UserErrorException exception)
            {
                problems.AddRange(exception.Problems);
            }
        }

        if (problems.Count > 0)
        {
            throw new UserErrorException([.. problems.Distinct()]);
        }

        var seconds = watch.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
        await environment.Error.WriteLineAsync($"previewed {string.Join(", ", stacks.Select(stack => stack.Name).Distinct())} in {seconds} s");
        return previews;
    }
}
