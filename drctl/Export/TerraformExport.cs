using System.Text.Encodings.Web;
using System.Text.Json;
using DrInfra.Drctl.Kubernetes;
using DrInfra.Policies.Graph;

namespace DrInfra.Drctl.Export;

/// <summary>
/// A stack as one root module in Terraform's JSON syntax. The same graph gives the same bytes. It is for interchange: the AWS
/// part, with what Terraform has words for (docs/adr/0007-terraform-export.md).
/// </summary>
internal static class TerraformExport
{
    private const int FlushAbove = 64 * 1024;

    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        // Read by people and Terraform, and no part of a web page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes the module's main file.</summary>
    public static ExportReport Write(ResourceGraph graph, Stream stream)
    {
        var map = TerraformMap.Shipped;
        var addresses = new Addresses(graph, map);
        var notes = new ExportNotes();
        var byType = graph.Resources
            .Where(resource => addresses.Has(resource.Urn))
            .GroupBy(resource => addresses.TypeOf(resource.Urn).Name, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .ToList();
        NoteResources(graph, addresses, notes);
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            WriteRequirements(json, map);
            var providers = new ProviderAliases(graph);
            providers.Write(json, addresses, notes);
            json.WriteStartObject("resource");
            var resources = new ResourceWriter(json, addresses, providers, notes);
            foreach (var ofOneType in byType)
            {
                json.WriteStartObject(ofOneType.Key);
                foreach (var resource in ofOneType.OrderBy(resource => addresses.LabelOf(resource.Urn), StringComparer.Ordinal))
                {
                    resources.Write(resource);
                    if (json.BytesPending > FlushAbove)
                    {
                        json.Flush();
                    }
                }

                json.WriteEndObject();
            }

            json.WriteEndObject();
            WriteVariables(json, notes.Variables);
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return new ExportReport(
            graph.Stack, byType.ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal), notes.References, notes.Variables,
            notes.LeftOut);
    }

    private static void WriteRequirements(Utf8JsonWriter json, TerraformMap map)
    {
        json.WriteStartObject("terraform");
        json.WriteString("required_version", ">= 1.5");
        json.WriteStartObject("required_providers");
        json.WriteStartObject("aws");
        json.WriteString("source", map.Provider);
        json.WriteString("version", $"~> {map.Version[..map.Version.LastIndexOf('.')]}");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteVariables(Utf8JsonWriter json, IReadOnlyList<ExportVariable> variables)
    {
        if (variables.Count == 0)
        {
            return;
        }

        json.WriteStartObject("variable");
        foreach (var variable in variables)
        {
            json.WriteStartObject(variable.Name);
            json.WriteString("type", "string");
            json.WriteString("description", TemplateText.Literal(variable.Description));
            json.WriteBoolean("sensitive", true);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void NoteResources(ResourceGraph graph, Addresses addresses, ExportNotes notes)
    {
        foreach (var resource in graph.Resources.Where(resource =>
            resource.Custom && !addresses.Has(resource.Urn) && resource.Type != TerraformMap.ProviderToken))
        {
            notes.Leave(resource, null, Reason(resource.Type));
        }
    }

    private static string Reason(string type) => type switch
    {
        _ when type.StartsWith("aws:", StringComparison.Ordinal) => $"not in {TerraformMap.Shipped.Provider} {TerraformMap.Shipped.Version}",
        KubernetesType.Provider => "only the AWS part is exported; `aws eks update-kubeconfig` writes the configuration of a cluster",
        _ when KubernetesType.Of(type) is { IsObject: true } =>
            "only the AWS part is exported; the inputs of a Kubernetes object in `pulumi stack export` are its manifest",
        _ => "only the AWS part is exported",
    };
}
