using DrInfra.Policies.Graph;
using DrInfra.Recovery.Settings.Kit;
using Pulumi;
using Pulumi.Testing;

namespace DrInfra.Drctl.Recording;

/// <summary>Runs a Pulumi program in this process, under mocks, and records what it declares.</summary>
public static class ProgramRecorder
{
    /// <summary>
    /// How long a run may go without declaring a resource, asking the cloud or getting an answer before it counts as hanging: 60 s.
    /// The longest such pause measured in a preview of a thousand workloads is 0.4 s.
    /// </summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Records any program.</summary>
    /// <param name="project">The project's name, as URNs have it.</param>
    /// <param name="stack">The stack's name.</param>
    /// <param name="cloud">Answers for the providers. Its calls come from several threads.</param>
    /// <param name="program">Declares resources and returns the stack's outputs.</param>
    /// <param name="cancellationToken">Stops the program at its next resource.</param>
    /// <exception cref="ProblemsException">The program or the cloud refuses to go on, or hangs for <see cref="Patience"/>.</exception>
    public static Task<ResourceGraph> RecordAsync(
        string project, string stack, IMocks cloud, Func<IDictionary<string, object?>> program, CancellationToken cancellationToken = default) =>
        RecordAsync(project, stack, cloud, program, Patience, cancellationToken);

    internal static async Task<ResourceGraph> RecordAsync(
        string project, string stack, IMocks cloud, Func<IDictionary<string, object?>> program, TimeSpan patience, CancellationToken cancellationToken)
    {
        var recorder = new ResourceRecorder(project, stack);
        var mocks = new RecordingMocks(cloud, recorder, cancellationToken);
        var run = new ProgramRun(recorder, program);
        var options = new TestOptions { ProjectName = project, StackName = stack, IsPreview = true };
        var watch = new ProgressWatch(() => recorder.Steps, patience);
        ProblemsException Hangs() => new Standstill(recorder, mocks.Reader, run).After(patience);

        // A failing run sets the process's exit code, which is for the command line to decide.
        var exitCode = Environment.ExitCode;
        try
        {
            // On a thread of its own, because the SDK blocks on the program, and refuses a run inside another's flow.
            var running = Task.Run(
                () => Deployment.TestWithServiceProviderAsync<RecordingStack>(mocks, new RecordingStack.Factory(run), options), cancellationToken);
            await watch.WaitAsync(running, Hangs, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is RunException or AggregateException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw RunFailures.From(exception, run, mocks);
        }
        finally
        {
            Environment.ExitCode = exitCode;
        }

        var building = Task.Run(() => new GraphBuilder(recorder, mocks.Reader, project, stack).BuildAsync(run.Outputs), cancellationToken);
        return await watch.WaitAsync(building, Hangs, cancellationToken).ConfigureAwait(false);
    }
}
