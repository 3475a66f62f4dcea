using DrInfra.SdkGenerator.Schema;

namespace DrInfra.SdkGenerator.Emit;

/// <summary>Writes what every package has once: Utilities, the resource attribute, the Kubernetes base class and CustomResource.</summary>
internal sealed class SupportEmitter(PackageSchema schema, TypeNames names)
{
    internal void Common(CodeWriter code)
    {
        code.Block("internal static class Utilities", () =>
        {
            code.Line($"public const string Version = {Identifiers.Literal(schema.Version)};");
            code.Line();
            code.Lines(
            [
                "private static readonly string[] TrueValues = { \"1\", \"t\", \"T\", \"true\", \"TRUE\", \"True\" };",
                "private static readonly string[] FalseValues = { \"0\", \"f\", \"F\", \"false\", \"FALSE\", \"False\" };",
                "",
                "public static string? GetEnv(params string[] names)",
                "{",
                "    foreach (string name in names)",
                "    {",
                "        if (Environment.GetEnvironmentVariable(name) is { } value)",
                "        {",
                "            return value;",
                "        }",
                "    }",
                "",
                "    return null;",
                "}",
                "",
                "public static bool? GetEnvBoolean(params string[] names)",
                "{",
                "    string? value = GetEnv(names);",
                "    return Array.IndexOf(TrueValues, value) >= 0 ? true : Array.IndexOf(FalseValues, value) >= 0 ? false : null;",
                "}",
                "",
                "public static int? GetEnvInt32(params string[] names) => int.TryParse(GetEnv(names), out int value) ? value : null;",
                "",
                "public static double? GetEnvDouble(params string[] names) =>",
                "    double.TryParse(GetEnv(names), out double value) ? value : null;",
                "",
                "public static InvokeOptions WithDefaults(this InvokeOptions? options)",
                "{",
                "    options ??= new InvokeOptions();",
                "    options.Version ??= Version;",
                "    return options;",
                "}",
                "",
                "public static InvokeOutputOptions WithDefaults(this InvokeOutputOptions? options)",
                "{",
                "    options ??= new InvokeOutputOptions();",
                "    options.Version ??= Version;",
                "    return options;",
                "}",
            ]);
        });
        code.Line();
        code.Block($"internal sealed class {schema.Names.ResourceAttribute}Attribute : global::Pulumi.ResourceTypeAttribute", () =>
            code.Constructor($"public {schema.Names.ResourceAttribute}Attribute(string type)", "type, Utilities.Version"));
        code.Line();
    }

    internal static void KubernetesBase(CodeWriter code)
    {
        code.Block("public abstract class KubernetesResource : global::Pulumi.CustomResource", () =>
        {
            code.Constructor(
                "internal KubernetesResource("
                    + "string type, string name, global::Pulumi.ResourceArgs? args, CustomResourceOptions? options = null)",
                "type, name, args, MakeResourceOptions(options)");
            code.Line();
            code.Line("private static CustomResourceOptions MakeResourceOptions(CustomResourceOptions? options) =>");
            code.Line("    CustomResourceOptions.Merge(new CustomResourceOptions { Version = Utilities.Version }, options);");
        });
        code.Line();
    }

    internal void Special(CodeWriter code, SpecialSpec special)
    {
        string owner = schema.SpecialToken(special);
        code.Block($"public class {special.Class} : global::{names.Root}.KubernetesResource", () =>
        {
            foreach (Property output in special.Outputs)
            {
                ResourceEmitter.Output(code, output, names.Member(owner, output.Name), names.Output(output, Usage.Out));
            }

            code.Constructor(
                $"public {special.Class}(string name, {special.ArgsClass} args, CustomResourceOptions? options = null)",
                "args.Type, name, args, options");
        });
        code.Line();
        SpecialArgs(code, special, owner);
    }

    private void SpecialArgs(CodeWriter code, SpecialSpec special, string owner)
    {
        InputEmitter inputs = new(names);
        string parameters = string.Join(", ", special.ArgsConstructor.Select(p => $"string {Identifiers.Parameter(p)}"));
        code.Block($"public abstract class {special.ArgsClass} : global::Pulumi.ResourceArgs", () =>
        {
            foreach (Property input in special.Inputs)
            {
                string member = names.Member(owner, input.Name);
                if (special.ArgsConstructor.Contains(input.Name))
                {
                    code.Line($"[Input({Identifiers.Literal(input.Name)})]");
                    code.Line($"public {names.Input(input.Type, Usage.In)} {member} {{ get; }}");
                    code.Line();
                }
                else
                {
                    inputs.Member(code, input, member, Usage.In, json: false);
                }
            }

            code.Line("internal string Type { get; }");
            code.Line();
            code.Block($"protected {special.ArgsClass}({parameters})", () =>
            {
                foreach (string parameter in special.ArgsConstructor)
                {
                    code.Line($"{names.Member(owner, parameter)} = {Identifiers.Parameter(parameter)};");
                }

                code.Line($"Type = ${Identifiers.Literal(special.Token)};");
            });
        });
        code.Line();
    }
}
