using System.Text.Json;
using DrInfra.Policies.Graph;

namespace DrInfra.Drctl.Export;

/// <summary>Writes one resource: its properties, and the options that Terraform has a word for.</summary>
internal sealed class ResourceWriter(Utf8JsonWriter json, Addresses addresses, ProviderAliases providers, ExportNotes notes)
{
    public void Write(GraphResource resource)
    {
        var type = addresses.TypeOf(resource.Urn);
        var label = addresses.LabelOf(resource.Urn);
        json.WriteStartObject(label);
        if (providers.Of(resource) is { } provider)
        {
            json.WriteString("provider", provider);
        }

        var values = new ValueWriter(json, resource, label, addresses, notes);
        values.WriteProperties(resource.Inputs, type.Shape);
        WriteTimeouts(resource, type);
        WriteAwaited(resource, values.Referenced);
        WriteLifecycle(resource, type);
        NoteOptions(resource);
        json.WriteEndObject();
    }

    private void WriteTimeouts(GraphResource resource, TerraformType type)
    {
        if (resource.CustomTimeouts is not { IsEmpty: false } timeouts)
        {
            return;
        }

        var given = new[] { ("create", timeouts.Create), ("update", timeouts.Update), ("delete", timeouts.Delete) }.Where(timeout => timeout.Item2 is not null)
            .ToList();
        foreach (var (operation, _) in given.Where(timeout => !type.Timeouts.Contains(timeout.Item1)))
        {
            notes.Leave(resource, $"customTimeouts.{operation}", $"{type.Name} has no such timeout");
        }

        var known = given.Where(timeout => type.Timeouts.Contains(timeout.Item1)).ToList();
        if (known.Count == 0)
        {
            return;
        }

        json.WriteStartObject("timeouts");
        foreach (var (operation, seconds) in known)
        {
            json.WriteString(operation, $"{seconds:0}s");
        }

        json.WriteEndObject();
    }

    private void WriteAwaited(GraphResource resource, IReadOnlySet<string> referenced)
    {
        string[] awaited = [.. addresses.Awaited(resource).Where(urn => !referenced.Contains(urn)).Select(addresses.Of).Order(StringComparer.Ordinal)];
        WriteTexts("depends_on", awaited);
    }

    private void WriteLifecycle(GraphResource resource, TerraformType type)
    {
        var ignored = new List<string>();
        foreach (var path in resource.IgnoreChanges.Order(StringComparer.Ordinal))
        {
            if (IgnoredPath.In(type.Shape, path) is { } known)
            {
                ignored.Add(known);
            }
            else
            {
                notes.Leave(resource, $"ignoreChanges.{path}", $"not in {TerraformMap.Shipped.Provider} {TerraformMap.Shipped.Version}");
            }
        }

        if (!resource.Protect && ignored.Count == 0)
        {
            return;
        }

        json.WriteStartObject("lifecycle");
        if (resource.Protect)
        {
            json.WriteBoolean("prevent_destroy", true);
        }

        WriteTexts("ignore_changes", ignored);
        json.WriteEndObject();
    }

    private void NoteOptions(GraphResource resource)
    {
        if (resource.RetainOnDelete)
        {
            notes.Leave(resource, "retainOnDelete", "Terraform keeps an object only with a removed block when it is removed");
        }

        foreach (var path in resource.ReplaceOnChanges)
        {
            notes.Leave(resource, $"replaceOnChanges.{path}", "Terraform replaces only on changes of other resources");
        }
    }

    private void WriteTexts(string name, IReadOnlyList<string> texts)
    {
        if (texts.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
