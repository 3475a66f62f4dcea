using System.Text.Json;

namespace DrInfra.Policies.Graph;

/// <summary>Reads the shapes of <c>pulumi stack export</c> and <c>pulumi preview --json</c>, told apart by what is in them.</summary>
internal static class StackFileReader
{
    public static StackFile Read(ReadOnlyMemory<byte> file, string source)
    {
        var json = new StateJson(WithoutByteOrderMark(file.Span, source), source);
        try
        {
            return ReadFile(ref json);
        }
        catch (JsonException exception)
        {
            // The exception's own message and the exception itself are left out: they may quote the rest of the file, secrets too.
            throw json.Fault("This is not well-formed JSON", $"a fault at byte {exception.BytePositionInLine} of its line",
                "Write the file again; it may be cut short.");
        }
        catch (FormatException exception)
        {
            throw json.Fault(exception.Message.TrimEnd('.'), null, "Export the stack again.");
        }
        catch (InvalidOperationException)
        {
            // Utf8JsonReader says so of texts that are no valid UTF-8 or hold half a surrogate pair.
            throw json.Fault("A text is not valid UTF-8", null, "Export the stack again and keep the file in UTF-8.");
        }
    }

    private static ReadOnlySpan<byte> WithoutByteOrderMark(ReadOnlySpan<byte> bytes, string source)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            throw new GraphFileException("The file is UTF-16", source, null,
                "Save it as UTF-8: `pulumi stack export --file FILE` does, a redirection in Windows PowerShell does not.");
        }

        return bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? bytes[3..] : bytes;
    }

    private static StackFile ReadFile(ref StateJson json)
    {
        if (json.IsEmpty)
        {
            throw json.Fault("The file is empty", null, StateJson.ExportCure);
        }

        json.Read();
        json.Expect(JsonTokenType.StartObject, "The file must hold one JSON object");
        double? version = null;
        Deployment? deployment = null;
        var preview = new PreviewFileReader();
        while (json.NextName() is { } name)
        {
            switch (name)
            {
                case "version":
                    version = json.Number("version");
                    break;
                case "deployment":
                    deployment = ReadDeployment(ref json);
                    break;
                default:
                    if (!preview.Take(ref json, name))
                    {
                        json.Skip();
                    }

                    break;
            }
        }

        // Nothing may follow the object; Read throws on anything but white space.
        json.Read();
        if (deployment is not null)
        {
            return Export(ref json, deployment, version);
        }

        return preview.HasSteps
            ? preview.Finish(ref json)
            : throw json.Fault("There is neither a `deployment` nor `steps` in the file, so it is no exported stack and no preview", null, StateJson.ExportCure);
    }

    private static StackFile Export(ref StateJson json, Deployment deployment, double? version)
    {
        if (version is not (3 or 4))
        {
            throw json.Fault("The export's `version` must be 3 or 4", version is { } got ? JsonPropertyText.ToJson(PropertyValue.Of(got)) : "none",
                "Export the stack again with a current Pulumi CLI.");
        }

        return new StackFile(GraphOf(deployment.Resources, deployment.Emulated), null);
    }

    /// <summary>The graph of the stack that the first resource names.</summary>
    public static ResourceGraph GraphOf(IReadOnlyList<GraphResource> resources, bool emulated)
    {
        var urn = resources.Count > 0 && ResourceUrn.TryParse(resources[0].Urn, out var first) ? first : new ResourceUrn("", "", "", "");
        return new ResourceGraph(urn.Project, urn.Stack, resources, emulated);
    }

    private static Deployment ReadDeployment(ref StateJson json)
    {
        json.Expect(JsonTokenType.StartObject, "`deployment` must be an object");
        var emulated = false;
        var resources = new List<GraphResource>();
        while (json.NextName() is { } name)
        {
            switch (name)
            {
                case "resources" when json.Token != JsonTokenType.Null:
                    ReadResources(ref json, resources);
                    break;
                case "metadata" when json.Token == JsonTokenType.StartObject:
                    emulated = ReadMetadata(ref json);
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        return new Deployment(resources, emulated);
    }

    private static bool ReadMetadata(ref StateJson json)
    {
        var emulated = false;
        while (json.NextName() is { } name)
        {
            if (name == "emulated")
            {
                emulated = json.Flag(name) ?? false;
            }
            else
            {
                json.Skip();
            }
        }

        return emulated;
    }

    private static void ReadResources(ref StateJson json, List<GraphResource> resources)
    {
        json.Expect(JsonTokenType.StartArray, "`deployment.resources` must be a list");
        var urns = new HashSet<string>(StringComparer.Ordinal);
        while (json.NextItem())
        {
            var (resource, pendingDeletion) = ResourceStateReader.Read(ref json, $"resource {resources.Count + 1}");
            if (pendingDeletion)
            {
                continue;
            }

            if (!urns.Add(resource.Urn))
            {
                throw json.Fault("Two resources have the same URN", resource.Urn, "Rename one of them, or export the stack again.");
            }

            resources.Add(resource);
        }

        json.Where = "the file";
    }

    private sealed record Deployment(IReadOnlyList<GraphResource> Resources, bool Emulated);
}
