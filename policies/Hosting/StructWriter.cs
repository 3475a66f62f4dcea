using Struct = Google.Protobuf.WellKnownTypes.Struct;
using Value = Google.Protobuf.WellKnownTypes.Value;

namespace DrInfra.Policies.Hosting;

/// <summary>Property values as the engine's messages. Secrets are written as they are: only the engine gets them, which has sent them.</summary>
internal static class StructWriter
{
    /// <summary>
    /// The properties that were sent, with those that a rule changed put in. What it left alone goes back as it came, marks that
    /// the graph does not keep included.
    /// </summary>
    /// <param name="sent">The properties as the engine sent them.</param>
    /// <param name="before">The same, as they were read.</param>
    /// <param name="after">What they should be.</param>
    public static Struct Write(Struct? sent, MapValue before, MapValue after)
    {
        var result = new Struct();
        foreach (var (name, value) in after)
        {
            result.Fields[name] = sent is not null && value.Equals(before[name]) ? sent.Fields[name] : ToValue(value);
        }

        return result;
    }

    public static Struct Write(IEnumerable<KeyValuePair<string, PropertyValue>> members)
    {
        var result = new Struct();
        foreach (var (name, value) in members)
        {
            result.Fields[name] = ToValue(value);
        }

        return result;
    }

    private static Value ToValue(PropertyValue value) => value switch
    {
        BoolValue flag => Value.ForBool(flag.Value),
        NumberValue number => Value.ForNumber(number.Value),
        TextValue text => Value.ForString(text.Value),
        UnknownValue => Value.ForString(WireMarks.Unknown),
        ListValue list => Value.ForList([.. list.Select(ToValue)]),
        MapValue map => Value.ForStruct(Write(map)),
        SecretValue secret => Marked(WireMarks.Secret, [new("value", secret.Value)]),
        MarkedValue marked => Marked(WireMarks.Of(marked.Kind), marked.Content),
        _ => Value.ForNull(),
    };

    private static Value Marked(string mark, IEnumerable<KeyValuePair<string, PropertyValue>> content) =>
        Value.ForStruct(Write(content.Append(new(WireMarks.Key, PropertyValue.Of(mark)))));
}
