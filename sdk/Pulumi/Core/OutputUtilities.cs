using System.Collections.Immutable;

namespace Pulumi.Utilities;

/// <summary>Looks inside outputs, for tests.</summary>
public static class OutputUtilities
{
    public static Output<T> CreateUnknown<T>(T value) => new(new OutputData<T>(value, default, isKnown: false));

    /// <summary>An unknown output; <paramref name="valueFactory"/> is not called.</summary>
    public static Output<T> CreateUnknown<T>(Func<Task<T>> valueFactory) => CreateUnknown(default(T)!).Apply(_ => valueFactory());

    public static async Task<bool> GetIsKnownAsync<T>(Output<T> output)
    {
        var data = await output.GetDataAsync().ConfigureAwait(false);
        return data.IsKnown;
    }

    /// <summary>The value, or the default of the type while it is unknown.</summary>
    public static async Task<T> GetValueAsync<T>(Output<T> output) => await output.GetValueAsync(default!).ConfigureAwait(false);

    public static async Task<ImmutableHashSet<Resource>> GetDependenciesAsync<T>(Output<T> output)
    {
        var data = await output.GetDataAsync().ConfigureAwait(false);
        return data.Resources.ToImmutable();
    }

    public static Output<T> WithDependency<T>(Output<T> output, Resource resource) =>
        Output.Join([output, WithoutValue(resource)], values => (T)values[0].Value!);

    private static Output<object?> WithoutValue(Resource resource) => new(new OutputData<object?>(null, ResourceSet.Of(resource)));
}
