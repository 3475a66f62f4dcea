using System.Text.Json;

namespace DrInfra.Policies.Model;

/// <summary>Reads the shape of <c>pulumi stack export</c> from a file's bytes.</summary>
internal ref struct GraphFileReader
{
    private const string ExportCure = "Give a file written by `pulumi stack export --file FILE` or `drctl preview --format json`.";

    private static readonly JsonReaderOptions Options = new() { MaxDepth = 256 };

    private readonly ReadOnlySpan<byte> _bytes;
    private readonly string _source;
    private readonly ValuePool _pool = new();
    private readonly List<GraphResource> _resources = [];
    private readonly HashSet<string> _urns = new(StringComparer.Ordinal);
    private bool _emulated;
    private bool _hasDeployment;
    private double? _version;
    private string _where;
    private Utf8JsonReader _json;

    private GraphFileReader(ReadOnlySpan<byte> bytes, string source)
    {
        _bytes = bytes;
        _source = source;
        _where = "the file";
        _json = new Utf8JsonReader(bytes, Options);
    }

    public static ResourceGraph Read(ReadOnlyMemory<byte> file, string source)
    {
        var bytes = WithoutByteOrderMark(file.Span, source);
        var reader = new GraphFileReader(bytes, source);
        try
        {
            return reader.ReadFile();
        }
        catch (JsonException exception)
        {
            // The exception's own message and the exception itself are left out: they may quote the rest of the file, secrets too.
            throw reader.Fault("This is not well-formed JSON", $"a fault at byte {exception.BytePositionInLine} of its line",
                "Export the stack again; the file may be cut short.");
        }
        catch (FormatException exception)
        {
            throw reader.Fault(exception.Message.TrimEnd('.'), null, "Export the stack again.");
        }
        catch (InvalidOperationException)
        {
            // Utf8JsonReader says so of texts that are no valid UTF-8 or hold half a surrogate pair.
            throw reader.Fault("A text is not valid UTF-8", null, "Export the stack again and keep the file in UTF-8.");
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

    private ResourceGraph ReadFile()
    {
        if (_bytes.Trim(" \t\r\n"u8).IsEmpty)
        {
            throw Fault("The file is empty", null, ExportCure);
        }

        _json.Read();
        Expect(JsonTokenType.StartObject, "The file must hold one JSON object");
        while (NextName() is { } name)
        {
            switch (name)
            {
                case "version":
                    _version = ReadNumber("version");
                    break;
                case "deployment":
                    _hasDeployment = true;
                    ReadDeployment();
                    break;
                default:
                    _json.Skip();
                    break;
            }
        }

        // Nothing may follow the object; Read throws on anything but white space.
        _json.Read();
        Check();
        var urn = _resources.Count > 0 && ResourceUrn.TryParse(_resources[0].Urn, out var first) ? first : new ResourceUrn("", "", "", "");
        return new ResourceGraph(urn.Project, urn.Stack, _resources, _emulated);
    }

    private readonly void Check()
    {
        if (!_hasDeployment)
        {
            throw Fault("There is no `deployment` in the file, so it is no exported stack", null, ExportCure);
        }

        if (_version is not (3 or 4))
        {
            throw Fault("The export's `version` must be 3 or 4", _version is { } got ? JsonPropertyText.ToJson(PropertyValue.Of(got)) : "none",
                "Export the stack again with a current Pulumi CLI.");
        }
    }

    private void ReadDeployment()
    {
        Expect(JsonTokenType.StartObject, "`deployment` must be an object");
        while (NextName() is { } name)
        {
            switch (name)
            {
                case "resources" when _json.TokenType != JsonTokenType.Null:
                    ReadResources();
                    break;
                case "metadata" when _json.TokenType == JsonTokenType.StartObject:
                    ReadMetadata();
                    break;
                default:
                    _json.Skip();
                    break;
            }
        }
    }

    private void ReadMetadata()
    {
        while (NextName() is { } name)
        {
            if (name == "emulated")
            {
                _emulated = ReadFlag(name) ?? false;
            }
            else
            {
                _json.Skip();
            }
        }
    }

    private void ReadResources()
    {
        Expect(JsonTokenType.StartArray, "`deployment.resources` must be a list");
        while (_json.Read() && _json.TokenType != JsonTokenType.EndArray)
        {
            _where = $"resource {_resources.Count + 1}";
            Expect(JsonTokenType.StartObject, "A resource must be an object");
            if (ReadResource() is { } resource)
            {
                if (!_urns.Add(resource.Urn))
                {
                    throw Fault("Two resources have the same URN", resource.Urn, "Rename one of them, or export the stack again.");
                }

                _resources.Add(resource);
            }
        }

        _where = "the file";
    }

    /// <returns>Null for a resource that is only waiting to be deleted: its successor has the same URN.</returns>
    private GraphResource? ReadResource()
    {
        var resource = new GraphResource { Urn = "", Type = "", Name = "" };
        var pendingDeletion = false;
        while (NextName() is { } name)
        {
            switch (name)
            {
                case "urn":
                    resource = Named(resource, RequireText(name));
                    break;
                case "type":
                    resource = resource with { Type = RequireText(name) };
                    break;
                case "delete":
                    pendingDeletion = ReadFlag(name) ?? false;
                    break;
                default:
                    resource = ReadField(resource, name);
                    break;
            }
        }

        if (resource.Urn.Length == 0)
        {
            throw Fault("A resource has no `urn`", null, ExportCure);
        }

        if (resource.Type.Length == 0)
        {
            throw Fault("A resource has no `type`", null, ExportCure);
        }

        return pendingDeletion ? null : resource;
    }

    private GraphResource Named(GraphResource resource, string urn)
    {
        if (!ResourceUrn.TryParse(urn, out var parts))
        {
            throw Fault("A `urn` must have the form urn:pulumi:STACK::PROJECT::TYPE::NAME", Quote(urn), ExportCure);
        }

        _where = $"resource {_resources.Count + 1} ({parts.Type} {parts.Name})";
        return resource with { Urn = urn, Name = _pool.Text(parts.Name) };
    }

    private GraphResource ReadField(GraphResource resource, string name) => name switch
    {
        "custom" => resource with { Custom = ReadFlag(name) ?? false },
        "id" => resource with { Id = NotEmpty(ReadText(name)) },
        "parent" => resource with { Parent = NotEmpty(ReadText(name)) },
        "provider" => resource with { Provider = NotEmpty(ReadText(name)) },
        "inputs" => resource with { Inputs = ReadProperties(name) },
        "outputs" => resource with { Outputs = ReadProperties(name) },
        "dependencies" => resource with { Dependencies = ReadTexts(name) },
        "propertyDependencies" => resource with { PropertyDependencies = ReadPropertyDependencies() },
        "protect" => resource with { Protect = ReadFlag(name) ?? false },
        "retainOnDelete" => resource with { RetainOnDelete = ReadFlag(name) ?? false },
        "ignoreChanges" => resource with { IgnoreChanges = ReadTexts(name) },
        "replaceOnChanges" => resource with { ReplaceOnChanges = ReadTexts(name) },
        "deleteBeforeReplace" => resource with { DeleteBeforeReplace = ReadFlag(name) },
        "additionalSecretOutputs" => resource with { AdditionalSecretOutputs = ReadTexts(name) },
        "customTimeouts" => resource with { CustomTimeouts = ReadTimeouts() },
        "aliases" => resource with { Aliases = ReadTexts(name) },
        _ => Skipped(resource),
    };

    private GraphResource Skipped(GraphResource resource)
    {
        _json.Skip();
        return resource;
    }

    private static string? NotEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private DependencyMap ReadPropertyDependencies()
    {
        const string Field = "propertyDependencies";
        if (_json.TokenType == JsonTokenType.Null)
        {
            return DependencyMap.Empty;
        }

        Expect(JsonTokenType.StartObject, $"`{Field}` must be an object");
        var entries = new List<KeyValuePair<string, IReadOnlyList<string>>>();
        while (NextName() is { } property)
        {
            entries.Add(new(_pool.Text(property), ReadTexts($"{Field}.{property}")));
        }

        return DependencyMap.Of(entries);
    }

    private ResourceTimeouts? ReadTimeouts()
    {
        if (_json.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        Expect(JsonTokenType.StartObject, "`customTimeouts` must be an object");
        var timeouts = new ResourceTimeouts();
        while (NextName() is { } name)
        {
            switch (name)
            {
                case "create":
                    timeouts = timeouts with { Create = ReadNumber(name) };
                    break;
                case "update":
                    timeouts = timeouts with { Update = ReadNumber(name) };
                    break;
                case "delete":
                    timeouts = timeouts with { Delete = ReadNumber(name) };
                    break;
                default:
                    _json.Skip();
                    break;
            }
        }

        return timeouts.IsEmpty ? null : timeouts;
    }

    private MapValue ReadProperties(string field)
    {
        if (_json.TokenType == JsonTokenType.Null)
        {
            return MapValue.Empty;
        }

        Expect(JsonTokenType.StartObject, $"`{field}` must be an object");
        return JsonPropertyReader.Read(ref _json, _pool) as MapValue
            ?? throw Fault($"`{field}` must be an object of properties, not a marked one", null, ExportCure);
    }

    private string[] ReadTexts(string field)
    {
        if (_json.TokenType == JsonTokenType.Null)
        {
            return [];
        }

        Expect(JsonTokenType.StartArray, $"`{field}` must be a list of texts");
        var texts = new List<string>();
        while (_json.Read() && _json.TokenType != JsonTokenType.EndArray)
        {
            texts.Add(RequireText(field));
        }

        return texts.Count == 0 ? [] : [.. texts];
    }

    private readonly string RequireText(string field) =>
        ReadText(field) ?? throw Fault($"`{field}` must be a text", "null", ExportCure);

    private readonly string? ReadText(string field)
    {
        if (_json.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        Expect(JsonTokenType.String, $"`{field}` must be a text");
        return _pool.Text(_json.GetString()!);
    }

    private readonly bool? ReadFlag(string field) => _json.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.Null => null,
        _ => throw Unexpected($"`{field}` must be true or false"),
    };

    private readonly double? ReadNumber(string field)
    {
        if (_json.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        Expect(JsonTokenType.Number, $"`{field}` must be a number");
        return _json.TryGetDouble(out var number) && double.IsFinite(number) ? number : throw Unexpected($"`{field}` is too large");
    }

    /// <summary>Moves to the next member's value and returns its name, or null at the object's end.</summary>
    private string? NextName()
    {
        _json.Read();
        if (_json.TokenType == JsonTokenType.EndObject)
        {
            return null;
        }

        var name = _json.GetString()!;
        _json.Read();
        return name;
    }

    private readonly void Expect(JsonTokenType token, string rule)
    {
        if (_json.TokenType != token)
        {
            throw Unexpected(rule);
        }
    }

    private readonly GraphFileException Unexpected(string rule) => Fault(rule, _json.TokenType switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "a list",
        JsonTokenType.String => Quote(_json.GetString()!),
        JsonTokenType.Number => "a number",
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        _ => "null",
    }, ExportCure);

    private static string Quote(string text) => text.Length > 80 ? $"\"{text[..80]}...\"" : $"\"{text}\"";

    private readonly GraphFileException Fault(string what, string? got, string cure)
    {
        var read = _bytes[..(int)Math.Min(_json.BytesConsumed, _bytes.Length)];
        return new GraphFileException(what, $"{_source}, line {read.Count((byte)'\n') + 1}, {_where}", got, cure);
    }
}
