using System.Text.Json;

namespace DrInfra.Policies.Graph;

/// <summary>A cursor over the JSON that the Pulumi CLI writes. What is wrong is said with the file, the line and the resource.</summary>
internal ref struct StateJson
{
    public const string ExportCure =
        "Give a file written by `pulumi stack export --file FILE`, `pulumi preview --json --show-sames` or `drctl preview --format json`.";

    private static readonly JsonReaderOptions Options = new() { MaxDepth = 256 };

    private readonly string _source;
    private readonly ValuePool _pool;
    private readonly JsonPropertyReader _properties;
    private JsonCursor _json;

    /// <param name="stream">The file.</param>
    /// <param name="source">Its name in messages.</param>
    /// <param name="begin">How many bytes before the JSON begins, asked of the first ones.</param>
    public StateJson(Stream stream, string source, Func<ReadOnlySpan<byte>, int> begin)
    {
        _source = source;
        _pool = new ValuePool();
        _properties = new JsonPropertyReader(_pool);
        _json = new JsonCursor(stream, Options, begin);
        Where = "the file";
    }

    /// <summary>What is being read, for messages.</summary>
    public string Where { get; set; }

    public readonly ValuePool Pool => _pool;

    public readonly JsonTokenType Token => _json.Type;

    public readonly bool IsEmpty => _json.Type == JsonTokenType.None && _json.Ahead.Trim(" \t\r\n"u8).IsEmpty;

    /// <summary>Whether an object begins on a line behind others that are none.</summary>
    public readonly bool BeginsLater => _json.Type == JsonTokenType.None && _json.Ahead.IndexOf("\n{"u8) >= 0;

    /// <summary>Whether anything but white space follows what was read.</summary>
    public bool IsFollowed => _json.IsFollowed();

    /// <summary>Moves to the next token; at the end of the file only white space may follow.</summary>
    public bool Read() => _json.Read();

    public void Skip() => _json.Skip();

    /// <summary>Moves to the next member's value and returns its name, or null at the object's end.</summary>
    public string? NextName()
    {
        _json.Read();
        if (_json.Type == JsonTokenType.EndObject)
        {
            return null;
        }

        var name = _pool.Value(in _json.Token).Value;
        _json.Read();
        return name;
    }

    /// <summary>Moves to the next item of a list; false at its end.</summary>
    public bool NextItem() => _json.Read() && _json.Type != JsonTokenType.EndArray;

    public MapValue Properties(string field)
    {
        if (_json.Type == JsonTokenType.Null)
        {
            return MapValue.Empty;
        }

        Expect(JsonTokenType.StartObject, field, "must be an object");
        return _properties.Read(ref _json) as MapValue
            ?? throw Fault($"`{field}` must be an object of properties, not a marked one", null, ExportCure);
    }

    public string[] Texts(string field)
    {
        if (_json.Type == JsonTokenType.Null)
        {
            return [];
        }

        Expect(JsonTokenType.StartArray, field, "must be a list of strings");
        var texts = new List<string>();
        while (NextItem())
        {
            texts.Add(RequiredText(field));
        }

        return texts.Count == 0 ? [] : [.. texts];
    }

    public readonly string RequiredText(string field) =>
        Text(field) ?? throw Fault($"`{field}` must be a string", "null", ExportCure);

    public readonly string? Text(string field)
    {
        if (_json.Type == JsonTokenType.Null)
        {
            return null;
        }

        Expect(JsonTokenType.String, field, "must be a string");
        return _pool.Value(in _json.Token).Value;
    }

    public readonly bool? Flag(string field) => _json.Type switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.Null => null,
        _ => throw Unexpected($"`{field}` must be true or false"),
    };

    public readonly double? Number(string field)
    {
        if (_json.Type == JsonTokenType.Null)
        {
            return null;
        }

        Expect(JsonTokenType.Number, field, "must be a number");
        return _json.Token.TryGetDouble(out var number) && double.IsFinite(number) ? number : throw Unexpected($"`{field}` is too large");
    }

    public readonly void Expect(JsonTokenType token, string rule)
    {
        if (_json.Type != token)
        {
            throw Unexpected(rule);
        }
    }

    private readonly void Expect(JsonTokenType token, string field, string rule)
    {
        if (_json.Type != token)
        {
            throw Unexpected($"`{field}` {rule}");
        }
    }

    public readonly GraphFileException Fault(string what, string? got, string cure) =>
        new GraphFileException(what, $"{_source}, line {_json.Line}, {Where}", got, cure);

    public static string Quote(string text) => text.Length > 80 ? $"\"{text[..80]}...\"" : $"\"{text}\"";

    private readonly GraphFileException Unexpected(string rule) => Fault(rule, _json.Type switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "a list",
        JsonTokenType.String => Quote(_json.Token.GetString()!),
        JsonTokenType.Number => "a number",
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        _ => "null",
    }, ExportCure);
}
