namespace Pulumi;

/// <summary>A callback the engine asks after a failed operation. Accepted, never run: there is no engine behind mocks.</summary>
public class ErrorHook
{
    public ErrorHook(string name, ErrorHookCallback callback) : this(name, callback, Task.CompletedTask)
    {
    }

    protected internal ErrorHook(string name, ErrorHookCallback callback, Task registered)
    {
        Name = name;
        Callback = callback;
        Deployment.Track(registered);
    }

    public string Name { get; }
    public ErrorHookCallback Callback { get; }
}
