using DrInfra.Drctl.Projects;
using DrInfra.Drctl.Recording;
using DrInfra.Policies.Checking;
using DrInfra.Policies.Graph;

namespace DrInfra.Tests.Stacks;

/// <summary>The shipped stacks, previewed once for all tests.</summary>
public sealed class ShippedStacks : IAsyncLifetime
{
    public StackPreviewResult Dev { get; private set; } = null!;

    public StackPreviewResult Dr { get; private set; } = null!;

    /// <summary>The standby after its activation.</summary>
    public StackPreviewResult Active { get; private set; } = null!;

    public IReadOnlyList<StackPreviewResult> Both => [Dev, Dr];

    /// <summary>What is said of the pair as it is.</summary>
    public CheckReport Report { get; private set; } = null!;

    public static async Task<StackPreviewResult> PreviewAsync(string stack, params string[] overrides) =>
        await StackPreview.RunAsync(ProjectFolder.Open(Repository.Shipped).Read(stack, overrides).Configuration);

    /// <summary>With the identities that are recorded, and no others.</summary>
    public static async Task<StackPreviewResult> PreviewAsRecordedAsync(string stack, params string[] overrides) =>
        await StackPreview.RunAsync(ProjectFolder.Open(Repository.Shipped).Read(stack, overrides).Configuration, asRecorded: true);

    public async Task InitializeAsync()
    {
        Dev = await PreviewAsync("dev");
        Dr = await PreviewAsync("dr");
        Active = await PreviewAsync("dr", "activation=active");
        Report = ShippedVerdicts.Of(Dev.Graph, Dr.Graph);
    }

    public Task DisposeAsync() => Task.CompletedTask;
}

/// <summary>Tests that look at the same previews.</summary>
[CollectionDefinition(Name)]
public sealed class ShippedStacksGroup : ICollectionFixture<ShippedStacks>
{
    public const string Name = "shipped stacks";
}

/// <summary>Short ways to look into a graph.</summary>
internal static class GraphQueries
{
    public static IEnumerable<GraphResource> OfType(this ResourceGraph graph, string type) =>
        graph.Resources.Where(resource => resource.Type == type);

    /// <summary>The parameters with manifests: those of stores have a level more.</summary>
    public static IEnumerable<GraphResource> Manifests(this ResourceGraph graph) =>
        graph.OfType("aws:ssm/parameter:Parameter").Where(parameter => IsManifest(parameter.Inputs.Text("name")));

    public static bool IsManifest(string? name) => name?.Split('/') is ["", "dr", _, _];

    public static IEnumerable<GraphResource> Aws(this ResourceGraph graph) =>
        graph.Resources.Where(resource => resource.Type.StartsWith("aws:", StringComparison.Ordinal));

    public static string? Text(this MapValue map, string key) => (map[key]?.Unwrapped as TextValue)?.Value;

    public static GraphResource Find(this ResourceGraph graph, string urn) => graph.Resources.Single(resource => resource.Urn == urn);

    public static GraphResource ProviderOf(this ResourceGraph graph, GraphResource resource) =>
        graph.Find(resource.Provider![..resource.Provider!.LastIndexOf("::", StringComparison.Ordinal)]);

    /// <summary>Every text in a value, secrets included, with its path.</summary>
    public static IEnumerable<(string Path, string Text)> Texts(this PropertyValue value, string path = "") => value switch
    {
        TextValue text => [(path, text.Value)],
        SecretValue secret => secret.Value.Texts(path),
        ListValue list => list.SelectMany((item, index) => item.Texts($"{path}[{index}]")),
        MapValue map => map.SelectMany(pair => pair.Value.Texts(path.Length == 0 ? pair.Key : $"{path}.{pair.Key}")),
        _ => [],
    };
}
