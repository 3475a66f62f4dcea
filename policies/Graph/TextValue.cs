using System.Text;

namespace DrInfra.Policies.Graph;

public sealed record TextValue : PropertyValue
{
    private static readonly TextValue Empty = new("");

    private TextValue(string value) => Value = value;

    public string Value { get; }

    internal static new TextValue Of(string value)
    {
        if (value.Length == 0)
        {
            return Empty;
        }

        // Half a surrogate pair cannot be written as UTF-8: it becomes U+FFFD here, as it would in any file.
        return new TextValue(IsWellFormed(value) ? value : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(value)));
    }

    private static bool IsWellFormed(string value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (!char.IsSurrogate(value[i]))
            {
                continue;
            }

            if (!char.IsHighSurrogate(value[i]) || i + 1 == value.Length || !char.IsLowSurrogate(value[i + 1]))
            {
                return false;
            }

            i++;
        }

        return true;
    }
}
