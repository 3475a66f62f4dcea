using System.Globalization;
using DrInfra.Policies.Graph;

namespace DrInfra.Drctl.Diff;

/// <summary>Compares the options of resources.</summary>
internal static class ResourceOptions
{
    public static IEnumerable<OptionChange> Compare(GraphResource old, GraphResource resource)
    {
        var pairs = new (string Name, string Old, string New)[]
        {
            ("protect", Text(old.Protect), Text(resource.Protect)),
            ("retainOnDelete", Text(old.RetainOnDelete), Text(resource.RetainOnDelete)),
            ("ignoreChanges", Text(old.IgnoreChanges), Text(resource.IgnoreChanges)),
            ("replaceOnChanges", Text(old.ReplaceOnChanges), Text(resource.ReplaceOnChanges)),
            ("deleteBeforeReplace", Text(old.DeleteBeforeReplace), Text(resource.DeleteBeforeReplace)),
            ("additionalSecretOutputs", Text(old.AdditionalSecretOutputs), Text(resource.AdditionalSecretOutputs)),
            ("customTimeouts", Text(old.CustomTimeouts), Text(resource.CustomTimeouts)),
            ("provider", ProviderName(old), ProviderName(resource)),
        };
        return pairs.Where(pair => pair.Old != pair.New).Select(pair => new OptionChange(pair.Name, pair.Old, pair.New));
    }

    /// <summary>The URN of its provider; empty where it has none.</summary>
    public static string ProviderUrn(GraphResource resource) =>
        resource.Provider?.LastIndexOf("::", StringComparison.Ordinal) is { } end and > 0 ? resource.Provider[..end] : string.Empty;

    private static string ProviderName(GraphResource resource) =>
        ResourceUrn.TryParse(ProviderUrn(resource), out var urn) ? urn.Name : "default";

    private static string Text(bool? value) => value switch
    {
        null => "provider's choice",
        true => "true",
        false => "false",
    };

    private static string Text(IReadOnlyList<string> values) =>
        values.Count == 0 ? "none" : string.Join(", ", values.Order(StringComparer.Ordinal));

    private static string Text(ResourceTimeouts? timeouts) => timeouts is null || timeouts.IsEmpty
        ? "none"
        : $"create {Seconds(timeouts.Create)}, update {Seconds(timeouts.Update)}, delete {Seconds(timeouts.Delete)}";

    private static string Seconds(double? seconds) =>
        seconds is null ? "default" : string.Create(CultureInfo.InvariantCulture, $"{seconds}s");
}
