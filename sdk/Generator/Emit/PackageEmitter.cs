using System.Text;
using DrInfra.SdkGenerator.Schema;

namespace DrInfra.SdkGenerator.Emit;

/// <summary>Writes all classes of a package as one C# file, namespaces and classes in ordinal order.</summary>
internal sealed class PackageEmitter
{
    private readonly PackageSchema _schema;
    private readonly TypeNames _names;
    private readonly InputEmitter _inputs;
    private readonly OutputEmitter _outputs;
    private readonly SortedDictionary<string, SortedDictionary<string, string>> _classes = new(StringComparer.Ordinal);

    private PackageEmitter(PackageSchema schema)
    {
        _schema = schema;
        _names = new TypeNames(schema);
        _inputs = new InputEmitter(_names);
        _outputs = new OutputEmitter(_names);
    }

    /// <exception cref="GeneratorException">A type is missing, or a member would have its class's name.</exception>
    internal static string Emit(PackageSchema schema)
    {
        PackageEmitter emitter = new(schema);
        emitter.EmitAll();
        return emitter.Text();
    }

    private void EmitAll()
    {
        SupportEmitter support = new(_schema, _names);
        Put(_names.Root, "Utilities", support.Common);
        if (_names.IsKubernetes)
        {
            Put(_names.Root, "KubernetesResource", SupportEmitter.KubernetesBase);
        }

        foreach (SpecialSpec special in _schema.Specials.Values)
        {
            Put(_names.Namespace(special.Module), special.Class, code => support.Special(code, special));
        }

        foreach (ResourceSpec resource in _schema.Resources.Values)
        {
            EmitResource(resource);
        }

        foreach (FunctionSpec function in _schema.Functions.Values)
        {
            EmitFunction(function);
        }

        Closure closure = Closure.Of(_schema);
        foreach ((string key, SortedSet<Usage> usages) in closure.Types)
        {
            foreach (Usage usage in usages)
            {
                EmitNested(key, usage);
            }
        }

        foreach (string key in closure.Enums)
        {
            (string space, string name) = _names.EnumType(key);
            IReadOnlyList<KeyValuePair<string, string>> members = _schema.Enums.GetValueOrDefault(key)
                ?? throw new GeneratorException($"The schema of {_schema.Package} uses the enum '{key}' and does not hold it.");
            Put(space, name, code => OutputEmitter.Enum(code, name, members));
        }
    }

    private void EmitResource(ResourceSpec resource)
    {
        ResourceEmitter emitter = new(_schema, _names);
        CheckMembers(resource.Class, resource.Token, resource.Outputs, nested: false);
        string space = _names.Namespace(resource.Module);
        Put(space, resource.Class, code => emitter.Class(code, resource));
        (string argsSpace, string argsName) = _names.ArgsClass(resource);
        Put(argsSpace, argsName, code =>
            _inputs.Class(code, argsName, resource.Token, resource.Inputs, Usage.In, json: resource.IsProvider));
        if (!_names.IsKubernetes && !resource.IsProvider)
        {
            string state = $"{resource.Class}State";
            Put(space, state, code => _inputs.Class(code, state, resource.Token, resource.StateProperties(), Usage.State));
        }
    }

    private void EmitFunction(FunctionSpec function)
    {
        string space = _names.Namespace(function.Module);
        string name = Identifiers.Title(function.Name);
        Put(space, name, code => FunctionEmitter.Class(code, function, name));
        Put(space, $"{name}Args", code => _inputs.Class(code, $"{name}Args", function.Token, function.Args, Usage.FunctionPlain));
        Put(space, $"{name}InvokeArgs", code =>
            _inputs.Class(code, $"{name}InvokeArgs", function.Token, function.Args, Usage.FunctionInput));
        Put(space, $"{name}Result", code =>
            _outputs.Class(code, $"{name}Result", function.Token, function.Result, Usage.FunctionOut, nested: false));
    }

    private void EmitNested(string key, Usage usage)
    {
        ObjectType type = _schema.Types[key];
        (string space, string name) = _names.Nested(key, usage);
        if (usage is Usage.Out or Usage.FunctionOut)
        {
            CheckMembers(name, key, type.Out!, nested: true);
            Put(space, name, code => _outputs.Class(code, name, key, type.Out!, usage, nested: true));
        }
        else if (!Has(space, name))
        {
            // In Kubernetes a resource may be nested in another one (a claim in a stateful set): one class serves both.
            CheckMembers(name, key, type.In!, nested: true);
            Put(space, name, code => _inputs.Class(code, name, key, type.In!, usage, nested: true));
        }
    }

    private void CheckMembers(string name, string owner, IReadOnlyList<Property> properties, bool nested)
    {
        foreach (Property property in properties)
        {
            if (_names.Member(owner, property.Name, nested) == name)
            {
                throw new GeneratorException(
                    $"{owner}: the member '{property.Name}' would be called like its class '{name}', which C# does not allow. "
                    + $"Name it as the real package does, in csharp.{(nested ? "typeProperties" : "properties")} "
                    + "of the package's schema.json.");
            }
        }
    }

    private bool Has(string space, string name) =>
        _classes.TryGetValue(space, out SortedDictionary<string, string>? classes) && classes.ContainsKey(name);

    private void Put(string space, string name, Action<CodeWriter> emit)
    {
        if (Has(space, name))
        {
            throw new GeneratorException($"Two entries of the schema of {_schema.Package} become the class {space}.{name}.");
        }

        if (!_classes.TryGetValue(space, out SortedDictionary<string, string>? classes))
        {
            _classes[space] = classes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        }

        CodeWriter code = new();
        emit(code);
        classes[name] = code.ToString();
    }

    private string Text()
    {
        StringBuilder text = new();
        text.Append("// <auto-generated/>\n#nullable enable\n#pragma warning disable\n\n");
        foreach (string name in (string[])["System", "System.Collections.Generic", "System.Collections.Immutable", "System.ComponentModel",
            "System.Threading.Tasks", "Pulumi"])
        {
            text.Append("using ").Append(name).Append(";\n");
        }

        foreach ((string space, SortedDictionary<string, string> classes) in _classes)
        {
            text.Append("\nnamespace ").Append(space).Append("\n{\n").AppendJoin("", classes.Values).Append("}\n");
        }

        return text.ToString();
    }
}
