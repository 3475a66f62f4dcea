using System.Runtime.ExceptionServices;

namespace DrInfra.Drctl.Recording;

/// <summary>One run of a program under mocks: what it returned, or how it failed.</summary>
internal sealed class ProgramRun(ResourceRecorder recorder, Func<IDictionary<string, object?>> program)
{
    public ResourceRecorder Recorder { get; } = recorder;

    public IDictionary<string, object?> Outputs { get; private set; } = new Dictionary<string, object?>();

    /// <summary>Whether the program is through, though what it declared may still be under way.</summary>
    public bool HasReturned { get; private set; }

    /// <summary>What the program threw. The SDK passes on a text only.</summary>
    public ExceptionDispatchInfo? Failure { get; private set; }

    public void Start()
    {
        try
        {
            Outputs = program();
            HasReturned = true;
        }
        catch (Exception exception)
        {
            Failure = ExceptionDispatchInfo.Capture(exception);
            throw;
        }
    }
}
