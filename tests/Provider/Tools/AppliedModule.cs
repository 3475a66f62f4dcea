using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DrInfra.Drctl.Export;
using DrInfra.Policies.Graph;

namespace DrInfra.Tests.Provider.Tools;

/// <summary>The part of an exported stack that the emulator can apply.</summary>
internal static partial class AppliedModule
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes it, and returns the Terraform types in it.</summary>
    public static IReadOnlyList<string> Write(ResourceGraph graph, string folder)
    {
        ExportedStack.Write(graph, folder);
        var path = Path.Combine(folder, ModuleFolder.Main);
        var root = JsonNode.Parse(File.ReadAllText(path))!;
        var types = root["resource"]!.AsObject();
        var left = types
            .Where(type => NotApplied.Types.ContainsKey(type.Key))
            .SelectMany(type =>
                type.Value!.AsObject().Select(resource => KeyValuePair.Create(
                    $"{type.Key}.{resource.Key}", (resource.Value!["name"] ?? resource.Value!["cluster_name"])?.GetValue<string>())))
            .ToDictionary(StringComparer.Ordinal);
        foreach (var type in NotApplied.Types.Keys)
        {
            types.Remove(type);
        }

        foreach (var (_, resources) in types)
        {
            var all = resources!.AsObject();
            foreach (var label in all.Select(resource => resource.Key).ToList())
            {
                if (all[label]!["depends_on"] is JsonArray awaited)
                {
                    all[label]!["depends_on"] = new JsonArray([.. awaited.Select(name => name!.GetValue<string>()).Where(name => !left.ContainsKey(name))
                        .Select(name => (JsonNode)name)]);
                }

                all[label] = JsonNode.Parse(WithNames(all[label]!.ToJsonString(Relaxed), left));
            }
        }

        File.WriteAllText(path, root.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
        return [.. types.Select(type => type.Key)];
    }

    /// <summary>
    /// Who names a resource that is not there gets its name as a text: an alarm may watch a canary that does not exist. The addresses of a cluster
    /// are only written down, and an event pattern takes any text for an ARN.
    /// </summary>
    private static string WithNames(string body, IReadOnlyDictionary<string, string?> left) => References().Replace(
        body,
        match => left.TryGetValue(match.Groups["address"].Value, out var name)
            ? name ?? throw new InvalidOperationException($"{match.Value} is not applied and has no name")
            : match.Value);

    [GeneratedRegex(@"\$\{(?<address>aws_\w+\.\w+)\.(id|name|arn|bootstrap_brokers_sasl_iam)\}")]
    private static partial Regex References();
}
