
namespace DrInfra.Infra.Functions.Follower;

/// <summary>Before the jobs of a pod: waits until it has seen the lease renewed by its own Region.</summary>
internal static class GateCommand
{
    /// <returns>0 when jobs may run; 1 when it was asked to end before.</returns>
    public static async Task<int> RunAsync(Settings settings, CancellationToken stop)
    {
        var gate = new Gate(settings, resumes: false);
        await gate.RunAsync(once: true, stop);
        return gate.Lets ? 0 : 1;
    }
}
