using System.Collections.Immutable;
using Pulumi;
using Pulumi.Testing;

namespace DrInfra.Tests.Sdk.Samples;

public static class Run
{
    public static Task<ImmutableArray<Resource>> PreviewAsync(IMocks mocks, Action program) =>
        Deployment.TestAsync(mocks, new TestOptions { IsPreview = true }, program);

    public static Task<ImmutableArray<Resource>> UpdateAsync(IMocks mocks, Action program) =>
        Deployment.TestAsync(mocks, new TestOptions { IsPreview = false }, program);

    /// <summary>The message of the one error the run ends with.</summary>
    public static async Task<string> FailRunAsync(Func<Task> run)
    {
        var failure = await Assert.ThrowsAsync<RunException>(run);
        ForgetExitCode();
        return failure.Message;
    }

    public static Task<string> FailAsync(Action program) => FailAsync(new RecordingCloud(), program);

    public static Task<string> FailAsync(IMocks mocks, Action program) => FailRunAsync(() => PreviewAsync(mocks, program));

    /// <summary>A failed run sets the exit code of this process, which would fail the test host.</summary>
    public static void ForgetExitCode() => Environment.ExitCode = 0;
}
