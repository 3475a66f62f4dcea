using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>Something the deployment manages. Registers itself when it is constructed.</summary>
public class Resource
{
    private readonly string _type;
    private readonly string _name;
    private readonly bool _protect;
    private readonly ImmutableArray<ResourceTransformation> _transformations = [];
    private readonly ImmutableDictionary<string, ProviderResource> _providers = ImmutableDictionary<string, ProviderResource>.Empty;
    private List<Resource>? _children;

    private protected Resource(string type, string name, bool custom, ResourceArgs args, ResourceOptions options)
    {
        if (string.IsNullOrEmpty(type))
        {
            throw new ArgumentException("'type' cannot be null or empty.", nameof(type));
        }

        if (string.IsNullOrEmpty(name))
        {
            throw new ArgumentException("'name' cannot be null or empty.", nameof(name));
        }

        _type = type;
        _name = name;
        var deployment = Deployment.Internal;
        Registration = new ResourceRegistration(this);
        var plan = OutputPlan.For(GetType());
        plan.Initialise(this, Registration);

        var parent = this is Stack ? null : options.Parent ?? deployment.Stack;
        _transformations = options.ResourceTransformations is { Count: > 0 } own
            ? [.. own, .. parent?._transformations ?? []]
            : parent?._transformations ?? [];
        foreach (var transformation in _transformations)
        {
            if (transformation(new ResourceTransformationArgs(this, args, options)) is { } changed)
            {
                if (changed.Options.Parent != options.Parent)
                {
                    throw new ArgumentException(
                        $"Transformations cannot currently be used to change the 'parent' of a resource ('{name}', {type}).");
                }

                args = changed.Args;
                options = changed.Options;
            }
        }

        // A copy, so that the caller's options stay as they are and can be used for the next resource.
        options = options.Copy();
        var given = (options as ComponentResourceOptions)?.Providers ?? [];
        if (options.Provider is not null && given.Count > 0)
        {
            throw new ResourceException("Do not supply both 'provider' and 'providers' options to a ComponentResource.", options.Parent);
        }

        options.Parent ??= options.Urn is null ? parent : null;
        if (options.Parent is { } above)
        {
            above.AddChild(this);
            options.Protect ??= above._protect;
            _providers = above._providers;
        }

        if (!custom)
        {
            _providers = (options.Provider is null ? given : [options.Provider])
                .Aggregate(_providers, (map, provider) => map.SetItem(provider.Package, provider));
        }
        else if (options.Provider is null)
        {
            options.Provider = options.Parent?.FindProvider(type);
        }
        else if (PackageOf(type) is { } package)
        {
            _providers = _providers.SetItem(package, options.Provider);
        }

        _protect = options.Protect == true;
        deployment.Register(this, plan, args, options);
    }

    /// <summary>A reference to a resource that is registered elsewhere.</summary>
    private protected Resource(string urn)
    {
        _type = "";
        _name = "";
        Registration = new ResourceRegistration(this);
        OutputPlan.For(GetType()).Initialise(this, Registration);
        Registration.Succeed(urn, id: null, values: null, missingIsKnown: false);
    }

    [Output("urn")]
    public Output<string> Urn { get; private protected set; } = null!;

    internal ResourceRegistration Registration { get; }

    public string GetResourceName() => _name;

    public string GetResourceType() => _type;

    /// <summary>The provider for a type or function token, as it is inherited by what stands below this resource.</summary>
    internal ProviderResource? FindProvider(string token) =>
        _providers.Count > 0 && PackageOf(token) is { } package ? _providers.GetValueOrDefault(package) : null;

    /// <summary>
    /// What is waited for when something depends on these: a component stands for the custom resources in it, also in components
    /// below, but not for what is below a custom resource.
    /// </summary>
    internal static IReadOnlyCollection<CustomResource> Contents(IReadOnlyCollection<Resource> resources)
    {
        var found = new List<CustomResource>();
        var seen = new HashSet<Resource>(resources);
        var open = new Stack<Resource>(seen);
        while (open.TryPop(out var next))
        {
            if (next is CustomResource custom)
            {
                found.Add(custom);
                continue;
            }

            foreach (var child in next.CopyOfChildren().Where(seen.Add))
            {
                open.Push(child);
            }
        }

        return found;
    }

    private static string? PackageOf(string token)
    {
        var first = token.IndexOf(':', StringComparison.Ordinal);
        return token.AsSpan().Count(':') == 2 ? token[..first] : null;
    }

    private void AddChild(Resource child)
    {
        var children = _children ?? Interlocked.CompareExchange(ref _children, [], null) ?? _children;
        lock (children)
        {
            children.Add(child);
        }
    }

    private Resource[] CopyOfChildren()
    {
        if (_children is not { } children)
        {
            return [];
        }

        lock (children)
        {
            return [.. children];
        }
    }
}
