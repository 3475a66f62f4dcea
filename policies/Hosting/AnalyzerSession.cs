using System.Collections.Concurrent;
using DrInfra.Policies.Aws;
using DrInfra.Policies.Checking;
using DrInfra.Policies.Hosting.Protos;

namespace DrInfra.Policies.Hosting;

/// <summary>What the pack remembers between the calls of one preview or update. Safe to use from several threads.</summary>
internal sealed class AnalyzerSession
{
    private readonly ConcurrentDictionary<string, MapValue> _inputs = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Rule, string Urn), bool> _softened = new();
    private readonly Lock _lock = new();
    private volatile PackSetup? _setup;
    private volatile string? _folder;
    private volatile ConfiguredStack? _stack;
    private volatile bool _hasOwnTags;

    /// <summary>Shares equal texts of all calls, for a stack repeats what its resources have said.</summary>
    public ResourceReader Reader { get; } = new(new ValuePool());

    /// <summary>
    /// Until the engine tells the pack's folder and its configuration: those of the folder that the pack finds by itself.
    /// </summary>
    public PackSetup Setup
    {
        get
        {
            if (_setup is { } known)
            {
                return known;
            }

            lock (_lock)
            {
                return _setup ??= PackSetup.Of(SettingsFile.Load(Folder(null), null));
            }
        }
    }

    /// <param name="folder">The pack's folder as the engine tells it.</param>
    public void Begin(string? folder)
    {
        lock (_lock)
        {
            _folder = folder;
            _setup = PackSetup.Of(SettingsFile.Load(Folder(folder), null));
        }
    }

    public void Name(string project, string stack) => _stack = new ConfiguredStack(project, stack);

    /// <param name="file">The recovery.yaml that the configuration names; null where it names none.</param>
    public void Configure(IReadOnlyDictionary<string, (Rules.Level? Level, MapValue Properties)> configuration, string? file)
    {
        lock (_lock)
        {
            // Anew each time: what an earlier configuration changed is not the announced value.
            var announced = PackSetup.Of(SettingsFile.Load(Folder(_folder), null));
            _setup = announced.With(configuration, file is null ? null : SettingsFile.Load(Folder(_folder), file));
        }
    }

    /// <summary>One resource alone with its provider, in a stack of its own.</summary>
    public Node NodeOf(AnalyzerResource resource)
    {
        var registered = Reader.Registered(resource);
        var provider = Reader.Provider(resource.Provider);
        return NodeOf(registered, provider);
    }

    /// <inheritdoc cref="NodeOf(AnalyzerResource)"/>
    public Node NodeOf(GraphResource resource, GraphResource? provider)
    {
        var graph = GraphOf(provider is null || provider.Urn == resource.Urn ? [resource] : [resource, provider]);
        return new StackGraph(graph, AwsNames.Instance).Find(resource.Urn)!;
    }

    /// <summary>A graph of these resources, named as the engine said, else as their URNs do.</summary>
    public ResourceGraph GraphOf(IReadOnlyList<GraphResource> resources)
    {
        var (project, stack) = _stack ?? resources
            .Select(resource => ResourceUrn.TryParse(resource.Urn, out var urn) ? new ConfiguredStack(urn.Project, urn.Stack) : null)
            .FirstOrDefault(found => found is not null) ?? new ConfiguredStack("", "");
        return new ResourceGraph(project, stack, resources, Emulated: false) { IsPartial = true };
    }

    /// <summary>Keeps what the program stated: when the whole stack comes, inputs and outputs can no longer be told apart.</summary>
    public void Remember(Node node)
    {
        _inputs[node.Urn] = node.Resource.Inputs;
        if (!node.Stack.IsForeign)
        {
            _hasOwnTags = true;
        }
    }

    public MapValue? InputsOf(string urn) => _inputs.GetValueOrDefault(urn);

    /// <summary>Whether no resource so far has shown that the stack is one of ours.</summary>
    public bool LooksForeign => !_hasOwnTags;

    /// <summary>Keeps that a violation was told as advice because the stack looked foreign so far.</summary>
    public void Soften(Violation violation) => _softened[(violation.Rule.Id, violation.Urn)] = true;

    public bool WasSoftened(Violation violation) => _softened.ContainsKey((violation.Rule.Id, violation.Urn));

    private static string? Folder(string? told) => PackFolder.Find(told, Environment.CurrentDirectory, AppContext.BaseDirectory);

    private sealed record ConfiguredStack(string Project, string Stack);
}
