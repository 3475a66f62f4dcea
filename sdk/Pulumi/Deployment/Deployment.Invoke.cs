using System.Collections.Immutable;
using Pulumi.Serialization;
using Pulumi.Testing;

namespace Pulumi;

public sealed partial class Deployment
{
    internal Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOptions? options) => new(CallOutputAsync<T>(
        token, args.GetMembers(), FindProvider(token, options?.Provider, options?.Parent), (options as InvokeOutputOptions)?.DependsOn));

    internal Output<T> InvokeSingle<T>(string token, InvokeArgs args, InvokeOptions? options) =>
        Invoke<ImmutableDictionary<string, T>>(token, args, options).Apply(result => result.Values.First());

    internal Output<T> Call<T>(string token, CallArgs args, Resource? self, CallOptions? options)
    {
        var members = args.GetMembers();
        return new Output<T>(CallOutputAsync<T>(
            token, self is null ? members : members.Append(new KeyValuePair<string, object?>("__self__", self)),
            FindProvider(token, options?.Provider, options?.Parent ?? self), dependsOn: null));
    }

    internal async Task<T> InvokeNowAsync<T>(string token, InvokeArgs args, InvokeOptions? options)
    {
        var properties = await SerializeAsync(args.GetMembers(), new Serializer()).ConfigureAwait(false);
        var result = await CallMockAsync(token, properties, FindProvider(token, options?.Provider, options?.Parent)).ConfigureAwait(false);
        return WireConverter.Convert<T>(result.Value);
    }

    internal async Task<T> InvokeSingleNowAsync<T>(string token, InvokeArgs args, InvokeOptions? options)
    {
        var result = await InvokeNowAsync<ImmutableDictionary<string, T>>(token, args, options).ConfigureAwait(false);
        return result.Values.First();
    }

    private static ProviderResource? FindProvider(string token, ProviderResource? provider, Resource? parent) =>
        provider ?? parent?.FindProvider(token);

    private async Task<OutputData<T>> CallOutputAsync<T>(
        string token, IEnumerable<KeyValuePair<string, object?>> members, ProviderResource? provider, InputList<Resource>? dependsOn)
    {
        var serializer = new Serializer();
        var properties = await SerializeAsync(members, serializer).ConfigureAwait(false);
        if (!properties.AreKnown)
        {
            return new OutputData<T>(default!, default, isKnown: false);
        }

        var resources = serializer.Resources;
        foreach (var dependency in dependsOn is null ? [] : await DependenciesAsync(dependent: null, dependsOn).ConfigureAwait(false))
        {
            resources = resources.Union(ResourceSet.Of(dependency));
            if (dependency is CustomResource { Registration.Id: null })
            {
                return new OutputData<T>(default!, resources, isKnown: false);
            }
        }

        var result = await CallMockAsync(token, properties, provider).ConfigureAwait(false);
        return new OutputData<T>(
            result.IsKnown ? WireConverter.Convert<T>(result.Value) : default!, resources, result.IsKnown, result.IsSecret);
    }

    private async Task<WireValue> CallMockAsync(string token, Properties properties, ProviderResource? provider)
    {
        var result = await _mocks.CallAsync(new MockCallArgs
        {
            Token = token,
            Args = properties.Known,
            Provider = await ProviderResource.ReferenceAsync(provider).ConfigureAwait(false),
        }).ConfigureAwait(false);
        return await new Serializer()
            .SerializePropertyAsync($"{token} result", StateMembers(result).ToImmutableDictionary()).ConfigureAwait(false);
    }
}
