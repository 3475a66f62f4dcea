namespace Pulumi;

/// <summary>A callback the engine runs around an operation on a resource. Accepted, never run: there is no engine behind mocks.</summary>
public class ResourceHook
{
    public ResourceHook(string name, ResourceHookCallback callback, ResourceHookOptions? options = null)
        : this(name, callback, options ?? new ResourceHookOptions(), Task.CompletedTask)
    {
    }

    protected ResourceHook(string name, ResourceHookCallback callback, ResourceHookOptions options, Task registered)
    {
        Name = name;
        Callback = callback;
        Options = options;
        Deployment.Track(registered);
    }

    public string Name { get; }
    public ResourceHookCallback Callback { get; }
    public ResourceHookOptions Options { get; }
}
