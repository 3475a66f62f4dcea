using System.Collections.Immutable;
using DrInfra.Drctl.Kubernetes;
using Pulumi.Testing;

namespace DrInfra.Drctl.Emulation;

/// <summary>
/// The cloud of an offline preview: gives ids, ARNs and the outputs a provider would compute, the same every time, and
/// refuses what the real services refuse on sight. It keeps no data and calls nobody. Safe for concurrent use.
/// </summary>
public sealed class EmulatedCloud : IMocks
{
    /// <summary>Tokens of this package are the program's own components: they live in no cloud and have no id.</summary>
    private const string ComponentPackage = "drinfra:";

    private readonly EmulatedAccount _account;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, EmulatedProvider> _providers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _clusters = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Type, string Name), EmulatedResource> _resources = [];
    private readonly Dictionary<(string Type, string Scope, string Id), (string Name, EmulatedResource Resource)> _byIdentity = [];
    private readonly Dictionary<string, ImmutableDictionary<string, object>> _sharedTags = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _notEmulated = new(StringComparer.Ordinal);

    public EmulatedCloud(EmulatedAccount account)
    {
        _account = account;
    }

    /// <summary>Types that got an id only; their other outputs stay unknown. In ordinal order.</summary>
    public IReadOnlyCollection<string> NotEmulated
    {
        get
        {
            lock (_gate)
            {
                return [.. _notEmulated];
            }
        }
    }

    /// <summary>Every answer given so far, by type and logical name.</summary>
    public IReadOnlyDictionary<(string Type, string Name), EmulatedResource> Resources
    {
        get
        {
            lock (_gate)
            {
                return _resources.ToImmutableDictionary();
            }
        }
    }

    /// <exception cref="InvalidOperationException">A service would refuse it, or its Region cannot be told.</exception>
    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        var type = args.Type ?? string.Empty;
        var name = args.Name ?? string.Empty;
        lock (_gate)
        {
            if (_resources.ContainsKey((type, name)))
            {
                throw new InvalidOperationException(
                    $"Two resources of type {type} are called \"{name}\" in stack {_account.Project}/{_account.Stack}. "
                    + "Give one of them another name.");
            }

            var resource = type.StartsWith(ComponentPackage, StringComparison.Ordinal) ? new EmulatedResource(null, args.Inputs)
                : args.Id is { Length: > 0 } existing ? Read(type, existing, args.Inputs)
                : Create(type, name, args);
            _resources.Add((type, name), resource);
            return Task.FromResult((resource.Id, (object)resource.Outputs));
        }
    }

    /// <exception cref="InvalidOperationException">The function is not known, or asks for what was not declared.</exception>
    public Task<object> CallAsync(MockCallArgs args)
    {
        lock (_gate)
        {
            var provider = ProviderOf(args.Provider);
            var account = provider?.AccountId ?? _account.AccountId;
            var call = new EmulationRequest(
                args.Token ?? string.Empty,
                string.Empty,
                args.Args,
                account,
                args.Args.GetValueOrDefault("region") as string ?? provider?.Region ?? string.Empty,
                ImmutableDictionary<string, object>.Empty,
                (sought, place, id) => Find(account, sought, place, id));
            return Task.FromResult<object>(EmulatedFunctions.Call(call, _account));
        }
    }

    private EmulatedResource Read(string type, string id, ImmutableDictionary<string, object> inputs)
    {
        // What already exists elsewhere has properties nobody here can know.
        _notEmulated.Add($"{type} (read)");
        return new EmulatedResource(id, inputs);
    }

    private EmulatedResource Create(string type, string name, MockResourceArgs args)
    {
        var request = Request(type, name, args);
        if (EmulatedTypes.Find(type) is not { } known)
        {
            _notEmulated.Add(type);
            return EmulatedOutputs.Of(request).WithId($"{name}-{request.Hex(7)}");
        }

        ServiceNamePatterns.Check(request);
        var resource = known.Create(request);
        if (type == ProviderResources.Aws)
        {
            _providers[name] = EmulatedProvider.Of(request);
        }
        else if (type == KubernetesType.Provider)
        {
            _clusters[name] = request.Text("clusterIdentifier") ?? request.Text("kubeconfig") ?? name;
        }

        Index(known, request, resource);
        return resource;
    }

    private EmulationRequest Request(string type, string name, MockResourceArgs args)
    {
        var provider = ProviderOf(args.Provider);
        // A region of the resource itself (providers of line 7) goes before its provider's.
        var region = args.Inputs.GetValueOrDefault("region") as string ?? provider?.Region;
        var account = provider?.AccountId ?? _account.AccountId;
        if (region is null && type.StartsWith("aws:", StringComparison.Ordinal))
        {
            var found = string.IsNullOrEmpty(args.Provider) ? "the default one" : $"\"{args.Provider}\"";
            throw new InvalidOperationException(
                $"Nothing says in which Region {type} \"{name}\" is: its provider is {found}. "
                + "Give the resource or its component an aws Provider whose region is a known text.");
        }

        return new EmulationRequest(
            type,
            name,
            WithSharedTags(args.Inputs),
            account,
            region ?? string.Empty,
            provider?.DefaultTags ?? ImmutableDictionary<string, object>.Empty,
            (sought, place, id) => Find(account, sought, place, id))
        {
            Cluster = _clusters.GetValueOrDefault(NameIn(args.Provider) ?? string.Empty, string.Empty),
        };
    }

    /// <summary>Most resources of a platform carry one of a few sets of tags; answers that repeat them share one copy of each.</summary>
    private ImmutableDictionary<string, object> WithSharedTags(ImmutableDictionary<string, object> inputs)
    {
        if (inputs.GetValueOrDefault("tags") is not ImmutableDictionary<string, object> tags || tags.Values.Any(value => value is not string))
        {
            return inputs;
        }

        var key = string.Join('\n', tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => $"{tag.Key}={tag.Value}"));
        if (!_sharedTags.TryGetValue(key, out var shared))
        {
            _sharedTags[key] = shared = tags;
        }

        return inputs.SetItem("tags", shared);
    }

    private void Index(EmulatedType known, EmulationRequest request, EmulatedResource resource)
    {
        if (resource.Id is null || known.Scope == IdentityScope.Nowhere)
        {
            return;
        }

        var key = (request.Type, known.Scope == IdentityScope.Cluster ? request.Cluster : ScopeOf(known, request.AccountId, request.Region), resource.Id);
        if (_byIdentity.TryGetValue(key, out var other))
        {
            var names = new[] { other.Name, request.Name }.Order(StringComparer.Ordinal).Select(text => $"\"{text}\"");
            var where = known.Scope switch
            {
                IdentityScope.Region => $" in {request.Region}",
                IdentityScope.Cluster => " in one cluster",
                _ => string.Empty,
            };
            throw new InvalidOperationException(
                $"The emulated cloud refuses {request.Type}: {string.Join(" and ", names)} would be the same thing ({resource.Id}{where}). "
                + "A real deployment would fail, or the two would undo each other. Name or place them apart.");
        }

        _byIdentity[key] = (request.Name, resource);
    }

    private EmulatedResource? Find(string account, string type, string region, string id) =>
        EmulatedTypes.ByToken.TryGetValue(type, out var known) && _byIdentity.TryGetValue((type, ScopeOf(known, account, region), id), out var found)
            ? found.Resource
            : null;

    private static string ScopeOf(EmulatedType known, string account, string region) => known.Scope switch
    {
        IdentityScope.Region => $"{account}/{region}",
        IdentityScope.Account => account,
        _ => string.Empty,
    };

    /// <summary>A provider reference is "{urn}::{id}", and a urn ends with "::{name}".</summary>
    private EmulatedProvider? ProviderOf(string? reference) => NameIn(reference) is { } name ? _providers.GetValueOrDefault(name) : null;

    private static string? NameIn(string? reference) => reference?.Split("::") is { Length: >= 2 } parts ? parts[^2] : null;
}
