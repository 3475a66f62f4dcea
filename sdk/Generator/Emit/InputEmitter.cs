using System.Globalization;
using System.Text.Json.Nodes;
using DrInfra.SdkGenerator.Schema;

namespace DrInfra.SdkGenerator.Emit;

/// <summary>Writes argument, state and nested input classes.</summary>
internal sealed class InputEmitter(TypeNames names)
{
    /// <param name="code">Where to.</param>
    /// <param name="name">Class name.</param>
    /// <param name="owner">Token or type key: the key of the C# member names.</param>
    /// <param name="properties">The members.</param>
    /// <param name="usage">Which nested classes the members use.</param>
    /// <param name="nested">Whether <paramref name="owner"/> is a type key.</param>
    /// <param name="json">Whether members that are not strings travel as JSON text (provider arguments).</param>
    internal void Class(
        CodeWriter code, string name, string owner, IReadOnlyList<Property> properties, Usage usage, bool nested = false, bool json = false)
    {
        bool invoke = usage == Usage.FunctionPlain || (usage == Usage.FunctionInput && !nested);
        string baseClass = $"global::Pulumi.{(invoke ? "InvokeArgs" : "ResourceArgs")}";
        string modifier = names.IsKubernetes && !json ? "" : "sealed ";
        code.Block($"public {modifier}class {name} : {baseClass}", () =>
        {
            foreach (Property property in properties)
            {
                Member(code, property, names.Member(owner, property.Name, nested), usage, json);
            }

            code.Block($"public {name}()", () =>
            {
                foreach (Property property in properties)
                {
                    if (Initializer(property) is { } value)
                    {
                        code.Line($"{names.Member(owner, property.Name, nested)} = {value};");
                    }
                }
            });
            code.Line();
            code.Line($"public static new {name} Empty => new {name}();");
        });
        code.Line();
    }

    internal void Member(CodeWriter code, Property property, string member, Usage usage, bool json)
    {
        string type = names.Input(property.Type, usage);
        List<string> arguments = [Identifiers.Literal(property.Name)];
        if (property.Required)
        {
            arguments.Add("required: true");
        }

        if (json && property.Type is not (TypeExpr.Primitive { Name: "string" } or TypeExpr.Const))
        {
            arguments.Add("json: true");
        }

        string attribute = $"[Input({string.Join(", ", arguments)})]";
        string field = Identifiers.Field(property.Name);
        if (TypeNames.IsCollection(property.Type))
        {
            code.Line(attribute);
            code.Line($"private {type}? {field};");
            Obsolete(code, property);
            code.Block($"public {type} {member}", () =>
            {
                code.Line($"get => {field} ?? ({field} = new {type}());");
                CollectionSetter(code, property, field, usage);
            });
        }
        else if (property.Secret && usage != Usage.FunctionPlain)
        {
            code.Line(attribute);
            code.Line($"private {type}? {field};");
            Obsolete(code, property);
            code.Block($"public {type}? {member}", () =>
            {
                code.Line($"get => {field};");
                code.Block("set", () =>
                {
                    code.Line("var emptySecret = global::Pulumi.Output.CreateSecret(0);");
                    code.Line($"{field} = global::Pulumi.Output.Tuple<{type}?, int>(value, emptySecret).Apply(t => t.Item1);");
                });
            });
        }
        else
        {
            bool optional = !property.Required;
            string initial = optional || (usage == Usage.FunctionPlain && TypeNames.IsValueType(type)) ? "" : " = null!;";
            code.Line(attribute);
            code.Line($"public {type}{(optional ? "?" : "")} {member} {{ get; set; }}{initial}");
        }

        code.Line();
    }

    /// <summary>
    /// For members with a field of their own only: the real packages mark no others, and a program must warn under both or neither.
    /// </summary>
    private static void Obsolete(CodeWriter code, Property property)
    {
        if (property.Deprecated)
        {
            code.Line($"[Obsolete(\"'{property.Name}' is deprecated by the provider.\")]");
        }
    }

    private void CollectionSetter(CodeWriter code, Property property, string field, Usage usage)
    {
        if (!property.Secret || usage == Usage.FunctionPlain)
        {
            code.Line($"set => {field} = value;");
            return;
        }

        string inner = names.Inner(property.Type, usage);
        code.Block("set", () =>
        {
            code.Line("var emptySecret = global::Pulumi.Output.CreateSecret(0);");
            code.Line($"{field} = global::Pulumi.Output.Tuple<{inner}, int>(value, emptySecret).Apply(t => t.Item1);");
        });
    }

    private string? Initializer(Property property)
    {
        if (property.Default is not { } value)
        {
            return null;
        }

        string? literal = value.Value is null ? null : Literal(value.Value);
        if (value.Env.Count == 0)
        {
            return literal;
        }

        string reader = property.Type switch
        {
            TypeExpr.Primitive { Name: "boolean" } => "GetEnvBoolean",
            TypeExpr.Primitive { Name: "integer" } => "GetEnvInt32",
            TypeExpr.Primitive { Name: "number" } => "GetEnvDouble",
            _ => "GetEnv",
        };
        string env = $"global::{names.Root}.Utilities.{reader}({string.Join(", ", value.Env.Select(Identifiers.Literal))})";
        return literal is null ? env : $"{env} ?? {literal}";
    }

    private static string Literal(string value)
    {
        JsonValue json = JsonNode.Parse(value)!.AsValue();
        return json.TryGetValue(out string? text) ? Identifiers.Literal(text)
            : json.TryGetValue(out bool flag) ? (flag ? "true" : "false")
            : json.GetValue<decimal>().ToString(CultureInfo.InvariantCulture);
    }
}
