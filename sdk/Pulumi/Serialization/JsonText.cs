using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Pulumi.Serialization;

/// <summary>Wire values as JSON in the spacing of protobuf: <c>{ "a": [ 1, 2 ] }</c>, keys in order.</summary>
internal static class JsonText
{
    internal static string Write(object? value)
    {
        var text = new StringBuilder();
        Append(text, value);
        return text.ToString();
    }

    private static void Append(StringBuilder text, object? value)
    {
        switch (value)
        {
            case null:
                text.Append("null");
                break;
            case bool flag:
                text.Append(flag ? "true" : "false");
                break;
            case double number when double.IsFinite(number):
                text.Append(number.ToString("R", CultureInfo.InvariantCulture));
                break;
            case double number:
                Quote(text, number.ToString(CultureInfo.InvariantCulture));
                break;
            case string s:
                Quote(text, s);
                break;
            case ImmutableArray<object?> list:
                Enclose(text, '[', list, ']', static (t, item) => Append(t, item));
                break;
            case ImmutableDictionary<string, object?> map:
                Enclose(text, '{', map.OrderBy(entry => entry.Key, StringComparer.Ordinal), '}', static (t, entry) =>
                {
                    Quote(t, entry.Key);
                    t.Append(": ");
                    Append(t, entry.Value);
                });
                break;
            default:
                throw new InvalidOperationException($"{value.GetType().FullName} has no JSON form; give plain values to this input.");
        }
    }

    private static void Enclose<T>(StringBuilder text, char open, IEnumerable<T> items, char close, Action<StringBuilder, T> append)
    {
        text.Append(open);
        var separator = " ";
        foreach (var item in items)
        {
            text.Append(separator);
            append(text, item);
            separator = ", ";
        }

        text.Append(' ').Append(close);
    }

    private static void Quote(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                '<' or '>' or < ' ' or (>= '\u007f' and <= '\u009f') => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => text.Append(c),
            };
        }

        text.Append('"');
    }
}
