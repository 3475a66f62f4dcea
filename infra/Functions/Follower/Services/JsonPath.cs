using System.Text.Json;

namespace DrInfra.Infra.Functions.Follower.Services;

/// <summary>Values of an object, by the names on the way to them.</summary>
internal static class JsonPath
{
    public static string? Text(this JsonElement value, params ReadOnlySpan<string> names) =>
        value.At(names) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public static long? Number(this JsonElement value, params ReadOnlySpan<string> names) =>
        value.At(names) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var whole) ? whole : null;

    public static bool? Flag(this JsonElement value, params ReadOnlySpan<string> names) =>
        value.At(names) is { ValueKind: JsonValueKind.True or JsonValueKind.False } flag ? flag.GetBoolean() : null;

    private static JsonElement? At(this JsonElement value, ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(name, out value))
            {
                return null;
            }
        }

        return value;
    }
}
