namespace Pulumi;

/// <summary>What an output has come to.</summary>
internal sealed class OutputData<T>(T value, ResourceSet resources, bool isKnown = true, bool isSecret = false)
{
    internal T Value { get; } = value;
    internal ResourceSet Resources { get; } = resources;
    internal bool IsKnown { get; } = isKnown;
    internal bool IsSecret { get; } = isSecret;

    internal OutputData<TResult> With<TResult>(TResult value) => new(value, Resources, IsKnown, IsSecret);

    internal OutputData<TResult> Unknown<TResult>() => new(default!, Resources, isKnown: false, IsSecret);

    internal OutputData<T> Secret(bool isSecret) => isSecret == IsSecret ? this : new(Value, Resources, IsKnown, isSecret);

    /// <summary>The data of an output that this one led to, with what this one carries added.</summary>
    internal OutputData<TResult> Then<TResult>(OutputData<TResult> inner) =>
        new(inner.Value, Resources.Union(inner.Resources), IsKnown && inner.IsKnown, IsSecret || inner.IsSecret);
}
