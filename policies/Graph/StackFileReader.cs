using System.Text.Json;

namespace DrInfra.Policies.Graph;

/// <summary>
/// Reads the shapes of <c>pulumi stack export</c>, of <c>pulumi preview --json</c>, and of the state files that a bucket or folder keeps, told
/// apart by what is in them. Of another file that the CLI writes, the error says which it is.
/// </summary>
internal static class StackFileReader
{
    // What else the CLI writes, by a member that only it has.
    private static readonly Dictionary<string, string> Others = new(StringComparer.Ordinal)
    {
        ["resourcePlans"] = "a saved plan (`pulumi preview --save-plan`), which holds what is to change and not what is there",
        ["sequence"] = "a log of engine events (`--event-log`, or a streaming preview), which holds what happened and not what is there",
    };

    public static StackFile Read(Stream file, string source)
    {
        var json = new StateJson(file, source, bytes => Begin(bytes, source));
        try
        {
            return ReadFile(ref json);
        }
        catch (JsonException exception)
        {
            // The exception's own message and the exception itself are left out: they may quote the rest of the file, secrets too.
            throw json.BeginsLater
                ? json.Fault("The file has other text before the JSON, such as a warning of the CLI", null,
                    "Delete the text before the first `{`; `pulumi stack export --file FILE` writes only JSON.")
                : json.Fault("The file is not valid JSON", $"an error at byte {exception.BytePositionInLine} of its line",
                "Write the file again; it may be truncated.");
        }
        catch (FormatException exception)
        {
            throw json.Fault(exception.Message.TrimEnd('.'), null, "Export the stack again.");
        }
        catch (InvalidOperationException)
        {
            // Utf8JsonReader says so of texts that are no valid UTF-8 or hold half a surrogate pair.
            throw json.Fault("A string is not valid UTF-8", null, "Export the stack again and keep the file in UTF-8.");
        }
    }

    // Behind the byte order mark of UTF-8.
    private static int Begin(ReadOnlySpan<byte> bytes, string source)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]))
        {
            throw new GraphFileException("The file is compressed with gzip, but its name does not end in .gz", source, null,
                "Rename it to end in .gz, or decompress it: gunzip --stdout FILE.");
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            throw new GraphFileException("The file is UTF-16", source, null,
                "Save it as UTF-8: `pulumi stack export --file FILE` does, a redirection in Windows PowerShell does not.");
        }

        return bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? 3 : 0;
    }

    private static StackFile ReadFile(ref StateJson json)
    {
        if (json.IsEmpty)
        {
            throw json.Fault("The file is empty", null, StateJson.ExportCure);
        }

        json.Read();
        json.Expect(JsonTokenType.StartObject, "The file must contain one JSON object");
        double? version = null;
        Deployment? deployment = null;
        string? other = null;
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
                case "checkpoint" when json.Token == JsonTokenType.StartObject:
                    deployment = ReadCheckpoint(ref json);
                    break;
                default:
                    other ??= Others.GetValueOrDefault(name);
                    if (!preview.Take(ref json, name))
                    {
                        json.Skip();
                    }

                    break;
            }
        }

        if (json.IsFollowed)
        {
            throw other is null
                ? json.Fault("The file contains more than one JSON document", null, "Give one file per stack.")
                : json.Fault($"The file contains more than one JSON document, one on each line: {other}", null, StateJson.ExportCure);
        }

        if (deployment is not null)
        {
            return Export(ref json, deployment, version);
        }

        return preview.HasSteps
            ? preview.Finish(ref json)
            : throw json.Fault(
                other is null
                    ? "The file has neither `deployment` nor `steps`, so it is neither an exported stack nor a preview"
                    : $"The file cannot be judged: it is {other}",
                null, StateJson.ExportCure);
    }

    private static StackFile Export(ref StateJson json, Deployment deployment, double? version)
    {
        if (version is not (3 or 4))
        {
            throw json.Fault("The export's `version` must be 3 or 4", version is { } got ? JsonPropertyText.ToJson(PropertyValue.Of(got)) : "none",
                "Export the stack again with a current Pulumi CLI.");
        }

        var graph = GraphOf(deployment.Resources, deployment.Emulated);
        return new StackFile(
            graph with
            {
                SecretsProvider = deployment.SecretsProvider,
                Backend = deployment.Backend,
                EmulatedIdentities = deployment.EmulatedIdentities,
                Notes = [.. deployment.Notes.Select(note => $"{graph.Stack}: {note}")],
            },
            null);
    }

    /// <summary>The graph of the stack that the first resource names.</summary>
    public static ResourceGraph GraphOf(IReadOnlyList<GraphResource> resources, bool emulated)
    {
        var urn = resources.Count > 0 && ResourceUrn.TryParse(resources[0].Urn, out var first) ? first : new ResourceUrn("", "", "", "");
        return new ResourceGraph(urn.Project, urn.Stack, resources, emulated);
    }

    // As a backend of its own keeps it: {"version":3,"checkpoint":{"stack":...,"latest":{...}}}. A stack without resources has no latest.
    private static Deployment ReadCheckpoint(ref StateJson json)
    {
        var deployment = new Deployment([], Emulated: false, [], null, null);
        while (json.NextName() is { } name)
        {
            if (name == "latest" && json.Token != JsonTokenType.Null)
            {
                deployment = ReadDeployment(ref json);
            }
            else
            {
                json.Skip();
            }
        }

        return deployment;
    }

    private static Deployment ReadDeployment(ref StateJson json)
    {
        json.Expect(JsonTokenType.StartObject, "`deployment` must be an object");
        var resources = new List<GraphResource>();
        var notes = new List<string>();
        var deployment = new Deployment(resources, Emulated: false, notes, null, null);
        while (json.NextName() is { } name)
        {
            switch (name)
            {
                case "resources" when json.Token != JsonTokenType.Null:
                    ReadResources(ref json, resources, notes);
                    break;
                case "pending_operations" or "pendingOperations" when json.Token == JsonTokenType.StartArray:
                    ReadPending(ref json, notes);
                    break;
                case "secrets_providers" or "secretsProviders" when json.Token == JsonTokenType.StartObject:
                    deployment = deployment with { SecretsProvider = ReadSecretsProvider(ref json) };
                    break;
                case "metadata" when json.Token == JsonTokenType.StartObject:
                    ReadMetadata(ref json, ref deployment);
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        return deployment;
    }

    // {"type":"cloud","state":{"url":"awskms://...","encryptedkey":"..."}}; a passphrase and the Pulumi Cloud have no URL.
    private static string? ReadSecretsProvider(ref StateJson json)
    {
        string? url = null;
        while (json.NextName() is { } name)
        {
            if (name != "state" || json.Token != JsonTokenType.StartObject)
            {
                json.Skip();
                continue;
            }

            while (json.NextName() is { } part)
            {
                if (part == "url" && json.Token == JsonTokenType.String)
                {
                    url = json.Text(part);
                }
                else
                {
                    json.Skip();
                }
            }
        }

        return url;
    }

    // What drctl wrote says where the project keeps the state.
    private static void ReadMetadata(ref StateJson json, ref Deployment deployment)
    {
        while (json.NextName() is { } name)
        {
            switch (name)
            {
                case "emulated":
                    deployment = deployment with { Emulated = json.Flag(name) ?? false };
                    break;
                case "emulatedIdentities":
                    deployment = deployment with { EmulatedIdentities = json.Texts(name) };
                    break;
                case "secretsProvider":
                    deployment = deployment with { SecretsProvider = json.Text(name) };
                    break;
                case "backend":
                    deployment = deployment with { Backend = json.Text(name) };
                    break;
                default:
                    json.Skip();
                    break;
            }
        }
    }

    // {"resource": {...}, "type": "creating"}: what the engine had begun when it was interrupted.
    private static void ReadPending(ref StateJson json, List<string> notes)
    {
        while (json.NextItem())
        {
            json.Expect(JsonTokenType.StartObject, "A pending operation must be an object");
            var (operation, of) = ("changing", "a resource");
            while (json.NextName() is { } name)
            {
                switch (name)
                {
                    case "type":
                        operation = json.Text(name) ?? operation;
                        break;
                    case "resource" when json.Token == JsonTokenType.StartObject:
                        var resource = ResourceStateReader.Read(ref json, "pending operation").Resource;
                        of = $"{resource.Type} {resource.Name}";
                        break;
                    default:
                        json.Skip();
                        break;
                }
            }

            notes.Add($"the engine was interrupted while {operation} {of}, and the result is unknown: run `pulumi refresh` and export the stack again");
        }

        json.Where = "the file";
    }

    private static void ReadResources(ref StateJson json, List<GraphResource> resources, List<string> notes)
    {
        json.Expect(JsonTokenType.StartArray, "`deployment.resources` must be a list");
        var urns = new HashSet<string>(StringComparer.Ordinal);
        while (json.NextItem())
        {
            var (resource, pendingDeletion) = ResourceStateReader.Read(ref json, $"resource {resources.Count + 1}");
            if (pendingDeletion)
            {
                notes.Add($"{resource.Type} {resource.Name} will be deleted by the next update, and is not judged");
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

    private sealed record Deployment(
        IReadOnlyList<GraphResource> Resources, bool Emulated, IReadOnlyList<string> Notes, string? SecretsProvider, string? Backend)
    {
        public IReadOnlyList<string> EmulatedIdentities { get; init; } = [];
    }
}
