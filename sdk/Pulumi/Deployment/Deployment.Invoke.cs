using System.Collections.Immutable;
using Pulumi.Serialization;
using Pulumi.Testing;

namespace Pulumi;

public sealed partial class Deployment
{
    internal Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOptions? options) => new(InvokeOutputAsync<T>(
        token, args.GetMembers(), FindProvider(token, options?.Provider, options?.Parent), (options as InvokeOutputOptions)?.DependsOn));

    internal Output<T> InvokeSingle<T>(string token, InvokeArgs args, InvokeOptions? options) =>
        Invoke<ImmutableDictionary<string, T>>(token, args, options).Apply(result => result.Values.First());

    internal Output<T> Call<T>(string token, CallArgs args, Resource? self, CallOptions? options)
    {
        var members = args.GetMembers();
        return new Output<T>(CallOutputAsync<T>(
            token, self is null ? members : members.Append(new KeyValuePair<string, object?>("__self__", self)),
            FindProvider(token, options?.Provider, options?.Parent ?? self)));
    }

    internal async Task<T> InvokeNowAsync<T>(string token, InvokeArgs args, InvokeOptions? options)
    {
        var properties = await SerializeAsync(args.GetMembers()).ConfigureAwait(false);
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

    /// <summary>Not asked, and unknown, while an argument is, or the id of a resource that an argument or the options lead to.</summary>
    private async Task<OutputData<T>> InvokeOutputAsync<T>(
        string token, IEnumerable<KeyValuePair<string, object?>> members, ProviderResource? provider, InputList<Resource>? dependsOn)
    {
        var properties = await SerializeAsync(members).ConfigureAwait(false);
        if (!properties.AreKnown)
        {
            return new OutputData<T>(default!, default, isKnown: false);
        }

        Resource[] sources =
        [
            .. properties.Given.SelectMany(member => member.Sources.ToImmutable()),
            .. dependsOn is null ? [] : await GivenAsync(dependsOn).ConfigureAwait(false),
        ];
        foreach (var resource in Resource.Contents(sources))
        {
            await resource.Registration.Completion.ConfigureAwait(false);
            if (resource is { Registration.Id: null } and not DependencyResource)
            {
                return new OutputData<T>(default!, default, isKnown: false);
            }
        }

        return await AskAsync<T>(token, properties, provider, ResourceSet.Union(sources.Select(ResourceSet.Of))).ConfigureAwait(false);
    }

    private async Task<OutputData<T>> CallOutputAsync<T>(
        string token, IEnumerable<KeyValuePair<string, object?>> members, ProviderResource? provider)
    {
        var properties = await SerializeAsync(members).ConfigureAwait(false);
        return properties.AreKnown
            ? await AskAsync<T>(token, properties, provider, ResourceSet.Union(properties.Given.Select(member => member.Sources))).ConfigureAwait(false)
            : new OutputData<T>(default!, default, isKnown: false);
    }

    private async Task<OutputData<T>> AskAsync<T>(string token, Properties properties, ProviderResource? provider, ResourceSet sources)
    {
        var result = await CallMockAsync(token, properties, provider).ConfigureAwait(false);
        return new OutputData<T>(
            result.IsKnown ? WireConverter.Convert<T>(result.Value) : default!, sources, result.IsKnown, result.IsSecret);
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
