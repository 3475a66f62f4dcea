using Pulumi;

namespace DrInfra.Drctl.Recording;

/// <summary>Hosts the program: only a stack class can be given the transformation that notes parents and options.</summary>
internal sealed class RecordingStack : Stack
{
    private RecordingStack(ProgramRun run)
        : base(new StackOptions { ResourceTransformations = { run.Recorder.Note } }) => run.Start();

    /// <summary>Makes the stack when the SDK is ready for it, which is how a stack with arguments is started under mocks.</summary>
    internal sealed class Factory(ProgramRun run) : IServiceProvider
    {
        public object? GetService(Type serviceType) => serviceType == typeof(RecordingStack) ? new RecordingStack(run) : null;
    }
}
