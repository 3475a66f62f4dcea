using System.Globalization;
using System.Text;

namespace DrInfra.SdkGenerator.Emit;

/// <summary>C# spellings of schema names.</summary>
internal static class Identifiers
{
    private static readonly HashSet<string> Keywords =
    [
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal",
        "default", "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for",
        "foreach", "goto", "if", "implicit", "in", "int", "interface", "internal", "is", "lock", "long", "namespace", "new", "null",
        "object", "operator", "out", "override", "params", "private", "protected", "public", "readonly", "ref", "return", "sbyte",
        "sealed", "short", "sizeof", "stackalloc", "static", "string", "struct", "switch", "this", "throw", "true", "try", "typeof",
        "uint", "ulong", "unchecked", "unsafe", "ushort", "using", "virtual", "void", "volatile", "while",
    ];

    /// <summary>The first letter upper-case: the naming rule of members and classes.</summary>
    internal static string Title(string name) => name.Length == 0
        ? name
        : char.ToUpper(name[0], CultureInfo.InvariantCulture) + Clean(name)[1..];

    /// <summary>A parameter name: the wire name itself, since the SDK matches constructor parameters by it.</summary>
    internal static string Parameter(string name)
    {
        string clean = Clean(name);
        return Keywords.Contains(clean) ? $"@{clean}" : clean;
    }

    internal static string Field(string name) => $"_{Clean(name)}";

    /// <summary>Whether the name is an identifier as it stands.</summary>
    internal static bool IsClean(string name) => Clean(name) == name;

    /// <summary>A C# string literal.</summary>
    internal static string Literal(string value)
    {
        StringBuilder text = new("\"");
        foreach (char c in value)
        {
            text.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                < ' ' => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => c.ToString(),
            });
        }

        return text.Append('"').ToString();
    }

    private static string Clean(string name)
    {
        string clean = string.Concat(name.Select(c => char.IsLetterOrDigit(c) || c == '_' ? c : '_'));
        return clean.Length > 0 && char.IsDigit(clean[0]) ? $"_{clean}" : clean;
    }
}
