using DrInfra.Tests.Sdk.Samples;
using Pulumi;

namespace DrInfra.Tests.Sdk;

[Collection(nameof(ProcessWide))]
public sealed class ExitCodeTests : IDisposable
{
    public ExitCodeTests() => Run.ForgetExitCode();

    public void Dispose() => Run.ForgetExitCode();

    [Fact]
    public async Task ExceptionInARun_SetsTheExitCodeOfTheProcess()
    {
        await Assert.ThrowsAsync<RunException>(() => Run.PreviewAsync(new RecordingCloud(), () => throw new FormatException()));

        Assert.Equal(32, Environment.ExitCode);
    }

    [Fact]
    public async Task LoggedError_LeavesTheExitCodeAsItIs()
    {
        await Assert.ThrowsAsync<RunException>(() => Run.PreviewAsync(new RecordingCloud(), () => Log.Error("logged")));

        Assert.Equal(0, Environment.ExitCode);
    }
}
