namespace DrInfra.Policies.Aws.Emr;

/// <summary>The configuration of a cluster of EMR, by classification.</summary>
/// <param name="Node">The cluster.</param>
internal sealed record EmrConfiguration(Node Node)
{
    // Null where nothing is stated, or what is no document.
    private Prop? Document { get; } = Node["configurationsJson"] is { Text: { } json } text ? JsonDocumentText.Parse(json, text.Path) : null;

    private Prop Text => Node["configurationsJson"];

    /// <summary>What states it.</summary>
    public string Path => Node["configurations"].IsAbsent ? Text.Path : "configurations";

    /// <summary>Why it cannot be read; null where it can.</summary>
    public Reason? Unread => Text.IsUnknown ? Reason.Unknown(Node, Text.Path)
        : Node["configurations"] is { IsAbsent: false } file ? Reason.Uncertain($"the configuration is in {file}, which is not read", Node, file.Path)
        : Text.Text is not null && Document is null
            ? Reason.Uncertain($"{Text.Path} is no JSON document", Node, Text.Path)
        : null;

    /// <summary>A setting; of several the last.</summary>
    public Prop this[string classification, string name]
    {
        get
        {
            var entry = Document?.Items.Where(item => item["Classification"].Text == classification && !item["Properties"][name].IsAbsent).ToArray();
            return entry is { Length: > 0 } ? entry[^1]["Properties"][name] : default;
        }
    }
}
