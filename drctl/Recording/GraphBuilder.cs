using System.Collections.Immutable;
using DrInfra.Policies.Graph;
using Pulumi;
using Pulumi.Utilities;

namespace DrInfra.Drctl.Recording;

/// <summary>Makes the graph, as the engine would hold it, from what was recorded.</summary>
internal sealed class GraphBuilder(ResourceRecorder recorder, PropertyReader reader, string project, string stack)
{
    // What the options of a resource say that it depends on.
    private readonly Dictionary<RecordedResource, List<Resource>> _dependsOn = new(ReferenceEqualityComparer.Instance);

    public async Task<ResourceGraph> BuildAsync(IDictionary<string, object?> stackOutputs)
    {
        foreach (var record in recorder.All)
        {
            if (record.DependsOn is { } dependsOn && await ReadDependsOnAsync(dependsOn).ConfigureAwait(false) is { Count: > 0 } given)
            {
                _dependsOn[record] = given;
            }
        }

        var resources = new List<GraphResource>(recorder.All.Count);
        foreach (var record in GraphOrder.Sort(recorder.All, Needs, Through))
        {
            var resource = await BuildAsync(record).ConfigureAwait(false);
            resources.Add(record.IsStack ? resource with { Outputs = await ReadStackOutputsAsync(stackOutputs).ConfigureAwait(false) } : resource);
        }

        return new ResourceGraph(project, stack, resources, Emulated: true);
    }

    private async Task<GraphResource> BuildAsync(RecordedResource record)
    {
        var properties = record.PropertySources
            .Select(entry => KeyValuePair.Create<string, IReadOnlyList<string>>(entry.Property, Urns(Expand(entry.Sources))));
        return new GraphResource
        {
            Urn = record.Urn,
            Type = record.Type,
            Name = record.Name,
            Custom = record.Custom,
            Id = IdOf(record),
            Parent = record.Parent?.Urn,
            Provider = ProviderOf(record),
            Inputs = record.Inputs,
            Outputs = record.Custom ? OutputsOf(record) : record.Outputs,
            Dependencies = Urns(Dependencies(record)),
            PropertyDependencies = DependencyMap.Of(properties),
            Protect = record.Protect,
            RetainOnDelete = record.RetainOnDelete,
            DeletedWith = record.DeletedWith?.Urn,
            IgnoreChanges = record.IgnoreChanges,
            ReplaceOnChanges = record.ReplaceOnChanges,
            DeleteBeforeReplace = record.DeleteBeforeReplace,
            AdditionalSecretOutputs = record.AdditionalSecretOutputs,
            CustomTimeouts = record.Timeouts,
            Aliases = record.Aliases.Count == 0 ? [] : await ReadAliasesAsync(record).ConfigureAwait(false),
        };
    }

    private static string? IdOf(RecordedResource record) => record.Custom ? record.Id ?? record.ImportId : null;

    private string? ProviderOf(RecordedResource record) => recorder.Find(record.Provider) is { } provider
        ? recorder.Pool.Text($"{provider.Urn}::{IdOf(provider) ?? WireMarks.Unknown}")
        : null;

    private IEnumerable<RecordedResource> Needs(RecordedResource record)
    {
        if (record.Parent is { } parent)
        {
            yield return parent;
        }

        if (recorder.Find(record.Provider) is { } provider)
        {
            yield return provider;
        }

        if (record.DeletedWith is { } other)
        {
            yield return other;
        }

        foreach (var dependency in Dependencies(record).OrderBy(dependency => dependency.Urn, StringComparer.Ordinal))
        {
            yield return dependency;
        }
    }

    private HashSet<RecordedResource> Dependencies(RecordedResource record)
    {
        recorder.Step();
        var all = Expand(_dependsOn.GetValueOrDefault(record) ?? []);
        foreach (var (_, sources) in record.PropertySources)
        {
            all.UnionWith(Expand(sources));
        }

        return all;
    }

    /// <summary>By what a resource needs another one, to tell the user.</summary>
    private string Through(RecordedResource record, RecordedResource needed)
    {
        if (needed == record.Parent)
        {
            return "parent";
        }

        if (needed == recorder.Find(record.Provider))
        {
            return "provider";
        }

        if (needed == record.DeletedWith)
        {
            return "deletedWith";
        }

        var (name, sources) = record.PropertySources.FirstOrDefault(entry => Expand(entry.Sources).Contains(needed), ("dependsOn", []));
        var source = (sources.Length > 0 ? sources : [.. _dependsOn[record]]).First(resource => Expand([resource]).Contains(needed));
        return source is ComponentResource ? $"{name} {source.GetResourceType()} {source.GetResourceName()}" : name;
    }

    /// <summary>
    /// The engine waits for a component by waiting for the custom resources in it, through further components but not below a
    /// custom resource. Those declared later than the dependent count too: the program declares on while the engine answers. If
    /// one of them needs the dependent, it is a matter of timing whether the SDK waits for ever; here it is a circle, and refused.
    /// </summary>
    private HashSet<RecordedResource> Expand(IEnumerable<Resource> resources)
    {
        var found = new HashSet<RecordedResource>(ReferenceEqualityComparer.Instance);
        var open = new Stack<RecordedResource>(resources.Select(recorder.Find).OfType<RecordedResource>());
        var seen = new HashSet<RecordedResource>(open, ReferenceEqualityComparer.Instance);
        while (open.TryPop(out var record))
        {
            if (record.Custom)
            {
                found.Add(record);
                continue;
            }

            foreach (var child in record.Children)
            {
                if (seen.Add(child))
                {
                    open.Push(child);
                }
            }
        }

        return found;
    }

    private static string[] Urns(IReadOnlyCollection<RecordedResource> records) =>
        records.Count == 0 ? [] : [.. records.Select(record => record.Urn).Order(StringComparer.Ordinal)];

    private static async Task<List<Resource>> ReadDependsOnAsync(Output<ImmutableArray<Resource>> dependsOn)
    {
        var resources = await OutputUtilities.GetValueAsync(dependsOn).ConfigureAwait(false);
        return resources.IsDefaultOrEmpty ? [] : [.. resources.Where(resource => resource is not null)];
    }

    /// <summary>The cloud's answer over the inputs; what went in secret comes out secret.</summary>
    private static MapValue OutputsOf(RecordedResource record)
    {
        var outputs = new Dictionary<string, PropertyValue>(StringComparer.Ordinal);
        foreach (var (name, input) in record.Inputs)
        {
            outputs[name] = input;
        }

        foreach (var (name, output) in record.Outputs)
        {
            if (record.Resource is ProviderResource && outputs.ContainsKey(name))
            {
                // A provider's state repeats its inputs to the letter.
                continue;
            }

            outputs[name] = record.Inputs[name] is { } input ? WithMarksOf(input, output) : output;
        }

        foreach (var name in record.AdditionalSecretOutputs)
        {
            if (outputs.TryGetValue(name, out var output))
            {
                outputs[name] = PropertyValue.Secret(output);
            }
        }

        // The merged answer replaces the cloud's own: of a large platform, memory has room for one.
        record.Outputs = MapValue.Empty;
        return MapValue.Of(outputs);
    }

    /// <summary>The engine's rule: objects are compared member by member; any other value with a secret inside is secret whole.</summary>
    private static PropertyValue WithMarksOf(PropertyValue input, PropertyValue output)
    {
        if (!input.ContainsSecret || output is SecretValue)
        {
            return output;
        }

        return input is MapValue from && output is MapValue to
            ? MapValue.Of(
                to.Select(member => KeyValuePair.Create(member.Key, from[member.Key] is { } source ? WithMarksOf(source, member.Value) : member.Value)))
            : PropertyValue.Secret(output);
    }

    private async Task<MapValue> ReadStackOutputsAsync(IDictionary<string, object?> outputs)
    {
        var read = new List<KeyValuePair<string, PropertyValue>>();
        foreach (var (name, value) in outputs)
        {
            read.Add(new(name, await reader.ReadAsync(value, new HashSet<Resource>()).ConfigureAwait(false)));
        }

        return MapValue.Of(read.Where(output => output.Value.Unwrapped is not NullValue));
    }

    private async Task<string[]> ReadAliasesAsync(RecordedResource record)
    {
        var urns = new List<string>();
        foreach (var input in record.Aliases)
        {
            if (await OutputUtilities.GetValueAsync(input.ToOutput()).ConfigureAwait(false) is { } alias
                && await AliasUrnAsync(alias, record).ConfigureAwait(false) is { } urn
                && urn != record.Urn)
            {
                urns.Add(recorder.Pool.Text(urn));
            }
        }

        return [.. urns.Distinct()];
    }

    /// <returns>Null where a part of the alias is unknown.</returns>
    private async Task<string?> AliasUrnAsync(Alias alias, RecordedResource record)
    {
        if (alias.Urn is not null)
        {
            return alias.Urn;
        }

        var name = await PartAsync(alias.Name, record.Name).ConfigureAwait(false);
        var type = await PartAsync(alias.Type, record.Type).ConfigureAwait(false);
        var ofStack = await PartAsync(alias.Stack, stack).ConfigureAwait(false);
        var ofProject = await PartAsync(alias.Project, project).ConfigureAwait(false);
        var parent = alias.NoParent ? ""
            : alias.ParentUrn is not null ? await PartAsync(alias.ParentUrn, "").ConfigureAwait(false)
            : (alias.Parent is null ? record.Parent : recorder.Find(alias.Parent))?.Urn;
        if (name is null || type is null || ofStack is null || ofProject is null || parent is null)
        {
            return null;
        }

        var below = ResourceUrn.TryParse(parent, out var above) && above.QualifiedType != ResourceUrn.StackType ? above.QualifiedType + "$" : "";
        return new ResourceUrn(ofStack, ofProject, below + type, name).ToString();
    }

    private static async Task<string?> PartAsync(Input<string>? part, string fallback) =>
        part is null ? fallback : await OutputUtilities.GetValueAsync(part.ToOutput()).ConfigureAwait(false);
}
