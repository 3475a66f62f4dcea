using DrInfra.Policies.Aws;
using DrInfra.Policies.Hosting.Grpc;
using DrInfra.Policies.Hosting.Protos;
using DrInfra.Policies.Rules;

namespace DrInfra.Policies.Hosting;

/// <summary>Resources of the graph from the engine's messages.</summary>
internal sealed class ResourceReader(ValuePool pool)
{
    private const string ProviderType = "pulumi:providers:";

    /// <summary>A resource that is being registered: only its inputs are known.</summary>
    /// <exception cref="GrpcException">A value is malformed; the message quotes nothing of it.</exception>
    public GraphResource Registered(AnalyzerResource resource) => Read(resource) with { Inputs = StructReader.Read(resource.Properties, pool) };

    /// <summary>A resource of the whole stack, whose properties are its outputs over its inputs.</summary>
    /// <param name="inputs">What the program stated, from the resource's registration; null where that was not seen.</param>
    /// <exception cref="GrpcException">A value is malformed; the message quotes nothing of it.</exception>
    public GraphResource Declared(AnalyzerResource resource, MapValue? inputs)
    {
        var properties = StructReader.Read(resource.Properties, pool);
        return Read(resource) with { Inputs = inputs ?? properties, Outputs = properties, Id = Id(properties) };
    }

    /// <summary>A resource's provider, as the engine sends it along with each resource; null where it sends none.</summary>
    /// <exception cref="GrpcException">A value is malformed; the message quotes nothing of it.</exception>
    public GraphResource? Provider(AnalyzerProviderResource? provider) => string.IsNullOrEmpty(provider?.Urn) ? null : new GraphResource
    {
        Urn = pool.Text(provider.Urn),
        Type = pool.Text(provider.Type),
        Name = pool.Text(provider.Name),
        Custom = true,
        Inputs = StructReader.Read(provider.Properties, pool),
    };

    private GraphResource Read(AnalyzerResource resource)
    {
        var options = resource.Options ?? new AnalyzerResourceOptions();
        var parent = resource.Parent.Length > 0 ? resource.Parent : options.Parent;
        var provider = resource.Provider?.Urn ?? "";
        return new GraphResource
        {
            Urn = pool.Text(resource.Urn),
            Type = pool.Text(resource.Type),
            Name = pool.Text(resource.Name),
            Custom = provider.Length > 0 || resource.Type.StartsWith(ProviderType, StringComparison.Ordinal),
            Parent = parent.Length > 0 ? pool.Text(parent) : null,
            // A reference to a provider is its URN and id; the engine does not tell the id.
            Provider = provider.Length > 0 ? pool.Text($"{provider}::{WireMarks.Unknown}") : null,
            Dependencies = Texts(resource.Dependencies),
            PropertyDependencies = DependencyMap.Of(resource.PropertyDependencies
                .Select(entry => new KeyValuePair<string, IReadOnlyList<string>>(pool.Text(entry.Key), Texts(entry.Value.Urns)))),
            Protect = options.Protect,
            IgnoreChanges = Texts(options.IgnoreChanges),
            DeleteBeforeReplace = options.DeleteBeforeReplaceDefined ? options.DeleteBeforeReplace : null,
            AdditionalSecretOutputs = Texts(options.AdditionalSecretOutputs),
            Aliases = Texts(options.Aliases),
            CustomTimeouts = Timeouts(options.CustomTimeouts),
        };
    }

    // The engine does not send ids. A resource's ARN ends with its id where it is not the id itself.
    private static string? Id(MapValue properties) =>
        properties["id"] is TextValue id ? id.Value
        : properties["arn"] is TextValue text && Arn.TryParse(text.Value, out var arn) ? arn.Name
        : null;

    private static ResourceTimeouts? Timeouts(AnalyzerResourceOptions.Types.CustomTimeouts? timeouts)
    {
        var read = new ResourceTimeouts(Seconds(timeouts?.Create), Seconds(timeouts?.Update), Seconds(timeouts?.Delete));
        return read.IsEmpty ? null : read;

        // Zero on the wire is no timeout of its own.
        static double? Seconds(double? value) => value is > 0 ? value : null;
    }

    private IReadOnlyList<string> Texts(IReadOnlyCollection<string> texts) => texts.Count == 0 ? [] : [.. texts.Select(pool.Text)];
}
