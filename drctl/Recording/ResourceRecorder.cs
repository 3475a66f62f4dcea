using System.Collections.Immutable;
using DrInfra.Policies.Graph;
using Pulumi;

namespace DrInfra.Drctl.Recording;

/// <summary>
/// Notes every resource as the program declares it. It hangs on the stack as its transformation, which the SDK applies last,
/// so it sees arguments and options as they count.
/// </summary>
internal sealed class ResourceRecorder(string project, string stack)
{
    private readonly Lock _lock = new();
    private readonly List<RecordedResource> _all = [];
    private readonly Dictionary<Resource, RecordedResource> _byResource = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(string Type, string Name), RecordedResource> _byName = [];
    private long _steps;

    public ValuePool Pool { get; } = new();

    /// <summary>All resources in the order of registration, the stack first. Only once the program has ended.</summary>
    public IReadOnlyList<RecordedResource> All => _all;

    /// <summary>Grows while the run gets on.</summary>
    public long Steps => Interlocked.Read(ref _steps);

    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _all.Count;
            }
        }
    }

    /// <summary>Notes that something happened.</summary>
    public void Step() => Interlocked.Increment(ref _steps);

    /// <summary>The resources that are declared and not registered yet, by URN.</summary>
    public IReadOnlyList<RecordedResource> Unanswered()
    {
        lock (_lock)
        {
            return [.. _all.Where(record => record is { IsStack: false, IsAnswered: false }).OrderBy(record => record.Urn, StringComparer.Ordinal)];
        }
    }

    public ResourceTransformationResult? Note(ResourceTransformationArgs args)
    {
        Step();
        var resource = args.Resource;
        var (type, name) = (Pool.Text(resource.GetResourceType()), Pool.Text(resource.GetResourceName()));
        lock (_lock)
        {
            var parent = resource is Stack ? null : Find(args.Options.Parent) ?? _all[0];
            if (_byName.TryGetValue((type, name), out var other))
            {
                throw new RunException(
                    $"two resources have the type {type} and the name {name}, one below {Describe(other.Parent)} and one below {Describe(parent)}; "
                    + "a preview cannot tell them apart. Give one of them another name.");
            }

            var record = Create(resource, type, name, parent, args.Args, args.Options);
            _all.Add(record);
            _byResource.Add(resource, record);
            _byName.Add((type, name), record);
            parent?.Children.Add(record);
        }

        return null;
    }

    /// <summary>The record of a resource; null for one that this program did not declare.</summary>
    public RecordedResource? Find(Resource? resource)
    {
        if (resource is null)
        {
            return null;
        }

        lock (_lock)
        {
            return _byResource.GetValueOrDefault(resource);
        }
    }

    public RecordedResource? Find(string? type, string? name)
    {
        lock (_lock)
        {
            return _byName.GetValueOrDefault((type ?? "", name ?? ""));
        }
    }

    public string UrnOf(Resource resource) => Find(resource)?.Urn ?? WireMarks.Unknown;

    private RecordedResource Create(Resource resource, string type, string name, RecordedResource? parent, ResourceArgs? args, ResourceOptions options)
    {
        var custom = options as CustomResourceOptions;
        var component = options as ComponentResourceOptions;
        var package = PackageOf(type);
        var inherited = parent?.Providers;
        ProviderResource? provider = null;
        var providers = inherited;
        if (custom is not null)
        {
            provider = options.Provider ?? (package is null ? null : inherited?.GetValueOrDefault(package));
            providers = options.Provider is { } own && package is not null ? With(inherited, [new(package, own)]) : inherited;
        }
        else
        {
            IEnumerable<ProviderResource> given = options.Provider is { } single ? [single] : component?.Providers ?? [];
            providers = With(inherited, given.Select(item => KeyValuePair.Create(item.GetResourceType().Split(':')[^1], item)));
        }

        var urn = new ResourceUrn(stack, project, QualifiedType(parent, type), name);
        return new RecordedResource(resource, parent, urn, Pool.Text(urn.ToString()))
        {
            Protect = options.Protect ?? parent?.Protect ?? false,
            RetainOnDelete = options.RetainOnDelete ?? parent?.RetainOnDelete ?? false,
            DeletedWith = Find(options.DeletedWith) ?? parent?.DeletedWith,
            DeleteBeforeReplace = custom?.DeleteBeforeReplace,
            IgnoreChanges = Copy(options.IgnoreChanges),
            ReplaceOnChanges = Copy(options.ReplaceOnChanges),
            AdditionalSecretOutputs = Copy(custom?.AdditionalSecretOutputs),
            Timeouts = Timeouts(options.CustomTimeouts),
            ImportId = custom?.ImportId,
            Aliases = options.Aliases.Count == 0 ? [] : [.. options.Aliases],
            Provider = provider,
            Providers = providers,
            // An input list can be added to later, for another resource; the output is what it holds now.
            DependsOn = options.DependsOn.ToOutput(),
            Given = args is null or DictionaryResourceArgs ? null : Given(args),
            GivenHidden = args is DictionaryResourceArgs,
        };
    }

    private string QualifiedType(RecordedResource? parent, string type) =>
        Pool.Text(parent is null or { IsStack: true } ? type : $"{parent.UrnParts.QualifiedType}${type}");

    private static string? PackageOf(string type) => type.Split(':') is { Length: 3 } parts ? parts[0] : null;

    private static IReadOnlyDictionary<string, ProviderResource>? With(
        IReadOnlyDictionary<string, ProviderResource>? inherited, IEnumerable<KeyValuePair<string, ProviderResource>> own)
    {
        Dictionary<string, ProviderResource>? merged = null;
        foreach (var (package, provider) in own)
        {
            merged ??= new Dictionary<string, ProviderResource>(inherited ?? ImmutableDictionary<string, ProviderResource>.Empty, StringComparer.Ordinal);
            merged[package] = provider;
        }

        return merged ?? inherited;
    }

    private string[] Copy(List<string>? texts) => texts is null or { Count: 0 } ? [] : [.. texts.Distinct().Select(Pool.Text)];

    private static ResourceTimeouts? Timeouts(CustomTimeouts? timeouts) => timeouts is null
        ? null
        : new ResourceTimeouts(timeouts.Create?.TotalSeconds, timeouts.Update?.TotalSeconds, timeouts.Delete?.TotalSeconds);

    private static List<(InputMember, object)> Given(ResourceArgs args)
    {
        var given = new List<(InputMember, object)>();
        foreach (var member in InputMember.Of(args.GetType()))
        {
            if (member.Get(args) is { } value)
            {
                given.Add((member, value));
            }
        }

        return given;
    }

    private static string Describe(RecordedResource? parent) => parent is null or { IsStack: true } ? "the stack" : $"{parent.Type} {parent.Name}";
}
