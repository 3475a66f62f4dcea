using DrInfra.SdkGenerator.Schema;

namespace DrInfra.SdkGenerator.Emit;

/// <summary>Writes nested output types, function results and enums.</summary>
internal sealed class OutputEmitter(TypeNames names)
{
    internal void Class(
        CodeWriter code, string name, string owner, IReadOnlyList<Property> properties, Usage usage, bool nested)
    {
        code.Line("[OutputType]");
        code.Block($"public sealed class {name}", () =>
        {
            foreach (Property property in properties)
            {
                code.Line($"public readonly {names.Output(property, usage)} {names.Member(owner, property.Name, nested)};");
            }

            code.Line();
            code.Line("[OutputConstructor]");
            string parameters = string.Join(", ", properties.Select(p => Parameter(p, usage)));
            code.Block($"private {name}({parameters})", () =>
            {
                foreach (Property property in properties)
                {
                    code.Line($"this.{names.Member(owner, property.Name, nested)} = {Identifiers.Parameter(property.Name)};");
                }
            });
        });
        code.Line();
    }

    internal static void Enum(CodeWriter code, string name, IReadOnlyList<KeyValuePair<string, string>> members)
    {
        code.Line("[EnumType]");
        code.Block($"public readonly struct {name} : IEquatable<{name}>", () =>
        {
            code.Line("private readonly string _value;");
            code.Line();
            code.Line($"private {name}(string value) => _value = value ?? throw new ArgumentNullException(nameof(value));");
            code.Line();
            foreach ((string member, string value) in members)
            {
                code.Line($"public static {name} {member} {{ get; }} = new {name}({Identifiers.Literal(value)});");
            }

            code.Line();
            code.Lines(
            [
                $"public static bool operator ==({name} left, {name} right) => left.Equals(right);",
                $"public static bool operator !=({name} left, {name} right) => !left.Equals(right);",
                $"public static explicit operator string({name} value) => value._value;",
                "[EditorBrowsable(EditorBrowsableState.Never)]",
                $"public override bool Equals(object? obj) => obj is {name} other && Equals(other);",
                $"public bool Equals({name} other) => string.Equals(_value, other._value, StringComparison.Ordinal);",
                "[EditorBrowsable(EditorBrowsableState.Never)]",
                "public override int GetHashCode() => _value?.GetHashCode() ?? 0;",
                "public override string ToString() => _value;",
            ]);
        });
        code.Line();
    }

    private string Parameter(Property property, Usage usage)
    {
        string attribute = Identifiers.IsClean(property.Name)
            ? ""
            : $"[OutputConstructorParameter({Identifiers.Literal(property.Name)})] ";
        return $"{attribute}{names.Output(property, usage)} {Identifiers.Parameter(property.Name)}";
    }
}
