using DrInfra.SdkGenerator.Schema;

namespace DrInfra.SdkGenerator.Emit;

/// <summary>Writes resource and provider classes.</summary>
internal sealed class ResourceEmitter(PackageSchema schema, TypeNames names)
{
    internal void Class(CodeWriter code, ResourceSpec resource)
    {
        string args = TypeNames.Full(names.ArgsClass(resource));
        string token = Identifiers.Literal(resource.IsProvider ? schema.Package : resource.Token);
        // The Kubernetes package lets arguments be left out even where an input is required.
        bool optional = names.IsKubernetes || resource.IsProvider || !resource.Inputs.Any(i => i.Required);
        string argsTail = optional ? "? args = null" : " args";
        string makeArgs = names.IsKubernetes && !resource.IsProvider ? "MakeArgs(args)" : $"args ?? new {args}()";
        code.Line($"[{schema.Names.ResourceAttribute}({Identifiers.Literal(resource.Token)})]");
        code.Block($"public partial class {resource.Class} : {BaseClass(resource)}", () =>
        {
            foreach (Property output in resource.Outputs)
            {
                Output(code, output, names.Member(resource.Token, output.Name));
            }

            code.Constructor(
                $"public {resource.Class}(string name, {args}{argsTail}, CustomResourceOptions? options = null)",
                $"{token}, name, {makeArgs}, MakeResourceOptions(options, \"\")");
            code.Line();
            if (!resource.IsProvider)
            {
                Lookup(code, resource, token);
            }

            if (makeArgs.StartsWith("MakeArgs", StringComparison.Ordinal))
            {
                MakeArgs(code, resource, args);
            }

            MakeResourceOptions(code, resource);
        });
        code.Line();
    }

    internal static void Output(CodeWriter code, Property property, string member, string type)
    {
        code.Line($"[Output({Identifiers.Literal(property.Name)})]");
        code.Line($"public Output<{type}> {member} {{ get; private set; }} = null!;");
        code.Line();
    }

    private void Output(CodeWriter code, Property property, string member) =>
        Output(code, property, member, names.Output(property, Usage.Out));

    private string BaseClass(ResourceSpec resource) =>
        resource.IsProvider ? "global::Pulumi.ProviderResource"
        : names.IsKubernetes ? $"global::{names.Root}.KubernetesResource"
        : "global::Pulumi.CustomResource";

    private void Lookup(CodeWriter code, ResourceSpec resource, string token)
    {
        string state = names.IsKubernetes ? "" : $"{resource.Class}State? state = null, ";
        string pass = names.IsKubernetes ? "" : "state, ";
        string stateValue = names.IsKubernetes ? "(global::Pulumi.ResourceArgs?)null" : "state";
        code.Constructor(
            $"private {resource.Class}(string name, Input<string> id, {state}CustomResourceOptions? options = null)",
            $"{token}, name, {stateValue}, MakeResourceOptions(options, id)");
        code.Line();
        code.Line($"public static {resource.Class} Get(string name, Input<string> id, {state}CustomResourceOptions? options = null) =>");
        code.Line($"    new {resource.Class}(name, id, {pass}options);");
        code.Line();
    }

    private void MakeArgs(CodeWriter code, ResourceSpec resource, string args)
    {
        code.Block($"private static {args} MakeArgs({args}? args)", () =>
        {
            code.Line($"args ??= new {args}();");
            foreach (Property input in resource.Inputs)
            {
                if (input.Type is TypeExpr.Const constant)
                {
                    code.Line($"args.{names.Member(resource.Token, input.Name)} = {Identifiers.Literal(constant.Value)};");
                }
            }

            code.Line("return args;");
        });
        code.Line();
    }

    private void MakeResourceOptions(CodeWriter code, ResourceSpec resource) =>
        code.Block("private static CustomResourceOptions MakeResourceOptions(CustomResourceOptions? options, Input<string>? id)", () =>
        {
            code.Line("var defaultOptions = new CustomResourceOptions");
            code.Line("{");
            code.Line($"    Version = {names.Version},");
            if (resource.Aliases.Count > 0)
            {
                IEnumerable<string> aliases = resource.Aliases
                    .Select(a => $"new global::Pulumi.Alias {{ Type = {Identifiers.Literal(a)} }}");
                code.Line($"    Aliases = {{ {string.Join(", ", aliases)} }},");
            }

            if (resource.SecretOutputs.Count > 0)
            {
                code.Line($"    AdditionalSecretOutputs = {{ {string.Join(", ", resource.SecretOutputs.Select(Identifiers.Literal))} }},");
            }

            code.Line("};");
            code.Line("var merged = CustomResourceOptions.Merge(defaultOptions, options);");
            code.Line("merged.Id = id ?? merged.Id;");
            code.Line("return merged;");
        });
}
