namespace Pulumi.Testing;

/// <summary>Stands for the engine and the providers in a test run. May be called concurrently.</summary>
public interface IMocks
{
    /// <summary>
    /// Called for every custom resource, component, provider and read, never for the stack. A null id makes the resource's id
    /// unknown. The state is dictionary-like; its values are strings, booleans, ints, doubles, lists, dictionaries, outputs, args,
    /// assets or resources.
    /// </summary>
    Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args);

    /// <summary>Called for every function; the result is dictionary-like.</summary>
    Task<object> CallAsync(MockCallArgs args);

    /// <summary>Called for every component that registers outputs, and once for the stack.</summary>
    Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args) => Task.CompletedTask;
}
