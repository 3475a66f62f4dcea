using System.Collections;
using System.Collections.Immutable;
using Pulumi.Serialization;
using Pulumi.Testing;

namespace Pulumi;

public sealed partial class Deployment
{
    internal void Register(Resource resource, OutputPlan plan, ResourceArgs args, ResourceOptions options) =>
        _tasks.Track(RegisterAsync(resource, plan, args, options));

    internal void RegisterOutputs(Resource resource, Output<IDictionary<string, object?>> outputs) =>
        _tasks.Track(RegisterOutputsAsync(resource, outputs));

    private async Task RegisterAsync(Resource resource, OutputPlan plan, ResourceArgs args, ResourceOptions options)
    {
        try
        {
            await AnswerAsync(resource, plan, args, options).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            resource.Registration.Fail(exception);
            throw;
        }
    }

    private async Task AnswerAsync(Resource resource, OutputPlan plan, ResourceArgs args, ResourceOptions options)
    {
        if (options.Urn is not null)
        {
            throw new NotSupportedException(
                $"'{resource.GetResourceName()}' asks for the existing resource {options.Urn} by URN, "
                + "which the offline stand-in cannot look up. Use the class's Get method with the id, or build with -p:PulumiSdk=nuget.");
        }

        var readId = options.Id is null ? "" : await options.Id.AsOutput().GetValueAsync("").ConfigureAwait(false) ?? "";
        if (readId.Length > 0 && resource is not CustomResource)
        {
            throw new ArgumentException($"'{resource.GetResourceName()}' is a component; only a custom resource can be read by id.");
        }

        if (options.DeletedWith is { } other)
        {
            await Wait.ForAsync(resource, other, "deletedWith").ConfigureAwait(false);
        }

        var dependsOn = await GivenAsync(options.DependsOn).ConfigureAwait(false);
        var inputs = await SerializeAsync(args.GetMembers()).ConfigureAwait(false);
        if (options.Parent is { } parent)
        {
            await Wait.ForAsync(resource, parent, "parent").ConfigureAwait(false);
        }

        var provider = "";
        if (resource is CustomResource && options.Provider is { } given)
        {
            await Wait.ForAsync(resource, given, "provider").ConfigureAwait(false);
            provider = await ProviderResource.ReferenceAsync(given).ConfigureAwait(false);
        }

        // Only now does a component show what is in it: what was declared while the inputs were waited for counts.
        await Wait.ForContentsAsync(resource, dependsOn, "dependsOn").ConfigureAwait(false);
        foreach (var (name, _, sources) in inputs.Given)
        {
            if (!sources.IsRegistered)
            {
                await Wait.ForContentsAsync(resource, sources.ToImmutable(), name).ConfigureAwait(false);
            }
        }

        foreach (var alias in options.Aliases)
        {
            (await alias.AsOutput().GetValueAsync(new Alias()).ConfigureAwait(false)).Validate();
        }

        var type = resource.GetResourceType();
        var urn = MakeUrn(options.Parent?.Registration.Urn, type, resource.GetResourceName());
        if (resource is Stack)
        {
            Add(resource);
            resource.Registration.Succeed(urn, id: null, values: null, missingIsKnown: !IsDryRun);
            return;
        }

        if (readId.Length == 0)
        {
            Add(resource);
        }

        var importId = (options as CustomResourceOptions)?.ImportId;
        var (id, state) = await _mocks.NewResourceAsync(new MockResourceArgs
        {
            Type = type,
            Name = resource.GetResourceName(),
            Inputs = inputs.Known,
            Provider = provider,
            Id = readId.Length > 0 ? readId : importId ?? "",
        }).ConfigureAwait(false);

        if (readId.Length > 0)
        {
            Add(resource);
        }

        var values = await ReadStateAsync(plan, state).ConfigureAwait(false);
        var finalId = readId.Length > 0 ? readId : id ?? importId;
        resource.Registration.Succeed(urn, string.IsNullOrEmpty(finalId) ? null : finalId, values, missingIsKnown: !IsDryRun);
    }

    private async Task RegisterOutputsAsync(Resource resource, Output<IDictionary<string, object?>> outputs)
    {
        await resource.Registration.Completion.ConfigureAwait(false);
        var members = await outputs.GetValueAsync(ImmutableDictionary<string, object?>.Empty).ConfigureAwait(false);
        var result = ImmutableDictionary.CreateBuilder<string, Output<object?>>();
        foreach (var (name, wire, _) in (await SerializeAsync(members).ConfigureAwait(false)).All)
        {
            if (wire.Value is not null || !wire.IsKnown)
            {
                result[name] = new Output<object?>(new OutputData<object?>(wire.Value, default, wire.IsKnown, wire.IsSecret));
            }
        }

        await _mocks.RegisterResourceOutputs(
            new MockRegisterResourceOutputsRequest(resource.Registration.Urn, result.ToImmutable())).ConfigureAwait(false);
    }

    private static async ValueTask<IReadOnlyCollection<Resource>> GivenAsync(InputList<Resource> resources)
    {
        var given = await resources.AsOutput().GetValueAsync([]).ConfigureAwait(false);
        return given.IsEmpty ? [] : [.. given.Where(resource => resource is not null)];
    }

    private static async ValueTask<Properties> SerializeAsync(IEnumerable<KeyValuePair<string, object?>> members)
    {
        // All members are read before anything is waited for: the caller may use the same args for the next resource.
        KeyValuePair<string, object?>[] given = [.. members];
        var all = new List<(string Name, WireValue Value, ResourceSet Sources)>(given.Length);
        var serializer = new Serializer();
        foreach (var (name, value) in given)
        {
            try
            {
                all.Add((name, await serializer.SerializePropertyAsync(name, value).ConfigureAwait(false), serializer.Resources));
            }
            catch (Exception exception) when (exception is not CircularWaitException)
            {
                throw new InvalidOperationException($"error serializing property \"{name}\": {exception.Message}", exception);
            }
        }

        return new Properties(all);
    }

    /// <summary>The values of the mock's state by output slot. All of it must be valid, also what no output asks for.</summary>
    private static async ValueTask<object?[]?> ReadStateAsync(OutputPlan plan, object state)
    {
        object?[]? values = null;
        var serializer = new Serializer();
        foreach (var (name, value) in StateMembers(state))
        {
            var wire = await serializer.SerializePropertyAsync(name, value).ConfigureAwait(false);
            if (plan.Find(name) is { } slot && (wire.Value is not null || !wire.IsKnown || wire.IsSecret))
            {
                slot.CheckType();
                values ??= new object?[plan.Count];
                values[slot.Index] = wire is { IsKnown: true, IsSecret: false } ? wire.Value : wire;
            }
        }

        return values;
    }

    private static IEnumerable<KeyValuePair<string, object?>> StateMembers(object? state) => state switch
    {
        IEnumerable<KeyValuePair<string, object?>> map => map,
        InputArgs args => args.GetMembers(),
        IDictionary map => Serializer.Entries(map),
        not null when OutputTypes.TryGetFields(state, out var fields) => fields,
        _ => throw new InvalidOperationException(
            $"{state?.GetType().FullName ?? "null"} is not a supported argument type: a mock returns a dictionary by wire name."),
    };

    private string MakeUrn(string? parentUrn, string type, string name)
    {
        // Under mocks only the first type of the parent's chain stays in front.
        var qualified = parentUrn is null ? type : $"{parentUrn.Split("::")[2].Split('$')[0]}${type}";
        return $"urn:pulumi:{StackName}::{ProjectName}::{qualified}::{name}";
    }

    /// <summary>Serialised members.</summary>
    private readonly record struct Properties(List<(string Name, WireValue Value, ResourceSet Sources)> All)
    {
        /// <summary>Those that can be shown to a mock.</summary>
        internal ImmutableDictionary<string, object> Known
        {
            get
            {
                var known = ImmutableDictionary.CreateBuilder<string, object>();
                foreach (var (name, wire, _) in All)
                {
                    if (wire is { IsKnown: true, Value: not null })
                    {
                        known[name] = wire.Value;
                    }
                }

                return known.ToImmutable();
            }
        }

        internal bool AreKnown => All.TrueForAll(member => member.Value.IsKnown);

        /// <summary>One that is null is as good as not given.</summary>
        internal IEnumerable<(string Name, WireValue Value, ResourceSet Sources)> Given =>
            All.Where(member => member.Value is not { IsKnown: true, Value: null });
    }
}
